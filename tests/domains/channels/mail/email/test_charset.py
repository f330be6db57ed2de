"""Bytes that lie about their charset are read as what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.mime.charset import decode, known

CASES = [
    ("gb2312 means gb18030", "朱镕基喆𠮷".encode("gb18030"), "gb2312", "朱镕基喆𠮷"),
    ("gbk without a declaration", "您好，请问".encode("gbk"), None, "您好，请问"),
    ("hz", "中文测试".encode("hz"), "hz-gb-2312", "中文测试"),
    ("big5", "中文測試".encode("big5"), "big5", "中文測試"),
    ("big5 that is utf-8", "中文測試郵件".encode(), "big5", "中文測試郵件"),
    ("gbk that is utf-8", "退款什么时候到账".encode(), "gbk", "退款什么时候到账"),
    ("latin-1 that is utf-8", "Grüße".encode(), "iso-8859-1", "Grüße"),
    ("latin-1 without a declaration", "Grüße aus Köln".encode("latin-1"), None, "Grüße aus Köln"),
    ("iso-2022-jp", "日本語テスト".encode("iso-2022-jp"), "iso-2022-jp", "日本語テスト"),
    ("iso-2022-jp with vendor characters", b"\x1b$B-!-j\x1b(B ok", "iso-2022-jp", "①㈱ ok"),
    ("iso-2022-jp that is shift_jis", "ツール".encode("cp932"), "iso-2022-jp", "ツール"),
    ("utf-7", "你好吗".encode("utf-7"), "utf-7", "你好吗"),
    ("an unknown charset", "您好".encode(), "x-unknown", "您好"),
    ("a codec that makes no text", b"hello", "rot13", "hello"),
    ("a broken character in a long text", "退款".encode("gb18030") * 60 + b"\xff", "gbk", "退款" * 60 + "�"),
]


@pytest.mark.parametrize(("rule", "raw", "declared", "text"), CASES, ids=[case[0] for case in CASES])
def test_bytes_are_read_as_what_they_are(rule: str, raw: bytes, declared: str | None, text: str) -> None:
    assert decode(raw, declared)[0] == text


@given(
    st.binary(max_size=200), st.sampled_from([None, "gb2312", "big5", "utf-7", "utf-16", "iso-2022-jp", "hz", "idna"])
)
def test_any_bytes_give_storable_text(raw: bytes, declared: str | None) -> None:
    text, _ = decode(raw, declared)
    assert "\x00" not in text
    text.encode("utf-8")


def test_codecs_that_make_no_text_are_unknown() -> None:
    assert [known(name) for name in ("rot13", "zlib", "base64", "", None, "GB2312 ")] == [None] * 5 + ["gb18030"]
