"""The fields of Capture: how each is called, what stands in it while it is empty, and what the foot says of its use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldText:
    """One field: its label, what is shown while it is empty, and its use in at most two rows of the foot."""

    name: str
    label: str
    placeholder: str
    use: str


LINES: tuple[FieldText, ...] = (
    FieldText(
        "company",
        "Company",
        "",
        "Company and day are enough. One line in a box is one point.\n"
        "Not known yet? Write “?”, or “?, via Jo Varga” for an agency.",
    ),
    FieldText("role", "Role", "", "The job, as they call it."),
    FieldText(
        "when",
        "When",
        "today 14:00 to 15:00",
        "“today 14:00”, “yesterday 9.30 for 45 min”, “Tue 10”, “2026-11-20 09:30”.\n"
        "By your clock; for another write its zone behind: “14:00 London”.",
    ),
    FieldText("how", "How", "video, phone", "“video”, “phone”, “on site”, “panel”, or a word of your own."),
    FieldText(
        "round",
        "Round",
        "1",
        "Which interview with them this was. Empty: the one after the last you wrote down.",
    ),
    FieldText(
        "met",
        "Met",
        "name, title, address; the next person",
        "“Dana Lee, CTO, dana@northwind.example; Sam Roy”. In any order, “;” between them.\n"
        "A note greets them by their first name; “Dana Lee = Dr. Lee” changes that.",
    ),
    FieldText(
        "said",
        "They said",
        "when you will hear, in their own words",
        "When you will hear from them, in their own words: “by the end of next week”.\n"
        "Said by somebody else than the first you met? “HR: by Friday”.",
    ),
    FieldText(
        "next",
        "Next",
        "what comes next, as they told it",
        "The next step as they told it: “panel with the team”.",
    ),
)

_ONE_LINE = "One line is one point. “@Dana” in it ties it to her."
BOXES: tuple[FieldText, ...] = (
    FieldText("went_well", "Went well", "what you would do again", _ONE_LINE),
    FieldText("did_not_go_well", "Did not go well", "what to practise", _ONE_LINE),
    FieldText("stood_out", "Stood out: company and role", "what is theirs alone", _ONE_LINE),
    FieldText(
        "forgot",
        "Forgot to mention",
        "+ in front: it helps your case",
        "One line is one point, and counts as helping your case.\n"
        "“-” in front takes that away, “+” says it. “@Dana” ties it to her.",
    ),
)

BY_NAME = {each.name: each for each in (*LINES, *BOXES)}
NAMES = tuple(BY_NAME)
DAY_AT_FIRST = "today"
"""What stands in When before anything is typed."""
