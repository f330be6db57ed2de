"""Routes of the inbox, below ``/api/v1``."""

from typing import Any

handlers: list[Any] = []
