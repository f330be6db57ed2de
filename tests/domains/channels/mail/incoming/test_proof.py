"""What a relay wrote down of a sender is believed when it is our own, whole, and about that very domain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.incoming.proof import is_aligned
from tests.domains.channels.mail.email.kit import mail as parsed
from tests.support.growth import outgrown

RELAY, DOMAIN = "mx.office.test", "office.test"


def holds(*headers: str) -> bool:
    return is_aligned(headers, relay=RELAY, domain=DOMAIN)


@pytest.mark.parametrize(
    "header",
    [
        "mx.office.test; dmarc=pass header.from=office.test",
        "mx.office.test 1; spf=fail smtp.mailfrom=x.test; dmarc=pass (p=none) header.from=office.test",
        "MX.Office.Test;\r\n dkim=pass header.d=a.test;\r\n dmarc=pass\r\n header.from=Office.TEST",
        '"mx.office.test" ; dmarc = pass header.from = "office.test"',
        "(x) mx.office.test; dmarc=pass (a;b \\) dmarc=fail) header.from=office.test",
    ],
)
def test_a_pass_of_our_relay_for_the_domain_is_proof(header: str) -> None:
    assert holds(header)


@pytest.mark.parametrize(
    "header",
    [
        "mx.office.test; dmarc=fail header.from=office.test",
        "mx.office.test; dmarc=pass header.from=evil.test",
        "mx.office.test; dmarc=pass header.from=office.test.evil.test",
        "mx.office.test; dmarc=pass header.from=sub.office.test",
        "mx.office.test; dmarc=pass",
        "mx.office.test; spf=pass smtp.mailfrom=office.test; dkim=pass header.d=office.test",
        "mx.evil.test; dmarc=pass header.from=office.test",
        "mx.office.test.evil.test; dmarc=pass header.from=office.test",
        "mx.office.test; none",
        "mx.office.test; dmarc=pass header.from=evil.test header.from=office.test",
        "mx.office.test; dmarc=fail header.from=office.test; dmarc=pass header.from=office.test",
        'mx.office.test; spf=pass smtp.mailfrom="x; dmarc=pass header.from=office.test"',
        "mx.office.test; spf=pass (x; dmarc=pass header.from=office.test)",
        'mx.office.test; dmarc=pass header.from=office.test; spf=pass smtp.mailfrom="open',
        "mx.office.test; dmarc=pass header.from=office.test (open",
        "mx.office.test; xdmarc=pass header.from=office.test",
        "dmarc=pass header.from=office.test",
        "",
    ],
)
def test_everything_else_is_none(header: str) -> None:
    assert not holds(header)


def test_only_the_topmost_header_of_our_relay_counts() -> None:
    passed, failed = (f"{RELAY}; dmarc={word} header.from={DOMAIN}" for word in ("pass", "fail"))
    assert not holds(failed, passed)
    assert holds("mx.evil.test; dmarc=fail header.from=office.test", passed, failed)


def test_without_a_trusted_relay_nothing_is_proven() -> None:
    header = f"{RELAY}; dmarc=pass header.from={DOMAIN}"
    assert not is_aligned([header], relay=None, domain=DOMAIN)
    assert not is_aligned([header], relay=RELAY, domain="")


@given(st.text(alphabet='mx.office.test;dmarc=pass header.from "\\()', max_size=120))
def test_any_text_is_read_and_an_open_end_is_never_proof(text: str) -> None:
    holds(text)
    assert not holds(f"{RELAY}; dmarc=pass header.from={DOMAIN} ({text.replace(')', '')}")


def test_neither_encoded_words_nor_a_cut_make_a_finding() -> None:
    word = "=?utf-8?q?;_dmarc=3Dpass_header.from=3Doffice.test?="
    encoded = parsed(From="a@office.test", Authentication_Results=f"{RELAY}; spf=fail smtp.mailfrom={word}")
    assert not holds(*encoded.headers["authentication-results"])
    for length in (1_000, 4_000):
        start = f"{RELAY}; dmarc=pass header.from={DOMAIN}"
        padded = start.replace("; ", "; " + "x=y " * ((length - len(start)) // 4), 1).replace("x=y dmarc", "; dmarc", 1)
        cut = parsed(From="a@office.test", Authentication_Results=f"{padded}.evil.test")
        assert not holds(*cut.headers["authentication-results"])


def test_reading_is_linear() -> None:
    def read(length: int) -> None:
        for _ in range(200):
            holds("mx.office.test; " + '("\\' * length)

    assert not outgrown(read, 300, quick_s=0.02)
