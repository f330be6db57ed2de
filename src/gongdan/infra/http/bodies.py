"""Bases and bounded scalars of request and answer bodies (spec 08: every body is bounded and validated)."""

from typing import Annotated, Any

import msgspec
from litestar.params import PathParameter
from msgspec import Meta

Title = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(max_length=100_000)]
Id = Annotated[int, Meta(ge=1, le=2**53 - 1)]
PathId = Annotated[int, PathParameter(ge=1, le=2**53 - 1)]
Tag = Annotated[str, Meta(min_length=1, max_length=50)]
Mail = Annotated[str, Meta(min_length=3, max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")]
Fields = Annotated[dict[str, Any], Meta(max_length=100)]
FileIds = Annotated[list[str], Meta(max_length=20)]


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request body: unknown members are refused, so that a misspelt one is never silently ignored."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer body; ``null`` members are sent, so that clients see every name."""
