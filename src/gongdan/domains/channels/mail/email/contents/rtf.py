"""Rich text, as Outlook packs it (MS-OXRTFCP, MS-OXRTFEX), to plain text. Linear, and bounded by what it may unpack."""

import re

MAX_UNPACKED = 1024 * 1024
MAX_GROUPS = 500

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
    b"\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_TOKEN = re.compile(rb"(?is)\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_UNSEEN = frozenset(
    b"fonttbl colortbl stylesheet info pict themedata colorschememapping header footer object objdata listtable"
    b" listoverridetable rsidtbl generator xmlnstbl datastore latentstyles".split()
)
_CODE_PAGES = {936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949", 65001: "utf-8"}
_SIGNS = {b"par": "\n", b"line": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t", b"emdash": "—", b"endash": "–"}
_SIGNS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"}


def unpacked(packed: bytes) -> bytes:
    """Rich text out of its compressed form; empty where it is none."""
    if len(packed) < 16:
        return b""
    size, kind = int.from_bytes(packed[4:8], "little"), packed[8:12]
    if kind == b"MELA":
        return packed[16 : 16 + min(size, MAX_UNPACKED)]
    if kind != b"LZFu":
        return b""
    return _lzfu(packed, min(size, MAX_UNPACKED))


def _lzfu(packed: bytes, size: int) -> bytes:
    window = bytearray(_DICTIONARY.ljust(4096, b"\x00"))
    out = bytearray()
    write, at = len(_DICTIONARY), 16
    while at < len(packed) and len(out) < size:
        control = packed[at]
        at += 1
        for bit in range(8):
            if not control >> bit & 1:
                piece = packed[at : at + 1]
                at += 1
            else:
                pair = int.from_bytes(packed[at : at + 2], "big")
                at += 2
                offset = pair >> 4
                if offset == write:
                    return bytes(out)
                piece = b""
                for step in range((pair & 0xF) + 2):
                    byte = window[(offset + step) % 4096]
                    window[(write + step) % 4096] = byte
                    piece += bytes((byte,))
            for step, byte in enumerate(piece):
                window[(write + step) % 4096] = byte
            out += piece
            write = (write + len(piece)) % 4096
            if at >= len(packed):
                break
    return bytes(out[:size])


def to_text(rich: bytes) -> str:
    """The visible text. HTML that was wrapped into rich text gives its text too: its tags stand in unseen groups."""
    return _Reader().read(rich[:MAX_UNPACKED])


class _Reader:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.pending = bytearray()
        self.codec = "cp1252"
        self.unseen: list[bool] = [False]
        self.is_for_rtf_only = False
        self.skip = 0

    def read(self, rich: bytes) -> str:
        for token in _TOKEN.finditer(rich):
            word, number, code, sign, brace, text = token.groups()
            if brace:
                self._group(brace)
            elif code:
                self._bytes(bytes((int(code, 16),)))
            elif text:
                self._bytes(text)
            elif sign:
                self._sign(sign)
            elif word:
                self._word(word.lower(), int(number) if number else None)
        self._flush()
        return re.sub(r"\n{3,}", "\n\n", "".join(self.out)).strip()

    def _group(self, brace: bytes) -> None:
        self._flush()
        if brace == b"{":
            self.unseen.append(self.unseen[-1] or len(self.unseen) > MAX_GROUPS)
        elif len(self.unseen) > 1:
            self.unseen.pop()

    def _bytes(self, text: bytes) -> None:
        taken, self.skip = text[self.skip :], max(self.skip - len(text), 0)
        if taken and not self.unseen[-1] and not self.is_for_rtf_only:
            self.pending += taken

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.unseen[-1] = True
        elif sign in (b"\\", b"{", b"}"):
            self._bytes(sign)
        elif sign == b"~":
            self._say(" ")

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _UNSEEN:
            self.unseen[-1] = True
        elif word == b"htmlrtf":
            self._flush()
            self.is_for_rtf_only = number != 0
        elif word == b"ansicpg" and number:
            self._flush()
            self.codec = _CODE_PAGES.get(number, f"cp{number}" if 1250 <= number <= 1258 else "cp1252")
        elif word == b"u" and number is not None:
            self._say(chr(number % 65_536))
            self.skip = 1
        elif word in _SIGNS:
            self._say(_SIGNS[word])

    def _say(self, text: str) -> None:
        self._flush()
        if not self.unseen[-1] and not self.is_for_rtf_only:
            self.out.append(text)

    def _flush(self) -> None:
        if self.pending:
            self.out.append(self.pending.decode(self.codec, "replace"))
            self.pending.clear()
