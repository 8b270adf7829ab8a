"""Why a step falls on its day: one to three sentences with the dates and the employer's words."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.dates import days_late_in_words, short_day
from app.domain.plan.course import FORTNIGHT, WEEK, Course
from app.domain.plan.events import Arranged, Held, Said
from app.domain.plan.steps import Rule
from app.domain.workdays import Workdays
from app.text import ELLIPSIS, shown

DAY = timedelta(1)
_LONGEST_WORDS = 60


def quoted(words: str) -> str:
    """The employer's words, inert, in one short line between quotation marks."""
    text = " ".join(shown(words).split())
    if len(text) > _LONGEST_WORDS:
        text = text[: _LONGEST_WORDS - 1].rstrip() + ELLIPSIS
    return f"“{text}”"


def first_follow_up_reason(
    course: Course, today: date, workdays: Workdays, put_off_to: date | None = None
) -> str:
    """Why the first follow-up is due when it is."""
    sentences = [_ground(course, today, workdays)]
    if course.early and course.first != course.base:
        wrote = short_day(course.early.day, today)
        until = f", until {short_day(course.first, today)}" if course.first else ""
        sentences.append(f"You wrote early, on {wrote}, so it waits a week from then{until}.")
    if put_off_to:
        sentences.append(f"You put it off to {short_day(put_off_to, today)}.")
    day = put_off_to or course.first
    if day and day < today:
        sentences.append(f"{days_late_in_words((today - day).days)}, and still welcome.")
    return " ".join(sentences)


def second_follow_up_reason(course: Course, today: date, put_off_to: date | None = None) -> str:
    """Why once more is offered."""
    wrote = short_day(course.sent[-1].day, today)
    text = f"You followed up on {wrote}. Once more is fine a week later, if you like; it need not be."
    return f"{text} You put it off to {short_day(put_off_to, today)}." if put_off_to else text


def move_on_reason(course: Course, today: date) -> str:
    """Why it is time, or will be, to give the time to what else is open."""
    if course.move_on is None or course.word is None:
        return ""
    span, since = _silence(course, course.word, today)
    if course.move_on > today:
        then = short_day(course.move_on, today)
        return f"With nothing heard by {then}, a {span} after {since}, it is fair to move on."
    return (
        f"A {span} has passed without word since {since}. "
        "It is fair to let this one rest and give the time to what else is open."
    )


def _silence(course: Course, word: date, today: date) -> tuple[str, str]:
    """How long the silence is to last, and since what."""
    if course.sent and course.sent[-1].day + WEEK == course.move_on:
        return "week", f"you wrote on {short_day(course.sent[-1].day, today)}"
    if course.day and course.day > word:
        return "month", f"the day they named, {short_day(course.day, today)}"
    return "month", f"their last word, on {short_day(word, today)}"


def thank_you_reason(held: Held, today: date, late: int, deadline: date | None) -> str:
    """Why a note of thanks is due when it is."""
    met = short_day(held.day, today)
    if late:
        return f"The interview was on {met}. {days_late_in_words(late)}, and never too late for thanks."
    if deadline is not None:
        by = short_day(deadline, today)
        return f"The interview was on {met} and they decide by {by}, so a note counts if it is there before."
    return f"The interview was on {met}. A note within a day reaches them while they remember the talk."


def capture_reason(held: Held, today: date) -> str:
    """Why notes are asked for."""
    day = short_day(held.day, today)
    if held.presumed:
        return f"The interview of {day} is over and has no notes yet. If nobody came, say so instead."
    return f"The interview of {day} has no notes yet, and memory is best now."


def round_ahead_reason(arranged: Arranged, today: date) -> str:
    """Why nothing else is due."""
    day = short_day(arranged.for_day or arranged.day, today)
    return f"A round is arranged for {day}; until it is over there is nothing to follow up."


def _ground(course: Course, today: date, workdays: Workdays) -> str:
    said, word, base = course.said, course.word, course.base
    if word is None or base is None:
        return ""
    if said is None or course.rule is Rule.NO_DATE:
        return f"{_no_date(said, today)} {_counted(word, FORTNIGHT, base, today, workdays)}"
    told = f"They said {quoted(said.words)} on {short_day(said.said_on, today)}"
    if course.day is None:
        return f"{told}. {_counted(word, WEEK, base, today, workdays)}"
    named = short_day(course.day, today)
    if course.rule is Rule.CONTACT_ON:
        return f"{told}, so on {named}.{_moved(course.day, base, 'from then', today, workdays)}"
    return f"{told}, so by {named}.{_moved(course.day + DAY, base, 'after it', today, workdays, always=True)}"


def _no_date(said: Said | None, today: date) -> str:
    if said is None or not said.words.strip():
        return "No date was promised."
    when = short_day(said.said_on, today)
    if said.understood:
        return f"{quoted(said.words)}, on {when}, names no date."
    return f"They said {quoted(said.words)} on {when}: no date could be read, so this is a guess."


def _counted(word: date, wait: timedelta, day: date, today: date, workdays: Workdays) -> str:
    length = "Two weeks" if wait == FORTNIGHT else "A week"
    counted = (
        f"{length} after their last word, on {short_day(word, today)}, is {short_day(word + wait, today)}."
    )
    return counted + _moved(word + wait, day, "from then", today, workdays)


def _moved(
    start: date, day: date, relation: str, today: date, workdays: Workdays, *, always: bool = False
) -> str:
    """A further sentence on why a day off or several moved a date on to `day`; "" where none did."""
    if start == day and not always:
        return ""
    off = _days_off(start, day, today, workdays)
    begin = f"{off}, so the" if off else "The"
    return f" {begin} first business day {relation} is {short_day(day, today)}."


def _days_off(start: date, end: date, today: date, workdays: Workdays) -> str:
    """The holidays and closed days from `start` until before `end`, weekends left out: "Fri 3 Apr is Good Friday"."""
    told = []
    day = start
    while day < end:
        if workdays.works_on(day):
            name = workdays.holiday_name(day)
            told.append(
                f"{short_day(day, today)} is {name}"
                if name
                else f"they are closed on {short_day(day, today)}"
            )
        day += DAY
    text = " and ".join(told)
    return text[:1].upper() + text[1:]
