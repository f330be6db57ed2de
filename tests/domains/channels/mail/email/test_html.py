"""HTML of strangers: harmless when shown, complete as text, bounded in time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.html import QUOTE_START, sanitise, shown_parts, to_text


@pytest.mark.parametrize(
    ("given_html", "shown"),
    [
        ("<p>hi<script>alert(1)</script></p>", "<p>hi</p>"),
        ('<a href="javascript:alert(1)">x</a>', '<a target="_blank" rel="noopener noreferrer nofollow">x</a>'),
        ('<p onclick="x()" id="a" class="b">x</p>', "<p>x</p>"),
        ('<div style="position:fixed;top:0;color:red;margin:-9px">x</div>', '<div style="color:red">x</div>'),
        ('<img src="cid:a@b" alt="logo">', '<img src="cid:a@b" alt="logo">'),
        ('<img src="https://t.example/p.gif?u=1">', '<img data-blocked-src="https://t.example/p.gif?u=1">'),
        ('<img data-blocked-src="https://x" src="file:///etc/passwd">', "<img>"),
        ('<img alt="<img src=&quot;http://x&quot;>" src="http://y/">', None),
        ("<form><input name=password></form>ok", "ok"),
        ("<style>p{position:fixed}</style><title>t</title>ok", "ok"),
    ],
)
def test_only_harmless_html_is_shown(given_html: str, shown: str | None) -> None:
    clean = sanitise(given_html)
    assert clean == shown if shown is not None else ' src="http' not in clean
    assert sanitise(clean.replace("data-blocked-src", "title")) is not None


def test_a_part_is_shown_only_by_an_image_that_names_it() -> None:
    html = """<img src="cid:logo%40x"><img alt='x' src='cid:a&amp;b@x'><a href="cid:file@x">cid:text@x</a>
        <p title=' src="cid:title@x"'> src="cid:words@x"</p><img alt=' src="cid:alt@x"' src="https://x">"""
    assert shown_parts(sanitise(html)) == {"logo@x", "a&b@x"}


@given(st.text(alphabet="<>/=\"' abipstyle&;:!-", max_size=300))
def test_sanitising_twice_changes_nothing_more(noise: str) -> None:
    clean = sanitise(noise)
    assert "<script" not in clean
    assert sanitise(clean) == clean


def test_text_keeps_lines_and_what_stands_in_tables() -> None:
    text = to_text("<p>您好</p><table><tr><td>订单</td><td>42</td></tr></table>谢谢<br>李四")
    assert [line.split() for line in text.split("\n") if line.strip()] == [["您好"], ["订单", "42"], ["谢谢"], ["李四"]]


def test_text_nested_beyond_the_parsers_is_not_lost() -> None:
    assert "needle" in to_text("<div>" * 5_000 + "needle")
    assert "needle" in sanitise("<div>" * 5_000 + "needle")


def test_the_text_within_an_element_of_very_many_attributes_is_not_lost() -> None:
    many = "".join(f" x{n}=1" for n in range(1_000))
    assert to_text(f"<p{many}>needle</p>") == "needle"
    assert "needle" in sanitise(f"<p{many}>needle</p>")


def test_long_values_are_no_attributes() -> None:
    words = "red, " * 500
    assert sanitise(f'<b title="{words}">x</b>').startswith("<b title")


def test_a_mail_cannot_make_its_own_quote_marks() -> None:
    assert QUOTE_START not in to_text(f"<p>{QUOTE_START} mine</p>", marked=True)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 50_000,
        "<b><i><u><font color=a>" * 40 + "<p>x" * 12_000,
        "<a " + "x=1 " * 50_000 + ">",
        "<a " + "".join(f"x{n}=1 " for n in range(20_000)) + ">",
        "<a " + "".join(f"/x{n}" for n in range(20_000)) + ">",
        "<a " + "".join(f'<x{n}="<"' for n in range(15_000)) + ">",
        '<a x=\f"' + "".join(f"x{n} " for n in range(20_000)) + '">',
        "<table><tr><td>" * 15_000,
        "<!--" * 50_000,
        "<style>" * 25_000,
        "&#x" * 75_000,
        "<br>" * 50_000,
    ],
    ids=[
        "depth",
        "formatting",
        "attributes",
        "names",
        "slashes",
        "brackets",
        "feeds",
        "tables",
        "comments",
        "styles",
        "entities",
        "breaks",
    ],
)
def test_hostile_html_costs_bounded_time(hostile: str) -> None:
    start = time.process_time()
    to_text(hostile, marked=True)
    sanitise(hostile)
    assert time.process_time() - start < 5
