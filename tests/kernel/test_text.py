"""Texts as they are stored: one form whatever they came in, and what shows nothing is nothing."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.kernel.text import blank, cell, cell_text, holdable, label, one_line, tidy

texts = st.text(st.characters(exclude_categories=[])) | st.text(
    "a \u00e9e\u0301\u200b\u200d\u200c\ufe0f😀👩م\n\r\x00\x85\u2028\xa0가ᄀ"
)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\t\r\n", "\u3000", "\xa0", "\u200b", "\u200e\u202e", "\ufeff", "\u2060\u3164", "\u2800", "\ufe0f"],
)
def test_what_shows_nothing_is_nothing(text: str) -> None:
    assert blank(text)
    assert (tidy(text), label(text)) == ("", "")


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("  退款  ", "退款"),
        ("cafe\u0301", "café"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("Ali\u200bce", "Alice"),
        ("a\u2066b\u2069c\u200ed", "abcd"),
        ("two\r\nlines\u2028here", "two lines here"),
        ("nul\x00 and \x1b[31m", "nul and [31m"),
        ("soft\xadhyphen", "softhyphen"),
        ("p\u200day\u200cpal", "paypal"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("一\u3000二", "一 二"),
    ],
)
def test_names_and_titles_hold_one_line_and_nothing_unseen(text: str, stored: str) -> None:
    assert label(text) == stored


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("\r\nHello\r\n\r\n  indented\rlast \n", "Hello\n\n  indented\nlast"),
        ("e\u0301\x07", "é"),
        ("keeps \u200f direction", "keeps \u200f direction"),
    ],
)
def test_texts_keep_their_lines(text: str, stored: str) -> None:
    assert tidy(text) == stored


@given(texts)
@settings(max_examples=500)
def test_the_stored_form_is_stable_and_can_be_kept(text: str) -> None:
    for form in (tidy, label):
        stored = form(text)
        assert form(stored) == stored
        assert stored == unicodedata.normalize("NFC", stored).strip()
        assert holdable(stored)
        assert not stored or not blank(stored)
    assert "\n" not in label(text)


@pytest.mark.parametrize("text", ["a\x00", "\ud800", "x\udfffy"])
def test_what_cannot_be_kept_is_known(text: str) -> None:
    assert not holdable(text)


@given(texts, st.integers(1, 30))
def test_a_cut_line_keeps_its_bound(text: str, limit: int) -> None:
    assert len(one_line(text, limit)) <= limit


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_is_no_formula_to_any_spreadsheet(sign: str) -> None:
    """Programs set to Chinese or Japanese take the wide signs for the narrow ones."""
    said = f"{sign}HYPERLINK(A1)"
    assert cell(said) == f"'{said}" and cell_text(cell(said)) == said


@pytest.mark.parametrize("said", ["", "李雷", "'s", "1+1", "a=b"])
def test_other_cells_stand_as_they_are(said: str) -> None:
    assert cell(said) == cell_text(said) == said
