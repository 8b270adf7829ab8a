"""A made-up job search to look around in, in a journal of its own; dates are reckoned from the day it is made.

Employers and people are invented, addresses end in `.example`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.facts import (
    Debrief,
    Interview,
    InterviewState,
    Message,
    MessageKind,
    Moment,
    Opportunity,
    Outcome,
    Part,
    Person,
    Point,
    PointKind,
    Promise,
    Reach,
    Way,
    Word,
    utc,
)
from app.paths import Places, places

if TYPE_CHECKING:
    from app.storage.journal import Journal

REGION = "DE-BE"


@contextmanager
def sample_places() -> Iterator[Places]:
    """A folder for a throwaway journal, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="afterword-sample-") as folder:
        yield places(Path(folder) / "sample.db")


def fill(where: Places, now: datetime) -> None:
    """Put the made-up search into the (new) journal at `where`, as it stands at `now` (aware)."""
    from app.storage.journal import Journal

    journal = Journal.open(where.journal, now=lambda: now)
    journal.set_setting("region", REGION)
    story = _Story(now)
    for tell in (_kestrel, _ostra, _brightwater, _halden, _tessera, _aldermoor, _northwind):
        tell(story, journal)


@dataclass(frozen=True, slots=True)
class _Story:
    now: datetime

    def day(self, ago: int) -> date:
        """The day so many days ago (before today where positive), off the weekend: the past back, the future on."""
        day = self.now.date() - timedelta(ago)
        weekend = max(day.weekday() - 4, 0)
        if ago == 0 or not weekend:
            return day
        return day - timedelta(weekend) if ago > 0 else day + timedelta(3 - weekend)

    def at(self, ago: int, hour: int, minute: int = 0) -> Moment:
        """A clock time on that day."""
        day = self.day(ago)
        at = datetime.combine(day, time(hour, minute), self.now.tzinfo)
        return Moment(day, utc(min(at, self.now)) if ago >= 0 else utc(at), str(self.now.tzinfo or ""))

    def promise(self, words: str, said_on: date, by: str = "") -> Promise:
        """The words as the reader reads them."""
        from app.domain.promise import read_promise
        from app.domain.workdays import workdays_of

        reading = read_promise(words, said_on, workdays_of(REGION))
        return Promise(words=words, said_on=said_on, said_by=by, kind=reading.kind, day=reading.day)


def _points(kind: PointKind, *texts: str, about: str = "") -> tuple[Point, ...]:
    return tuple(Point(kind=kind, text=text, about=about) for text in texts)


def _thanked(story: _Story, name: str, ago: int, interview_id: int) -> Message:
    return Message(
        kind=MessageKind.THANK_YOU, to=(name,), sent=story.at(ago, 9, 20), interview_id=interview_id
    )


def _halden(story: _Story, journal: Journal) -> None:
    ines = Person(
        name="Ines Okafor", greeting="Ines", title="Head of Platform", email="ines@haldenmoor.example"
    )
    jo = Person(
        name="Jo Varga",
        greeting="Jo",
        title="recruiter",
        email="jo@varga.example",
        part=Part.RECRUITER,
        reach=Reach.DIRECT,
    )
    start = story.at(11, 10)
    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(
                employer="Halden & Moor", role="Site reliability engineer", source="through Jo Varga"
            ),
            interview=Interview(
                start=start,
                how="on site",
                minutes=90,
                met=(ines, jo),
                promise=story.promise("by Wednesday", start.day, "Ines Okafor"),
                points=(
                    *_points(PointKind.WENT_WELL, "Drew the failover on the board"),
                    *_points(PointKind.DID_NOT_GO_WELL, "Vague about what it costs"),
                    *_points(PointKind.STOOD_OUT, "They page people too often, and know it"),
                    *_points(PointKind.STOOD_OUT, "Wrote the failover tool", about="Ines Okafor"),
                    *_points(PointKind.FORGOT_TO_MENTION, "The on-call rota I built at Lumen"),
                ),
            ),
        )
    )
    for name in ("Ines Okafor", "Jo Varga"):
        journal.add_message(saved.opportunity_id, _thanked(story, name, 10, saved.interview_id))


def _brightwater(story: _Story, journal: Journal) -> None:
    tom = Person(name="Tom Reyes", greeting="Tom", title="Data lead", email="tom@brightwater.example")
    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Brightwater", role="Data engineer"),
            interview=Interview(
                start=story.at(14, 15),
                how="video",
                minutes=60,
                met=(tom,),
                promise=story.promise("we'll be in touch", story.day(14), "Tom Reyes"),
                points=(
                    *_points(PointKind.WENT_WELL, "The streaming exercise, with time to spare"),
                    *_points(PointKind.STOOD_OUT, "Every dashboard has an owner"),
                ),
            ),
        )
    )
    journal.add_message(saved.opportunity_id, _thanked(story, "Tom Reyes", 13, saved.interview_id))


def _northwind(story: _Story, journal: Journal) -> None:
    dana = Person(name="Dana Lee", greeting="Dana", title="CTO", email="dana@northwind.example")
    sam = Person(name="Sam Roy", greeting="Sam", title="Staff engineer")
    first = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Northwind", role="Platform engineer"),
            interview=Interview(start=story.at(13, 11), how="phone", minutes=30, met=(dana,)),
        )
    )
    journal.add_message(first.opportunity_id, _thanked(story, "Dana Lee", 12, first.interview_id))
    journal.add_word(
        first.opportunity_id, Word(moment=story.at(6, 17), sender="Dana Lee", gist="round 2 with Sam")
    )
    start = story.at(0, 14)
    journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Northwind", role="Platform engineer", id=0),
            opportunity_id=first.opportunity_id,
            interview=Interview(
                start=start,
                number=2,
                how="video",
                minutes=60,
                met=(dana, sam),
                promise=story.promise("you’ll hear by the end of next week", start.day, "Dana Lee"),
                next_step="panel with the team",
                points=(
                    *_points(
                        PointKind.WENT_WELL,
                        "Walked Dana through the Lumen move",
                        "Good talk about blameless reviews",
                    ),
                    *_points(PointKind.DID_NOT_GO_WELL, "Blanked on IAM roles vs policies"),
                    *_points(PointKind.STOOD_OUT, "Moving off Heroku, billing first"),
                    *_points(PointKind.PERSONAL, "Runs a half marathon on Sunday", about="Dana Lee"),
                    *_points(PointKind.FORGOT_TO_MENTION, "The on-call rota I built at Lumen"),
                ),
            ),
        )
    )


def _tessera(story: _Story, journal: Journal) -> None:
    noor = Person(name="Noor Haddad", greeting="Noor", title="Engineering lead", email="noor@tessera.example")
    per = Person(name="Per Holm", greeting="Per", title="Staff engineer")
    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Tessera Labs", role="Backend engineer"),
            interview=Interview(
                start=story.at(13, 10),
                how="video",
                minutes=45,
                met=(noor,),
                points=(
                    *_points(PointKind.STOOD_OUT, "They own their data centre, two rooms in Aarhus"),
                    *_points(PointKind.FORGOT_TO_MENTION, "I can start in January"),
                ),
            ),
        )
    )
    journal.add_message(saved.opportunity_id, _thanked(story, "Noor Haddad", 12, saved.interview_id))
    journal.add_word(saved.opportunity_id, Word(moment=story.at(3, 11), sender="Noor Haddad", gist="round 2"))
    journal.add_interview(
        saved.opportunity_id,
        Interview(
            start=story.at(-3, 10),
            number=2,
            how="video",
            minutes=60,
            state=InterviewState.PLANNED,
            met=(noor, per),
            arranged_on=story.day(3),
            captured=False,
        ),
    )


def _kestrel(story: _Story, journal: Journal) -> None:
    ana = Person(name="Ana Duarte", greeting="Ana", title="Engineering manager", phone="+49 30 5550 142")
    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Kestrel", role="Staff engineer"),
            interview=Interview(start=story.at(28, 16), how="phone", minutes=40, met=(ana,)),
        )
    )
    journal.add_message(saved.opportunity_id, _thanked(story, "Ana Duarte", 27, saved.interview_id))
    journal.add_message(
        saved.opportunity_id,
        Message(
            kind=MessageKind.FOLLOW_UP,
            to=("Ana Duarte",),
            way=Way.CALL,
            sent=story.at(14, 10),
            interview_id=saved.interview_id,
        ),
    )


def _ostra(story: _Story, journal: Journal) -> None:
    li = Person(name="Li Wen", greeting="Li", title="DevOps lead", email="li@ostra.example")
    start = story.at(12, 9)
    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Ostra", role="DevOps engineer"),
            interview=Interview(
                start=start,
                how="phone",
                minutes=45,
                met=(li,),
                promise=story.promise("by the end of the month", start.day, "Li Wen"),
                points=_points(PointKind.STOOD_OUT, "Four people run all of it"),
            ),
        )
    )
    journal.add_message(saved.opportunity_id, _thanked(story, "Li Wen", 11, saved.interview_id))


def _aldermoor(story: _Story, journal: Journal) -> None:
    finn = Person(name="Finn Sato", greeting="Finn", title="CTO")
    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Aldermoor", role="Platform engineer"),
            interview=Interview(start=story.at(33, 13), how="on site", minutes=120, met=(finn,)),
        )
    )
    journal.add_message(saved.opportunity_id, _thanked(story, "Finn Sato", 32, saved.interview_id))
    journal.set_outcome(saved.opportunity_id, Outcome.REJECTED, story.day(18), "They wanted more Kafka")
