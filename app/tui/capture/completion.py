"""What completes while one types: employers, their roles, people. Made on the journal's thread, asked on the screen's.

Names lie sorted; a look-up is a bisection, whatever their number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from app.domain.facts import Person
from app.domain.typed.people import people_text
from app.storage.values import Known, KnownEmployer, KnownPerson, KnownRound
from app.text import folded

_Text = TypeVar("_Text")


class Names(Generic[_Text]):
    """Names to complete from, each with what it stands for; `text` gives the text of that."""

    def __init__(self, pairs: Iterable[tuple[str, _Text]], text: Callable[[_Text], str]) -> None:
        first: dict[str, _Text] = {}
        for name, stands_for in pairs:
            first.setdefault(name.casefold(), stands_for)
        self._keys = sorted(first)
        self._values = [first[key] for key in self._keys]
        self._text = text

    def beginning_with(self, typed: str) -> str:
        """The first text that goes on from `typed`, "" where there is none or nothing more to add."""
        key = typed.casefold()
        if not key.strip():
            return ""
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or not self._keys[at].startswith(key):
            return ""
        text = self._text(self._values[at])
        # what is typed stays as it is on the screen, so the text must really begin with it
        return text if len(text) > len(typed) and text[: len(typed)].casefold() == key else ""


class Completion:
    """What is known, ready to be asked."""

    def __init__(self, known: Known) -> None:
        self._employers = Names(((each.name, each.name) for each in known.employers), str)
        self._by_employer = {folded(each.name): each for each in known.employers}
        self._all_roles = Names(((role, role) for each in known.employers for role in each.roles), str)
        self._all_people = Names(((each.name, each) for each in known.people), _person_text)
        self._met_at: dict[str, list[KnownPerson]] = {}
        for person in known.people:
            self._met_at.setdefault(folded(person.employer), []).append(person)
        self._met_names: dict[str, Names[KnownPerson]] = {}
        self._rounds: dict[str, list[KnownRound]] = {}
        for each in known.rounds:
            self._rounds.setdefault(each.employer, []).append(each)

    def employer(self, typed: str) -> str:
        """What completes the employer."""
        return self._employers.beginning_with(typed)

    def known(self, employer: str) -> KnownEmployer | None:
        """The employer of that name, None where it was never entered."""
        return self._by_employer.get(folded(employer))

    def role(self, typed: str, employer: str) -> str:
        """What completes the role: of that employer first, then of any."""
        known = self.known(employer)
        own = Names(((role, role) for role in known.roles), str).beginning_with(typed) if known else ""
        return own or self._all_roles.beginning_with(typed)

    def people(self, typed: str, employer: str) -> str:
        """What completes the last person in `typed`: somebody met at that employer first, then anybody."""
        last = typed.rpartition(";")[2].lstrip()
        if not last:
            return ""
        found = self._people_of(folded(employer)).beginning_with(last) or self._all_people.beginning_with(
            last
        )
        return typed[: len(typed) - len(last)] + found if found else ""

    def next_round(self, employer: str, role: str) -> int:
        """The number of the next interview at that employer for that role (of any, where none is given).

        It belongs to the opportunity that the journal would take: of that role, then one with no role noted.
        """
        open_ones, wanted = self._rounds.get(folded(employer), []), folded(role)
        if not wanted:
            return open_ones[0].number + 1 if open_ones else 1
        by_role = {each.role: each.number for each in reversed(open_ones)}
        return by_role.get(wanted, by_role.get("", 0)) + 1

    def _people_of(self, employer: str) -> Names[KnownPerson]:
        if employer not in self._met_names:
            here = self._met_at.get(employer, [])
            self._met_names[employer] = Names(((each.name, each) for each in here), _person_text)
        return self._met_names[employer]


def _person_text(person: KnownPerson) -> str:
    return people_text(
        (
            Person(
                name=person.name,
                greeting=person.greeting,
                title=person.title,
                email=person.email,
                phone=person.phone,
            ),
        )
    )
