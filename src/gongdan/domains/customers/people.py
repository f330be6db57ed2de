"""Finding the person behind a handle, or making one: one person has many identities (spec 01, people)."""

from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.customers.events import CustomerAdded
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.append import put_events
from gongdan.infra.log.chain import NO_HASH
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Actor, Logged
from gongdan.kernel.text import normalise, one_line

ONLY_NAMED: Final = "name"
"""Kind of a handle that leads to nobody."""


class Handle(msgspec.Struct, frozen=True, kw_only=True):
    """A way to reach somebody. ``handle`` is normalised: a mail address in lower case, a phone number as digits."""

    kind: str
    handle: str
    account: str = ""
    """Whose word the handle is, where it names somebody to one system alone."""
    name: str = ""
    is_name_guessed: bool = False
    """Somebody else may have typed the name."""
    locale: str | None = None
    """The language that they seem to write; None: that of the workspace."""

    @property
    def key(self) -> "HandleKey":
        return (self.kind, self.account, self.handle)


HandleKey = tuple[str, str, str]
"""Kind, account, handle: what tells one handle from another."""


def mail_handle(address: str, name: str = "", *, locale: str | None = None, is_name_guessed: bool = False) -> Handle:
    return Handle(
        kind="mail",
        handle=normalise(address.strip()),
        name=name,
        locale=locale,
        is_name_guessed=is_name_guessed,
    )


def phone_handle(number: str, name: str = "") -> Handle:
    """A number as digits, with the plus of an international one."""
    plus = "+" if number.strip().startswith(("+", "＋")) else ""
    digits = "".join(filter(str.isdecimal, normalise(number)))
    if not digits:
        raise Invalid(faults=(FieldFault("phone", "not_a_phone"),))
    return Handle(kind="phone", handle=plus + digits, name=name)


def only_named(name: str) -> Handle:
    """Somebody who walked in or called and left nothing but a name: whoever says it again is another person."""
    return Handle(kind=ONLY_NAMED, handle="", name=name)


class KnownPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person with the facts that decisions about their tickets need."""

    kind: str | None
    handle: str | None
    person_id: int
    name: str
    locale: str
    zone: str
    tier: str
    dedicated_agent_id: int | None
    organisation_id: int | None
    organisation_tier: str | None
    guessed: list[str] = []
    """Which of name, locale and zone were guessed (see ``learning``)."""
    account: str = ""

    @property
    def key(self) -> HandleKey:
        """Of the handle by which they were found."""
        return (self.kind or "", self.account, self.handle or "")


_FACTS = """
       p.id as person_id, p.name, p.locale, p.zone, coalesce(c.tier, 'normal') as tier, c.dedicated_agent_id,
       o.id as organisation_id, o.tier as organisation_tier, p.guessed
"""
_JOINS = """
  left join customer c on c.workspace_id = p.workspace_id and c.person_id = p.id
  left join lateral (select o.id, o.tier
                       from organisation_member m
                       join organisation o on o.workspace_id = m.workspace_id and o.id = m.organisation_id
                      where m.workspace_id = p.workspace_id and m.person_id = p.id
                      order by o.id
                      limit 1) o on true
"""


def lock_handles(handles: list[Handle]) -> Query[Any]:
    """Two first messages of one new sender wait for each other, so that they become one person."""
    return Query(
        tuple,
        """
        select pg_advisory_xact_lock(key)
          from (select distinct hashtextextended(%(workspace)s::text || ' ' || h, 0) as key
                  from unnest(%(handles)s::text[]) h
                 order by 1) k
        """,
        {"handles": [" ".join((one.kind, *filter(None, (one.account,)), one.handle)) for one in handles]},
    )


def by_handles(handles: list[Handle]) -> Query[KnownPerson]:
    """The persons behind handles; served by the primary key of ``identity``."""
    return Query(
        KnownPerson,
        f"""
        select i.kind, i.account, i.handle, {_FACTS}
          from unnest(%(kinds)s::text[], %(accounts)s::text[], %(handles)s::text[]) h (kind, account, handle)
          join identity i
            on i.workspace_id = %(workspace)s and i.kind = h.kind and i.account = h.account and i.handle = h.handle
          join person p on p.workspace_id = i.workspace_id and p.id = i.person_id
        {_JOINS}
        """,
        {
            "kinds": [one.kind for one in handles],
            "accounts": [one.account for one in handles],
            "handles": [one.handle for one in handles],
        },
    )


def by_ids(ids: list[int]) -> Query[KnownPerson]:
    return Query(
        KnownPerson,
        f"""
        select null as kind, null as handle, {_FACTS}
          from person p
        {_JOINS}
         where p.workspace_id = %(workspace)s and p.id = any(%(ids)s)
        """,
        {"ids": ids},
    )


class Successor(msgspec.Struct, frozen=True, kw_only=True):
    """Who a customer turned out to be: themselves, unless they were merged."""

    was: int
    person_id: int


def successors(ids: list[int]) -> Query[Successor]:
    """Of those who were not erased."""
    return Query(
        Successor,
        """
        with recursive way (was, id, steps) as (
          select w, w, 0 from unnest(%(ids)s::bigint[]) w
          union all
          select w.was, c.merged_into, w.steps + 1
            from way w
            join customer c on c.workspace_id = %(workspace)s and c.person_id = w.id
           where c.merged_into is not null and w.steps < 20
        )
        select distinct on (w.was) w.was, w.id as person_id
          from way w
          join person p on p.workspace_id = %(workspace)s and p.id = w.id and p.erased_at is null
         order by w.was, w.steps desc
        """,
        {"ids": ids},
    )


def _identity(handle: Handle, person_id: int) -> dict[str, Any]:
    return {"kind": handle.kind, "account": handle.account, "handle": handle.handle, "person_id": person_id}


def make(
    tx: Tx, handle: Handle, *, locale: str, zone: str, actor: Actor, command_id: int, release: int, now: datetime
) -> KnownPerson:
    """Queue a new customer with one identity, or with none who is only named. The caller holds the handle's lock and
    found nobody. Language and zone are guesses, and so is a name that nobody gave."""
    person_id, given, locale = tx.ids.next(), one_line(handle.name, 100), handle.locale or locale
    name = given or handle.handle
    guessed = ["locale", "zone"] if given and not handle.is_name_guessed else ["locale", "name", "zone"]
    base = {"workspace_id": tx.workspace_id}
    person = {"id": person_id, "name": name, "locale": locale, "zone": zone, "created_at": now, "guessed": guessed}
    tx.insert("person", base | person)
    tx.insert("customer", base | {"person_id": person_id, "tier": "normal"})
    identities = () if handle.kind == ONLY_NAMED else ((handle.kind, handle.handle),)
    if identities:
        tx.insert("identity", base | _identity(handle, person_id))
    added = CustomerAdded(name=name, channel=actor.via, identities=identities)
    logged = Logged(
        workspace_id=tx.workspace_id,
        stream="customer",
        stream_id=person_id,
        seq=1,
        id=tx.ids.next(),
        actor=actor,
        command_id=command_id,
        cause=None,
        depth=0,
        release=release,
        at=now,
        event=added,
    )
    put_events(tx, [logged], previous=NO_HASH, stream="customer")
    return KnownPerson(
        kind=handle.kind,
        account=handle.account,
        handle=handle.handle,
        person_id=person_id,
        name=name,
        locale=locale,
        zone=zone,
        tier="normal",
        dedicated_agent_id=None,
        organisation_id=None,
        organisation_tier=None,
        guessed=guessed,
    )
