"""Names of people: what is one, and how a note greets its bearer."""

from __future__ import annotations

import re

from app.domain.typed.words import FIELDS, GIVEN_HONORIFICS, HONORIFICS, PARTICLES, POST_NOMINALS, TITLES

_NICKNAME = re.compile(r"[\"“”„']([^\"“”'\s]{2,20})[\"“”']")
_ROLE_WORDS = frozenset(
    {"the", "a", "an", "their", "my", "our", "of", "for", "and", "&", "from", "in", "hr", "it"}
)
_MOST_WORDS_OF_A_NAME = 4
_LONGEST_ACRONYM = 3  # "QA", "HR BP"
_TWO_WORD_GIVEN_NAME = 2


def plain(word: str) -> str:
    """`word` folded for looking it up: no case, no punctuation around it."""
    return word.casefold().strip(".,:;!?()[]\"'“”’")


def is_role(text: str) -> bool:
    """Whether `text` names a role instead of a person: "the recruiter", "HR", "Hiring Manager"."""
    words = [plain(word) for word in text.split()]
    known = [word for word in words if word in TITLES or word in FIELDS]
    return bool(known) and all(word in TITLES or word in FIELDS or word in _ROLE_WORDS for word in words)


def has_title_word(text: str) -> bool:
    """Whether any word of `text` is a rank, a trade or a field of work."""
    words = [plain(part) for part in re.split(r"[\s/,&-]+", text)]
    return any(word in TITLES or word in FIELDS for word in words)


def looks_like_a_name(text: str, *, least: int = 2) -> bool:
    """Whether `text` is shaped like a name of at least `least` words and holds no word of a title."""
    words = text.split()
    rest = [word for word in words if plain(word) not in HONORIFICS and plain(word) not in GIVEN_HONORIFICS]
    if len(rest) < len(words):
        least = 1
    elif has_title_word(text):
        return False
    if not least <= len(rest) <= _MOST_WORDS_OF_A_NAME:
        return False
    return all(_name_shaped(word) for word in rest) and not _is_acronym(rest)


def _name_shaped(word: str) -> bool:
    if plain(word) in PARTICLES:
        return True
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    return (
        bool(letters) and letters.isalpha() and (letters[0].isupper() or letters.lower() == letters.upper())
    )


def _is_acronym(words: list[str]) -> bool:
    return all(word.isupper() and len(word) <= _LONGEST_ACRONYM for word in words)


def greeting_of(name: str) -> str:
    """What a note calls the bearer of `name`: "Dana", "Dr. Lee"; "" for a role ("the recruiter").

    A family name in capitals before the others ("WANG Xiaoming") and one before a comma ("Lee, Dana")
    are seen; a form of address is kept with the family name; where no given name can be told, the whole
    name is used.
    """
    name = " ".join(name.split())
    if not name or is_role(name):
        return ""
    if "," in name:
        name = _given_first(name)
    address, words = _without_address(name.split())
    words = _without_post_nominals(words)
    if not words:
        return name
    if address and address not in GIVEN_HONORIFICS.values():
        return f"{address} {_family_of(words)}"
    nickname = _NICKNAME.search(name)
    given = nickname.group(1) if nickname else _given_of(words)
    return f"{address} {given}".strip()


def _given_first(name: str) -> str:
    family, _, rest = name.partition(",")
    if all(plain(word) in POST_NOMINALS for word in rest.split()):
        return family.strip()
    return f"{rest.strip()} {family.strip()}".replace(",", " ")


def _without_address(words: list[str]) -> tuple[str, list[str]]:
    """The first form of address in front and the words behind them all ("Prof. Dr. Lee" -> "Prof.", Lee)."""
    address = ""
    while len(words) > 1:
        key = plain(words[0])
        found = HONORIFICS.get(key) or GIVEN_HONORIFICS.get(key)
        if not found:
            break
        address, words = address or found, words[1:]
    return address, words


def _without_post_nominals(words: list[str]) -> list[str]:
    while len(words) > 1 and plain(words[-1]) in POST_NOMINALS:
        words = words[:-1]
    return words


def _capitals(word: str) -> bool:
    return word.isupper() and sum(c.isalpha() for c in word) > 1 and "." not in word


def _family_first(words: list[str]) -> int:
    """How many words in front are a family name in capitals before a given name that is not; 0 for none."""
    count = next((i for i, word in enumerate(words) if not _capitals(word)), len(words))
    return count if 0 < count < len(words) else 0


def _family_of(words: list[str]) -> str:
    if count := _family_first(words):
        return " ".join(word.capitalize() for word in words[:count])
    start = next((i for i, word in enumerate(words) if i and plain(word) in PARTICLES), len(words) - 1)
    family = " ".join(words[start:])
    return family.title() if _capitals(family) else _risen(family)


def _given_of(words: list[str]) -> str:
    if count := _family_first(words):
        given = words[count:]
        # Two words behind a family name in capitals are mostly one given name: "KIM Min Jun".
        return " ".join(given if len(given) == _TWO_WORD_GIVEN_NAME else given[:1])
    if plain(words[0]) in PARTICLES:
        return " ".join(words)
    for i, word in enumerate(words):
        if not _is_initial(word) and (i == 0 or i < len(words) - 1):
            return word.capitalize() if _capitals(word) else _risen(word)
    return " ".join(words)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isupper() and word.isascii()


def _risen(word: str) -> str:
    """A name typed without capitals gets its first one; the rest stays as typed ("van Beethoven")."""
    particle = plain(word.partition(" ")[0]) in PARTICLES
    return word[:1].upper() + word[1:] if word.islower() and not particle else word
