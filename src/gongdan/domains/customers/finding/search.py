"""Customers by a part of their name, the beginning of a mail address or of a number: pages in the order of an index.

What is typed is looked for in ways (``Way``), each of which an index serves in its own order; a page goes through one
way after the other. So a million customers cost what a page costs.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from gongdan.domains.accounts.public import Branch
from gongdan.infra.db.tx import Query
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import normalise

LONGEST: Final = 40
"""Signs of what is typed that count; ``name_beginnings`` keeps as many."""
_LAST: Final = "\U0010ffff"
_NUMBER: Final = re.compile(r"[+＋]?[\d\s()-]{3,}")
_PLUS_OF_HERE: Final = "+86"


class Way(msgspec.Struct, frozen=True):
    """A way to find customers: where the key stands and where it begins so."""

    kind: str
    """``mail``, ``phone``, or ``name``."""
    begins: str


class SearchPlace(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended: in which way, at which key, with whom."""

    way: Annotated[int, Meta(ge=0, le=10)]
    key: Annotated[str, Meta(max_length=254)]
    id: Annotated[int, Meta(ge=0, le=2**53 - 1)]

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


class FoundCustomer(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    tags: list[str]
    dedicated_agent_id: int | None
    mail: str | None
    phone: str | None
    organisations: list[str]
    way: int
    key: str


class Only(msgspec.Struct, frozen=True, kw_only=True):
    """What customers must be besides."""

    tier: str | None = None
    organisation: int | None = None


def place_of(text: str) -> SearchPlace:
    """The cursor that a client sends back.

    Raises:
        Invalid: it is none.
    """
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(raw, type=SearchPlace)
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        raise Invalid(faults=(FieldFault("after", "customers.bad_cursor"),)) from None


def ways(typed: str, *, by_handles: bool) -> list[Way]:
    """The ways in which ``typed`` can be meant; none at all: nothing was typed. ``by_handles``: who may not read how
    people are reached finds nobody by it, else a guess would be confirmed."""
    name = unicodedata.normalize("NFKC", typed).lower().strip()[:LONGEST]
    if not name:
        return []
    found: list[Way] = []
    if by_handles and _NUMBER.fullmatch(typed.strip()):
        digits = "".join(filter(str.isdecimal, normalise(typed)))
        plus = typed.strip().startswith(("+", "＋"))
        begins = [f"+{digits}"] if plus else [digits, f"{_PLUS_OF_HERE}{digits}"]
        found += [Way("phone", one) for one in begins if digits]
    if by_handles and " " not in name:
        found.append(Way("mail", normalise(typed.strip())))
    return [*found, Way("name", name)]


def page(
    asked: Sequence[Way], only: Only, within: Branch, after: SearchPlace | None, limit: int
) -> Query[FoundCustomer]:
    """A page of customers who are found in these ways; with none, all of them, the latest first."""
    params: dict[str, Any] = {"limit": limit, "tier": only.tier, "organisation": only.organisation, **within.params}
    branches = list(_branches(asked, only, within, after, params)) if asked else [_latest(only, within, after, params)]
    # Ways one after the other: each delivers as much as a page holds.
    found = " union all ".join(f"({one})" for one in branches)
    return Query(FoundCustomer, _PAGE.format(found=found, down="" if asked else "desc"), params)


def named(ids: Sequence[int], within: Branch) -> Query[FoundCustomer]:
    """Of these customers those in reach."""
    found = f"""
    select c.person_id as id, 0 as way, '' as key
      from customer c
      join person p on p.workspace_id = c.workspace_id and p.id = c.person_id and p.erased_at is null
     where c.workspace_id = %(workspace)s and c.person_id = any(%(ids)s) and {_fits(Only(), within)}
    """
    params = {"ids": list(ids), "limit": len(ids), **within.params}
    return Query(FoundCustomer, _PAGE.format(found=found, down=""), params)


_PAGE = """
select f.id, p.name, c.tier, c.tags, c.dedicated_agent_id, f.way, f.key,
       (select i.handle from identity i
         where i.workspace_id = %(workspace)s and i.person_id = f.id and i.kind = 'mail'
         order by i.verified_at is null, i.handle limit 1) as mail,
       (select i.handle from identity i
         where i.workspace_id = %(workspace)s and i.person_id = f.id and i.kind = 'phone'
         order by i.verified_at is null, i.handle limit 1) as phone,
       array(select o.name from organisation_member m
               join organisation o on o.workspace_id = m.workspace_id and o.id = m.organisation_id
              where m.workspace_id = %(workspace)s and m.person_id = f.id
              order by o.id limit 3) as organisations
  from (select * from ({found}) u order by u.way, u.key, u.id {down} limit %(limit)s) f
  join person p on p.workspace_id = %(workspace)s and p.id = f.id
  join customer c on c.workspace_id = %(workspace)s and c.person_id = f.id
 order by f.way, f.key, f.id {down}
"""


def _latest(only: Only, within: Branch, after: SearchPlace | None, params: dict[str, Any]) -> str:
    later = "and c.person_id < %(after)s" if after else ""
    params["after"] = after.id if after else None
    return f"""
    select c.person_id as id, 0 as way, '' as key
      from customer c
      join person p on p.workspace_id = c.workspace_id and p.id = c.person_id and p.erased_at is null
     where c.workspace_id = %(workspace)s and {_fits(only, within)} {later}
     order by c.person_id desc
     limit %(limit)s
    """


def _branches(
    asked: Sequence[Way], only: Only, within: Branch, after: SearchPlace | None, params: dict[str, Any]
) -> Iterator[str]:
    for number, way in enumerate(asked):
        if after is not None and number < after.way:
            continue
        params |= {f"from{number}": way.begins, f"until{number}": way.begins + _LAST}
        later = ""
        if after is not None and number == after.way:
            later = "and (k.key, k.id) > (%(after_key)s, %(after)s)"
            params |= {"after_key": after.key, "after": after.id}
        yield f"""
        select k.id, {number} as way, k.key
          from (select {_KEYS[way.kind]}
                 where k.workspace_id = %(workspace)s and {_RANGE[way.kind].format(n=number)}) k
          join customer c on c.workspace_id = %(workspace)s and c.person_id = k.id
          join person p on p.workspace_id = %(workspace)s and p.id = k.id and p.erased_at is null
         where {_fits(only, within)} {later}
         order by k.key, k.id
         limit %(limit)s
        """


_KEYS: Final = {
    "name": "k.person_id as id, k.part as key from person_name_part k",
    "mail": "k.person_id as id, k.handle as key from identity k",
    "phone": "k.person_id as id, k.handle as key from identity k",
}
# Somebody is found once in a way: by the first of their keys that begins so.
_FIRST_PART: Final = """
    not exists (select from person_name_part e
                 where e.workspace_id = %(workspace)s and e.person_id = k.person_id
                   and e.part >= %(from{n})s and e.part < k.part)
"""
_RANGE: Final = {
    "name": "k.part >= %(from{n})s and k.part < %(until{n})s and " + _FIRST_PART,
    "mail": "k.kind = 'mail' and k.account = '' and k.handle >= %(from{n})s and k.handle < %(until{n})s",
    "phone": "k.kind = 'phone' and k.account = '' and k.handle >= %(from{n})s and k.handle < %(until{n})s",
}


def _fits(only: Only, within: Branch) -> str:
    found = ["c.merged_into is null", within.sql]
    if only.tier is not None:
        found.append("c.tier = %(tier)s")
    if only.organisation is not None:
        found.append(
            "exists (select from organisation_member m where m.workspace_id = c.workspace_id"
            " and m.person_id = c.person_id and m.organisation_id = %(organisation)s)"
        )
    return " and ".join(found)
