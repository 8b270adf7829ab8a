"""The marks: one cell each, with a plain ASCII twin for terminals and locales that draw them wide or not at all."""

from __future__ import annotations

import codecs
import locale
from collections.abc import Mapping

UNICODE: Mapping[str, str] = {
    "late": "!",
    "due": "●",
    "coming": "○",
    "done": "✓",
    "happened": "·",
    "failed": "✗",
    "hand": "□",
    "interview": "◆",
    "interview-to-come": "◇",
    "follow-up": "▲",
    "follow-up-to-send": "△",
    "deadline": "┬",
    "word": "←",
    "closed": "■",
    "move-on": "□",
    "past": "─",
    "ahead": "┄",
    "overdue": "━",
    "cursor": "▌",
    "today": "│",
    "helps": "+",
    "bullet": "·",
    "thread": "│",
}
ASCII: Mapping[str, str] = {
    "late": "!",
    "due": "*",
    "coming": "o",
    "done": "x",
    "happened": "-",
    "failed": "X",
    "hand": "[",
    "interview": "I",
    "interview-to-come": "i",
    "follow-up": "F",
    "follow-up-to-send": "f",
    "deadline": "P",
    "word": "<",
    "closed": "M",
    "move-on": "m",
    "past": "-",
    "ahead": ".",
    "overdue": "=",
    "cursor": ">",
    "today": "|",
    "helps": "+",
    "bullet": "-",
    "thread": "|",
}


def marks(*, ascii_only: bool | None = None) -> Mapping[str, str]:
    """The marks to draw with; by themselves ASCII where the locale is not UTF-8."""
    if ascii_only is None:
        ascii_only = codecs.lookup(locale.getpreferredencoding(do_setlocale=False)).name != "utf-8"
    return ASCII if ascii_only else UNICODE
