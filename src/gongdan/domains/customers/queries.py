"""Every SELECT of customers but those that find a person behind a handle (``people``)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Branch
from gongdan.infra.db.tx import Query


class CustomerRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    locale: str
    zone: str
    guessed: list[str]
    created_at: datetime
    tier: str
    dedicated_agent_id: int | None
    tags: list[str]
    notes: str
    merged_into: int | None
    version: int
    is_member: bool
    """They are one of the staff, too."""


class HandleRow(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    account: str
    handle: str
    verified_at: datetime | None
    opens: bool


class Belonging(msgspec.Struct, frozen=True, kw_only=True):
    """Of a customer to an organisation."""

    id: int
    name: str
    tier: str
    is_admin: bool


class MergedRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str


class HolderRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a handle."""

    id: int
    name: str
    is_customer: bool
    dedicated_agent_id: int | None
    kind: str
    handle: str
    verified_at: datetime | None
    opens: bool


class OrganisationRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    mail_domains: list[str]
    version: int
    members: int


class MemberOfOrganisation(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    is_admin: bool


def lock(*ids: int) -> Query[Any]:
    """Take the locks of streams, in the order of their ids."""
    return Query(
        tuple,
        "select pg_advisory_xact_lock(id) from (select id from unnest(%(ids)s::bigint[]) id order by id) o",
        {"ids": sorted(ids)},
    )


def customers(ids: Sequence[int]) -> Query[CustomerRow]:
    """Customers by id, also those who were merged; nobody who was erased."""
    return Query(
        CustomerRow,
        """
        select p.id, p.name, p.locale, p.zone, p.guessed, p.created_at, c.tier, c.dedicated_agent_id, c.tags, c.notes,
               c.merged_into, c.version,
               exists (select from member m where m.workspace_id = p.workspace_id and m.person_id = p.id) as is_member
          from customer c
          join person p on p.workspace_id = c.workspace_id and p.id = c.person_id and p.erased_at is null
         where c.workspace_id = %(workspace)s and c.person_id = any(%(ids)s)
        """,
        {"ids": list(ids)},
    )


def handles_of(person_id: int) -> Query[HandleRow]:
    return Query(
        HandleRow,
        """
        select kind, account, handle, verified_at, opens
          from identity
         where workspace_id = %(workspace)s and person_id = %(person)s
         order by kind, account, handle
        """,
        {"person": person_id},
    )


def belongings_of(person_id: int) -> Query[Belonging]:
    return Query(
        Belonging,
        """
        select o.id, o.name, o.tier, m.is_admin
          from organisation_member m
          join organisation o on o.workspace_id = m.workspace_id and o.id = m.organisation_id
         where m.workspace_id = %(workspace)s and m.person_id = %(person)s
         order by o.id
        """,
        {"person": person_id},
    )


def merged_into(person_id: int) -> Query[MergedRow]:
    """Who turned out to be this customer; served by ``customer_merged``."""
    return Query(
        MergedRow,
        """
        select p.id, p.name
          from customer c
          join person p on p.workspace_id = c.workspace_id and p.id = c.person_id and p.erased_at is null
         where c.workspace_id = %(workspace)s and c.merged_into = %(person)s
         order by p.id
         limit 100
        """,
        {"person": person_id},
    )


def holders(kinds: Sequence[str], handles: Sequence[str]) -> Query[HolderRow]:
    """Who has these handles of mail and phone; served by the primary key of ``identity``."""
    return Query(
        HolderRow,
        """
        select p.id, p.name, c.person_id is not null as is_customer, c.dedicated_agent_id, i.kind, i.handle,
               i.verified_at, i.opens
          from unnest(%(kinds)s::text[], %(handles)s::text[]) h (kind, handle)
          join identity i
            on i.workspace_id = %(workspace)s and i.kind = h.kind and i.account = '' and i.handle = h.handle
          join person p on p.workspace_id = i.workspace_id and p.id = i.person_id
          left join customer c on c.workspace_id = p.workspace_id and c.person_id = p.id
        """,
        {"kinds": list(kinds), "handles": list(handles)},
    )


def known_members(ids: Sequence[int]) -> Query[Any]:
    """Those of them who are active members."""
    return Query(
        tuple,
        "select person_id from member where workspace_id = %(workspace)s and person_id = any(%(ids)s) and active",
        {"ids": list(ids)},
    )


_ORGANISATION = """
select o.id, o.name, o.tier, o.mail_domains, o.version,
       (select count(*) from organisation_member m
         where m.workspace_id = o.workspace_id and m.organisation_id = o.id) as members
  from organisation o
 where o.workspace_id = %(workspace)s
"""


def organisations(ids: Sequence[int]) -> Query[OrganisationRow]:
    return Query(OrganisationRow, _ORGANISATION + " and o.id = any(%(ids)s)", {"ids": list(ids)})


def organisations_by_name(begins: str, after: tuple[str, int] | None, limit: int) -> Query[OrganisationRow]:
    """A page in the order of names; ``begins`` is a part of the name. Served by ``organisation_by_name``."""
    later = "and (lower(o.name), o.id) > (%(name)s, %(id)s)" if after else ""
    holds = "and position(%(part)s in lower(o.name)) > 0" if begins else ""
    name, id = after or ("", 0)
    return Query(
        OrganisationRow,
        f"{_ORGANISATION} {later} {holds} order by lower(o.name), o.id limit %(limit)s",
        {"name": name, "id": id, "part": begins, "limit": limit},
    )


def members_of(organisation_id: int, within: Branch, after: int | None, limit: int) -> Query[MemberOfOrganisation]:
    """A page of its members who are in reach, by id; served by ``organisation_member_by_organisation``."""
    return Query(
        MemberOfOrganisation,
        f"""
        select p.id, p.name, c.tier, m.is_admin
          from organisation_member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id and p.erased_at is null
          join customer c on c.workspace_id = m.workspace_id and c.person_id = m.person_id
         where m.workspace_id = %(workspace)s and m.organisation_id = %(organisation)s and m.person_id > %(after)s
           and {within.sql}
         order by m.person_id
         limit %(limit)s
        """,
        {"organisation": organisation_id, "after": after or 0, "limit": limit, **within.params},
    )


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    is_admin: bool


def memberships(organisation_id: int, people: Sequence[int]) -> Query[Membership]:
    """Of these people in this organisation."""
    return Query(
        Membership,
        """
        select person_id, is_admin
          from organisation_member
         where workspace_id = %(workspace)s and organisation_id = %(organisation)s and person_id = any(%(people)s)
        """,
        {"organisation": organisation_id, "people": list(people)},
    )


class NamedId(msgspec.Struct, frozen=True):
    id: int


def members_called(said: str) -> Query[NamedId]:
    """Active members with this mail address or, as texts are compared, this name; at most two."""
    return Query(
        NamedId,
        """
        select m.person_id as id
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s and m.active
           and (m.mail = %(said)s or lower(normalize(p.name, nfkc)) = %(said)s)
         order by m.mail = %(said)s desc
         limit 2
        """,
        {"said": said},
    )


def organisations_called(name: str) -> Query[NamedId]:
    """Organisations with this name, at most two; served by ``organisation_by_name``."""
    return Query(
        NamedId,
        """
        select id from organisation
         where workspace_id = %(workspace)s and lower(name) = lower(%(name)s)
         order by id
         limit 2
        """,
        {"name": name},
    )
