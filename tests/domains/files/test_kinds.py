"""A type is read from the bytes: no name and no declaration changes what a browser may do with a file."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.files.keep import file_name
from gongdan.domains.files.kinds import HEAD, TAIL, UNKNOWN, is_shown, type_of

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)
OFFICE = "application/vnd.openxmlformats-officedocument."


def archive(*names: str, first: bytes = b"<Types/>", filling: int = 0) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("[Content_Types].xml", first)
        file.writestr("media/image1.bin", bytes(filling))
        for name in names:
            file.writestr(name, "x")
    return written.getvalue()


def kind(content: bytes, name: str = "") -> str:
    return type_of(content[:HEAD], content[-TAIL:], name)


@pytest.mark.parametrize(
    ("content", "name", "wanted"),
    [
        (PNG, "report.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(20), "", "image/jpeg"),
        (b"%PDF-1.7\n1 0 obj", "picture.png", "application/pdf"),
        (b"MZ\x90\x00" + bytes(60), "photo.jpg", "application/x-msdownload"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "a.txt", "application/x-executable"),
        (archive("word/document.xml"), "a.xlsx", OFFICE + "wordprocessingml.document"),
        (archive("xl/workbook.xml"), "", OFFICE + "spreadsheetml.sheet"),
        (archive("ppt/presentation.xml"), "", OFFICE + "presentationml.presentation"),
        (archive("xl/workbook.xml", filling=300_000), "", OFFICE + "spreadsheetml.sheet"),
        (archive("notes.txt"), "a.docx", "application/zip"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "", "application/vnd.oasis.opendocument.text"),
        ("订单号,金额\n1001,9.90\n".encode(), "订单.csv", "text/csv"),
        ("订单号,金额\n1001,9.90\n".encode("gb18030"), "订单.CSV", "text/csv"),
        ("第一行\n".encode("utf-16"), "", "text/plain"),
        (b'{"a": 1}', "a.json", "application/json"),
        (b"plain words", "harmless.html", "text/plain"),
        (b"  <!DOCTYPE html><p>hi", "a.txt", "text/html"),
        (b"<script>alert(1)</script>", "a.png", "text/html"),
        (b"\xef\xbb\xbf<HTML><body>", "", "text/html"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "a.png", "image/svg+xml"),
        (b"<?xml version='1.0'?><order/>", "", "application/xml"),
        (bytes(range(256)), "a.txt", UNKNOWN),
        (b"", "a.png", "text/plain"),
    ],
)  # fmt: skip
def test_a_type_is_what_the_bytes_are(content: bytes, name: str, wanted: str) -> None:
    assert kind(content, name) == wanted


@pytest.mark.parametrize(
    "type_", ["text/html", "image/svg+xml", "application/xml", "text/plain", "application/x-msdownload"]
)  # fmt: skip
def test_only_pictures_sound_and_film_are_shown_in_place(type_: str) -> None:
    assert not is_shown(type_, "")
    assert is_shown("image/png", "a.png") and is_shown("audio/mpeg", "a.mp3") and is_shown("video/mp4", "")


@given(st.text(alphabet="<>/ \n!abchtmlsvgscriptpdiv", max_size=60), st.text(max_size=10))
def test_no_text_is_ever_shown_in_place(text: str, name: str) -> None:
    assert not is_shown(kind(text.encode(), name), name)


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_bytes_have_a_type(content: bytes, name: str) -> None:
    assert "/" in kind(content, name)


def test_a_character_that_the_cut_splits_does_not_make_text_unknown() -> None:
    text = ("a" + "退款" * HEAD).encode()
    assert {kind(text[: HEAD - cut]) for cut in range(6)} == {"text/plain"}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\li\\退款.png", "退款.png"),
        ("", "file"),
        ("..", "file"),
        ("dir/", "file"),
        ("a\r\nSet-Cookie: x\x00", "a Set-Cookie: x"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_a_name_leads_nowhere(given: str, wanted: str) -> None:
    assert file_name(given) == wanted


@pytest.mark.parametrize(
    ("type_", "name", "shown"),
    [
        ("image/png", "photo.PNG", True),
        ("image/jpeg", "photo.jpeg", True),
        ("image/png", "photo", True),
        ("image/png", "invoice.pdf", False),
        ("application/pdf", "invoice.pdf", True),
        ("application/pdf", "invoice.png", False),
        ("application/pdf", "invoice", False),
        ("image/png", "setup.exe", False),
        ("image/png", "photo.png.exe", False),
        ("image/png", "photo.jpg", False),
        ("video/mp4", "film.mov", True),
        ("video/mp4", "film.scr", False),
    ],
)
def test_a_file_is_shown_in_place_only_where_its_name_agrees(type_: str, name: str, shown: bool) -> None:
    assert is_shown(type_, name) is shown
