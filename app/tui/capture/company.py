"""The employer as it is typed: a name, "?" while it is not known yet, and who stands in between ("via Jo Varga")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.errors import UsageError

# Only small letters: "Via Transportation" and "Through the Glass" are employers.
_VIA = re.compile(r"(?:^|(?<=[\s,;?]))via\s+(\S.*)$|(?:^|(?<=[,;?])\s*)through\s+(\S.*)$")
_UNKNOWN = frozenset(("?", "??", "-", "not known", "not known yet", "unknown", "not yet known", "n/a", "tbd"))


@dataclass(frozen=True, slots=True)
class TypedCompany:
    """`employer` is "" while it is not known yet; `recruiter` names who stands in between, "" nobody."""

    employer: str
    recruiter: str = ""


def read_company(text: str) -> TypedCompany:
    """The employer and recruiter that `text` (one line) means. Raises UsageError where nothing is typed."""
    line = " ".join(text.split())
    recruiter = ""
    if match := _VIA.search(line):
        recruiter, line = (match[1] or match[2]).strip(), line[: match.start()]
    line = line.rstrip(" ,;")
    if line.casefold() in _UNKNOWN:
        line = ""
    elif not line and not recruiter:
        raise UsageError("Which company was it? Not known yet: write “?”, or “?, via Jo Varga”.")
    return TypedCompany(line, recruiter)


def company_text(employer: str, recruiter: str = "") -> str:
    """The text that reads as this employer and recruiter, for editing."""
    name = employer or "?"
    return f"{name}, via {recruiter}" if recruiter else name
