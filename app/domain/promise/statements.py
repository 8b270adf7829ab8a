"""What the words say about each dated piece: by, before, after, not, until; replaced; hearing or another matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.promise.clauses import Clause
from app.domain.promise.pieces import Piece, Sort
from app.domain.promise.reckoning import Reckoning, days, month_name, written

_SMALL = frozenset(
    {
        "the",
        "on",
        "in",
        "at",
        "of",
        "for",
        "within",
        "over",
        "during",
        "this",
        "will",
        "upto",
        "a",
        "or",
        "and",
        "to",
        "between",
        "n1",
        "until'",
    }
)
_OPERATORS = frozenset(
    {"by", "before", "after", "until", "from", "atleast", "not", "since", "nothing", "hedge", "following"}
)
_BOUND = frozenset({"after", "until", "from", "atleast", "following"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A dated piece with what is said of it.

    `day` is the date meant, before a lower bound is widened; `bound` a lower bound; `negated` a date they ruled out;
    `dropped` one that is replaced, gone by, or of something else, with the reason in `why`.
    """

    piece: Piece
    clause: Clause
    day: date | None
    rule: str
    bound: bool = False
    negated: bool = False
    dropped: bool = False
    why: str = ""
    from_sign: int = 0


def statements_of(clauses: list[Clause], reckoning: Reckoning) -> list[Statement]:
    """One statement for each dated piece; parts of a day only where nothing else is dated."""
    dated = [
        (c, place, p)
        for c in clauses
        for place, p in c.pieces
        if p.sort not in {Sort.PART, Sort.WEEK_OF, Sort.WEEK_ENDING}
    ]
    if not dated:
        dated = [(c, place, p) for c in clauses for place, p in c.pieces if p.sort is Sort.PART]
    made = [_statement(clause, place, piece, reckoning) for clause, place, piece in dated]
    return _replaced(_fallbacks(_after_events(_after_that(made, clauses), reckoning)))


def _fallbacks(statements: list[Statement]) -> list[Statement]:
    """For "Friday, if not Monday": the second is no date ruled out but the one to fall back on."""
    out: list[Statement] = []
    for one in statements:
        falls_back = (
            one.negated
            and one.clause.signs[:2] == ["if", "not"]
            and _SMALL.union({"by", "then", "if", "not"}).issuperset(one.clause.signs)
            and any(not (two.negated or two.dropped or two.clause is one.clause) for two in out)
        )
        out.append(replace(one, negated=False, bound=False) if falls_back else one)
    return out


def _after_that(statements: list[Statement], clauses: list[Clause]) -> list[Statement]:
    """For "The advert closes on the 28th and we decide after that": a lower bound, though of something else."""
    out = list(statements)
    for number, clause in enumerate(clauses):
        points_back = (
            clause.opener == "then"
            or clause.signs[-1:] == ["after"]
            or clause.signs[-2:] == ["after", "then"]
        )
        if clause.pieces or not points_back or not (clause.hears or "after" in clause.signs):
            continue
        earlier = [i for i, one in enumerate(out) if any(one.clause is c for c in clauses[:number])]
        if earlier and out[earlier[-1]].why == "a date of something else" and out[earlier[-1]].day:
            out[earlier[-1]] = replace(out[earlier[-1]], bound=True, dropped=False, why="")
    return out


def _after_events(statements: list[Statement], reckoning: Reckoning) -> list[Statement]:
    """What is promised after an interview or a meeting runs from it: "interview on the 20th, then a week"."""
    out: list[Statement] = []
    event: date | None = None
    for one in statements:
        if one.clause.has("otherlike", "soft", "event") and not one.clause.hears and one.piece.day:
            event = max(event or one.piece.day, one.piece.day)
        elif one.bound and one.day and one.piece.sort is Sort.DAY:
            event = max(event or one.day, one.day)
        elif event and one.day and not one.dropped:
            if one.piece.span is not None and one.piece.sort in {Sort.SPAN, Sort.FEW}:
                day = reckoning.after(one.piece.span, event)
                moved = one.piece.but(sort=Sort.DAY, day=day, span=None)
                one = replace(one, piece=moved, day=day, rule=f"{one.rule} after {written(event)}")  # noqa: PLW2901  (the same piece, now dated)
            elif (
                one.piece.weekday is not None
                and one.piece.sort is Sort.DAY
                and one.piece.name != "this"
                and one.day is not None
                and one.day <= event
                and not one.bound
            ):
                day = reckoning.coming(one.piece.weekday, event)
                one = replace(one, piece=one.piece.but(day=day), day=day, rule=written(day))  # noqa: PLW2901  (the same piece, now dated)
        out.append(one)
    return out


def _statement(clause: Clause, place: int, piece: Piece, reckoning: Reckoning) -> Statement:
    before = clause.signs[max(_previous(clause, place, piece), 0) : place]
    near = _operators(before)
    negated = _is_negated(clause, before, near, clause.signs[place:])
    bound = bool(_BOUND.intersection(near)) or _bound_by_clause(clause, before, place)
    if bound and "until" in before and _plain_until(clause, near):
        bound = False
    if "before" in before and (negated or "hedge" in before):
        bound = True
    if piece.sort is Sort.NEW_YEAR and not negated and not {"until", "atleast", "from"}.intersection(near):
        bound = False  # its 10 January is itself some days after
    if piece.sort is Sort.WEEKEND and "after" in near:
        bound = negated  # a row of its own
    if _by_the_clock(clause, place, piece):
        day, rule = _meant(piece, [], [], reckoning, plain=True)
    else:
        day, rule = _meant(piece, before, near, reckoning, plain=not (bound or negated))
    dropped, why = _dropped(clause, piece, near, bound)
    if "before" in before and "before" not in near and piece.sort is not Sort.PAST:
        dropped = False  # "before they shut for Christmas": the other thing only tells when
    if day is not None and day < reckoning.said and not dropped:
        dropped, why = True, "a date gone by"
    size = len(before)
    used = next((size - i for i, s in enumerate(before) if s in _OPERATORS and i >= size - len(near) - 2), 0)
    return Statement(piece, clause, day, rule, bound, negated, dropped, why, max(0, piece.at - used))


def _by_the_clock(clause: Clause, place: int, piece: Piece) -> bool:
    """Whether "before" belongs to a part of that day: "before noon on Friday", "before Friday 5 pm"."""
    before = [at for at, sign in enumerate(clause.signs[:place]) if sign == "before"]
    return bool(before) and any(
        part.sort is Sort.PART and before[-1] < at <= place + 1 and abs(part.at - piece.at) <= 3
        for at, part in clause.pieces
    )


def _previous(clause: Clause, place: int, piece: Piece) -> int:
    """Where the piece before this one stands in the clause, -1 for none."""
    earlier = (
        p for p, other in clause.pieces if p <= place and other.at < piece.at and other.sort is not Sort.PART
    )
    return max(earlier, default=-1)


def _meant(
    piece: Piece, before: list[str], near: list[str], reckoning: Reckoning, *, plain: bool
) -> tuple[date | None, str]:
    """The date meant by "before", "after the weekend" and "by March", with its rule; else the piece's own."""
    if piece.sort is Sort.WEEKEND and piece.day:
        if "after" in near:
            return reckoning.friday(piece.day), reckoning.local("Friday of the week after the weekend")
        if plain and {"before", "by"}.intersection(near):
            return piece.before, reckoning.local("Friday, before the weekend")
    if not plain:
        return piece.day, piece.rule
    if "before" in before and piece.before is not None and piece.sort is not Sort.SPAN:
        if piece.before < reckoning.said <= (piece.day or date.min):
            return _before_today(piece, reckoning)
        before_it = "before that begins" if piece.sort is Sort.PERIOD else f"the day before {piece.rule}"
        return piece.before, piece.rule if piece.before == piece.day else before_it
    if "by" in near and piece.month is not None and piece.day:
        tenth = piece.day.replace(day=10)
        if tenth >= reckoning.said:
            return tenth, f"the start of {month_name(tenth.month)}, read as its 10th"
    return piece.day, piece.rule


def _before_today(piece: Piece, reckoning: Reckoning) -> tuple[date | None, str]:
    """For "Before the 10th", said on the 10th: the day before the next one; "before I leave today": today."""
    if piece.day_of_month is not None and piece.alternative is not None:
        return piece.alternative - days(1), f"the day before {written(piece.alternative)}"
    return reckoning.said if piece.sort is Sort.DAY else piece.before, piece.rule


def _operators(before: list[str]) -> list[str]:
    found: list[str] = []
    for sign in reversed(before):
        if sign in _OPERATORS:
            found.append(sign)
        elif sign not in _SMALL:
            break
    return found


def _is_negated(clause: Clause, before: list[str], near: list[str], behind: list[str]) -> bool:
    if clause.opener == "if" and "not" in clause.signs and clause.has("hear", "verb"):
        return False
    if "nothing" in before:
        return not ("by" in near or clause.opener == "if") or "before" in near or "until" in near
    if "not" in before and not clause.forbids:
        return True
    if clause.forbids and ("before" in near or "until" in near):
        return True
    if "hedge" in before and "until" in near:
        return True
    after_it = [sign for sign in behind if sign not in {"will", "was", "x", "the"}]
    return after_it[:1] == ["not"] and len(clause.pieces) == 1


def _bound_by_clause(clause: Clause, before: list[str], place: int) -> bool:
    if clause.has("atleast") and len(clause.pieces) == 1:
        return True
    if clause.opener == "when" or (
        {"after", "until", "from", "following"} & set(before[:-1]) and not _from_someone(before)
    ):
        return True
    if (
        not clause.hears
        and not clause.asks
        and ("ends" in clause.signs or ("soft" in clause.signs and "otherlike" not in clause.signs))
    ):
        return True
    return "start" in clause.signs[:place] and clause.hears and "start" in before


def _plain_until(clause: Clause, near: list[str]) -> bool:
    """For "Until Friday" alone says by when; with what goes on until then ("interviewing until ...") it is a bound."""
    going_on = clause.has(
        "other",
        "otherlike",
        "event",
        "soft",
        "ends",
        "away",
        "x",
        "not",
        "hedge",
        "nothing",
        "start",
        "atleast",
        "now",
    )
    return not going_on and not {"after", "from", "atleast"}.intersection(near) and clause.opener != "when"


def _from_someone(before: list[str]) -> bool:
    """Whether the only such word is the "from" of "hear from us"."""
    if {"after", "until", "following"} & set(before):
        return False
    at = len(before) - 1 - before[::-1].index("from")
    return before[at + 1 : at + 2] != [] and before[at + 1] in {
        "me",
        "we",
        "you",
        "x",
        "hear",
        "of",
        "on",
        "by",
        "in",
        "will",
        "the",
    }


def _dropped(clause: Clause, piece: Piece, near: list[str], bound: bool) -> tuple[bool, str]:
    if piece.sort is Sort.PAST:
        return True, piece.rule
    if piece.sort is Sort.PART and piece.name != "end" and clause.has("x", "not", "hedge", "soon"):
        return True, "a part of a day, but of which?"
    if "since" in near or clause.has("ago", "lastperiod"):
        return True, "a date gone by"
    if clause.has("mine"):
        return True, "a date of something else"
    if clause.hears or clause.asks or ("before" in near and not clause.has("otherlike")):
        return False, ""
    awaited = bound and (clause.opener == "when" or _after_that_event(clause))
    if clause.other and (not bound or (clause.hard and not awaited)):
        return True, "a date of something else"
    return False, ""


def _after_that_event(clause: Clause) -> bool:
    """For "After the offsite on Thursday": the other thing is what they wait for."""
    if not clause.has("after"):
        return False
    events = ("other", "otherlike", "event", "soft")
    places = [place for place, sign in enumerate(clause.signs) if sign in events]
    return clause.has("soft") or (bool(places) and clause.signs.index("after") < places[0])


def _replaced(statements: list[Statement]) -> list[Statement]:
    """Dates that others took the place of, dropped: "was Thursday, now Friday"; "Friday instead of Thursday"."""
    out: list[Statement] = []
    for number, one in enumerate(statements):
        later = statements[number + 1 :]
        gone = (
            one.clause.opener == "ratherthan"
            or any(
                two.clause.opener in {"now", "correction"} and two.clause is not one.clause for two in later
            )
            or ("was" in one.clause.signs and bool(later) and one.clause.opener != "if")
            or ("now" in one.clause.signs and "from" in one.clause.signs and bool(later))
        )
        out.append(
            replace(one, dropped=True, why="replaced by a later word") if gone and not one.dropped else one
        )
    put_off = max((one.day for one in out if one.day and one.why.startswith("replaced")), default=None)
    return [_sooner_than(put_off, one) if put_off else one for one in out]


def _sooner_than(put_off: date, one: Statement) -> Statement:
    """For "Was Friday, now Wednesday": the coming one, but perhaps they mean the one after that Friday."""
    if one.dropped or one.day is None or one.piece.weekday is None or one.day >= put_off or one.bound:
        return one
    return replace(one, piece=one.piece.but(confirm=True, alternative=one.day + days(7)))


def week_later(day: date) -> date:
    """A lower bound and a week: when to expect an answer at the latest (the table's "that date + 7")."""
    return day + days(7)
