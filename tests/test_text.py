"""Text from outside is made safe in one place."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.cells import fitted, padded, width
from app.text import cleaned, folded, shown

HOSTILE = "a\x1b[31mred\x1b]0;title\x07 \x9b2J \x00 \u202egnp.exe \u2066x\u2069 \r\nb\tc \U000e0041"


@given(st.text())
def test_no_control_character_of_any_text_is_shown(text):
    assert not [
        c for c in shown(text) if unicodedata.category(c) in {"Cc", "Cs"} or c in "\u202e\u2066\u2069\u200f"
    ]


def test_escapes_bidirectional_and_tag_characters_are_made_visible_not_obeyed():
    assert shown(HOSTILE) == "a�[31mred�]0;title� �2J � �gnp.exe �x�  b c �"


def test_lines_stay_lines_where_they_may():
    assert shown("one\r\ntwo\x1b", one_line=False) == "one\ntwo�"


def test_joiners_of_emoji_and_persian_are_text_and_stay():
    assert shown("👩\u200d💻 می\u200cخواهم") == "👩\u200d💻 می\u200cخواهم"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert cleaned(cleaned(text)) == cleaned(text)
    assert "\n" not in cleaned(text, one_line=True)


def test_text_as_it_enters_keeps_what_the_person_wrote():
    assert cleaned(" Zoë\r\nß\x00 ") == "Zoë\nß"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])), st.integers(0, 40))
def test_padded_text_takes_exactly_its_cells(text, cells):
    assert width(padded(text, cells)) == cells
    assert width(fitted(text, cells)) <= cells


def test_case_and_accents_are_folded_for_comparing():
    assert folded("  Çafé  DÉJÀ ") == "cafe deja"
