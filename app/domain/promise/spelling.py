"""Text as typed -> plain words: case, accents and marks folded, contractions apart, spelling and slips mended."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.domain.promise import vocabulary as v
from app.domain.promise.phrases import PHRASES

MOST_CHARS = 2000
"""A text with more, blanks and marks at its end left out, is no answer to "when will you hear?" and is not read."""
MOST_WORDS = 600
"""The same for a text with more words."""
_END_MARKS = " \t\r\n.,;:!?…-–—\"'»"


Token = tuple[str, str, int, int]
"""One token: its kind, its plain word or figures, and where it begins and ends in the folded text."""

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


def folded(text: str) -> tuple[str, list[int] | range]:
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
  | (?P<time>(?<!\d)\d{1,2}(?:[:.]\d{2})?[ ]?(?:am|pm|a\.m\.?|p\.m\.?|o'?clock)(?![a-z])
           |(?<!\d)\d{1,2}(?::\d{2}){1,2}(?!\d)|\d{1,2}h\d{2}\b)
  | (?P<half>(?<!\d)\d{1,3}[ ]+1/2(?!\d))
  | (?P<figures>(?<![\d/])\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/]))
  | (?P<dashed>(?<!\d)\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?!\d))
  | (?P<dotted>(?<![\d.])\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2})?)?(?!\.?\d))
  | (?P<ordinal>(?<!\d)\d{1,2}[ ]?(?:st|nd|rd|th)(?![a-z]))
  | (?P<quarter>\bq[ ]?[1-4]\b|\b[1-4]q\b)
  | (?P<decimal>(?<!\d)\d{1,3}[.,]\d{1,2}(?!\d))
  | (?P<short>wk?/(?:c|e|b|o|in)\b|week-end\b|(?:[a-z]\.){2,5}(?:[a-z]\b)?|b4\b|2day\b|2mor+o+w?\b|2mrw\b|2moz\b|24/7\b)
  | (?P<number>\d+)
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)
SPELLED = {other: plain for plain, others in v.SPELLINGS.items() for other in others.split()}
SIGNS = {word: sign for sign, words in v.CLASSES.items() for word in words.split()}
DATED = {name: f"d{i}" for i, name in enumerate(v.WEEKDAYS)} | {
    name: f"m{i}" for i, name in enumerate(v.MONTHS, 1)
}
PLURAL_DAYS = frozenset(f"{name}s" for name in v.WEEKDAYS)
STRUCTURE = frozenset(
    v.listed(
        "the a of in on at over during for to next following coming last this week day month year "
        "quarter hour minute bizday and weekend midweek fortnight tomorrow few couple several within "
        "between half early mid late end weeks christmas easter holidays"
    )
)
PLURALS = {"days": "day", "weeks": "week", "months": "month", "hours": "hour"}
UNITS = frozenset(["day", "week", "month", "hour", "year", "quarter", "bizday", "fortnight", "weekend"])
_PHRASE_WORDS = frozenset(SPELLED.get(first, first) for first in (phrase.split()[0] for phrase in PHRASES))
_KNOWN = (
    frozenset(SPELLED)
    | frozenset(SIGNS)
    | frozenset(DATED)
    | STRUCTURE
    | v.FILLER
    | _PHRASE_WORDS
    | PLURAL_DAYS
    | frozenset(PLURALS)
)
_GLUED = ("next", "nxt", "this")
"""Words that are typed without the blank behind them: "nextweek"."""
_CONTRACTED = {
    "won't": "will not", "can't": "can not", "shan't": "will not", "ain't": "is not", "cannot": "can not",
    "dont": "do not", "wont": "will not", "cant": "can not", "didnt": "did not", "doesnt": "do not", "isnt": "is not",
    "havent": "have not", "hasnt": "has not", "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not",
    "wasnt": "was not", "arent": "are not", "werent": "were not", "youll": "you will", "theyll": "they will",
    "itll": "it will", "let's": "let us", "gonna": "will", "wanna": "want to", "gotta": "have to",
}  # fmt: skip


def _deletes(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))} | {word}


_SLIP_TARGETS = [
    *v.WEEKDAYS, *(m for m in v.MONTHS if len(m) > 5), "tomorrow", "following", "beginning", "business", "working",
    "fortnight", "weekend", "quarter", "christmas", "decision", "interview", "couple", "before", "within",
    "weeks", "month", "months", "hours", "today",
]  # fmt: skip
_SLIPS: dict[str, set[str]] = {}
for _target in _SLIP_TARGETS:
    for _short in _deletes(_target):
        _SLIPS.setdefault(_short, set()).add(_target)
_NO_SLIPS = frozenset(
    ["sundry", "monkey", "worming", "deciding", "boring", "forking", "morning", "couples", "mouth", "mouths"]
)


@lru_cache(maxsize=2048)
def _corrected(word: str) -> str:
    """The one known word that `word` is a slip of (one letter missing, added, wrong, or two swapped), else itself."""
    if not 5 <= len(word) <= 11 or word in _NO_SLIPS:
        return word
    found = {
        target for short in _deletes(word) for target in _SLIPS.get(short, ()) if _one_slip(word, target)
    }
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
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and word[wrong[0]] == target[wrong[1]]
        and word[wrong[1]] == target[wrong[0]]
    )


def _plain_words(word: str) -> list[str]:
    """The plain words that one typed word stands for: contractions apart, spelling and slips mended."""
    if word in _CONTRACTED:
        return _CONTRACTED[word].split()
    for first in _GLUED:
        rest = word.removeprefix(first)
        if rest != word and (SPELLED.get(rest, rest) in UNITS or SPELLED.get(rest, rest) in DATED):
            return [SPELLED.get(first, first), *_plain_words(rest)]
    if word.endswith("n't"):
        return [*_plain_words(word[:-3]), "not"]
    if word.endswith("'s") or word in PLURAL_DAYS:
        word = word.removesuffix("'s")
    stem, _, tail = word.rstrip("'").partition("'")
    extra = {"ll": ["will"], "d": ["would"], "m": ["am"]}.get(tail, [])
    if tail and tail not in {"s", "ll", "d", "ve", "re", "m"}:
        stem = stem + tail
    if not stem:
        return extra
    if stem not in _KNOWN and stem not in v.NUMBERS and stem not in v.ORDINALS:
        stem = _corrected(stem)
    return [SPELLED.get(stem, stem), *extra]


_AFTER_NUMBER = {"h": "hour", "hr": "hour", "d": "day", "w": "week", "m": "month", "mo": "month"}
"""What these letters stand for behind a number; HR alone is the people who hire."""


def typed(text: str) -> list[Token] | None:
    """Each token as (kind, plain word or figures, start, end); None where there are too many."""
    tokens: list[Token] = []
    abbreviated = False
    for match in _TOKEN.finditer(text):
        kind, found = match.lastgroup or "", match.group()
        start, end = match.span()
        if kind == "short":
            found = found if "/" in found or found[0] in "b2" else found.replace(".", "")
            kind = "word"
        if kind == "word":
            abbreviated = found in SPELLED
            if tokens and tokens[-1][0] == "number":
                found = _AFTER_NUMBER.get(found, found)
            plain = _plain_words(found)
            if _hyphenated(tokens, start, plain):
                tokens.pop()
            tokens.extend(("word", word, start, end) for word in plain)
        elif not (kind == "mark" and tokens and _idle(tokens[-1], found, abbreviated=abbreviated)):
            tokens.append((kind, found, start, end))
            abbreviated = False
        if len(tokens) > MOST_WORDS:
            return None
    while tokens and tokens[-1][0] == "mark" and tokens[-1][1] != "+":
        tokens.pop()
    return tokens


def _idle(before: Token, mark: str, *, abbreviated: bool) -> bool:
    """Whether a mark says nothing: repeated, or the full stop of an abbreviation."""
    return before[:2] == ("mark", mark) or (mark == "." and abbreviated)


def _hyphenated(tokens: list[Token], start: int, plain: list[str]) -> bool:
    """Whether a hyphen joins two words ("end-of-month") and is no range ("Mon-Wed", "one-two")."""
    if len(tokens) < 2 or not plain or tokens[-1][1] != "-" or tokens[-1][3] != start:
        return False
    kind, word, _, end = tokens[-2]
    if kind != "word" or end != tokens[-1][2]:
        return False
    ranges = DATED.keys() | v.NUMBERS.keys()
    tens = v.NUMBERS.get(word, 0) >= 20
    return tens or not (word in ranges and plain[0] in ranges)


def shortened(text: str) -> str | None:
    """A long text without needless blanks and marks at its end; None where it is still too long."""
    if len(text) <= MOST_CHARS:
        return text
    text = " ".join(text.rstrip(_END_MARKS).split())
    return text if len(text) <= MOST_CHARS else None


def plain_words(text: str) -> list[str]:
    """The plain words of a short text, marks left out."""
    return [found for kind, found, _, _ in typed(folded(text)[0]) or () if kind != "mark"]
