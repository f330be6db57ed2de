"""Outlook's ``winmail.dat`` as tests write it."""


def tnef(
    *, subject: str = "", text: str = "", rich: bytes = b"", files: list[bytes] | None = None, magic: bytes = b""
) -> bytes:
    values = []
    if text:
        values.append((0x1F, 0x1000, (text + "\x00").encode("utf-16-le")))
    if rich:
        packed = (len(rich) + 12).to_bytes(4, "little") + len(rich).to_bytes(4, "little") + b"MELA" + bytes(4) + rich
        values.append((0x0102, 0x1009, packed))
    head = (magic or bytes.fromhex("789f3e22")) + b"\x01\x00"
    code_page = _attribute(1, 0x9007, (936).to_bytes(4, "little") + bytes(4))
    return (
        head
        + code_page
        + _attribute(1, 0x8004, subject.encode("gbk") + b"\x00")
        + _attribute(1, 0x9003, _mapi(values))
        + b"".join(files or [])
    )


def tnef_file(name: str, payload: bytes) -> bytes:
    long_name = _mapi([(0x1F, 0x3707, (name + "\x00").encode("utf-16-le"))])
    pieces = ((0x9002, bytes(14)), (0x8010, b"SHORT~1.DAT\x00"), (0x800F, payload), (0x9005, long_name))
    return b"".join(_attribute(2, key, value) for key, value in pieces)


def _attribute(level: int, key: int, value: bytes) -> bytes:
    head = bytes((level,)) + key.to_bytes(2, "little") + b"\x06\x00" + len(value).to_bytes(4, "little")
    return head + value + (sum(value) & 0xFFFF).to_bytes(2, "little")


def _mapi(values: list[tuple[int, int, bytes]]) -> bytes:
    # A number and a named property stand first: both are to be passed over.
    out = (0x0003).to_bytes(2, "little") + (0x0E07).to_bytes(2, "little") + bytes(4)
    named = bytes(16) + (1).to_bytes(4, "little") + (6).to_bytes(4, "little") + "abc".encode("utf-16-le") + bytes(2)
    out += (0x000B).to_bytes(2, "little") + (0x8001).to_bytes(2, "little") + named + bytes(4)
    for kind, key, value in values:
        padded = value + bytes(-len(value) % 4)
        out += kind.to_bytes(2, "little") + key.to_bytes(2, "little") + (1).to_bytes(4, "little")
        out += len(value).to_bytes(4, "little") + padded
    return (2 + len(values)).to_bytes(4, "little") + out
