"""What was read from an employer's words about hearing back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReadingKind(StrEnum):
    """How the words are read (follow-up-rules.md, "Rules")."""

    DEADLINE = "deadline"
    CONTACT_ON = "contact-on"
    FEW_DAYS = "few-days"
    NO_CONTACT = "no-contact"
    NO_DATE = "no-date"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the employer's words, all dates in the employer's place.

    `kind`      what kind of promise it is.
    `day`       the date read: of a deadline or a day to get in touch; else None.
    `words`     the part of the words that decided it, as typed; "" when nothing did.
    `rule`      the rule in words a person understands: "Friday of next week"; for words that were not
                read, why ("a date of something else", "I cannot read a date in this").
    `confirm`   whether the person should confirm it.
    `alternative`   what else the words may mean, where `confirm` is set; None when nothing better is known.
    `understood`    False where the words say something that was not read (the screen says so and asks for a
                date); True for a date, and for words that plainly give none ("soon", "they didn't say", "").
    """

    kind: ReadingKind
    day: date | None = None
    words: str = ""
    rule: str = ""
    confirm: bool = False
    alternative: date | None = None
    understood: bool = True
