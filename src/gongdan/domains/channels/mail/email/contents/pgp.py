"""PGP within the text of a mail (RFC 9580, 7): signed text is read without its armour, encrypted blocks set apart."""

import msgspec

_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_SIGNATURE_END = "-----END PGP SIGNATURE-----"
_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
_ENCRYPTED_END = "-----END PGP MESSAGE-----"


class PlainText(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    """Without armour and blocks."""
    is_signed: bool
    blocks: tuple[str, ...]
    """Encrypted blocks, each with its armour."""


def unarmoured(text: str) -> PlainText:
    """Read what can be read. A block that never ends is text as any: nothing is lost."""
    if "-----BEGIN PGP " not in text:
        return PlainText(text=text, is_signed=False, blocks=())
    kept: list[str] = []
    blocks: list[str] = []
    is_signed = False
    lines = text.split("\n")
    ends = _last_places(lines)
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if line == _SIGNED and ends.get(_SIGNATURE_END, -1) > at:
            is_signed = True
            signed, at = _signed(lines, at)
            kept += signed
        elif line == _ENCRYPTED and ends.get(_ENCRYPTED_END, -1) > at:
            end = next(index for index in range(at, len(lines)) if lines[index].strip() == _ENCRYPTED_END)
            blocks.append("\n".join(lines[at : end + 1]) + "\n")
            at = end + 1
        else:
            kept.append(lines[at])
            at += 1
    return PlainText(text="\n".join(kept), is_signed=is_signed, blocks=tuple(blocks))


def _last_places(lines: list[str]) -> dict[str, int]:
    """Where each closing line stands last."""
    closing = (_SIGNATURE_END, _ENCRYPTED_END)
    return {stripped: index for index, line in enumerate(lines) if (stripped := line.strip()) in closing}


def _signed(lines: list[str], at: int) -> tuple[list[str], int]:
    """The lines that were signed, and the place behind their signature. The armour's own headers end at a blank."""
    start = at + 1
    while start < len(lines) and lines[start].startswith(("Hash:", "Charset:", "Comment:", "NotDashEscaped:")):
        start += 1
    start += start < len(lines) and not lines[start].strip()
    kept: list[str] = []
    for index in range(start, len(lines)):
        line = lines[index].strip()
        if line == _SIGNATURE:
            end = next(place for place in range(index, len(lines)) if lines[place].strip() == _SIGNATURE_END)
            return kept, end + 1
        if line == _SIGNATURE_END:
            return kept, index + 1
        kept.append(lines[index].removeprefix("- "))
    return kept, len(lines)
