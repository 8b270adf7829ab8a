"""Opportunities found by what is typed: by employer, role or somebody's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.dueness import NO_EMPLOYER, Outlook
from app.text import folded

MOST = 20
LEAST = 2  # letters; one alone finds nearly all


@dataclass(frozen=True, slots=True)
class Findable:
    """One opportunity: how it is called, what else tells it apart, and all it is found by, folded."""

    opportunity_id: int
    name: str
    about: str
    text: str


def findables(outlooks: Iterable[Outlook]) -> tuple[Findable, ...]:
    """What can be found. 10,000 take 150 ms: not to be made on the screen's thread."""
    return tuple(_findable(outlook) for outlook in outlooks)


def _findable(outlook: Outlook) -> Findable:
    opportunity = outlook.history.opportunity
    people = [person.name for person in outlook.history.people]
    about = ", ".join(filter(None, (opportunity.role, *people)))
    text = folded(" ".join((opportunity.employer, about, opportunity.recruiter)))
    return Findable(opportunity.id, opportunity.employer or NO_EMPLOYER, about, text)


def opportunities_found(among: Sequence[Findable], typed: str) -> list[Findable]:
    """The first ones that have every word typed; those that begin with it before the others."""
    key = folded(typed)
    if len(key) < LEAST:
        return []
    words = key.split()
    found = [one for one in among if all(word in one.text for word in words)]
    return sorted(found, key=lambda one: not one.text.startswith(key))[:MOST]
