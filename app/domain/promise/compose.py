"""Pieces that belong together made one: anchors ("a week from Friday"), day and date, relatives, ranges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.promise.lexer import Sign
from app.domain.promise.pieces import Piece, Sort, Unit
from app.domain.promise.reckoning import Reckoning, days, written

_LIGHT = frozenset({"the", "on", "in", "at", "of", "for", "about", "a", "this"})
_ANCHOR = frozenset({"from", "after", "following", "past", "since"})
_APPOSED = _LIGHT | {",", "(", "=", ")"}
_STOPS = frozenset(
    {",", ";", ".", "(", ")", "but", "and", "if", "unless", "then", "or", "hear", "decide", "now", "not"}
)
_OR = frozenset({"or", "to", "-", "/", "and", "until"})
_RANGE_LIGHT = _LIGHT | {"by", "n1", ","}
_CALENDAR = frozenset({Sort.DAY, Sort.PERIOD, Sort.HOLIDAY, Sort.NEW_YEAR, Sort.WEEKEND, Sort.SPAN, Sort.FEW})
_DATED = frozenset({Sort.DAY, Sort.PERIOD, Sort.HOLIDAY, Sort.WEEKEND})

Join = Callable[[Piece, Piece, list[str]], Piece | None]


class Composer:
    """Joins the pieces of one text."""

    def __init__(self, signs: Sequence[Sign], reckoning: Reckoning) -> None:
        self.signs = [sign.sign for sign in signs]
        self.reckoning = reckoning

    def composed(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with all that belong together joined."""
        for join in (self._day_and_date, self._week_of, self._weekday_in_week, self._relative_to):
            pieces = self._pairs(pieces, join)
        pieces = self._relatives(pieces)
        pieces = self._pairs(pieces, self._anchored)
        pieces = self._sequence(pieces)
        pieces = [self._unanchored(piece) for piece in pieces]
        return self._pairs(pieces, self._range)

    def _pairs(self, pieces: list[Piece], join: Join) -> list[Piece]:
        out: list[Piece] = []
        for piece in pieces:
            joined = join(out[-1], piece, self.signs[out[-1].to : piece.at]) if out else None
            if joined is None:
                out.append(piece)
            else:
                out[-1] = joined.but(
                    at=out[-1].at if joined.at < 0 else min(out[-1].at, joined.at), to=piece.to
                )
        return out

    def _week_of(self, one: Piece, two: Piece, gap: list[str]) -> Piece | None:
        """For "The week of the 9th", "week ending 27 March"."""
        if one.sort not in {Sort.WEEK_OF, Sort.WEEK_ENDING} or not _LIGHT.issuperset(gap):
            return None
        if two.day is None or two.sort not in _DATED | {Sort.PAST}:
            return two
        reckoning = self.reckoning
        if one.sort is Sort.WEEK_ENDING:
            return two.but(before=two.day, rule=f"the week ending {written(two.day)}", weekday=None)
        day = two.before + days(1) if two.sort is Sort.PERIOD and two.before else two.day
        friday = reckoning.friday(day)
        friday = friday if friday >= day else reckoning.friday(reckoning.week(1, day))
        if friday < reckoning.said:
            return two
        week = reckoning.week(0, friday)
        rule = reckoning.local(f"Friday of the week of {written(day)}")
        return Piece(
            Sort.PERIOD, day=friday, rule=rule, confirm=two.confirm, week=week, before=week - days(1)
        )

    def _weekday_in_week(self, one: Piece, two: Piece, gap: list[str]) -> Piece | None:
        """For "Tuesday of the week commencing 9 March", "Friday in KW 14"."""
        part = {"early", "mid", "late", "end", "not"}
        ruled_out = part.intersection(self.signs[max(0, one.at - 2) : one.to])
        if not (_LIGHT if ruled_out else _LIGHT | {","}).issuperset(gap):
            return None
        for day, week in ((one, two), (two, one)):
            if day.weekday is not None and day.sort is Sort.DAY and week.sort is Sort.PERIOD and week.week:
                found = self.reckoning.in_week(week.week, day.weekday)
                return self.reckoning.one_day(found, f"{written(found)}, in the week named")
        return None

    def _day_and_date(self, one: Piece, two: Piece, gap: list[str]) -> Piece | None:
        """For "Friday the 20th": the date; where the two disagree the later of both, to be confirmed."""
        if not _APPOSED.issuperset(gap):
            return None
        for named, dated in ((one, two), (two, one)):
            bare = named.weekday is not None and named.sort is Sort.DAY
            if bare and dated.sort is Sort.PAST and named is one and "," not in gap:
                return dated
            if not bare or dated.weekday is not None or dated.sort is not Sort.DAY or dated.day is None:
                continue
            if dated.day.weekday() == named.weekday:
                return dated.but(confirm=dated.confirm and dated.day == self.reckoning.said)
            if "," in gap and self.signs[max(0, one.at - 1)] == "not":
                return None  # "not tomorrow, Monday" names two days
            off = (named.weekday - dated.day.weekday() + 3) % 7 - 3  # type: ignore[operator]  # bare: it has a weekday
            other = max(dated.day + days(off), self.reckoning.said)
            late = max(dated.day, other)
            return dated.but(
                day=late, confirm=True, alternative=min(dated.day, other), before=late - days(1), day_of_month=None,
                rule="day and date disagree: the later of both",
            )  # fmt: skip
        return None

    def _relative_to(self, one: Piece, two: Piece, gap: list[str]) -> Piece | None:
        """For "The Monday after the 20th", "the week after Easter"."""
        if (
            one.sort is Sort.RELATIVE
            and one.name != "next"
            and two.sort in _DATED
            and not _STOPS.intersection(gap)
        ):
            return self._relative(one, two)
        return None

    def _relatives(self, pieces: list[Piece]) -> list[Piece]:
        out: list[Piece] = []
        for piece in pieces:
            before = next((p for p in reversed(out) if p.day is not None and p.sort in _CALENDAR), None)
            if piece.sort is Sort.RELATIVE and self._hangs(piece, before):
                piece = piece.but(sort=Sort.UNREADABLE, rule="I do not know when that is")  # noqa: PLW2901  (the same piece, now dated)
            elif piece.sort is Sort.RELATIVE:
                piece = self._relative(piece, before)  # noqa: PLW2901  (the same piece, now dated)
            elif (
                piece.name == "following"
                and piece.week
                and before is not None
                and before.day
                and before.week is None
            ):
                piece = self._relative(piece.but(name="week"), before)  # noqa: PLW2901  (the same piece, now dated)
            out.append(piece)
        return out

    def _hangs(self, piece: Piece, before: Piece | None) -> bool:
        """Whether "the week after ..." goes on with something that has no date."""
        following = [sign for sign in self.signs[piece.to : piece.to + 3] if sign not in _LIGHT]
        goes_on = bool(following) and following[0] in {
            "x",
            "we",
            "you",
            "other",
            "otherlike",
            "soft",
            "ends",
            "away",
            "interview",
        }
        return goes_on and piece.name in {"week", "day"} and before is None

    def _relative(self, piece: Piece, before: Piece | None) -> Piece:
        reckoning = self.reckoning
        place = {"at": piece.at, "to": piece.to}
        base = before.day if before and before.day else reckoning.said
        match piece.name:
            case "week":
                start = (before.week if before and before.week else reckoning.week(0, base)) + days(7)
                friday = reckoning.friday(start)
                made = Piece(
                    Sort.PERIOD,
                    day=friday,
                    rule=reckoning.local("Friday of the week after"),
                    week=start,
                    before=start - days(1),
                )
                if before is None:
                    made = reckoning.next_week()
                return made.but(confirm=made.confirm or before is None, **place)
            case "day":
                day = base + days(1) if before else reckoning.workdays.next_business_day(base)
                return reckoning.one_day(day, "the day after").but(**place)
            case "weekday" if piece.weekday is not None:
                day = reckoning.coming(piece.weekday, base)
                return reckoning.one_day(day, f"the {written(day)} after").but(
                    confirm=before is None, **place
                )
        return self._next(before).but(**place)

    def _next(self, before: Piece | None) -> Piece:
        """For "The next" of what was named before: a week, a month, a weekday."""
        reckoning = self.reckoning
        if before is None or before.day is None:
            return Piece(Sort.UNREADABLE, rule="I cannot read a date in this")
        if before.weekday is not None:
            return reckoning.one_day(before.day + days(7), "the one after").but(confirm=True)
        if before.week is not None:
            if before.name == "this" or before.week <= reckoning.week(0, reckoning.said):
                return reckoning.next_week()
            start = before.week + days(7)
            return Piece(
                Sort.PERIOD,
                day=reckoning.friday(start),
                rule=reckoning.local("Friday of the week after"),
                week=start,
                before=start - days(1),
            )
        if before.name == "coming":
            return reckoning.week_ahead(reckoning.next_week_ahead() + 1)
        first = before.day.replace(day=28) + days(7)
        return reckoning.month_part(first.year, first.month, "").but(month=None)

    def _anchored(self, one: Piece, two: Piece, gap: list[str]) -> Piece | None:
        """For "A week from Friday", "Monday in two weeks"."""
        reckoning = self.reckoning
        if one.sort in {Sort.SPAN, Sort.FEW} and two.day and two.sort in _DATED | {Sort.NEW_YEAR}:
            span = one.span
            on_it = gap == [",", "on"] and two.weekday is not None
            if span is None or (_STOPS.intersection(gap) and not on_it):
                return None
            if "before" in gap and _LIGHT.union({"before"}).issuperset(gap):
                back = span.count * (7 if span.unit is Unit.WEEK else 1)
                return reckoning.one_day(
                    max(two.day - days(round(back)), reckoning.said), f"{one.rule} before {written(two.day)}"
                )
            plain = (_LIGHT.issuperset(gap) or on_it) and span.unit in {Unit.WEEK, Unit.MONTH}
            if plain or _ANCHOR.intersection(gap) or gap[:1] == ["of"]:
                day = reckoning.after(span, two.day)
                return reckoning.one_day(day, f"{one.rule} after {written(two.day)}").but(
                    confirm=two.confirm or bool(set(gap) - _ANCHOR - _LIGHT)
                )
        if (
            one.weekday is not None
            and two.sort is Sort.SPAN
            and two.span
            and one.day
            and two.span.unit in {Unit.WEEK, Unit.MONTH}
            and gap == ["in"]
        ):
            return reckoning.one_day(
                reckoning.after(two.span, one.day), f"{two.rule} after {written(one.day)}"
            )
        return None

    def _sequence(self, pieces: list[Piece]) -> list[Piece]:
        """For "Final round next week, then a week to decide": a span or a weekday counts from the first."""
        out: list[Piece] = []
        for piece in pieces:
            one = out[-1] if out else None
            later = self.signs[piece.to : piece.to + 1] in (["soon"], ["after"])
            then = one is not None and "then" in self.signs[one.to : piece.at]
            if (
                one
                and one.day
                and one.sort in _DATED
                and piece.day
                and (then or (later and piece.span is not None))
            ):
                if piece.span is not None and piece.sort in {Sort.SPAN, Sort.FEW}:
                    day = self.reckoning.after(piece.span, one.day)
                    piece = piece.but(sort=Sort.DAY, day=day, rule=f"{piece.rule} after {written(one.day)}")  # noqa: PLW2901  (the same piece, now dated)
                else:
                    piece = self._after(one, piece)  # noqa: PLW2901  (the same piece, now dated)
            out.append(piece)
        return out

    def _unanchored(self, piece: Piece) -> Piece:
        """A span that runs from something without a date is not read: "two weeks after the closing date"."""
        if piece.sort not in {Sort.SPAN, Sort.FEW}:
            return piece
        following = [s for s in self.signs[piece.to : piece.to + 3] if s not in _LIGHT]
        if (
            following[:1]
            and following[0] in {"after", "from", "following"}
            and following[1:2]
            and following[1] not in _STOPS | {"me", "we"}
        ):
            return piece.but(sort=Sort.UNREADABLE, rule="I do not know when that begins")
        return piece

    def _range(self, one: Piece, two: Piece, gap: list[str]) -> Piece | None:
        """A choice or a range: the far end."""
        rest = [sign for sign in gap if sign not in _RANGE_LIGHT]
        opened = one.at - 1
        if rest == ["to"] and opened >= 0 and self.signs[opened] == "from":
            one = one.but(at=opened)
        if len(rest) != 1 or rest[0] not in _OR or one.sort not in _CALENDAR:
            return None
        if rest[0] == "until" and self.signs[max(0, one.at - 1)] != "between":
            return None
        if two.sort not in _CALENDAR:
            return two.but(at=one.at) if two.sort in {Sort.PAST, Sort.UNREADABLE} else None
        two = self._after(one, two)
        if one.day is None or two.day is None:
            return one if two.day is None else two
        far = two if two.day >= one.day else one
        if {one.sort, two.sort} == {Sort.FEW}:
            return one
        if far.sort is Sort.FEW:
            far = far.but(sort=Sort.DAY, day=self.reckoning.said + days(7))
        return far.but(at=one.at, week=None, month=None, confirm=far.confirm)

    def _after(self, one: Piece, two: Piece) -> Piece:
        """The second of a range, moved behind the first where it may move."""
        return self._moved(one, two).but(at=two.at, to=two.to)

    def _moved(self, one: Piece, two: Piece) -> Piece:
        if one.day is None or two.day is None or two.day > one.day:
            if (
                one.name == "next"
                and two.weekday is not None
                and two.name != "next"
                and one.day
                and two.weekday > (one.weekday or 0)
            ):
                return two.but(day=one.day + days(two.weekday - (one.weekday or 0)), confirm=True)
            return two
        if two.weekday is not None:
            day = self.reckoning.coming(two.weekday, one.day)
            return two.but(
                day=day, before=day - days(1), confirm=two.confirm or one.confirm, rule=written(day)
            )
        if two.day_of_month is not None:
            return self.reckoning.day_of_month(two.day_of_month, one.day)
        return two
