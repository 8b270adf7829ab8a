"""Clauses of what was said, and what each says about its dated pieces: hearing, another matter, a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.promise.lexer import Sign
from app.domain.promise.pieces import Piece

_BREAKS = frozenset(
    {
        ",",
        ";",
        ".",
        ":",
        "(",
        ")",
        "!",
        "?",
        "but",
        "then",
        "and",
        "\u2022",
        "now",
        "correction",
        "ratherthan",
    }
)
_OPENERS = frozenset({"if", "unless", "when"})
_SUBJECTS = frozenset({"we", "you"})
_ASKS = frozenset(
    {"verb", "giveme", "give", "tryme", "getback", "checkback", "followup", "getintouch", "letmeknow"}
)
_MAY = frozenset({"mayyou", "youshould"})


@dataclass(slots=True)
class Clause:
    """A clause: its signs other than pieces, its pieces, and where each piece stands among the signs."""

    opener: str = ""
    signs: list[str] = field(default_factory=list)
    pieces: list[tuple[int, Piece]] = field(default_factory=list)
    inherited: Clause | None = None
    joined_to: Clause | None = None

    def has(self, *signs: str) -> bool:
        """Whether one of the signs stands in the clause."""
        return any(sign in self.signs for sign in signs)

    @property
    def empty(self) -> bool:
        """Whether nothing but pieces and small words stand in it."""
        return not any(sign in _TELLING or sign == "x" for sign in self.signs)

    @property
    def hears(self) -> bool:
        """Whether it is about hearing from them or about their decision."""
        if self.empty and self.inherited is not None:
            return self.inherited.hears
        return self.has("hear", "decide", "nothing") or self._asked() == "hear"

    @property
    def asks(self) -> bool:
        """Whether it asks the person to get in touch."""
        if self.empty and self.inherited is not None:
            return self.inherited.asks
        return self._asked() == "ask"

    @property
    def forbids(self) -> bool:
        """Whether it asks the person not to get in touch."""
        return self._asked() == "forbid"

    @property
    def other(self) -> bool:
        """Whether it is about something else: a start date, an advert, an interview."""
        if self.empty and self.inherited is not None:
            return self.inherited.other
        started = "start" in self.signs and not self.hears
        return (
            self.has("other", "event", "otherlike", "officehours", "away")
            or started
            or self._asked() == "other"
        )

    @property
    def hard(self) -> bool:
        """Whether that something else has nothing to do with when they decide."""
        if self.empty and self.inherited is not None:
            return self.inherited.hard
        return self.has("other", "event", "officehours") or self._asked() == "other"

    def _asked(self) -> str:
        """What the first verb of getting in touch says: "hear", "ask", "forbid", "other", or "" without one."""
        for at, sign in enumerate(self.signs):
            if sign in _ASKS:
                return self._role(at, sign)
        return ""

    def _role(self, at: int, sign: str) -> str:
        before, following = self.signs[:at], self.signs[at + 1 : at + 2]
        may = bool(_MAY.intersection(before)) or (following == ["me"] and "you" in before)
        if sign == "give" and following not in (["verb"], ["x"]):
            return ""
        if following == ["you"] and not may:
            return "hear"
        if sign == "verb" and before[-1:] in (["other"], ["event"]) and following != ["me"]:
            return ""
        subjects = [place for place, one in enumerate(before) if one in _SUBJECTS]
        told = before[-2:] == ["not", "to"] or (
            subjects and before[subjects[-1]] == "you" and "not" in before[subjects[-1] :]
        )
        if told and sign != "letmeknow" and self.opener != "if":
            return "forbid"
        carried = (
            self.joined_to is not None and self.joined_to.has("we", "will") and not self.joined_to.has("you")
        )
        if not may and (
            carried or "we" in before or "will" in before or "x" in before[-1:] or "hear" in before
        ):
            return "hear"
        if "hear" in before:
            before = before[len(before) - before[::-1].index("hear") :]
        if ("not" in before or "nothing" in before) and self.opener == "if":
            return "hear"
        if "not" in before or "nothing" in before:
            return "forbid" if sign != "letmeknow" else "other"
        if sign == "letmeknow":
            return "other"
        alone = sign == "verb" and not following and not self.pieces_after(at) and not may
        return "hear" if alone and self.opener == "noun" else "ask"

    def pieces_after(self, at: int) -> bool:
        """Whether a piece stands behind the sign `at`."""
        return any(place > at for place, _ in self.pieces)


_TELLING = frozenset(
    {
        "hear",
        "decide",
        "other",
        "event",
        "otherlike",
        "officehours",
        "away",
        "soft",
        "ends",
        "mine",
        "start",
        "nothing",
        "we",
        "not",
    }
    | _ASKS
    | _MAY
)


def clauses_of(signs: Sequence[Sign], pieces: Sequence[Piece]) -> list[Clause]:
    """The clauses in order; one without a word of its own inherits what the one before was about."""
    starts = {piece.at: piece for piece in pieces}
    clauses = [Clause()]
    at = 0
    while at < len(signs):
        clause = clauses[-1]
        piece = starts.get(at)
        if piece is not None:
            clause.pieces.append((len(clause.signs), piece))
            at = max(piece.to, at + 1)
            continue
        sign = signs[at].sign
        if _breaks(clause, sign, spaced=not signs[at].glued):
            clauses.append(Clause(joined_to=clause if sign == "and" else None))
            clause = clauses[-1]
        if sign in _OPENERS or sign in {"now", "correction", "ratherthan", "then", "but"}:
            clause.opener = sign
        clause.signs.append(sign)
        at += 1
    _inherit(clauses)
    return clauses


def _breaks(clause: Clause, sign: str, *, spaced: bool) -> bool:
    if not clause.signs and not clause.pieces:
        return False
    if sign in {",", ":", "-"} and not clause.pieces and set(clause.signs) <= {"correction", ",", ":"}:
        return False
    if sign in _BREAKS or sign in _OPENERS or (sign == "-" and spaced):
        return True
    conditional = clause.opener in _OPENERS or clause.has("after", "until")
    if sign in _SUBJECTS:
        joined = clause.signs[-1:] and clause.signs[-1] in {
            *_OPENERS,
            "after",
            "until",
            "before",
            "from",
            "not",
        }
        return bool(clause.pieces or (conditional and not joined)) and not joined
    return bool(sign in _ASKS | _MAY and clause.pieces and conditional)


def _inherit(clauses: list[Clause]) -> None:
    previous: Clause | None = None
    for earlier, clause in pairwise(clauses):
        if "atleast" in clause.signs and clause.empty and not clause.pieces:
            earlier.signs.append("atleast")
    for clause in clauses:
        if clause.empty and clause.opener not in _OPENERS:
            clause.inherited = (
                previous if previous is not None and not _stands_alone(clause, previous) else None
            )
        just_no = not clause.pieces and set(clause.signs) <= _BREAKS | {"not", "-"}
        if not clause.empty and clause.opener not in {"if", "unless"} and not just_no:
            previous = clause


def _stands_alone(clause: Clause, previous: Clause) -> bool:
    """Whether "so Monday", "but Tuesday" leaves behind what the clause before was about."""
    turns = clause.opener in {"then", "but", "now"} and not (previous.hears or previous.asks)
    return clause.opener == "correction" or turns
