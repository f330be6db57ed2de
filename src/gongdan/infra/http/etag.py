"""Versions of tickets in ``If-Match`` and ``ETag``: the sequence number of the last event, quoted."""

from typing import Any

from litestar import Request

from gongdan.kernel.errors import FieldFault, Invalid


async def seen(request: Request[Any, Any, Any]) -> int | None:
    """Dependency: the version that the author saw, or None when they do not say (automatic work never does)."""
    header = request.headers.get("if-match")
    if header is None or header.strip() == "*":
        return None
    text = header.strip().removeprefix("W/").strip('"')
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise Invalid(faults=(FieldFault("If-Match", "not_a_version"),))
    return int(text)
