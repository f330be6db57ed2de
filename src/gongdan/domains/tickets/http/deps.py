"""What the handlers of commands share."""

from collections.abc import Mapping
from typing import Any

from gongdan.domains.tickets.desk.drafts import Asked
from gongdan.domains.tickets.http.requests import WriteReply


def custom(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Custom fields by the names under which a change takes them."""
    return {f"fields.{key}": value for key, value in fields.items()}


def asked_of(data: WriteReply) -> Asked:
    """The reply that a request asks for."""
    return Asked(
        text=data.text,
        html=data.html,
        files=data.files,
        mentions=data.mentions,
        mention_teams=data.mention_teams,
        cc=data.cc,
        conversation_id=data.conversation_id,
        to=data.to,
        fields=custom(data.fields),
    )
