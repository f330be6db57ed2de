"""Who may be the same person: what is proposed to be merged, and why. Pure but for the query of candidates.

Nothing is proposed for a like name alone: thousands share one. What was only guessed counts for nothing.
"""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from gongdan.infra.db.tx import Query
from gongdan.kernel.text import normalise

Reason = Literal["same_number", "same_mailbox", "name_and_domain", "name_and_organisation"]
"""The same number with and without its country's; the same mailbox but for what follows a plus; the same name and a
mail domain that is no public one; the same name within one organisation."""

WEIGHT: Final[dict[Reason, int]] = {
    "same_number": 3,
    "same_mailbox": 3,
    "name_and_organisation": 2,
    "name_and_domain": 2,
}
MOST_PROPOSED: Final = 10
PUBLIC_DOMAINS: Final = frozenset(
    {
        "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn", "sohu.com", "139.com",
        "189.cn", "aliyun.com", "gmail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com",
        "icloud.com", "me.com", "proton.me", "protonmail.com", "gmx.com",
    }
)  # fmt: skip


class Like(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, as far as it tells who they may be."""

    id: int
    name: str
    is_name_guessed: bool = False
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """Those that were proved, or vouched for."""
    organisations: tuple[int, ...] = ()


class Proposal(msgspec.Struct, frozen=True):
    id: int
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        return sum(WEIGHT[reason] for reason in self.reasons)


def proposals(who: Like, others: Iterable[Like]) -> list[Proposal]:
    """Whom ``who`` may be, the likeliest first."""
    found = [Proposal(other.id, reasons_of(who, other)) for other in others if other.id != who.id]
    return sorted((one for one in found if one.reasons), key=lambda one: (-one.weight, one.id))[:MOST_PROPOSED]


def reasons_of(one: Like, other: Like) -> tuple[Reason, ...]:
    """Why they may be the same; it is the same either way round."""
    reasons: list[Reason] = []
    if _numbers(one) & _numbers(other):
        reasons.append("same_number")
    if _mailboxes(one) & _mailboxes(other):
        reasons.append("same_mailbox")
    if _have_one_name(one, other):
        if set(one.organisations) & set(other.organisations):
            reasons.append("name_and_organisation")
        if _domains(one) & _domains(other):
            reasons.append("name_and_domain")
    return tuple(reasons)


def _have_one_name(one: Like, other: Like) -> bool:
    if one.is_name_guessed or other.is_name_guessed:
        return False
    return bool(one.name.strip()) and _name(one.name) == _name(other.name)


def _name(name: str) -> str:
    return "".join(normalise(name).split())


def national(number: str) -> str:
    """A number without the country of most callers: as ``13800138000`` is written here and ``+8613800138000`` there."""
    digits = number.removeprefix("+")
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) - len(prefix) == 11:
            return digits.removeprefix(prefix)
    return digits


def _numbers(one: Like) -> set[str]:
    return {national(number) for number in one.phones}


def mailbox(mail: str) -> str:
    """An address without what follows a plus in it: both reach one mailbox."""
    local, _, domain = normalise(mail).rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _mailboxes(one: Like) -> set[str]:
    return {mailbox(mail) for mail in one.mails}


def _domains(one: Like) -> set[str]:
    return {domain for mail in one.mails if (domain := normalise(mail).rpartition("@")[2])} - PUBLIC_DOMAINS


def candidates(person_id: int) -> Query[Like]:
    """Who might be like a customer, and themselves: each way is served by an index and bounded. Of a mailbox only its
    addresses with a plus are looked for, and the one without."""
    return Query(Like, _CANDIDATES, {"person": person_id})


_CANDIDATES: Final = """
with mine as (
  select i.kind, i.handle
    from identity i
   where i.workspace_id = %(workspace)s and i.person_id = %(person)s and i.account = ''
     and i.kind in ('mail', 'phone')
), boxes as (
  select split_part(split_part(handle, '@', 1), '+', 1) as local, split_part(handle, '@', 2) as domain
    from mine where kind = 'mail'
), numbers as (
  select regexp_replace(handle, '^(\\+86|0086|86(?=\\d{11}$)|\\+)', '') as digits from mine where kind = 'phone'
), likely as (
  select %(person)s::bigint as id
  union
  (select i.person_id from numbers n
    join identity i on i.workspace_id = %(workspace)s and i.kind = 'phone' and i.account = ''
     and i.handle in (n.digits, '+86' || n.digits, '86' || n.digits, '0086' || n.digits, '+' || n.digits)
    limit 50)
  union
  (select i.person_id from boxes b
    join identity i on i.workspace_id = %(workspace)s and i.kind = 'mail' and i.account = ''
     and i.handle = b.local || '@' || b.domain
    limit 50)
  union
  (select i.person_id from boxes b
    join identity i on i.workspace_id = %(workspace)s and i.kind = 'mail' and i.account = ''
     and i.handle >= b.local || '+' and i.handle < b.local || ',' and split_part(i.handle, '@', 2) = b.domain
    limit 50)
  union
  (select n.person_id from person me
    join person_name_part n on n.workspace_id = me.workspace_id
     and n.part = substr(lower(normalize(me.name, nfkc)), 1, 40)
   where me.workspace_id = %(workspace)s and me.id = %(person)s
   limit 200)
)
select p.id, p.name, 'name' = any(p.guessed) as is_name_guessed,
       array(select i.handle from identity i
              where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = 'mail') as mails,
       array(select i.handle from identity i
              where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = 'phone'
                and i.verified_at is not null) as phones,
       array(select m.organisation_id from organisation_member m
              where m.workspace_id = p.workspace_id and m.person_id = p.id) as organisations
  from likely l
  join person p on p.workspace_id = %(workspace)s and p.id = l.id and p.erased_at is null
  join customer c on c.workspace_id = p.workspace_id and c.person_id = p.id and c.merged_into is null
 where not exists (select from member m where m.workspace_id = p.workspace_id and m.person_id = p.id)
"""
