"""People as one types them: "Dana Lee, CTO, dana@northwind.example; Sam Roy; WANG Xiaoming, engineer".

    ;  or a new line     the next person (a comma does too where a whole name plainly follows)
    Dana Lee, CTO        a title; also "Dana Lee (CTO)" and "Dana Lee - CTO"
    dana@x.example       an address, anywhere, with or without <>; a number to call likewise
    Dana Lee = Dee       what a note calls her, where "Dana" is not right
    Lee, Dana <d@x.y>    family name first, as mail programs write it

Unsure pieces are titles. Reading never fails: `faults_of_people` says what a person should look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from app.domain.facts import Part, Person
from app.domain.typed.names import greeting_of, is_role, looks_like_a_name, plain
from app.domain.typed.words import COORDINATED, COORDINATING, RECRUITING, RECRUITING_PAIRS, SCHEDULING
from app.text import cleaned, folded

# Each begins only where a word does, so that a long word without an address is read once.
_EMAIL = re.compile(r"(?<![^\s<>,;()])<?(?:mailto:)?([^\s<>@,;():]+@[^\s<>@,;()]*)>?", re.IGNORECASE)
_WHOLE_EMAIL = re.compile(r"[^\s@<>,;()\"]+@(?:[^\s@.,;<>()\"]+\.)+[^\s@.,;<>()\"\d][^\s@.,;<>()\"]+")
_PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|mob|cell|m|t|p)[.:]{0,2}\s*)?"
    r"(?<![\w@])(\+?\(?\d(?:[\s().\-/]{0,3}\d){5,17}(?:\s?(?:x|ext\.?)\s?\d{1,6})?)(?![\w@])",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_DASH = re.compile(r"\s+[-–—]+\s+|:\s+")
_BLANKS = re.compile(r"[^\S\n]+")
_SEPARATORS = {ord("；"): ";", ord("，"): ",", ord("、"): ",", ord("\t"): ","}
_AND = re.compile(r"\s+(?:and|&|\+|und|et|y)\s+", re.IGNORECASE)


@dataclass
class _Reading:
    """One person while their pieces are read."""

    name: str = ""
    greeting: str = ""
    titles: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""


def read_people(text: str) -> tuple[Person, ...]:
    """The people named in `text`, in its order. Any text is read; nothing typed is dropped but separators."""
    text = _BLANKS.sub(" ", cleaned(text).translate(_SEPARATORS))
    found: list[_Reading] = []
    for entry in _split(text, ";\n"):
        found.extend(_read_entry(entry))
    return tuple(_person(reading) for reading in found if reading.name)


def people_text(people: Iterable[Person]) -> str:
    """The text that reads as `people`, for editing; a greeting is told where it is not the usual one."""
    return "; ".join(_person_text(person) for person in people)


def faults_of_people(people: Iterable[Person]) -> tuple[str, ...]:
    """What a person should look at, one line each: a broken address, somebody named twice."""
    faults, seen = [], set[str]()
    for person in people:
        if person.email and not is_email(person.email):
            faults.append(f"“{person.email}” is no whole e-mail address.")
        if folded(person.name) in seen:
            faults.append(f"“{person.name}” is named twice; add something to tell them apart.")
        seen.add(folded(person.name))
    return tuple(faults)


def is_email(text: str) -> bool:
    """Whether `text` has the form of a whole e-mail address."""
    return bool(_WHOLE_EMAIL.fullmatch(text))


def with_known(typed: Iterable[Person], known: Iterable[Person]) -> tuple[Person, ...]:
    """The people typed, with what text does not show (employer, reach, personal, id) from `known`."""
    by_name = {folded(person.name): person for person in known}
    result = []
    for person in typed:
        old = by_name.get(folded(person.name), person)
        result.append(
            replace(person, employer=old.employer, reach=old.reach, personal=old.personal, id=old.id)
        )
    return tuple(result)


def part_of(title: str) -> Part:
    """What a person of this title is in the search: recruiter, coordinator, else an interviewer."""
    words = [plain(word) for word in re.split(r"[\s/,&]+", title)]
    known = set(words)
    coordinates = known & COORDINATING and (len(words) == 1 or known & COORDINATED)
    if coordinates or known & SCHEDULING:
        return Part.COORDINATOR
    recruits = known & RECRUITING or set(pairwise(words)) & RECRUITING_PAIRS
    return Part.RECRUITER if recruits else Part.INTERVIEWER


def _person(reading: _Reading) -> Person:
    title = ", ".join(reading.titles)
    return Person(
        name=reading.name,
        greeting=reading.greeting or greeting_of(reading.name),
        title=title,
        email=reading.email,
        phone=reading.phone,
        part=part_of(title or (reading.name if is_role(reading.name) else "")),
    )


def _person_text(person: Person) -> str:
    name = (
        person.name
        if person.greeting in {"", greeting_of(person.name)}
        else f"{person.name} = {person.greeting}"
    )
    ways = [way for way in (person.email, person.phone) if way]
    plainly = ", ".join([name, *([person.title] if person.title else []), *ways])
    read = read_people(plainly)
    if len(read) == 1 and (read[0].name, read[0].title) == (person.name, person.title):
        return plainly
    # A title that would be read as a name, or that has a separator in it, is safe in brackets.
    return ", ".join([f"{name} ({person.title})" if person.title else name, *ways])


def _split(text: str, separators: str) -> list[str]:
    """The pieces of `text` between any of the separators that stand outside brackets; no empty ones."""
    pieces, depth, start = [], 0, 0
    for i, char in enumerate(text):
        if char == "\n":
            depth = 0
        depth += (char in "([") - (char in ")]" and depth > 0)
        if char in separators and depth == 0:
            pieces.append(text[start:i])
            start = i + 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


def _read_entry(entry: str) -> list[_Reading]:
    """The people of one entry; more than one where a further name plainly begins."""
    people: list[_Reading] = []
    for piece in _family_names_joined(_split(entry, ",")):
        for i, part in enumerate(_parts_by_and(piece, first=not people)):
            _take(part, people, begins=i > 0)
    return people


def _family_names_joined(pieces: list[str]) -> list[str]:
    """Names written family first made one: Lee, Dana <d@x.y> becomes Dana Lee <d@x.y>."""
    joined: list[str] = []
    for piece in pieces:
        given, bracket, address = piece.partition("<")
        if bracket and joined and _one_word_name(joined[-1]) and _one_word_name(given):
            joined[-1] = f"{given.strip()} {joined[-1]} <{address}"
        else:
            joined.append(piece)
    return joined


def _one_word_name(text: str) -> bool:
    return looks_like_a_name(text, least=1) and len([w for w in text.split() if w[:1].isupper()]) == 1


def _parts_by_and(piece: str, *, first: bool) -> list[str]:
    """A piece parted at its "and"s where each side is a name of its own; else whole."""
    parts = _AND.split(piece)
    bare = [_EMAIL.sub("", _BRACKETS.sub("", part)).strip() for part in parts]
    if len(parts) > 1 and first and all(looks_like_a_name(part, least=1) for part in bare):
        return parts
    # "CTO and Sam Roy": a whole name behind a title begins the next person.
    if len(parts) > 1 and not first and looks_like_a_name(bare[-1]) and " of " not in f" {bare[0]} ":
        *_, last = _AND.finditer(piece)
        return [piece[: last.start()], piece[last.end() :]]
    return [piece]


def _take(part: str, people: list[_Reading], *, begins: bool) -> None:
    """Read one part into the last person, or begin the next one with it (surely, with `begins`)."""
    text, emails = _cut(_EMAIL, part)
    text, phones = _cut(_PHONE, text)
    text, titles = _cut(_BRACKETS, text)
    text = text.strip(" ,<>")
    if begins or not people or _begins_a_person(text, bool(emails or titles), people):
        people.append(_begun(text or " ".join([*phones, *titles]), emails))
        text = ""
    person = people[-1]
    for email in emails:
        if not person.email:
            person.email = email
        elif email != person.email:
            person = _begun("", [email])
            person.email = email
            people.append(person)
    person.phone = person.phone or (phones[0] if phones else "")
    extra = phones[1:] if person.phone in phones else phones
    person.titles += tuple(piece for piece in (text, *titles, *extra) if piece)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    """`text` without what `pattern` finds in it, and the findings."""
    found = [match.group(1).strip() for match in pattern.finditer(text)]
    return " ".join(pattern.sub(" ", text).split()) if found else text, [each for each in found if each]


def _begins_a_person(text: str, more: bool, people: list[_Reading]) -> bool:
    """Whether `text` (with an address or a title in brackets beside it: `more`) is the next person's name."""
    if not text:
        return False
    name = _name_and_title(text)[0]
    last = people[-1]
    if more and looks_like_a_name(name, least=1):
        return True
    return looks_like_a_name(name) and (" " in last.name or bool(last.titles or last.email))


def _begun(text: str, emails: list[str]) -> _Reading:
    name, title = _name_and_title(text)
    name, _, greeting = name.partition("=")
    if not name.strip():
        name = _name_in(emails[0]) if emails else greeting
    reading = _Reading(name=" ".join(name.split()), greeting=" ".join(greeting.split()))
    reading.titles = (title,) if title else ()
    return reading


def _name_and_title(text: str) -> tuple[str, str]:
    """A name and the title behind a dash or colon: Dana Lee - CTO."""
    name, *title = _DASH.split(text, maxsplit=1)
    return (name, title[0]) if title and looks_like_a_name(name, least=1) else (text, "")


def _name_in(email: str) -> str:
    """The name that an address tells: "dana.lee2@x.example" -> "Dana Lee"."""
    words = [word for word in re.split(r"[._\-+\d]+", email.partition("@")[0]) if word]
    name = " ".join(word[:1].upper() + word[1:] for word in words)
    return name.upper() if is_role(name) else name or email
