"""The API's document (OpenAPI 3.1): Litestar's, completed from what the handlers and shapes themselves declare."""

from gongdan.infra.http.openapi.document import ApiDocument

__all__ = ["ApiDocument"]
