"""Bases and bounded scalars of request and answer bodies (spec 08: every body is bounded and validated)."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Final

import msgspec
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType
from litestar.params import PathParameter
from msgspec import Meta

Label = Annotated[str, Meta(extra={"form": "label"})]
"""A name, a title, a tag: one line, without what nobody sees."""
Title = Annotated[Label, Meta(min_length=1, max_length=200)]
PersonName = Annotated[Label, Meta(min_length=1, max_length=100)]
OptionalName = Annotated[Label, Meta(max_length=100)]
"""Empty: none was given."""
Text = Annotated[str, Meta(max_length=100_000)]
Secret = Annotated[str, Meta(min_length=1, max_length=256, extra={"form": "raw"})]
"""A password: nothing of it is changed."""
Id = Annotated[int, Meta(ge=1, le=2**53 - 1)]
PathId = Annotated[int, PathParameter(ge=1, le=2**53 - 1)]
PathKey = Annotated[str, PathParameter(max_length=63)]
PathNumber = Annotated[str, PathParameter(max_length=64)]
"""Of a ticket."""
Tag = Annotated[Label, Meta(min_length=1, max_length=50)]
Mail = Annotated[
    str,
    Meta(
        min_length=3,
        max_length=254,
        pattern=r"^[^@\s]{1,64}@[^@\s]{1,189}$",
        extra={"fault": "not_a_mail", "form": "label"},
    ),
]
Fields = Annotated[dict[Annotated[str, Meta(max_length=63)], Any], Meta(max_length=100)]
MOST_FILES: Final = 20
"""Of one message."""
FileIds = Annotated[list[Annotated[str, Meta(max_length=200)]], Meta(max_length=MOST_FILES)]


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request body: unknown members are refused, so that a misspelt one is never silently ignored."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer body; ``null`` members are sent, so that clients see every name."""


@dataclass
class RawBody(Operation):
    """Of a route whose body is bytes as they come: a file, or what another system has signed."""

    request_body: RequestBody | None = field(
        default_factory=lambda: RequestBody(
            required=True,
            content={
                "application/octet-stream": OpenAPIMediaType(
                    schema=Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
                )
            },
        )
    )
