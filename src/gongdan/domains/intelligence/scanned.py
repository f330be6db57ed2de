"""A text in the form in which it is searched, with the way back to where it was written."""

import unicodedata

import msgspec

from gongdan.kernel.text import normalise


class _Forms(dict[int, str]):
    """Code point → normalised form, filled as characters are met; only the basic plane is kept, so it stays small."""

    def __missing__(self, point: int) -> str:
        # A lone surrogate stands in no text that can be stored; patterns could not read it.
        form = "'" if point == 0x2019 else "\ufffd" if 0xD800 <= point < 0xE000 else normalise(chr(point))
        if point < 0x10000:
            self[point] = form
        return form


_FORMS = _Forms()


class Scanned(msgspec.Struct, frozen=True):
    """``text`` is normalised character by character, so that each of its characters has one origin in ``raw``."""

    raw: str
    text: str
    origins: tuple[int, ...] | None
    """Per character of ``text`` its place in ``raw``; None when both have the same places."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` was written."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1

    def written(self, start: int, end: int) -> str:
        """The characters themselves as they were written, in their compatible (half-width) form."""
        first, last = self.span(start, end)
        return unicodedata.normalize("NFKC", self.raw[first:last])


def scan(raw: str) -> Scanned:
    if raw.isascii():
        return Scanned(raw, raw.lower(), None)
    text = raw.translate(_FORMS)
    if len(text) == len(raw):
        return Scanned(raw, text, None)
    origins = tuple(place for place, char in enumerate(raw) for _ in _FORMS[ord(char)])
    return Scanned(raw, text, origins)
