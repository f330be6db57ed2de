"""What the endpoints of drafts answer, and what they share."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

from gongdan.domains.files.public import FileRef, draft_ref, drafted
from gongdan.domains.tickets.desk import access, queries
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.drafts import HeldReply, MessageDraft
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.errors import NotFound

Kind = Literal["reply", "note"]
_KINDS: Final[Mapping[str, Kind]] = {"reply": "reply", "note": "note"}


class MessageDraftView(Answer, frozen=True, kw_only=True):
    kind: Literal["reply", "note", "sending"]
    """``sending``: a reply that waits to go out."""
    text: str
    html: str | None = None
    """As it was written; ``cid:`` and the ``content_id`` of one of the files is its picture. Not sanitised."""
    files: Sequence[FileRef]
    version: int
    """For ``If-Match``, and for ``draft`` of what sends it."""
    saved_at: datetime
    """Of ``sending``: when it was sent."""
    due_at: datetime | None = None
    """Of ``sending``: when it goes out."""
    to: str | None = None
    """Of ``sending``: the status that is set in the same step."""
    fields: Mapping[str, Any] = {}
    """Of ``sending``: custom fields that are set in the same step. Of one that came back: those it had."""


def kind_of(kind: str) -> Kind:
    """The way of writing that an address names.

    Raises:
        NotFound: it names none.
    """
    found = _KINDS.get(kind)
    if found is None:
        raise NotFound
    return found


async def ticket_id_of(desk: Desk, number: str, action: str) -> int:
    """Without its lock: a draft changes nothing of it."""
    (ids,) = await desk.tx.gather(queries.of_numbers([number]))
    case = access.only(await desk.peek([one.id for one in ids]), number)
    return access.checked(case, desk.authority, action).live.id


async def draft_view(desk: Desk, draft: MessageDraft, secret: bytes) -> MessageDraftView:
    return MessageDraftView(
        kind=kind_of(draft.kind),
        text=draft.text,
        html=draft.html,
        files=await _files(desk, draft.file_ids, secret),
        version=draft.version,
        saved_at=draft.saved_at,
        fields=_fields(draft.filled),
    )


async def held_view(desk: Desk, held: HeldReply, secret: bytes) -> MessageDraftView:
    return MessageDraftView(
        kind="sending",
        text=held.asked.text,
        html=held.asked.html,
        files=await _files(desk, held.file_ids, secret),
        version=held.id,
        saved_at=held.sent_at,
        due_at=held.due_at,
        to=held.asked.to,
        fields=_fields(held.asked.fields),
    )


def _fields(asked: Mapping[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("fields."): value for name, value in asked.items()}


async def _files(desk: Desk, ids: Sequence[int], secret: bytes) -> list[FileRef]:
    (found,) = await desk.tx.gather(drafted(ids))
    kept = {one.id: one for one in found}
    workspace_id, bearer = desk.authority.workspace_id, desk.authority.bearer
    return [draft_ref(kept[id], workspace_id, key=secret, bearer=bearer, now=desk.now) for id in ids if id in kept]
