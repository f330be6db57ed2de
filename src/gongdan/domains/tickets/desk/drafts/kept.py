"""Drafts: what somebody has begun to write on a ticket, one for each way of writing. They are their author's alone; no
event tells of them. A draft goes when it is sent or thrown away, and a month after its ticket was closed."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.tickets.errors import StaleDraft, TooManyDrafts
from gongdan.infra.db.tx import Database, Query, Tx
from gongdan.infra.http.bodies import MOST_FILES
from gongdan.infra.timers.effects import SetTimer, write_timer
from gongdan.infra.timers.fire import DueTimer, take
from gongdan.kernel.errors import FieldFault, Invalid

OWNER: Final = "drafts"
MOST: Final = 200
"""Drafts of one person."""
LONGEST: Final = 100_000
"""Signs that are saved. A reply that is taken back may make one longer: it may then be saved as it shrinks."""
LONGEST_BACK: Final = 2 * LONGEST + 2
LONGEST_HTML_BACK: Final = 8 * LONGEST
"""Text that becomes HTML grows with its marks."""
MOST_FILES_BACK: Final = 2 * MOST_FILES
KEPT_FOR: Final = timedelta(days=30)
"""After its ticket was closed, and after it was last written."""
_SWEEP: Final = "sweep"


class MessageDraft(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    text: str
    html: str | None = None
    """As it was written, if it is more than lines of text: for its author's eyes, and not sanitised."""
    file_ids: list[int]
    filled: dict[str, Any] = {}
    """Of a reply that came back: what was to be set with it, by the names under which a change takes it."""
    version: int
    saved_at: datetime


class DraftedTicket(msgspec.Struct, frozen=True, kw_only=True):
    number: str
    kind: str
    saved_at: datetime


class _DraftCount(msgspec.Struct, frozen=True):
    drafts: int


def drafts_on(ticket_id: int, person_id: int | None) -> Query[MessageDraft]:
    """Those of one person on one ticket; served by the primary key. They stay so until the transaction ends."""
    return Query(
        MessageDraft,
        """
        select d.kind, d.text, d.html, d.file_ids, d.filled, d.version, d.saved_at
          from message_draft d
         where d.workspace_id = %(workspace)s
           and d.person_id = %(person)s
           and d.ticket_id = %(ticket)s
         order by d.kind desc
           for update
        """,
        {"ticket": ticket_id, "person": person_id},
    )


def drafted_by(person_id: int | None) -> Query[DraftedTicket]:
    """The tickets on which a person has drafts, the latest first: never more than ``MOST``."""
    return Query(
        DraftedTicket,
        """
        select t.number, d.kind, d.saved_at
          from message_draft d
          join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
         where d.workspace_id = %(workspace)s
           and d.person_id = %(person)s
         order by d.saved_at desc, d.version desc
        """,
        {"person": person_id},
    )


async def save(tx: Tx, ticket_id: int, person_id: int, new: MessageDraft, *, seen: int | None) -> MessageDraft:
    """Keep a draft in the place of the one that was there, with what came back with that one. ``seen`` is the version
    that its author knew; 0: none.

    Raises:
        StaleDraft: another window of theirs wrote it, or sent it, since.
        TooManyDrafts: they have ``MOST`` already.
        Invalid: it is over its bounds, and larger than what was there.
    """
    _, found, (count,) = await tx.gather(lock(person_id), drafts_on(ticket_id, person_id), _count(person_id))
    before = next((one for one in found if one.kind == new.kind), None)
    check_seen(before, seen)
    if before is None and count.drafts >= MOST:
        raise TooManyDrafts(most=MOST)
    if faults := tuple(_over(new, before)):
        raise Invalid(faults=faults)
    kept = msgspec.structs.replace(new, filled=before.filled if before else {})
    put(tx, ticket_id, person_id, kept)
    return kept


def _over(new: MessageDraft, before: MessageDraft | None) -> Iterator[FieldFault]:
    """What is over the bounds came back with a reply that was taken back: it may become smaller, not larger."""
    longest = max(LONGEST, len(before.text) if before else 0)
    most = max(MOST_FILES, len(before.file_ids) if before else 0)
    if len(new.text) > longest:
        yield FieldFault("text", "too_long", {"most": longest})
    if len(new.html or "") > max(LONGEST, len((before.html if before else None) or "")):
        yield FieldFault("html", "too_long", {"most": LONGEST})
    if len(new.file_ids) > most:
        yield FieldFault("files", "too_many", {"most": most})


def put(tx: Tx, ticket_id: int, person_id: int, new: MessageDraft) -> None:
    """Queue a draft, whatever was there."""
    tx.keep("message_draft", _key(tx, ticket_id, person_id, new.kind), _values(new))
    _await_sweep(tx, ticket_id, new.saved_at + KEPT_FOR)


def check_seen(draft: MessageDraft | None, seen: int | None) -> None:
    """``seen``: the version that its author knew, 0 where there was none; None asks for no check.

    Raises:
        StaleDraft: another window saved it since, with what it says now.
    """
    if seen is not None and seen != (draft.version if draft else 0):
        raise StaleDraft(version=draft.version if draft else 0, text=draft.text if draft else "")


def discard(tx: Tx, ticket_id: int, person_id: int, kind: str) -> None:
    """There may be none."""
    tx.keep("message_draft", _key(tx, ticket_id, person_id, kind), None)


def forget_sent(tx: Tx, ticket_id: int, person_id: int | None, kind: str, version: int | None) -> None:
    """Queue that the draft that was sent goes; one that was written since stays."""
    if version is None:
        return
    tx.put(
        """
        delete from message_draft
         where workspace_id = %(workspace)s
           and person_id = %(person)s
           and ticket_id = %(ticket)s
           and kind = %(kind)s
           and version = %(version)s
        """,
        person=person_id,
        ticket=ticket_id,
        kind=kind,
        version=version,
    )


def sweeping(db: Database) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """What fires the timers of drafts: of a ticket that has been closed for long they go, else they are looked at
    again."""

    async def fire(workspace_id: int, due: Sequence[DueTimer]) -> None:
        async with db.write(workspace_id) as tx:
            taken = {one.subject: one.fire_at for one in await take(tx, due)}
            if not taken:
                return
            _, left = await tx.gather(_sweep(list(taken), max(taken.values())), _left(list(taken)))
            for one in left:
                _await_sweep(tx, one.ticket_id, taken[one.ticket_id] + KEPT_FOR)

    return fire


class _StillDrafted(msgspec.Struct, frozen=True):
    ticket_id: int


def lock(person_id: int) -> Query[Any]:
    """Against their other windows."""
    return Query(tuple, "select pg_advisory_xact_lock(%(person)s)", {"person": person_id})


def _count(person_id: int) -> Query[_DraftCount]:
    sql = "select count(*) as drafts from message_draft where workspace_id = %(workspace)s and person_id = %(person)s"
    return Query(_DraftCount, sql, {"person": person_id})


def _sweep(ticket_ids: list[int], now: datetime) -> Query[Any]:
    """Served by ``message_draft_of_ticket``."""
    return Query(
        tuple,
        """
        delete from message_draft d
         using ticket t
         where d.workspace_id = %(workspace)s
           and d.ticket_id = any(%(ids)s)
           and d.saved_at <= %(until)s
           and t.workspace_id = d.workspace_id
           and t.id = d.ticket_id
           and t.closed_at <= %(until)s
        returning d.ticket_id
        """,
        {"ids": ticket_ids, "until": now - KEPT_FOR},
    )


def _left(ticket_ids: list[int]) -> Query[_StillDrafted]:
    return Query(
        _StillDrafted,
        """
        select distinct d.ticket_id
          from message_draft d
         where d.workspace_id = %(workspace)s and d.ticket_id = any(%(ids)s)
        """,
        {"ids": ticket_ids},
    )


def _await_sweep(tx: Tx, ticket_id: int, at: datetime) -> None:
    write_timer(tx, SetTimer(owner=OWNER, subject=ticket_id, key=_SWEEP, generation=1, fire_at=at))


def _key(tx: Tx, ticket_id: int, person_id: int, kind: str) -> dict[str, Any]:
    return {"workspace_id": tx.workspace_id, "person_id": person_id, "ticket_id": ticket_id, "kind": kind}


def _values(draft: MessageDraft) -> dict[str, Any]:
    return {
        "text": draft.text,
        "html": draft.html,
        "file_ids": tuple(draft.file_ids),
        "filled": draft.filled,
        "version": draft.version,
        "saved_at": draft.saved_at,
    }
