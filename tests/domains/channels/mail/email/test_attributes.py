"""What the server makes of addresses and styles in a mail is safe by itself, whatever the page does with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.html import sanitise, shown_parts


@pytest.mark.parametrize(
    "source",
    [
        "https://t.example/p.gif",
        " https://t.example/p.gif",
        "\thttps://t.example/p.gif",
        "\n https://t.example/p.gif",
        "\x01https://t.example/p.gif",
        "HTTP://t.example/p.gif",
        "HtTpS://t.example/p.gif",
        "ht\ttps://t.example/p.gif",
        "https:\n//t.example/p.gif",
        "//t.example/p.gif",
        "\\\\t.example\\p.gif",
        "data:image/svg+xml,<svg onload=1>",
        "javascript:alert(1)",
    ],
)
def test_no_image_of_elsewhere_loads_by_itself(source: str) -> None:
    html = sanitise(f'<p>x<img src="{source}" alt="a"></p>')
    assert " src=" not in html
    assert "javascript" not in html and "<svg" not in html


@pytest.mark.parametrize("source", ["cid:a@b", " cid:a@b", "CID:a@b", "c\nid:a@b"])
def test_a_part_of_the_mail_shows_however_it_is_written(source: str) -> None:
    html = sanitise(f'<img src="{source}">')
    assert 'src="cid:a@b"' in html
    assert shown_parts(html) == {"a@b"}


@pytest.mark.parametrize(
    "style",
    [
        "background-color:url(https://t.example/a)",
        "background-color: URL( https://t.example/a )",
        "font-family:a,url(https://t.example/a)",
        "border:1px solid \\75rl(https://t.example/a)",
        "color:red/**/url(https://t.example/a)",
        "color:image-set('https://t.example/a' 1x)",
        "width:expression(alert(1))",
        "color:var(--x,url(https://t.example/a))",
        "color:rgb(1,2,3) url(https://t.example/a)",
        "@import 'https://t.example/a'",
    ],
)
def test_no_style_loads_anything(style: str) -> None:
    assert "t.example" not in sanitise(f'<p style="{style};text-align:left">x</p>')
    assert "expression" not in sanitise(f'<p style="{style}">x</p>')


@pytest.mark.parametrize(
    "style", ["color:rgb(1,2,3)", "width:calc(100% - 2px)", "color:red", "font-family:Arial,sans-serif"]
)
def test_plain_styles_stay(style: str) -> None:
    assert style.split(":")[0] in sanitise(f'<p style="{style}">x</p>')


@given(st.text(alphabet="uURLrl()\\\\/*:; \t\nhtps:/.a75&#x;cid'\"", max_size=60))
def test_no_style_and_no_source_leads_out(text: str) -> None:
    html = sanitise(f'<p style="color:{text}">x</p><img src="{text}">').lower()
    assert "url(" not in html.replace("data-blocked-src", "")
    assert not any(f' src="{scheme}' in html for scheme in ("http", " ", "/", "\\"))
