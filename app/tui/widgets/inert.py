"""Text that is being typed: which characters are taken, and how the few that could turn a terminal are drawn."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from app.text import cleaned

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_TURNING = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_TYPED = frozenset(("Zs", "Cf", "Co"))
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def pasted(text: str, *, one_line: bool = False) -> str:
    """A paste as it enters a field: line ends of one kind, tabs as blanks, no control character in it."""
    return _CONTROLS.sub("", cleaned(text, one_line=one_line).replace("\t", " "))


def typed_character(event: events.Key) -> str:
    """The character that a key types although Python calls it not printable, "" where there is none.

    No-break space, the joiners of Persian and of emoji, the soft hyphen: `str.isprintable` refuses them all.
    """
    character = event.character
    if character is None or len(character) != 1 or event.is_printable:
        return ""
    return character if unicodedata.category(character) in _TYPED else ""


def drawn(strip: Strip) -> Strip:
    """`strip` without characters that turn or hide what stands beside them; each cell stays where it is."""
    if not _TURNING.search(strip.text):
        return strip
    return Strip(
        [Segment(_TURNING.sub(_as_wide, text), style, control) for text, style, control in strip],
        strip.cell_length,
    )


def _as_wide(match: re.Match[str]) -> str:
    return _REPLACEMENT * cell_len(match.group())
