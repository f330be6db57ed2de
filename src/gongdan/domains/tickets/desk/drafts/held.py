"""Replies that wait before they go out, so that their author can take them back (spec 02, undo send). A held reply is
its author's alone, as a draft is. Whoever takes its row has it: the worker that sends it, or its author."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Any, Final

import msgspec

from gongdan.domains.tickets.desk.drafts import kept
from gongdan.domains.tickets.desk.drafts.kept import MessageDraft
from gongdan.domains.tickets.errors import AlreadySending
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.http.bodies import MOST_FILES
from gongdan.infra.timers.effects import CancelTimer, SetTimer, cancel_timer, write_timer
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via

SENDING: Final = "sending"
"""Owner of the timers at which replies go out."""
_DUE: Final = "due"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A public reply as it was asked for."""

    text: str
    html: str | None = None
    files: list[str] = []
    mentions: list[int] = []
    mention_teams: list[str] = []
    cc: list[str] = []
    conversation_id: int | None = None
    to: str | None = None
    """The status that is set in the same step."""
    fields: dict[str, Any] = {}
    """What is set with it, by the names under which a change takes it."""


class HeldReply(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    person_id: int
    token_id: int | None
    via: Via
    ticket_id: int
    number: str
    asked: Asked
    file_ids: list[int]
    seen: int
    """The version of the ticket that its author had seen."""
    sent_at: datetime
    """When they sent it; it counts as said then."""
    due_at: datetime


_COLUMNS: Final = """
       h.id, h.person_id, h.token_id, h.via, h.ticket_id, t.number, h.asked, h.file_ids, h.seen, h.sent_at, h.due_at
"""


def held_with(held_id: int) -> Query[HeldReply]:
    return _held("h.id = %(id)s", {"id": held_id})


def held_on(ticket_id: int, person_id: int | None) -> Query[HeldReply]:
    """That of one person on one ticket, if any; served by ``held_reply_of_author``."""
    return _held("h.ticket_id = %(ticket)s and h.person_id = %(person)s", {"ticket": ticket_id, "person": person_id})


async def hold(tx: Tx, new: HeldReply, *, draft: int | None) -> None:
    """Queue a reply with the timer at which it goes out. ``draft`` is the version of what goes with it.

    Raises:
        AlreadySending: their last one on this ticket still waits.
        Invalid: a draft that stays is over its bounds already: with each reply taken back it would grow.
    """
    _, found, drafts = await tx.gather(
        kept.lock(new.person_id),
        held_on(new.ticket_id, new.person_id),
        kept.drafts_on(new.ticket_id, new.person_id),
    )
    if found:
        raise AlreadySending(due_at=found[0].due_at)
    for one in drafts:
        if one.kind == "reply" and one.version != draft and (faults := tuple(_over(one))):
            raise Invalid(faults=faults)
    tx.insert(
        "held_reply",
        {
            "workspace_id": tx.workspace_id,
            "id": new.id,
            "person_id": new.person_id,
            "token_id": new.token_id,
            "via": new.via,
            "ticket_id": new.ticket_id,
            "asked": msgspec.to_builtins(new.asked),
            "file_ids": tuple(new.file_ids),
            "seen": new.seen,
            "sent_at": new.sent_at,
            "due_at": new.due_at,
        },
    )
    write_timer(tx, SetTimer(owner=SENDING, subject=new.id, key=_DUE, generation=1, fire_at=new.due_at))


async def taken(tx: Tx, held: HeldReply) -> bool:
    """Take it, with its timer: False where somebody else was faster, and it was sent or taken back."""
    rows = await tx.rows(
        tuple,
        "delete from held_reply where workspace_id = %(workspace)s and id = %(id)s returning id",
        id=held.id,
    )
    if rows:
        cancel_timer(tx, CancelTimer(owner=SENDING, subject=held.id, key=_DUE))
    return bool(rows)


async def returned(tx: Tx, held: HeldReply, *, now: datetime) -> MessageDraft:
    """Queue that its words, files and fields are a draft again, before whatever its author has begun to write since."""
    _, found = await tx.gather(kept.lock(held.person_id), kept.drafts_on(held.ticket_id, held.person_id))
    since = next((one for one in found if one.kind == "reply"), None)
    draft = MessageDraft(
        kind="reply",
        text=together(held.asked.text, since.text if since else ""),
        html=_html_together(held.asked, since),
        file_ids=list(dict.fromkeys((*held.file_ids, *(since.file_ids if since else ())))),
        filled={**(since.filled if since else {}), **held.asked.fields},
        version=tx.ids.next(),
        saved_at=now,
    )
    kept.put(tx, held.ticket_id, held.person_id, draft)
    return draft


def _over(draft: MessageDraft) -> Iterator[FieldFault]:
    if max(len(draft.text), len(draft.html or "")) > kept.LONGEST:
        yield FieldFault("draft", "too_long", {"most": kept.LONGEST})
    if len(draft.file_ids) > MOST_FILES:
        yield FieldFault("draft", "too_many", {"most": MOST_FILES})


def together(sent: str, since: str) -> str:
    """What was sent, and what was written after it."""
    return "\n\n".join(part for part in (sent, since) if part.strip())


def _html_together(sent: Asked, since: MessageDraft | None) -> str | None:
    """The same as HTML, if one of them is."""
    if not sent.html and not (since and since.html):
        return None
    parts = [(sent.html, sent.text), *([(since.html, since.text)] if since else [])]
    return "".join(html or _as_html(text) for html, text in parts if text.strip())


def _as_html(text: str) -> str:
    return "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n"))


def _held(where: str, params: dict[str, Any]) -> Query[HeldReply]:
    return Query(
        HeldReply,
        f"""
        select {_COLUMNS}
          from held_reply h
          join ticket t on t.workspace_id = h.workspace_id and t.id = h.ticket_id
         where h.workspace_id = %(workspace)s and {where}
        """,
        params,
    )
