"""Text as typed -> signs, the small fixed alphabet in which the rules of the promise reader are written.

A sign is a word such as `next`, `week`, `before`, or a letter with a value: `n3` a number, `o20` an ordinal, `d4` a
weekday (Monday is 0), `m3` a month, `y2026` a year, `t2026-03-20` a date in figures, `h0` a holiday. `x` is a word that
no table knows. Each sign keeps the place in the text that it came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from app.domain.promise import vocabulary as v

MOST_CHARS = 2000
"""A text with more, blanks and marks at its end left out, is no answer to "when will you hear?" and is not read."""
MOST_WORDS = 600
MOST_SIGNS = 150
"""The same for words, and for words that are not filler."""
_END_MARKS = " \t\r\n.,;:!?…-–—\"'»"


Token = tuple[str, str, int, int]
Names = tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign with the place of its text: `text[start:end]`; `glued` when no blank stands before it."""

    sign: str
    start: int
    end: int
    glued: bool = False
    word: str = ""


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘－"), "-")
_QUOTES = dict.fromkeys(map(ord, "’‘ʼ´`ʹ′＇"), "'")
_SPECIAL = {**_DASHES, **_QUOTES, ord("½"): " 1/2 ", ord("ı"): "i", ord("™"): " "}


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if ord(char) in _SPECIAL:
        return _SPECIAL[ord(char)]
    if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return ""
    if unicodedata.category(char)[0] in "CZ":
        return " "
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", char).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _folded(text: str) -> tuple[str, list[int] | range]:
    """The text in plain lower case, and for each of its characters the place in `text`."""
    if text.isascii():
        return text.lower(), range(len(text))
    pieces: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = _fold_char(char)
        pieces.append(plain)
        places.extend([place] * len(plain))
    return "".join(pieces), places


_TOKEN = re.compile(
    r"""
    (?P<iso>(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))
  | (?P<time>(?<!\d)\d{1,2}(?:[:.]\d{2})?[ ]?(?:am|pm|a\.m\.?|p\.m\.?|o'?clock)(?![a-z])|(?<!\d)\d{1,2}(?::\d{2}){1,2}(?!\d)|\d{1,2}h\d{2}\b)
  | (?P<half>(?<!\d)\d{1,3}[ ]+1/2(?!\d))
  | (?P<figures>(?<![\d/])\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/]))
  | (?P<dashed>(?<!\d)\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?!\d))
  | (?P<dotted>(?<![\d.])\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2})?)?(?![\d.]))
  | (?P<ordinal>(?<!\d)\d{1,2}[ ]?(?:st|nd|rd|th)(?![a-z]))
  | (?P<quarter>\bq[ ]?[1-4]\b|\b[1-4]q\b)
  | (?P<decimal>(?<!\d)\d{1,3}[.,]\d{1,2}(?!\d))
  | (?P<number>\d+)
  | (?P<short>w/(?:c|e|b|in)\b|(?:[a-z]\.){2,5}(?:[a-z]\b)?|b4\b|2day\b|2moro\b|24/7\b)
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)
_SPELLED = {other: plain for plain, others in v.SPELLINGS.items() for other in others.split()}
_SIGNS = {word: sign for sign, words in v.CLASSES.items() for word in words.split()}
_DATED = {name: f"d{i}" for i, name in enumerate(v.WEEKDAYS)} | {name: f"m{i}" for i, name in enumerate(v.MONTHS, 1)}
_PLURAL_DAYS = frozenset(f"{name}s" for name in v.WEEKDAYS)
_STRUCTURE = frozenset(
    "the a of in on at over during for to next following coming last this week day month year quarter hour minute bizday "
    "and weekend midweek fortnight tomorrow few couple several within between half early mid late end weeks christmas easter holidays".split()
)
_PLURALS = {"days": "day", "weeks": "week", "months": "month", "hours": "hour"}
_UNITS = frozenset("day week month hour year quarter bizday fortnight weekend".split())
_PHRASES: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
for _phrase, _meaning in v.PHRASES.items():
    _words = tuple(_SPELLED.get(word, word) for word in _phrase.split())
    _PHRASES.setdefault(_words[0], []).append((_words, tuple(_meaning.split())))
for _several in _PHRASES.values():
    _several.sort(key=lambda entry: -len(entry[0]))
_KNOWN = frozenset(_SPELLED) | frozenset(_SIGNS) | frozenset(_DATED) | _STRUCTURE | v.FILLER | frozenset(_PHRASES) | _PLURAL_DAYS | frozenset(_PLURALS)
_CONTRACTED = {
    "won't": "will not", "can't": "can not", "shan't": "will not", "ain't": "is not", "cannot": "can not",
    "dont": "do not", "wont": "will not", "cant": "can not", "didnt": "did not", "doesnt": "do not", "isnt": "is not",
    "havent": "have not", "hasnt": "has not", "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not",
    "wasnt": "was not", "arent": "are not", "werent": "were not", "youll": "you will", "theyll": "they will",
    "itll": "it will", "let's": "let us", "gonna": "will", "wanna": "want to", "gotta": "have to",
}  # fmt: skip
_HALVES = {"half"}


def _deletes(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))} | {word}


_SLIP_TARGETS = [
    *v.WEEKDAYS, *(m for m in v.MONTHS if len(m) > 5), "tomorrow", "following", "beginning", "business", "working",
    "fortnight", "weekend", "quarter", "christmas", "decision", "interview", "couple", "before", "within",
]  # fmt: skip
_SLIPS: dict[str, set[str]] = {}
for _target in _SLIP_TARGETS:
    for _short in _deletes(_target):
        _SLIPS.setdefault(_short, set()).add(_target)
_NO_SLIPS = frozenset("sundry monkey worming deciding boring forking morning couples".split())


@lru_cache(maxsize=2048)
def _corrected(word: str) -> str:
    """The one known word that `word` is a slip of (one letter missing, added, wrong, or two swapped), else itself."""
    if not 5 <= len(word) <= 11 or word in _NO_SLIPS:
        return word
    found = {target for short in _deletes(word) for target in _SLIPS.get(short, ()) if _one_slip(word, target)}
    return found.pop() if len(found) == 1 else word


def _one_slip(word: str, target: str) -> bool:
    if word[0] != target[0] or abs(len(word) - len(target)) > 1:
        return False
    if len(word) != len(target):
        short, long = sorted((word, target), key=len)
        return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    wrong = [i for i, (a, b) in enumerate(zip(word, target, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and word[wrong[0]] == target[wrong[1]] and word[wrong[1]] == target[wrong[0]]  # noqa: PLR2004 - two swapped letters


def _plain_words(word: str) -> list[str]:
    """The plain words that one typed word stands for: contractions apart, spelling and slips mended."""
    if word in _CONTRACTED:
        return _CONTRACTED[word].split()
    if word.endswith("n't"):
        return [*_plain_words(word[:-3]), "not"]
    if word.endswith("'s") or word in _PLURAL_DAYS:
        word = word.removesuffix("'s")
    stem, _, tail = word.rstrip("'").partition("'")
    extra = {"ll": ["will"], "d": ["would"]}.get(tail, [])
    if tail and tail not in {"s", "ll", "d", "ve", "re", "m"}:
        stem = stem + tail
    if not stem:
        return extra
    if stem not in _KNOWN and stem not in v.NUMBERS and stem not in v.ORDINALS:
        stem = _corrected(stem)
    return [_SPELLED.get(stem, stem), *extra]


def _typed(folded: str) -> list[Token] | None:
    """Each token as (kind, plain word or figures, start, end); None where there are too many."""
    tokens: list[Token] = []
    abbreviated = False
    for match in _TOKEN.finditer(folded):
        kind, found = match.lastgroup or "", match.group()
        start, end = match.span()
        if kind == "short":
            found = found if "/" in found or found[0] in "b2" else found.replace(".", "")
            kind = "word"
        if kind == "word":
            abbreviated = found in _SPELLED
            after_number = bool(tokens) and tokens[-1][0] == "number"
            if found in {"h", "hr", "d", "w", "m"}:
                found = {"h": "hour", "hr": "hour", "d": "day", "w": "week", "m": "month"}[found] if after_number else found
            tokens.extend(("word", plain, start, end) for plain in _plain_words(found))
        else:
            if kind == "mark" and tokens and (tokens[-1][:2] == ("mark", found) or found == "." and abbreviated):
                continue
            tokens.append((kind, found, start, end))
            abbreviated = False
        if len(tokens) > MOST_WORDS:
            return None
    return tokens


def shortened(text: str) -> str | None:
    """A long text without needless blanks and marks at its end; None where it is still too long."""
    if len(text) <= MOST_CHARS:
        return text
    text = " ".join(text.rstrip(_END_MARKS).split())
    return text if len(text) <= MOST_CHARS else None


def plain_words(text: str) -> list[str]:
    """The plain words of a short text, marks left out."""
    return [found for kind, found, _, _ in _typed(_folded(text)[0]) or () if kind != "mark"]


def signs_of(text: str, names: Mapping[str, Names] = MappingProxyType({})) -> list[Sign] | None:
    """The signs of a text, fillers left out; None where it is too long to be an answer.

    `names` are further phrases by their first word: the region's holidays.
    """
    folded, places = _folded(text)
    tokens = _typed(folded)
    if tokens is None:
        return None
    signs: list[Sign] = []
    at = 0
    while at < len(tokens):
        taken, meant = _name_at(tokens, at, names) or _phrase_at(tokens, at)
        if not taken:
            taken, meant = 1, _single(tokens, at)
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
    for words, meant in (*_PHRASES.get(first, ()), *_PHRASES.get(_PLURALS.get(first, ""), ())):
        size = len(words)
        if at + size <= len(tokens) and all(_same(tokens[at + i], words[i]) for i in range(size)):
            return size, meant
    return 0, ()


def _same(token: Token, word: str) -> bool:
    return token[0] == "word" and (token[1] == word or _PLURALS.get(token[1]) == word)


def _single(tokens: list[Token], at: int) -> tuple[str, ...]:
    kind, found, _, _ = tokens[at]
    found = _PLURALS.get(found, found)
    if kind != "word":
        return _figures(kind, found, tokens[at + 1][1] if at + 1 < len(tokens) else "")
    if found in _PLURAL_DAYS:
        return ("other",)
    if found in _DATED:
        if found == "may" and not _is_may(tokens, at):
            return ("will",)
        return (_DATED[found],)
    if found in v.NUMBERS:
        return (f"n{v.NUMBERS[found]}w",)
    if found in v.ORDINALS:
        return (f"o{v.ORDINALS[found]}w",)
    if found in {"a", "an", "one", "another"}:
        return ("a",)
    if found == "fortnight":
        return ("fortnight",)
    if found in _STRUCTURE:
        return (found,)
    if found in _SIGNS:
        return (_SIGNS[found],)
    if found in v.FILLER:
        return ()
    return ("x",)


_BEFORE_MAY = frozenset(
    "by in of until from before after early late middle end next this last mid to or and around - / beginning for the".split()
)


def _is_may(tokens: list[Token], at: int) -> bool:
    """Whether "may" is the month: after a word of time or a number, before a number, or alone."""
    if at + 1 < len(tokens) and tokens[at + 1][0] in {"number", "ordinal"}:
        return True
    if at == 0 or at + 1 == len(tokens):
        return True
    return tokens[at - 1][0] in {"number", "ordinal"} or tokens[at - 1][1] in _BEFORE_MAY | set(v.ORDINALS)


def _figures(kind: str, found: str, following: str) -> tuple[str, ...]:  # noqa: PLR0911 - one line for each kind
    following = _PLURALS.get(following, following)
    unit = following in _UNITS or following in {"business", "working", "calendar"}
    match kind:
        case "number":
            return (_number(found),)
        case "ordinal":
            return (f"o{int(found[:-2])}",)
        case "quarter":
            return (f"q{found.strip('q ')}",)
        case "half":
            return (f"n{found.split()[0]}.5",)
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
    if len(found) > 8:  # noqa: PLR2004 - longer than any date in figures
        return "x"
    if len(found) == 8 and found[:2] == "20":  # noqa: PLR2004 - 20260320
        return f"t{found[:4]}-{found[4:6]}-{found[6:]}"
    value = int(found)
    if 2000 <= value <= 2199:  # noqa: PLR2004 - a year
        return f"y{value}"
    return f"n{value}"


def _joined(signs: list[Sign]) -> list[Sign]:
    """Numbers in words made one ("twenty" "first"), "a" before a unit made a number, other articles dropped."""
    out: list[Sign] = []
    article = False
    for at, sign in enumerate(signs):
        text = sign.sign
        if text == "verb" and article:
            text = "hear"
        article = False
        if text == "+" and out and out[-1].sign[0] == "n":
            out.insert(-1, Sign("atleast", sign.start, sign.end))
            continue
        if (text == "+" and out and out[-1].sign in _UNITS) or (text == ">" and at + 1 < len(signs)):
            text = "atleast"
        if text == "hour" and not (out and (out[-1].sign[0] == "n" or out[-1].sign in {"few", "couple", "several", "of"})):
            text = "officehours"
        if text[0] in "no" and text.endswith("w") and text[1:-1].isdigit():
            value = int(text[1:-1])
            tens = next((s for s in reversed(out[-2:]) if s.sign != "-"), None)
            if tens and tens.word in v.NUMBERS and tens.sign[1:].isdigit() and int(tens.sign[1:]) >= 20 and value < 10:  # noqa: PLR2004
                while out[-1] is not tens:
                    out.pop()
                out[-1] = Sign(f"{text[0]}{int(tens.sign[1:]) + value}", tens.start, sign.end, tens.glued)
                continue
            text = text[:-1] if not (text[0] == "o") else text
        if text == "a":
            nxt = signs[at + 1].sign if at + 1 < len(signs) else ""
            if nxt in _UNITS or nxt in {"half"}:
                text = "n1" if nxt != "half" else ""
            elif nxt in {"few", "couple", "several"} or nxt[:1] == "n" or at + 1 == len(signs):
                text = ""
            else:
                article = not (out and out[-1].sign in {"giveme", "give"})
                text = ""
            if not text:
                continue
        out.append(Sign(text, sign.start, sign.end, sign.glued, sign.word))
    return out
