"""Asking a provider for tokens: one POST, whose answer is read with distrust."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

import msgspec

from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.errors import ProviderRefused, ProviderUnclear, ProviderUnreachable
from gongdan.infra.outgoing import Inside, posting
from gongdan.infra.outgoing.posting import Answered
from gongdan.kernel.text import one_line

WITHIN_S: Final = 20.0
_TOKEN: Final = 8_000
"""Characters of a token; more is none."""
_LIFETIME_S: Final = 1_800
"""Of an access token whose provider does not say how long it lives (RFC 6749, 5.1)."""
_LONGEST_S: Final = 86_400
_PASSING: Final = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
_HEADERS: Final = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


class GivenTokens(msgspec.Struct, frozen=True, kw_only=True):
    access: str
    refresh: str | None
    """None: the one that was sent stays good."""
    lasts_s: int


async def ask(room: Mailroom, url: str, form: Mapping[str, str], inside: Inside) -> GivenTokens:
    """
    Raises:
        ProviderUnreachable: no answer, or one that may be another next time.
        ProviderUnclear: its answer is none of a token endpoint.
        ProviderRefused: it says no.
    """
    host, _ = posting.place(url)
    body = urlencode(form).encode()
    answer = await posting.post(url, body, _HEADERS, inside, tls=room.tls, within_s=WITHIN_S)
    if not isinstance(answer, Answered):
        raise ProviderUnreachable(host=host, reason=answer.reason)
    return given(host, answer.status, answer.body)


def given(host: str, status: int, body: bytes) -> GivenTokens:
    """What an answer says. Pure; raises as ``ask`` does. What is no answer of a token endpoint is not shown: it may be
    somebody else's service."""
    try:
        said = msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.DecodeError, ValueError):
        said = {}
    if status == 429 or status >= 500 or said.get("error") in _PASSING:
        raise ProviderUnreachable(host=host, reason=f"HTTP {status}")
    if isinstance(error := said.get("error"), str) and error:
        told = said.get("error_description")
        raise ProviderRefused(
            host=host, error=one_line(error, 60), said=one_line(told, 300) if isinstance(told, str) else ""
        )
    access = _token(said.get("access_token"))
    if status != 200 or access is None or str(said.get("token_type", "Bearer")).lower() != "bearer":
        raise ProviderUnclear(host=host, answered=status)
    return GivenTokens(
        access=access, refresh=_token(said.get("refresh_token")), lasts_s=_seconds(said.get("expires_in"))
    )


def _token(value: Any) -> str | None:
    """Of printable ASCII: it stands in a line of a protocol."""
    if not isinstance(value, str) or not 0 < len(value) <= _TOKEN:
        return None
    return value if value.isascii() and value.isprintable() and " " not in value else None


def _seconds(value: Any) -> int:
    try:
        found = int(float(value))
    except (TypeError, ValueError, OverflowError):
        return _LIFETIME_S
    return min(max(found, 0), _LONGEST_S) if found > 0 else _LIFETIME_S
