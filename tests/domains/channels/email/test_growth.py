"""Time grows with the length of what strangers write, whatever they write: n, 2n and 4n are measured."""

import time
from collections.abc import Callable

import pytest

from gongdan.domains.channels.email.html import sanitise, to_text
from gongdan.domains.channels.email.quotes import MARKER, split_reply

SIZE = 5_000
"""Characters of the shortest text."""
MOST = 9
"""What 4n may cost of n: linear is 4, quadratic 16."""
EARLY = 0.005
"""Seconds below which a ratio says nothing."""

LINES = [
    "On Sun 2026 <", "a <b", "发件人: x", "> x", "- " * 300, "-" * 2_000, "wrote " * 300, MARKER, "-- ", "--", "A: b@c 1:00",
    "On 1 Jan 2026 a <a@b> wrote:", "2026-01-01 10:00 A B", "a@b\n", "-----x-----", "1 2 3 4 5 6 7 8 9 0", "x:", "> a\nb\n> c",
    "\ue0f0", "Li Wei\n+86 21 5555 0100", "Sent from my phone", "@" * 500, "<" * 500, "1" * 500, "1:00 " * 100,
    "January 1, " * 50, "From: a@b\nSent: 2026-01-01 10:00\n", "http://" * 80, "写道：", "\u200e" * 300,
]  # fmt: skip
MARKUP = [
    "<div>", "<blockquote type=cite>a</blockquote>b", "<div class=gmail_quote><blockquote>a</blockquote>b", "<!--", "<img a=\"",
    "<b><p>", "<table><tr><td>a", "<style>", "&lt;", "<a href=x>", "<", "<img src=\"http://x\">", "\n \n ", "<br> ",
    "<div id=divRplyFwdMsg>a</div>", "<blockquote>", "<p style=\"border:none\">a",
]  # fmt: skip


def _spent(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def grows_in_line(read: Callable[[str], object], piece: str) -> None:
    for _ in range(3):
        times = [_spent(read, piece * (SIZE * factor // len(piece))) for factor in (1, 2, 4)]
        if times[2] <= max(times[0], EARLY) * MOST:
            return
    pytest.fail(f"{piece[:40]!r}: {times}")


@pytest.mark.serial
@pytest.mark.parametrize("line", LINES)
def test_cutting_a_reply(line: str) -> None:
    grows_in_line(lambda text: split_reply(text, None), line + "\n")
    grows_in_line(lambda text: split_reply(text, None), line)


@pytest.mark.serial
@pytest.mark.parametrize("piece", MARKUP)
def test_reading_and_cleaning_html(piece: str) -> None:
    grows_in_line(lambda html: split_reply("", html), piece)
    grows_in_line(to_text, piece)
    grows_in_line(sanitise, piece)
