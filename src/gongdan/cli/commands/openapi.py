"""``gongdan openapi``."""

import msgspec

from gongdan.app import create
from gongdan.cli.output import line
from gongdan.settings import Settings


def openapi() -> None:
    """Print the OpenAPI document of the API. It needs no database."""
    document = create(Settings(database_url="postgresql://nobody@localhost/none")).openapi_schema.to_schema()
    line(msgspec.json.format(msgspec.json.encode(document)).decode())
