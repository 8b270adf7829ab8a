"""What the lines of the dialogs mean: a moment, one of a few words, names of people. On the journal's thread only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from app.domain.dueness import Place
from app.domain.facts import History, Interview, Moment, Person, Promise, Way, Word, utc
from app.domain.regions import date_order, zone_of
from app.domain.typed.moments import read_moment
from app.errors import UsageError
from app.text import cleaned, folded
from app.tui.dialogs.dialog import Fault

V = TypeVar("V")

WAYS: Mapping[str, Way] = {
    "mail": Way.MAIL,
    "e-mail": Way.MAIL,
    "email": Way.MAIL,
    "call": Way.CALL,
    "phone": Way.CALL,
    "telephone": Way.CALL,
    "letter": Way.LETTER,
    "post": Way.LETTER,
    "other": Way.OTHER,
    "text": Way.OTHER,
    "message": Way.OTHER,
    "in person": Way.OTHER,
}
_NOW = "now"
_BETWEEN = re.compile(r"\s*[;,&]\s*|\s+and\s+")


def line_of(texts: Mapping[str, str], name: str) -> str:
    """The text of a field as one clean line."""
    return " ".join(cleaned(texts.get(name, ""), one_line=True).split())


def one_of(field: str, text: str, choices: Mapping[str, V], default: V, shown_as: str) -> V:
    """What `text` names by its beginning, `default` for "". Raises Fault, which lists `shown_as`."""
    key = folded(text)
    if not key:
        return default
    if key in choices:
        return choices[key]
    for word, value in choices.items():  # the order decides what one letter stands for
        if word.startswith(key):
            return value
    raise Fault(field, f"One of these, or its first letter: {shown_as}.")


def way_of(texts: Mapping[str, str]) -> Way:
    """How it came or went. Raises Fault."""
    return one_of("way", line_of(texts, "way"), WAYS, Way.MAIL, "mail, call, letter, other")


def moment_of(texts: Mapping[str, str], place: Place) -> Moment:
    """When, for something that happened; "now" is this minute. Raises Fault."""
    text = line_of(texts, "when")
    if folded(text) == _NOW:
        return Moment(place.now.date(), utc(place.now), place.zone)
    try:
        return read_moment(
            text, now=place.now, zone=place.zone, day_first=date_order(place.region) == "DMY"
        ).moment
    except UsageError as error:
        raise Fault("when", str(error)) from error


def zone_for(history: History, place: Place) -> str:
    """The employer's zone, "" where it is the person's."""
    opportunity = history.opportunity
    zone = opportunity.zone or zone_of(opportunity.region or place.region, own=place.zone)
    return "" if zone == place.zone else zone


def people_of(history: History) -> tuple[Person, ...]:
    """Everybody known at this opportunity, those met last first."""
    met = (person for interview in reversed(history.interviews) for person in interview.met)
    first: dict[str, Person] = {}
    for person in (*met, *history.people):
        first.setdefault(person.name, person)
    return tuple(first.values())


def name_called(text: str, people: tuple[Person, ...]) -> str:
    """The full name of the one person whom `text` names, also by a part of the name; else the text itself."""
    key = folded(text)
    found = [
        person.name
        for person in people
        if key in {folded(person.name), folded(person.greeting), *map(folded, person.name.split())}
    ]
    return found[0] if len(found) == 1 else text


def names_called(text: str, people: tuple[Person, ...]) -> tuple[str, ...]:
    """The people that a line of names means, each once."""
    whole = folded(text)
    if any(folded(person.name) == whole for person in people):
        return (name_called(text, people),)
    return tuple(dict.fromkeys(name_called(part, people) for part in _BETWEEN.split(text) if part.strip()))


def goes_on(text: str, people: tuple[Person, ...]) -> str:
    """The line of names that `text` goes on to, "" where nobody is called so."""
    before, begun = _last_name(text)
    if not begun:
        return ""
    key = begun.casefold()
    for person in people:
        if len(person.name) > len(begun) and person.name.casefold().startswith(key):
            return before + begun + person.name[len(begun) :]
    return ""


def _last_name(text: str) -> tuple[str, str]:
    """What stands before the last name of a line of names, and that name."""
    ends = [match.end() for match in _BETWEEN.finditer(text)]
    return (text[: ends[-1]], text[ends[-1] :]) if ends else ("", text)


def newest_giver(history: History) -> str:
    """Who gave the newest promise; else who wrote last, who was met first last, the recruiter; "" unknown."""
    given_in: list[Interview | Word] = [*history.interviews, *history.words]
    promises: list[Promise] = [source.promise for source in given_in if source.promise]
    given = max(promises, key=lambda promise: promise.said_on, default=None)
    if given and given.said_by:
        return given.said_by
    met = next((interview.met[0].name for interview in reversed(history.interviews) if interview.met), "")
    return met or _latest_sender(history.words) or history.opportunity.recruiter


def _latest_sender(words: tuple[Word, ...]) -> str:
    return next((word.sender for word in reversed(words) if word.sender), "")


def round_of(history: History, to: tuple[str, ...]) -> int:
    """The newest round in which one of these was met; else the newest one held; 0 none."""

    def met_there(interview: Interview) -> bool:
        return any(person.name in to for person in interview.met)

    rounds = [*filter(met_there, reversed(history.interviews)), *reversed(history.interviews)]
    return rounds[0].id if rounds else 0
