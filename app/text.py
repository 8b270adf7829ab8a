"""The one place where text from a person, a file or the network is made safe, shortened and folded.

`cleaned` once where text enters; `shown` once where it leaves for a terminal. Stored text stays as it was given apart
from what no text needs (line ends made one kind, NUL and lone surrogates dropped).
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER_STORED = re.compile("[\x00\ud800-\udfff]")
# Controls of every kind: C0 and C1, and the invisible ones that turn or hide what stands beside them.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}{_INVISIBLE}\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"


def cleaned(text: str, *, one_line: bool = False) -> str:
    """Text as it enters: line ends become LF, NUL and lone surrogates go, outer blanks are cut.

    With `one_line`, line ends and tabs become single spaces.
    """
    text = _NEVER_STORED.sub("", _LINE_ENDS.sub("\n", text))
    if one_line:
        text = re.sub(r"[\n\t]+", " ", text)
    return text.strip()


def shown(text: str, *, one_line: bool = True) -> str:
    """Text as it may reach a terminal: no control, bidirectional or tag character is left in it.

    Line ends and tabs become spaces; with `one_line=False` line ends stay.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if one_line:
        return _UNSAFE.sub(_inert, text)
    return "\n".join(_UNSAFE.sub(_inert, line) for line in text.split("\n"))


def _inert(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\n":
        return " "
    return "" if char == "\ufeff" else _REPLACEMENT


def shortened(text: str, characters: int) -> str:
    """`text` cut to `characters` characters, the cut marked with an ellipsis. For quoting, not for columns."""
    return text if len(text) <= characters else text[: max(characters - 1, 0)].rstrip() + ELLIPSIS


def folded(text: str) -> str:
    """`text` for comparing: case and accents folded, blanks made single."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
