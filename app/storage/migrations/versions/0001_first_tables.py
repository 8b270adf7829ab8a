"""The first tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.storage.migrations import APPLICATION_ID

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first version."""
    op.execute(f"PRAGMA application_id={APPLICATION_ID}")

    _change()
    _opportunity()
    _setting()
    _changed_row()
    _closed_day()
    _decision()
    _interview()
    _person()
    _word()
    _meeting()
    _message()
    _point()
    _promise()
    _recipient()


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [_text(name) for name in names]


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _yes_or_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _day(table: str, column: str) -> sa.CheckConstraint:
    return _check(table, column, f"{column} IS date({column}, '+0 days')")


def _instant(table: str, column: str) -> sa.CheckConstraint:
    second = f"substr({column}, 1, 19)"
    exists = f"{second} IS replace(datetime({second}, '+0 days'), ' ', 'T')"
    return _check(table, column, f"{column} IS NULL OR ({column} GLOB '*+00:00' AND {exists})")


def _truth(table: str, column: str) -> sa.CheckConstraint:
    return _check(table, column, f"{column} IN (0, 1)")


def _not_blank(table: str, column: str) -> sa.CheckConstraint:
    return _check(table, column, f"trim({column}) <> ''")


def _one_of(table: str, column: str, *kinds: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return _check(table, column, f"{column} IN ({listed})")


def _refers(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=on_delete)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f("_".join(("uq", table, *columns))))


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_texts("made_at", "label", "state"),
        _number("opportunity_id", nullable=True),
        _one_of("change", "state", "done", "undone", "dropped", "kept"),
        _instant("change", "made_at"),
        _not_blank("change", "label"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_opportunity_id", "change", ["opportunity_id"])
    op.create_index("ix_change_state", "change", ["state"])


def _opportunity() -> None:
    op.create_table(
        "opportunity",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("version"),
        *_texts(
            "created_at",
            "changed_at",
            "employer",
            "employer_key",
            "role",
            "role_key",
            "region",
            "zone",
            "source",
            "recruiter",
            "link",
        ),
        _text("outcome", nullable=True),
        _text("ended_on", nullable=True),
        _text("outcome_note"),
        _one_of("opportunity", "outcome", "accepted", "declined", "rejected", "withdrew", "moved on"),
        _day("opportunity", "ended_on"),
        _check("opportunity", "ended", "outcome IS NOT NULL OR ended_on IS NULL"),
        _instant("opportunity", "created_at"),
        _instant("opportunity", "changed_at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opportunity_employer_key_role_key", "opportunity", ["employer_key", "role_key"])


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_texts("name", "value"),
        _unique("setting", "name"),
        _not_blank("setting", "name"),
        sqlite_autoincrement=True,
    )


def _changed_row() -> None:
    op.create_table(
        "changed_row",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("change_id"),
        _text("table_name"),
        _number("row_id"),
        _text("before", nullable=True),
        _text("after", nullable=True),
        _check("changed_row", "something", "before IS NOT NULL OR after IS NOT NULL"),
        _check("changed_row", "before", "before IS NULL OR before LIKE '{%}'"),
        _check("changed_row", "after", "after IS NULL OR after LIKE '{%}'"),
        _refers("changed_row", "change_id", "change", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changed_row_change_id", "changed_row", ["change_id"])
    op.create_index("ix_changed_row_table_name_row_id", "changed_row", ["table_name", "row_id"])


def _closed_day() -> None:
    op.create_table(
        "closed_day",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("opportunity_id"),
        _text("day"),
        _unique("closed_day", "opportunity_id", "day"),
        _day("closed_day", "day"),
        _refers("closed_day", "opportunity_id", "opportunity", "CASCADE"),
        sqlite_autoincrement=True,
    )


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("created_at"),
        _number("opportunity_id"),
        *_texts("kind", "made_on", "step"),
        _text("step_day", nullable=True),
        _text("until", nullable=True),
        *_texts("recipient", "reason"),
        _one_of("decision", "kind", "postpone", "skip", "reopen"),
        _day("decision", "made_on"),
        _day("decision", "step_day"),
        _day("decision", "until"),
        _instant("decision", "created_at"),
        _refers("decision", "opportunity_id", "opportunity", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_opportunity_id", "decision", ["opportunity_id"])


def _interview() -> None:
    op.create_table(
        "interview",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("version"),
        *_texts("created_at", "changed_at"),
        _number("opportunity_id"),
        _number("number"),
        *_texts("how", "state", "start_day"),
        _text("start_at", nullable=True),
        _text("zone"),
        _number("minutes", nullable=True),
        _text("arranged_on", nullable=True),
        _text("changed_on", nullable=True),
        _yes_or_no("captured"),
        _text("next_step"),
        _one_of(
            "interview", "state", "planned", "held", "called off by them", "called off by me", "nobody came"
        ),
        _day("interview", "start_day"),
        _day("interview", "arranged_on"),
        _day("interview", "changed_on"),
        _instant("interview", "start_at"),
        _instant("interview", "created_at"),
        _instant("interview", "changed_at"),
        _truth("interview", "captured"),
        _check("interview", "number", "number >= 1"),
        _check("interview", "minutes", "minutes > 0"),
        _refers("interview", "opportunity_id", "opportunity", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interview_opportunity_id", "interview", ["opportunity_id"])
    op.create_index("ix_interview_start_day", "interview", ["start_day"])


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("version"),
        *_texts("created_at", "changed_at"),
        _number("opportunity_id"),
        *_texts(
            "name", "name_key", "greeting", "title", "employer", "email", "phone", "reach", "personal", "part"
        ),
        _unique("person", "opportunity_id", "name_key"),
        _not_blank("person", "name"),
        _one_of("person", "reach", "direct", "through recruiter", "through coordinator"),
        _one_of("person", "part", "interviewer", "recruiter", "coordinator"),
        _instant("person", "created_at"),
        _instant("person", "changed_at"),
        _refers("person", "opportunity_id", "opportunity", "CASCADE"),
        sqlite_autoincrement=True,
    )


def _word() -> None:
    op.create_table(
        "word",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("version"),
        *_texts("created_at", "changed_at"),
        _number("opportunity_id"),
        _text("day"),
        _text("at", nullable=True),
        *_texts("zone", "kind", "way", "sender", "gist"),
        _one_of("word", "kind", "reply", "offer", "automatic answer", "no news"),
        _one_of("word", "way", "mail", "call", "letter", "other"),
        _day("word", "day"),
        _instant("word", "at"),
        _instant("word", "created_at"),
        _instant("word", "changed_at"),
        _refers("word", "opportunity_id", "opportunity", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_word_day", "word", ["day"])
    op.create_index("ix_word_opportunity_id", "word", ["opportunity_id"])


def _meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("interview_id"),
        _number("person_id"),
        _number("position"),
        _unique("meeting", "interview_id", "person_id"),
        _refers("meeting", "interview_id", "interview", "CASCADE"),
        _refers("meeting", "person_id", "person", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meeting_person_id", "meeting", ["person_id"])


def _message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("version"),
        *_texts("created_at", "changed_at"),
        _number("opportunity_id"),
        _number("interview_id", nullable=True),
        *_texts("kind", "way", "subject", "text", "ticked", "state"),
        _text("sent_day", nullable=True),
        _text("sent_at", nullable=True),
        *_texts("sent_zone", "reason"),
        _one_of("message", "kind", "thank-you", "follow-up", "closing note", "answer"),
        _one_of("message", "way", "mail", "call", "letter", "other"),
        _one_of("message", "state", "draft", "perhaps sent", "sent"),
        _day("message", "sent_day"),
        _instant("message", "sent_at"),
        _instant("message", "created_at"),
        _instant("message", "changed_at"),
        _check("message", "sent", "(state = 'draft') = (sent_day IS NULL)"),
        _check("message", "sent_when", "sent_day IS NOT NULL OR (sent_at IS NULL AND sent_zone = '')"),
        _check("message", "ticked", "ticked LIKE '[%]'"),
        _refers("message", "opportunity_id", "opportunity", "CASCADE"),
        _refers("message", "interview_id", "interview", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_message_interview_id", "message", ["interview_id"])
    op.create_index("ix_message_opportunity_id", "message", ["opportunity_id"])
    op.create_index("ix_message_sent_day", "message", ["sent_day"])


def _point() -> None:
    op.create_table(
        "point",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("interview_id"),
        _number("position"),
        *_texts("kind", "text", "about"),
        _yes_or_no("helps"),
        _yes_or_no("set_aside"),
        _one_of(
            "point",
            "kind",
            "went well",
            "did not go well",
            "stood out",
            "forgot to mention",
            "topic",
            "personal",
            "to ask",
        ),
        _not_blank("point", "text"),
        _truth("point", "helps"),
        _truth("point", "set_aside"),
        _refers("point", "interview_id", "interview", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_point_interview_id", "point", ["interview_id"])


def _promise() -> None:
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("interview_id", nullable=True),
        _number("word_id", nullable=True),
        *_texts("words", "said_on", "said_by", "kind"),
        _text("day", nullable=True),
        _yes_or_no("confirm"),
        _yes_or_no("confirmed"),
        _one_of("promise", "kind", "deadline", "contact-on", "few-days", "no-contact", "no-date"),
        _day("promise", "said_on"),
        _day("promise", "day"),
        _truth("promise", "confirm"),
        _truth("promise", "confirmed"),
        _check("promise", "source", "(interview_id IS NULL) <> (word_id IS NULL)"),
        _unique("promise", "interview_id"),
        _unique("promise", "word_id"),
        _refers("promise", "interview_id", "interview", "CASCADE"),
        _refers("promise", "word_id", "word", "CASCADE"),
        sqlite_autoincrement=True,
    )


def _recipient() -> None:
    op.create_table(
        "recipient",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("message_id"),
        _number("position"),
        _text("name"),
        _not_blank("recipient", "name"),
        _refers("recipient", "message_id", "message", "CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recipient_message_id", "recipient", ["message_id"])
