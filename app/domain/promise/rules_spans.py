"""Rows of the table that name a length of time: days, hours, business days, weeks, months."""

from __future__ import annotations

import re

from app.domain.promise.grammar import UNITS, Grammar
from app.domain.promise.pieces import Piece, Sort, Span, Unit
from app.domain.promise.reckoning import Reckoning, days

SPANS = Grammar()
_MOST = {
    Unit.HOUR: 2000,
    Unit.DAY: 400,
    Unit.BUSINESS_DAY: 260,
    Unit.WEEK: 60,
    Unit.MONTH: 14,
    Unit.YEAR: 1,
    Unit.QUARTER: 4,
}
_VAGUE = {"few": 3, "couple": 2, "couple of": 2, "several": 3}


def few_days(reckoning: Reckoning) -> Piece:
    """A few days: 7 days on where a date is needed."""
    return Piece(Sort.FEW, day=reckoning.said + days(7), rule="a few days", span=Span(7, Unit.DAY))


def _count(number: str, unit: Unit) -> float:
    if number in _VAGUE:
        return _VAGUE[number]
    return float(number[1:]) if unit else 0


def _plural(count: float, unit: str) -> str:
    shown = f"{count:g}"
    return f"{shown} {unit}" if count == 1 else f"{shown} {unit}s"


def _span(number: str, unit_word: str, reckoning: Reckoning, half: float = 0.0) -> Piece | None:
    """The piece of so many units; few days where the table says so."""
    unit = UNITS[unit_word]
    if unit in {Unit.DAY, Unit.BUSINESS_DAY} and number in _VAGUE:
        return few_days(reckoning)
    if unit is Unit.HOUR and number in _VAGUE:
        return Piece(Sort.DAY, day=reckoning.said, rule="the same day")
    count = _count(number, unit) + half
    if unit_word == "fortnight":
        count *= 2
    if not 0 < count <= _MOST[unit]:
        return Piece(Sort.UNREADABLE, rule="I cannot read a date so far away")
    span = Span(count, unit)
    return Piece(
        Sort.SPAN, day=reckoning.after(span), rule=_plural(count, unit.value), span=span, name=number
    )


@SPANS.reads(
    "not a promise: 'three days a week'",
    r"{NUM} (?:of )?{UNIT} (?:n1|other|-|/) {UNIT} ",
    r"other {NUM} {UNIT} ",
    r"{NUM} (?:- )?day (?:- )?(?:n1 )?week ",
)
def _each(_: re.Match[str], __: Reckoning) -> Piece:
    return Piece(Sort.PAST, rule="not a date of hearing back")


@SPANS.reads(
    "a choice or a range: 'a day or two'",
    r"n1 (?P<unit>day|bizday) or n2 (?!{UNIT})",
    r"n1 or n2 (?P<unit>day|bizday) ",
)
def _day_or_two(_: re.Match[str], reckoning: Reckoning) -> Piece:
    return few_days(reckoning)


@SPANS.reads(
    "a choice or a range: '7-10 days'",
    (
        r"(?:between |from )?(?P<one>{NUM}) (?:{OR} )(?:atleast )?(?P<two>{NUM})"
        r" (?:of )?(?P<unit>{UNIT}) (?:(?:or|to|-) (?P<three>n\d+) (?!{UNIT})"
        r")?"
    ),
    r"(?P<one>{NUM}) , (?:or |even |not )?(?P<two>{NUM}) (?P<unit>{UNIT}) ",
    r"(?P<one>n\d+) / (?P<mid>n\d+) / (?P<two>n\d+) (?P<unit>{UNIT}) ",
    (
        r"(?:between |from )?(?P<one>{NUM}) (?P<unit>{UNIT}) (?:{OR} |, "
        r"(?:or )?|, and )(?P<two>n\d+) (?!(?:and n\d+ )?{UNIT}|x|m\d|of)"
    ),
)
def _range_of_spans(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    unit = UNITS[match["unit"]]
    counts = [name for name in (match["one"], match["two"], match.groupdict().get("three")) if name]
    far = max(counts, key=lambda name: _count(name, unit))
    if unit is Unit.DAY and far in _VAGUE:
        return few_days(reckoning)
    return _span(far, match["unit"], reckoning)


@SPANS.reads(
    "'two and a half weeks'",
    r"(?P<count>n\d+) (?:- )?and (?:- )?half (?:- )?(?P<unit>{UNIT}) ",
    r"(?P<count>n\d+) (?P<unit>{UNIT}) and half ",
)
def _and_a_half(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    return _span(match["count"], match["unit"], reckoning, half=0.5)


@SPANS.reads(
    "a span without its article: 'next week or two', 'month or so'",
    r"(?:(?:within|in|over) )?(?:the )?(?:next |coming )?(?P<unit>week|month) or n2 (?!{UNIT})",
    r"(?:^|(?<=we )|(?<=will )|(?<=hear )|(?<=in )|(?<=within ))(?P<alone>week|month) (?=$|[,.;] )",
)
def _without_article(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    unit = match.groupdict().get("unit")
    if unit:
        return _span("n2", unit, reckoning)
    return _span("n1", match["alone"], reckoning)


@SPANS.reads("'a fortnight'", r"(?:the |this |next |coming ){0,3}fortnight ")
def _fortnight(_: re.Match[str], reckoning: Reckoning) -> Piece | None:
    return _span("n1", "fortnight", reckoning)


@SPANS.reads("'month and a half'", r"(?P<unit>week|month|year) and half ")
def _one_and_a_half(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    return _span("n1", match["unit"], reckoning, half=0.5)


@SPANS.reads("'half a week'", r"half (?:of )?(?:n1 )?(?P<unit>week|month|year|day) ")
def _half(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    return _span("n0", match["unit"], reckoning, half=0.5)


@SPANS.reads(
    "'two weeks and three days'",
    r"(?P<count>n\d+) (?P<unit>week|month) and (?P<days>n\d+) (?P<small>day|week) ",
)
def _and_days(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    first = _span(match["count"], match["unit"], reckoning)
    if first is None or first.span is None or first.day is None:
        return first
    more = Span(float(match["days"][1:]), UNITS[match["small"]])
    if more.count > 31:
        return Piece(Sort.UNREADABLE, rule="I cannot read a date in this")
    return Piece(
        Sort.DAY,
        day=reckoning.after(more, first.day),
        rule=f"{first.rule} and {_plural(more.count, more.unit.value)}",
    )


@SPANS.reads(
    "'within a few days'",
    r"(?:(?:the|in|within) ){0,3}fewdays ",
    r"(?:few|couple(?: of)?|several) (?:of )?(?:bizday|day) ",
)
def _few_days(_: re.Match[str], reckoning: Reckoning) -> Piece:
    return few_days(reckoning)


@SPANS.reads(
    "'in 10 business days'; 'two weeks'; 'in a month'",
    r"(?P<count>{NUM}) (?:\( n\d+ \) )?(?:- )?(?:of )?(?P<unit>{UNIT}) ",
)
def _plain_span(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    return _span(match["count"], match["unit"], reckoning)
