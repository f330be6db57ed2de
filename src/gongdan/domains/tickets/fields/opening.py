"""What a ticket was opened with, as conditions see it: subject, words, sender, mailbox (spec 04). Decisions evaluate
these; lists do not filter by them, since no index serves them. They are loaded only where a release names them."""

from collections.abc import Callable
from typing import Final

import msgspec

from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.fields.contribution import DECIDING, Contribution


class OpeningOfTicket(msgspec.Struct, frozen=True, kw_only=True):
    ticket_id: int
    subject: str | None
    text: str | None
    sender: str | None
    """The address or number that the requester is known by."""
    mailbox: str | None
    """Address of the channel account that it came to."""


SQL: Final = (
    "select t.id as ticket_id, t.title as subject, w.text, s.handle as sender, a.address as mailbox"
    " from ticket t"
    " left join lateral (select v.text, m.conversation_id from message m"
    " join message_version v on v.workspace_id = m.workspace_id and v.message_id = m.id and v.version = 1"
    " join conversation_ticket l on l.workspace_id = m.workspace_id and l.conversation_id = m.conversation_id"
    " where l.workspace_id = t.workspace_id and l.ticket_id = t.id and m.redacted_at is null"
    " and m.audience = 'customer'"
    " order by m.origin_ticket_id = t.id desc nulls last, m.id limit 1) w on true"
    " left join conversation c on c.workspace_id = t.workspace_id and c.id = w.conversation_id"
    " left join channel_account a on a.workspace_id = t.workspace_id and a.id = c.account_id"
    " left join lateral (select i.handle from identity i"
    " where i.workspace_id = t.workspace_id and i.person_id = t.requester_id"
    " order by i.kind <> 'mail', i.handle limit 1) s on true"
    " where t.workspace_id = %(workspace)s and t.id in {ids}"
)

OPENING: Final = Facet("opening", OpeningOfTicket, SQL, always=False)

_NAMES: Final = {
    "subject": ("主题", "subject"),
    "text": ("来信内容", "text of the request"),
    "sender": ("发件人", "sender"),
    "mailbox": ("来源邮箱", "mailbox"),
}


def _said(name: str) -> Callable[[Case], str | None]:
    return lambda case: next((getattr(one, name) for one in case[OPENING]), None)


FIELDS: Final = tuple(
    Contribution(
        key=f"opening.{name}",
        type="text",
        name={"zh-CN": zh, "en": en},
        value=_said(name),
        uses=DECIDING,
        needs=frozenset({OPENING}),
    )
    for name, (zh, en) in _NAMES.items()
)
"""For decisions only: no index serves a search in texts by a condition; the search does that."""
