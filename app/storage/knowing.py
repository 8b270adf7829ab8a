"""What was entered before, for completion: employers with their roles, people, and how many rounds there were."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from app.storage.tables import INTERVIEW, OPPORTUNITY, PERSON
from app.storage.values import Known, KnownEmployer, KnownPerson, KnownRound


def known(connection: Connection) -> Known:
    """Employers with their roles, and people, each once, as last entered, the newest first."""
    names: dict[int, str] = {}
    return Known(_employers(connection, names), _people(connection, names), _rounds(connection))


def _employers(connection: Connection, names: dict[int, str]) -> tuple[KnownEmployer, ...]:
    """The employers; `names` is filled with that of each opportunity."""
    found: dict[str, KnownEmployer] = {}
    o = OPPORTUNITY.c
    wanted = select(o.id, o.employer, o.employer_key, o.role, o.region, o.zone).order_by(o.id.desc())
    for row in connection.execute(wanted):
        names[row.id] = row.employer
        if row.employer:
            older = KnownEmployer(row.employer, (row.role,) if row.role else (), row.region, row.zone)
            found[row.employer_key] = _joined(found.get(row.employer_key), older)
    return tuple(found.values())


def _joined(newer: KnownEmployer | None, older: KnownEmployer) -> KnownEmployer:
    if newer is None:
        return older
    more = tuple(role for role in older.roles if role not in newer.roles)
    return KnownEmployer(
        newer.name, newer.roles + more, newer.region or older.region, newer.zone or older.zone
    )


def _people(connection: Connection, names: dict[int, str]) -> tuple[KnownPerson, ...]:
    found: dict[tuple[str, str], KnownPerson] = {}
    p = PERSON.c
    wanted = select(p.opportunity_id, p.name, p.name_key, p.greeting, p.title, p.email, p.phone, p.employer)
    for row in connection.execute(wanted.order_by(p.id.desc())):
        employer = row.employer or names.get(row.opportunity_id, "")
        person = KnownPerson(row.name, row.greeting, row.title, row.email, row.phone, employer)
        found.setdefault((row.name_key, employer), person)
    return tuple(found.values())


def _rounds(connection: Connection) -> tuple[KnownRound, ...]:
    o = OPPORTUNITY.c
    wanted = (
        select(o.employer_key, o.role_key, func.max(INTERVIEW.c.number).label("last"))
        .join(INTERVIEW, INTERVIEW.c.opportunity_id == o.id)
        .where(o.outcome.is_(None), o.employer_key != "")
        .group_by(o.id)
        .order_by(o.id.desc())
    )
    return tuple(KnownRound(row.employer_key, row.role_key, row.last) for row in connection.execute(wanted))
