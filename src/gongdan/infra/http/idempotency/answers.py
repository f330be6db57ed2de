"""Stores the answer of a request with a key before it is sent."""

from typing import Final

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from gongdan.infra.http.idempotency.claim import Once
from gongdan.infra.http.idempotency.keyed import HEADER, READING, STATE

log = structlog.get_logger()

LONGEST: Final = 1_000_000
"""Bytes of an answer that is kept."""


def keeping_answers(app: ASGIApp) -> ASGIApp:
    """Whatever a request is answered that had its effect, refusals too, is kept; a fault of ours is not an answer."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] in READING or not _has_key(scope):
            await app(scope, receive, send)
            return
        # what is kept is what was said, in no encoding that only this client asked for
        scope["headers"] = [one for one in scope["headers"] if one[0].lower() != b"accept-encoding"]
        held: list[Message] = []

        async def sending(message: Message) -> None:
            once: Once | None = scope["state"].get(STATE)
            if once is None or not once.is_open:
                await send(message)
                return
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                await _store(once, held)
                for one in held:
                    await send(one)

        await app(scope, receive, sending)

    return wrapped


def _has_key(scope: Scope) -> bool:
    return any(name.lower() == HEADER.encode() for name, _ in scope["headers"])


async def _store(once: Once, messages: list[Message]) -> None:
    """What cannot be stored is sent all the same: the effect stands, and a repetition is told that."""
    status, body = 500, b""
    for message in messages:
        if message["type"] == "http.response.start":
            status = message["status"]
        elif message["type"] == "http.response.body":
            body += message["body"]
    if status >= 500 or len(body) > LONGEST:
        return
    try:
        await once.answered(status, body)
    except Exception as fault:
        log.error("idempotency.answer_lost", exc_info=fault)
