"""Text as typed -> signs, the small fixed alphabet in which the rules of the promise reader are written.

A sign is a word such as `next`, `week`, `before`, or a letter with a value: `n3` a number, `o20` an ordinal, `d4` a
weekday (Monday is 0), `m3` a month, `y2026` a year, `t2026-03-20` a date in figures, `h0` a holiday. `x` is a word that
no table knows. Each sign keeps the place in the text that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.domain.promise import vocabulary as v
from app.domain.promise.phrases import PHRASES
from app.domain.promise.spelling import (
    DATED,
    PLURAL_DAYS,
    PLURALS,
    SIGNS,
    SPELLED,
    STRUCTURE,
    UNITS,
    Token,
    folded,
    typed,
)

MOST_SIGNS = 150
"""A text with more words that are not filler is not read."""


Names = tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign with the place of its text: `text[start:end]`; `glued` when no blank stands before it."""

    sign: str
    start: int
    end: int
    glued: bool = False
    word: str = ""


_PHRASES: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
for _phrase, _meaning in PHRASES.items():
    _words = tuple(SPELLED.get(word, word) for word in _phrase.split())
    _PHRASES.setdefault(_words[0], []).append((_words, tuple(_meaning.split())))
for _several in _PHRASES.values():
    _several.sort(key=lambda entry: -len(entry[0]))


def signs_of(text: str, names: Mapping[str, Names] = MappingProxyType({})) -> list[Sign] | None:
    """The signs of a text, fillers left out; None where it is too long to be an answer.

    `names` are further phrases by their first word: the region's holidays.
    """
    plain, places = folded(text)
    tokens = typed(plain)
    if tokens is None:
        return None
    signs: list[Sign] = []
    at = 0
    while at < len(tokens):
        taken, meant = _name_at(tokens, at, names) or _phrase_at(tokens, at)
        if not taken:
            taken, meant = 1, _single(tokens, at)
        if signs and signs[-1].sign == "x" and tokens[at][1] in _SAYING:
            signs.pop()  # a name: "Dana said"
        start, end = tokens[at][2], tokens[at + taken - 1][3]
        glued = at > 0 and tokens[at - 1][3] == start
        word = tokens[at][1] if taken == 1 else ""
        signs.extend(Sign(sign, places[start], places[end - 1] + 1, glued, word) for sign in meant)
        at += taken
        if len(signs) > MOST_SIGNS:
            return None
    return _joined(signs)


def _name_at(tokens: list[Token], at: int, names: Mapping[str, Names]) -> tuple[int, tuple[str, ...]] | None:
    for words, sign in names.get(tokens[at][1], ()):
        if tuple(token[1] for token in tokens[at : at + len(words)]) == words:
            return len(words), (sign,)
    return None


def _phrase_at(tokens: list[Token], at: int) -> tuple[int, tuple[str, ...]]:
    if tokens[at][0] != "word":
        return 0, ()
    first = tokens[at][1]
    for words, meant in (*_PHRASES.get(first, ()), *_PHRASES.get(PLURALS.get(first, ""), ())):
        size = len(words)
        if at + size <= len(tokens) and all(_same(tokens[at + i], words[i]) for i in range(size)):
            return size, meant
    return 0, ()


def _same(token: Token, word: str) -> bool:
    return token[0] == "word" and (token[1] == word or PLURALS.get(token[1]) == word)


def _single(tokens: list[Token], at: int) -> tuple[str, ...]:
    """The signs of a token that no phrase took; none for filler."""
    kind, found, _, _ = tokens[at]
    found = PLURALS.get(found, found)
    if kind != "word":
        return _figures(kind, found, tokens[at + 1][1] if at + 1 < len(tokens) else "")
    if found == "may" and not _is_may(tokens, at):
        return ("will",)
    if found in _WORD_SIGNS:
        return (_WORD_SIGNS[found],)
    return () if found in v.FILLER else ("x",)


# Where a word stands in several tables the later one holds.
_WORD_SIGNS = (
    SIGNS
    | {word: word for word in STRUCTURE}
    | dict.fromkeys(["a", "an", "another"], "a")
    | {word: f"o{number}w" for word, number in v.ORDINALS.items()}
    | {word: f"n{number}w" for word, number in v.NUMBERS.items()}
    | DATED
    | dict.fromkeys(PLURAL_DAYS, "other")
)


_BEFORE_MAY = frozenset(
    v.listed(
        "by in of until from before after early late middle end next this last mid to or and around "
        "- / beginning for the maybe probably perhaps about hopefully say likely"
    )
)
_AFTER_THE_VERB = frozenset(
    v.listed(
        "take be have hear know not get need come go want call decide still also even well run last extend stretch "
        "slip require contact email phone reach expect ask i we they you he she it need do move drag"
    )
)


def _is_may(tokens: list[Token], at: int) -> bool:
    """Whether "may" is the month: after a word of time or a number, before a number, or alone; never before a verb."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ("", "", 0, 0)
    if following[0] in {"number", "ordinal"}:
        return True
    if following[1] in _AFTER_THE_VERB:
        return False
    if at == 0 or at + 1 == len(tokens) or tokens[at - 1][0] in {"number", "ordinal", "mark"}:
        return True
    return tokens[at - 1][1] in _BEFORE_MAY | set(v.ORDINALS) | set(v.MONTHS)


def _figures(kind: str, found: str, following: str) -> tuple[str, ...]:
    following = PLURALS.get(following, following)
    unit = following in UNITS or following in {"business", "working", "calendar"}
    match kind:
        case "number":
            return (_number(found),)
        case "ordinal":
            return (f"o{int(found[:-2])}",)
        case "quarter":
            return (f"q{found.strip('q ')}",)
        case "half":
            return (f"n{found.split(maxsplit=1)[0]}.5",)
        case "decimal":
            return (f"n{found.replace(',', '.')}",)
        case "time":
            return ("daypart",)
        case "figures" if unit and found.count("/") == 1:
            one, other = found.split("/")
            return (f"n{int(one)}", "/", f"n{int(other)}")
        case "dotted" if unit and found.count(".") == 1:
            return (f"n{found}",)
        case "iso" | "figures" | "dashed" | "dotted":
            return (f"t{found.rstrip('.')}",)
    return (found,)


def _number(found: str) -> str:
    if len(found) > 8:
        return "x"
    if len(found) == 8 and found[:2] == "20":
        return f"t{found[:4]}-{found[4:6]}-{found[6:]}"
    value = int(found)
    if 2000 <= value <= 2199:
        return f"y{value}"
    return f"n{value}"


_SAYING = frozenset(
    {"said", "says", "thinks", "reckons", "mentioned", "promised", "hopes", "expects", "told"}
)
_GIVE = frozenset({"giveme", "give"})


def _joined(signs: list[Sign]) -> list[Sign]:
    """Signs made one or told apart by their neighbours: numbers in words, "+", hours, articles."""
    out: list[Sign] = []
    noun = False
    for at, sign in enumerate(signs):
        following = signs[at + 1].sign if at + 1 < len(signs) else ""
        text = "hear" if noun and sign.sign == "verb" else sign.sign
        noun = text == "a" and not (out and out[-1].sign in _GIVE)
        if text == "+" and out and out[-1].sign[0] == "n":
            out.insert(-1, Sign("atleast", sign.start, sign.end))
        elif text == "over" and _counted(following, signs[at + 2 : at + 3]):
            out.append(replace(sign, sign="atleast"))
        elif text == "a":
            if following in UNITS:
                out.append(replace(sign, sign="n1"))
        elif text[0] in "no" and text.endswith("w") and text[1:-1].isdigit():
            _add_number(out, sign)
        else:
            out.append(replace(sign, sign=_by_neighbours(text, out, following)))
    return _with_units(out)


def _with_units(signs: list[Sign]) -> list[Sign]:
    """The signs with the unit that was left out put in: "it was two weeks, now three"."""
    out: list[Sign] = []
    unit: Sign | None = None
    for at, sign in enumerate(signs):
        out.append(sign)
        ends = at + 1 == len(signs) or signs[at + 1].sign in {",", ".", ";", ")"}
        counted = sign.sign[0] == "n" and sign.sign[1:].isdigit()
        if (
            counted
            and ends
            and unit is not None
            and out[-2].sign in {"now", "correction", "but", "then", ","}
        ):
            out.append(replace(unit, start=sign.start, end=sign.end))
        elif sign.sign in UNITS and at and signs[at - 1].sign[0] == "n":
            unit = sign
    return out


def _counted(following: str, then: list[Sign]) -> bool:
    """Whether "over" means more than: "over two weeks", "over a week", but not "over the next two weeks"."""
    if following == "a":
        return bool(then) and then[0].sign in UNITS - {"weekend"}
    return following[:1] == "n" and following[1:2].isdigit()


def _by_neighbours(text: str, out: list[Sign], following: str) -> str:
    """Reads "+" and ">" as a lower bound, "hours" without a number as working hours; else the sign itself."""
    before = out[-1].sign if out else ""
    if (text == "+" and before in UNITS) or (text == ">" and following):
        return "atleast"
    if text == "hour" and not (before[:1] == "n" or before in {"few", "couple", "several", "of"}):
        return "officehours"
    return text


def _add_number(out: list[Sign], sign: Sign) -> None:
    """A number in words, joined to the tens before it: "twenty" "first" is the 21st."""
    value = int(sign.sign[1:-1])
    tens = next((s for s in reversed(out[-2:]) if s.sign != "-"), None)
    if (
        tens
        and tens.word in v.NUMBERS
        and tens.sign[1:].isdigit()
        and int(tens.sign[1:]) >= 20
        and value < 10
    ):
        while out[-1] is not tens:
            out.pop()
        out[-1] = Sign(f"{sign.sign[0]}{int(tens.sign[1:]) + value}", tens.start, sign.end, tens.glued)
    else:
        out.append(replace(sign, sign=sign.sign if sign.sign[0] == "o" else sign.sign[:-1]))
