"""Statements on ``inbound``: what came in, and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec
from psycopg.types.json import Jsonb

from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.accounts.recording import record
from gongdan.domains.channels.errors import MailNotFound, MailNotQuarantined
from gongdan.domains.channels.events import MailDiscarded, MailReleased
from gongdan.domains.channels.inbound.evidence import Evidence, ThreadDecision
from gongdan.domains.channels.inbound.message import InboundMessage, WaitingItem
from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.events import Via

State = Literal["received", "created", "threaded", "ignored", "duplicate", "quarantined"]
_INTAKE = 0x6D61696C
"""Of the advisory locks under which what came to a workspace is settled one batch after another."""


class InboundOutcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a message became what it became, for whoever asks or corrects it."""

    subject: str = ""
    sender: str = ""
    kind: str = ""
    """Who wrote it: ``person``, ``auto_reply``, ``automatic``, ``bounce`` or ``feedback``."""
    signs: tuple[str, ...] = ()
    """By what the kind was told."""
    reason: str | None = None
    """Of an ignored mail; of a quarantined one the code of the refusal, or the fault."""
    through: str = ""
    """The address that sent it for its writer."""
    proven: bool = False
    """Somebody whom we trust vouches for its sender: for a mail, our relay."""
    released: bool = False
    """A person let it go: it was settled anew."""
    evidence: tuple[Evidence, ...] = ()
    score: int = 0
    subject_changed: bool = False
    """It joined a ticket but writes of something else: a split is offered."""
    link_to: int | None = None
    copy_of: int | None = None
    silent: bool = False
    """No program may answer it: a machine or a list sent it, or nobody could be reached (RFC 3834)."""
    faults: tuple[str, ...] = ()
    """What had to be repaired to read it."""


def outcome(message: InboundMessage, thread: ThreadDecision | None = None, **more: Any) -> InboundOutcome:
    """Why it became what it became."""
    return InboundOutcome(
        subject=message.subject,
        sender=message.sender.handle,
        kind=message.by,
        signs=message.signs,
        evidence=thread.evidence if thread else (),
        score=thread.score if thread else 0,
        subject_changed=thread.subject_changed if thread else False,
        link_to=thread.link_to if thread else None,
        silent=message.is_silent,
        through=message.through,
        proven=message.is_proven,
        released=message.row.is_released,
        faults=message.faults,
        **more,
    )


class RowId(msgspec.Struct, frozen=True):
    id: int


class _Source(msgspec.Struct, frozen=True):
    id: int
    source: str


class CountOf(msgspec.Struct, frozen=True):
    state: State
    count: int


async def insert(tx: Tx, rows: Sequence[dict[str, Any]], *, account_id: int | None, now: datetime) -> dict[str, int]:
    """Add mails that came in; returns source → id of those that were new. Repeating it adds nothing. One of which only
    the beginning came is quarantined, with the outcome that its row brings as ``cut``."""
    found = await tx.rows(
        _Source,
        """
        insert into inbound (workspace_id, id, account_id, source, body_hash, raw, state, outcome, received_at)
        select %(workspace)s, id, %(account)s, source, body_hash, raw,
               case when cut is null then 'received' else 'quarantined' end, coalesce(cut::jsonb, '{}'), %(now)s
          from unnest(%(ids)s::bigint[], %(sources)s::text[], %(hashes)s::bytea[], %(raws)s::text[], %(cuts)s::text[])
               as given (id, source, body_hash, raw, cut)
        on conflict (workspace_id, source) do nothing
        returning id, source
        """,
        account=account_id,
        now=now,
        ids=[tx.ids.next() for _ in rows],
        sources=[row["source"] for row in rows],
        hashes=[row["body_hash"] for row in rows],
        raws=[row["raw"] for row in rows],
        cuts=[row["cut"] and msgspec.json.encode(row["cut"]).decode() for row in rows],
    )
    return {row.source: row.id for row in found}


def waiting(limit: int, *, imported: str) -> Query[WaitingItem]:
    """The oldest of what nobody settled; served by ``inbound_open``. ``imported``: the channel of what no account
    received."""
    return Query(
        WaitingItem,
        """
        select i.id, i.account_id, coalesce(a.kind, %(imported)s) as kind, a.address, i.raw,
               i.body_hash, i.received_at, i.outcome ? 'released' as is_released,
               (i.outcome ->> 'into')::bigint as into, i.outcome ->> 'written_by' as written_by
          from inbound i
          left join channel_account a on a.workspace_id = i.workspace_id and a.id = i.account_id
         where i.workspace_id = %(workspace)s and i.state = 'received'
         order by i.received_at, i.id
         limit %(limit)s
        """,
        {"limit": limit, "imported": imported},
    )


def lock_intake() -> Query[Any]:
    """One batch of a workspace at a time: what the second looks up, the first has written."""
    return Query(
        tuple,
        "select pg_advisory_xact_lock(hashtextextended(%(workspace)s::text, %(intake)s))",
        {"intake": _INTAKE},
    )


def still_waiting(ids: Sequence[int]) -> Query[RowId]:
    """Those of them that nobody settled meanwhile."""
    return Query(
        RowId,
        "select id from inbound where workspace_id = %(workspace)s and id = any(%(ids)s) and state = 'received'",
        {"ids": list(ids)},
    )


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a message."""

    id: int
    state: State
    outcome: InboundOutcome
    external_id: str | None = None
    ticket_id: int | None = None
    message_id: int | None = None


def settle(tx: Tx, settled: Sequence[Settled], now: datetime) -> None:
    """Queue what became of mails, in one statement; it commits with the tickets or messages that they made."""
    if not settled:
        return
    tx.put(
        """
        update inbound i
           set state = d.state, outcome = d.outcome, external_id = d.external_id, ticket_id = d.ticket_id,
               message_id = d.message_id, settled_at = %(now)s
          from jsonb_populate_recordset(null::inbound, %(rows)s) d
         where i.workspace_id = %(workspace)s and i.id = d.id
        """,
        rows=Jsonb(list(settled)),
        now=now,
    )


def counts(ids: Sequence[int]) -> Query[CountOf]:
    """How many of these mails are in which state."""
    return Query(
        CountOf,
        """
        select state, count(*) as count
          from inbound
         where workspace_id = %(workspace)s and id = any(%(ids)s)
         group by state
        """,
        {"ids": list(ids)},
    )


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that came in, as an administrator sees it."""

    id: int
    account_id: int | None
    received_at: datetime
    state: State
    number: str | None
    """Of the ticket that it made, joined or concerns."""
    outcome: InboundOutcome


_CAME = """
select i.id, i.account_id, i.received_at, i.state, i.outcome, t.number
  from inbound i
  left join ticket t on t.workspace_id = i.workspace_id and t.id = i.ticket_id
 where i.workspace_id = %(workspace)s
"""


async def quarantined(tx: ReadTx) -> list[Came]:
    """The quarantine, oldest first; served by ``inbound_open``."""
    return await tx.rows(Came, f"{_CAME} and i.state = 'quarantined' order by i.id limit 500")


async def came(tx: ReadTx, states: Sequence[State], *, before: int | None, limit: int = 200) -> list[Came]:
    """What came in, latest first, at most ``limit``; served by ``inbound_by_state``. ``before`` is where the last page
    ended."""
    return await tx.rows(
        Came,
        f"""
        select x.*
          from unnest(%(states)s::text[]) s (state)
         cross join lateral (
           {_CAME} and i.state = s.state and (%(before)s::bigint is null or i.id < %(before)s)
            order by i.id desc
            limit %(limit)s
         ) x
         order by x.id desc
         limit %(limit)s
        """,
        states=list(states),
        before=before,
        limit=limit,
    )


async def became(tx: ReadTx, inbound_id: int) -> Came:
    """
    Raises:
        MailNotFound.
    """
    row = await tx.row(Came, f"{_CAME} and i.id = %(id)s", id=inbound_id)
    if row is None:
        raise MailNotFound(id=inbound_id)
    return row


class ReleasedAs(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person says of a message that they let go: to which ticket it belongs, and who wrote it."""

    into: int | None = None
    written_by: str | None = None


async def release(
    tx: Tx, inbound_id: int, said: ReleasedAs | None = None, *, authority: Authority, via: Via, now: datetime
) -> None:
    """Let a mail that was held or passed over be settled again; a person has looked at it, so no guess and no budget
    stops it. What they ``said`` of it stands before what it says itself.

    Raises:
        MailNotFound, NotQuarantined.
    """
    row = await tx.row(
        tuple, "select state from inbound where workspace_id = %(workspace)s and id = %(id)s", id=inbound_id
    )
    if row is None:
        raise MailNotFound(id=inbound_id)
    if row[0] not in ("quarantined", "ignored"):
        raise MailNotQuarantined(state=row[0])
    tx.put(
        """
        update inbound set state = 'received', outcome = %(outcome)s, settled_at = null
         where workspace_id = %(workspace)s and id = %(id)s and state in ('quarantined', 'ignored')
        """,
        id=inbound_id,
        outcome={"released": True} | (msgspec.to_builtins(said) if said else {}),
    )
    into, is_named = (said.into, said.written_by is not None) if said else (None, False)
    event = MailReleased(inbound_id=inbound_id, ticket_id=into, sender_named=is_named)
    await record(tx, authority, event, via=via, now=now)


async def discard(tx: Tx, inbound_id: int, *, authority: Authority, via: Via, now: datetime) -> None:
    """Have a mail that was held make nothing. It stays among those that were passed over, and can be let go from there;
    one that is there already is left alone.

    Raises:
        MailNotFound, MailNotQuarantined.
    """
    row = await tx.row(
        tuple,
        "select state from inbound where workspace_id = %(workspace)s and id = %(id)s for no key update",
        id=inbound_id,
    )
    if row is None:
        raise MailNotFound(id=inbound_id)
    if row[0] == "ignored":
        return
    if row[0] != "quarantined":
        raise MailNotQuarantined(state=row[0])
    tx.put(
        """
        update inbound set state = 'ignored', outcome = outcome || '{"reason": "discarded"}', settled_at = %(now)s
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=inbound_id,
        now=now,
    )
    await record(tx, authority, MailDiscarded(inbound_id=inbound_id), via=via, now=now)
