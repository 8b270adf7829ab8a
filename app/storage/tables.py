"""The tables. A row holds plain text, whole numbers and truths; `app.storage.rows` makes facts of it.

Days are ISO dates ("2026-11-12"), instants ISO in UTC ("2026-11-12T13:30:00+00:00"), kinds the values of the
domain's enumerations; each is checked by the database too. `*_key` columns hold the folded form of a name, to
search by. A `version` is the number of the change that last wrote the row: it never comes twice, not even
after an undo. Ids are never given twice either (AUTOINCREMENT), so that an old screen cannot reach a new row.
Names inside an opportunity (`about`, `said_by`, `sender`) are text, as typed: they may name somebody never
met.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint
from sqlmodel import Field

from app.domain.facts import (
    DecisionKind,
    InterviewState,
    MessageKind,
    MessageState,
    Outcome,
    Part,
    PointKind,
    Reach,
    Way,
    WordKind,
)
from app.domain.promise.reading import ReadingKind
from app.storage.columns import KEYED, Base, is_day, is_instant, is_truth, not_blank, one_of, owner


class OpportunityRow(Base, table=True):
    """One job at one employer; `employer` may be empty (through an agency, not known yet)."""

    __tablename__ = "opportunity"
    __table_args__ = (
        one_of("outcome", Outcome),
        *is_day("ended_on"),
        CheckConstraint("outcome IS NOT NULL OR ended_on IS NULL", name="ended"),
        *is_instant("created_at", "changed_at"),
        Index(None, "employer_key", "role_key"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    version: int
    created_at: str
    changed_at: str
    employer: str
    employer_key: str
    role: str
    role_key: str
    region: str
    zone: str
    source: str
    recruiter: str
    link: str
    outcome: str | None
    ended_on: str | None
    outcome_note: str


class ClosedDayRow(Base, table=True):
    """A day on which the employer said to be closed."""

    __tablename__ = "closed_day"
    __table_args__ = (UniqueConstraint("opportunity_id", "day"), *is_day("day"), KEYED)

    id: int = Field(primary_key=True)
    opportunity_id: int = owner("opportunity", index=False)
    day: str


class PersonRow(Base, table=True):
    """Somebody met or written to; one name is one person inside an opportunity."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("opportunity_id", "name_key"),
        *not_blank("name"),
        one_of("reach", Reach),
        one_of("part", Part),
        *is_instant("created_at", "changed_at"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    version: int
    created_at: str
    changed_at: str
    opportunity_id: int = owner("opportunity", index=False)
    name: str
    name_key: str
    greeting: str
    title: str
    employer: str
    email: str
    phone: str
    reach: str
    personal: str
    part: str


class InterviewRow(Base, table=True):
    """One round. Its version also changes with its points, its promise and who was met."""

    __tablename__ = "interview"
    __table_args__ = (
        one_of("state", InterviewState),
        *is_day("start_day", "arranged_on", "changed_on"),
        *is_instant("start_at", "created_at", "changed_at"),
        *is_truth("captured"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("minutes > 0", name="minutes"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    version: int
    created_at: str
    changed_at: str
    opportunity_id: int = owner("opportunity")
    number: int
    how: str
    state: str
    start_day: str = Field(index=True)
    start_at: str | None
    zone: str
    minutes: int | None
    arranged_on: str | None
    changed_on: str | None
    captured: bool
    next_step: str


class MeetingRow(Base, table=True):
    """Who was met in an interview, in the order typed."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("interview_id", "person_id"), KEYED)

    id: int = Field(primary_key=True)
    interview_id: int = owner("interview", index=False)
    person_id: int = owner("person")
    position: int


class PointRow(Base, table=True):
    """One point of a debrief, in the order typed."""

    __tablename__ = "point"
    __table_args__ = (
        one_of("kind", PointKind),
        *not_blank("text"),
        *is_truth("helps", "set_aside"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    interview_id: int = owner("interview")
    position: int
    kind: str
    text: str
    about: str
    helps: bool
    set_aside: bool


class WordRow(Base, table=True):
    """Contact from the employer."""

    __tablename__ = "word"
    __table_args__ = (
        one_of("kind", WordKind),
        one_of("way", Way),
        *is_day("day"),
        *is_instant("at", "created_at", "changed_at"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    version: int
    created_at: str
    changed_at: str
    opportunity_id: int = owner("opportunity")
    day: str = Field(index=True)
    at: str | None
    zone: str
    kind: str
    way: str
    sender: str
    gist: str


class PromiseRow(Base, table=True):
    """What the employer said about hearing back, in an interview or in a word: in exactly one."""

    __tablename__ = "promise"
    __table_args__ = (
        one_of("kind", ReadingKind),
        *is_day("said_on", "day"),
        *is_truth("confirm", "confirmed"),
        CheckConstraint("(interview_id IS NULL) <> (word_id IS NULL)", name="source"),
        UniqueConstraint("interview_id"),
        UniqueConstraint("word_id"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    interview_id: int | None = owner("interview", nullable=True, index=False)
    word_id: int | None = owner("word", nullable=True, index=False)
    words: str
    said_on: str
    said_by: str
    kind: str
    day: str | None
    confirm: bool
    confirmed: bool


class MessageRow(Base, table=True):
    """A message from the person. `ticked` is a JSON list of the checks ticked by hand."""

    __tablename__ = "message"
    __table_args__ = (
        one_of("kind", MessageKind),
        one_of("way", Way),
        one_of("state", MessageState),
        *is_day("sent_day"),
        *is_instant("sent_at", "created_at", "changed_at"),
        CheckConstraint("(state = 'draft') = (sent_day IS NULL)", name="sent"),
        CheckConstraint("sent_day IS NOT NULL OR (sent_at IS NULL AND sent_zone = '')", name="sent_when"),
        CheckConstraint("ticked LIKE '[%]'", name="ticked"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    version: int
    created_at: str
    changed_at: str
    opportunity_id: int = owner("opportunity")
    interview_id: int | None = owner("interview", on_delete="SET NULL", nullable=True)
    kind: str
    way: str
    subject: str
    text: str
    ticked: str
    state: str
    sent_day: str | None = Field(index=True)
    sent_at: str | None
    sent_zone: str
    reason: str


class RecipientRow(Base, table=True):
    """To whom a message goes, by name, in the order typed."""

    __tablename__ = "recipient"
    __table_args__ = (*not_blank("name"), KEYED)

    id: int = Field(primary_key=True)
    message_id: int = owner("message")
    position: int
    name: str


class DecisionRow(Base, table=True):
    """A person's own decision about one step."""

    __tablename__ = "decision"
    __table_args__ = (
        one_of("kind", DecisionKind),
        *is_day("made_on", "step_day", "until"),
        *is_instant("created_at"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    created_at: str
    opportunity_id: int = owner("opportunity")
    kind: str
    made_on: str
    step: str
    step_day: str | None
    until: str | None
    recipient: str
    reason: str


class SettingRow(Base, table=True):
    """A thing asked once and kept with the journal (the region)."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"), *not_blank("name"), KEYED)

    id: int = Field(primary_key=True)
    name: str
    value: str


class ChangeRow(Base, table=True):
    """One recorded change: a step of undo, and a line in the history of what it concerns.

    Its opportunity is no foreign key: undoing the entry of an opportunity leaves the change, to be done
    again.
    """

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("state IN ('done', 'undone', 'dropped', 'kept')", name="state"),
        *is_instant("made_at"),
        *not_blank("label"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    made_at: str
    label: str
    state: str = Field(index=True)
    opportunity_id: int | None = Field(index=True)


class ChangedRow(Base, table=True):
    """A row as it was before and after a change (JSON objects; no "before": it was new, no "after": it was
    deleted).
    """

    __tablename__ = "changed_row"
    __table_args__ = (
        Index(None, "table_name", "row_id"),
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something"),
        CheckConstraint("before IS NULL OR before LIKE '{%}'", name="before"),
        CheckConstraint("after IS NULL OR after LIKE '{%}'", name="after"),
        KEYED,
    )

    id: int = Field(primary_key=True)
    change_id: int = owner("change")
    table_name: str
    row_id: int
    before: str | None
    after: str | None


def _table(row: type[Base]) -> Table:
    table: Table = row.__table__  # type: ignore[attr-defined]  # SQLModel adds it to classes with table=True
    return table


OPPORTUNITY = _table(OpportunityRow)
CLOSED_DAY = _table(ClosedDayRow)
PERSON = _table(PersonRow)
INTERVIEW = _table(InterviewRow)
MEETING = _table(MeetingRow)
POINT = _table(PointRow)
WORD = _table(WordRow)
PROMISE = _table(PromiseRow)
MESSAGE = _table(MessageRow)
RECIPIENT = _table(RecipientRow)
DECISION = _table(DecisionRow)
SETTING = _table(SettingRow)
CHANGE = _table(ChangeRow)
CHANGED = _table(ChangedRow)
FACTS: tuple[Table, ...] = (
    OPPORTUNITY, CLOSED_DAY, PERSON, INTERVIEW, MEETING, POINT, WORD, PROMISE, MESSAGE, RECIPIENT, DECISION,
)  # fmt: skip
"""The tables of what a person entered, each after those it refers to."""
CATALOGUE = Base.metadata
"""Every table, with its constraints and indexes."""
