"""The promise reader: an employer's words -> when the person hears back.

Text becomes signs (`lexer`), signs become dated pieces (`grammar` and the `rules_...`), pieces are joined (`compose`)
and weighed by their clauses (`clauses`, `statements`); the order of follow-up-rules.md then decides which date holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from app.domain.promise.clauses import Clause, clauses_of
from app.domain.promise.compose import Composer
from app.domain.promise.grammar import Recogniser
from app.domain.promise.holiday_words import holiday_names
from app.domain.promise.lexer import Sign, signs_of
from app.domain.promise.pieces import Sort
from app.domain.promise.reading import Reading, ReadingKind
from app.domain.promise.reckoning import LAST_YEAR, Reckoning, days, written
from app.domain.promise.rules_days import DAYS
from app.domain.promise.rules_months import MONTHS
from app.domain.promise.rules_spans import SPANS
from app.domain.promise.rules_weeks import WEEKS
from app.domain.promise.spelling import shortened
from app.domain.promise.statements import Statement, statements_of, week_later
from app.domain.workdays import Workdays

_RECOGNISER = Recogniser([DAYS, WEEKS, MONTHS, SPANS])
_CANNOT = "I cannot read a date in this"
_UNDATED = re.compile(
    r"x|before|after|until|when|if|unless|soft|other|otherlike|event|ends|away|start|mine|officehours|"
    r"[nyot]\d.*|[dm]\d+|day|week|month|year|quarter|hour|bizday|weekend|fortnight"
)

_OF_A_YEAR = re.compile(r"[mq]\d+")


def read_promise(words: str, said_on: date, workdays: Workdays) -> Reading:
    """What the employer's words say about hearing back, said on `said_on` in the place of `workdays`.

    Never raises; never gives a date before `said_on`. Words that are not understood give `NO_DATE` with
    `understood=False`. Source: follow-up-rules.md, "Reading the employer's words".
    """
    if said_on.year > LAST_YEAR:
        return _not_read(_CANNOT)
    text = shortened(words)
    signs = None if text is None else signs_of(text, holiday_names(workdays, said_on))
    if text is None or signs is None:
        return _not_read("this is too long to read a date in")
    signs = _with_years(signs, said_on.year)
    reckoning = Reckoning(said_on, workdays)
    pieces = Composer(signs, reckoning).composed(_RECOGNISER.pieces(signs, reckoning))
    clauses = clauses_of(signs, pieces)
    return _Judge(text, signs, reckoning, clauses, statements_of(clauses, reckoning)).reading()


def _with_years(signs: list[Sign], said: int) -> list[Sign]:
    """The signs with a year in figures for that of "March next year", "Q1 of this year"."""
    out: list[Sign] = []
    for sign in signs:
        out.append(sign)
        which = out[-2] if len(out) > 1 and sign.sign == "year" else sign
        if which.sign in {"next", "this"} and which is not sign and _has_a_year(out[:-2]):
            out[-2:] = [Sign(f"y{said + (which.sign == 'next')}", which.start, sign.end)]
    return out


def _has_a_year(signs: list[Sign]) -> bool:
    """Whether the signs end with a month, a quarter or a calendar week."""
    last = [sign.sign for sign in signs[-3:] if sign.sign != "of"]
    return bool(last) and (bool(_OF_A_YEAR.fullmatch(last[-1])) or last[-2:-1] == ["cw"])


def said_by(words: str) -> tuple[str, str] | None:
    """(who, the rest) of words that begin with who said them ("HR: by Friday"); None where they do not."""
    match = re.match(r"\s*([^\W\d_][\w.'’ -]{0,38}?)\s*:\s+(\S.*)", words, re.DOTALL)
    if not match:
        return None
    who = match[1].strip()
    signs = signs_of(who) or []
    who_words = len(who.split())
    if who_words > 4 or any(sign.sign not in {"x", "we", "the", ".", "-"} for sign in signs):
        return None
    return who, match[2].strip()


def _not_read(rule: str, *, understood: bool = False, words: str = "") -> Reading:
    return Reading(ReadingKind.NO_DATE, rule=rule, understood=understood, words=words)


class _Judge:
    """Decides which statement holds, in the order that the rules file states."""

    def __init__(
        self,
        text: str,
        signs: Sequence[Sign],
        reckoning: Reckoning,
        clauses: list[Clause],
        statements: list[Statement],
    ) -> None:
        self.text, self.signs, self.reckoning = text, signs, reckoning
        self.clauses, self.statements = clauses, statements

    def reading(self) -> Reading:
        """Past or not a promise; replaced and several; negation and lower bound; contact; ranges; the rest."""
        standing = [one for one in self.statements if not one.dropped]
        if any(one.piece.sort in {Sort.UNREADABLE, Sort.RELATIVE} or one.day is None for one in standing):
            return _not_read(
                next((one.rule for one in standing if one.piece.sort is Sort.UNREADABLE), _CANNOT)
            )
        plain = [one for one in standing if not (one.bound or one.negated)]
        bounds = [one for one in standing if one.bound or one.negated]
        forbids = any(clause.forbids for clause in self.clauses)
        if forbids and not any(one.clause.forbids for one in bounds):
            return Reading(ReadingKind.NO_CONTACT, words=self.text.strip(), rule="no contact wanted")
        if asked := [one for one in plain if one.clause.asks]:
            return self._plain(asked, ReadingKind.CONTACT_ON)
        if plain and not self._bound_outweighs(plain, bounds):
            return self._plain(self._about_hearing(plain), ReadingKind.DEADLINE)
        if bounds:
            return self._bound(bounds)
        return self._nothing()

    def _about_hearing(self, plain: list[Statement]) -> list[Statement]:
        """Those about hearing or deciding, with what falls back behind them ("but it may slip to Monday"); else all."""
        found: list[Statement] = []
        for one in plain:
            turns = one.clause.opener in {"but", "then", "unless", "now"}
            falls_back = turns or one.clause.has("will") or one.clause.signs[:2] == ["if", "not"]
            if one.clause.hears or (found and falls_back and not one.clause.other):
                found.append(one)
        return found or plain

    def _bound_outweighs(self, plain: list[Statement], bounds: list[Statement]) -> bool:
        """Whether a lower bound lies after every date that was named for hearing."""
        hearing = [one for one in plain if one.clause.hears]
        latest = max(one.day for one in hearing or plain if one.day)
        real = [one for one in bounds if one.bound and (one.clause.hears or not hearing) and one.day]
        return any(one.day > latest for one in real if one.day)

    def _plain(self, statements: list[Statement], kind: ReadingKind) -> Reading:
        last = max(statements, key=lambda one: one.day or date.min)
        if all(one.piece.sort is Sort.FEW for one in statements):
            return Reading(ReadingKind.FEW_DAYS, words=self._words(last), rule="a few days")
        few = last.piece.sort is Sort.FEW
        day = self.reckoning.said + days(7) if few else last.day
        alternative = self._alternative(last)
        return Reading(
            kind, day, self._words(last), last.rule, confirm=last.piece.confirm,
            alternative=alternative if alternative != day else None,
        )  # fmt: skip

    def _alternative(self, one: Statement) -> date | None:
        """What else the words may mean; for "before next Friday" the day before that other Friday."""
        other = one.piece.alternative
        if other is None or one.day == one.piece.day:
            return other
        eve = other - days(1) if other > self.reckoning.said else other
        return eve if one.day == one.piece.before and one.day != eve else None

    def _bound(self, statements: list[Statement]) -> Reading:
        last = max(statements, key=lambda one: one.day or date.min)
        if last.day is None:
            return _not_read(_CANNOT)
        rule = f"a week after {written(last.day)}, the earliest they named"
        return Reading(
            ReadingKind.DEADLINE,
            week_later(last.day),
            self._words(last),
            rule,
            confirm=True,
            alternative=last.day,
        )

    def _nothing(self) -> Reading:
        if dropped := next((one for one in self.statements if one.dropped), None):
            return _not_read(dropped.why, words=self._words(dropped))
        unread = any(_UNDATED.fullmatch(sign.sign) for sign in self.signs)
        if unread and self._plainly_none():
            unread = False
        return _not_read(_CANNOT if unread else "no date was named", understood=not unread)

    def _plainly_none(self) -> bool:
        signs = {sign.sign for sign in self.signs}
        return "soon" in signs and not any(_UNDATED.fullmatch(sign) for sign in signs - {"x"})

    def _words(self, one: Statement) -> str:
        start = self.signs[min(one.from_sign, len(self.signs) - 1)].start
        end = self.signs[max(one.piece.to - 1, 0)].end
        return self.text[start:end].strip()
