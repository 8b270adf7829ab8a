"""How a rule of the reader is written: a pattern over signs, and a function that makes the dated piece.

Rules are tried at each sign in the order in which they are declared, longest readings first; the first that fits takes
its signs. In a pattern a name in braces stands for one of `PARTS_OF_SPEECH`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.promise.lexer import Sign
from app.domain.promise.pieces import Piece, Unit
from app.domain.promise.reckoning import Reckoning

Maker = Callable[[re.Match[str], Reckoning], Piece | None]

_PARTS_OF_SPEECH = {
    "THE": r"(?:the )?",
    "OF": r"(?:(?:of|in|on|for|by|-) )?",
    "NUM": r"(?:n\d+(?:\.\d+)?|few|couple(?: of)?|several)",
    "UNIT": r"(?:day|bizday|week|month|hour|year|quarter|fortnight)",
    "WD": r"d(?P<weekday>\d)",
    "MONTH": r"m(?P<month>\d+)",
    "YEAR": r"(?:(?:of |, )?y(?P<year>\d{4}) )?",
    "POS": r"(?P<part>early|start(?= of )|mid|firsthalf|late|end)",
    "OR": r"(?:or|to|-|/|and|until)",
}


def expanded(pattern: str) -> str:
    """The pattern with its parts of speech put in."""
    return re.sub(r"\{([A-Z]+)\}", lambda m: _PARTS_OF_SPEECH[m[1]], pattern)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the row of the table it implements, its pattern, and what makes the piece."""

    row: str
    pattern: re.Pattern[str]
    make: Maker


class Grammar:
    """An ordered list of rules, filled by its decorator `reads`."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def reads(self, row: str, *patterns: str) -> Callable[[Maker], Maker]:
        """Declare what implements a row of the table; of several patterns each is a rule."""

        def declare(make: Maker) -> Maker:
            self.rules += [Rule(row, re.compile(expanded(p) + "(?<= )"), make) for p in patterns]
            return make

        return declare


class Recogniser:
    """All rules of several grammars as one scan over the signs."""

    def __init__(self, grammars: Sequence[Grammar]) -> None:
        self._rules = [rule for grammar in grammars for rule in grammar.rules]
        unnamed = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in self._rules)
        unnamed = (re.sub(r"\(\?P=\w+\)", r"\\S+", pattern) for pattern in unnamed)
        self._any = re.compile(
            "(?<!\\S)(?:" + "|".join(f"(?P<r{i}>{p})" for i, p in enumerate(unnamed)) + ")"
        )

    def pieces(self, signs: Sequence[Sign], reckoning: Reckoning) -> list[Piece]:
        """The dated pieces of the signs, in order, with their places."""
        text = "".join(sign.sign + " " for sign in signs)
        at_char, place = {}, 0
        for number, sign in enumerate(signs):
            at_char[place] = number
            place += len(sign.sign) + 1
        at_char[place] = len(signs)
        found: list[Piece] = []
        begin = 0
        while match := self._any.search(text, begin):
            piece, end = self._make(match, text, reckoning)
            if piece is not None:
                found.append(piece.but(at=at_char[match.start()], to=at_char[end]))
            begin = end if piece is not None else text.index(" ", match.start()) + 1
        return found

    def _make(self, match: re.Match[str], text: str, reckoning: Reckoning) -> tuple[Piece | None, int]:
        """The piece of the first rule from the matching one on that makes one."""
        first = int((match.lastgroup or "r0")[1:])
        for rule in self._rules[first:]:
            own = rule.pattern.match(text, match.start())
            if own and own.end() > own.start() and (piece := rule.make(own, reckoning)):
                return piece, own.end()
        return None, match.end()


UNITS = {
    "day": Unit.DAY, "bizday": Unit.BUSINESS_DAY, "week": Unit.WEEK, "month": Unit.MONTH, "hour": Unit.HOUR,
    "year": Unit.YEAR, "quarter": Unit.QUARTER, "fortnight": Unit.WEEK,
}  # fmt: skip
