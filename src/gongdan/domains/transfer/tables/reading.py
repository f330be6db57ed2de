"""A row in the words of its file as a ticket that was elsewhere. Pure: who and what it names was looked up before."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
from msgspec import UNSET

from gongdan.domains.customers.public import Handle, mail_handle, only_named, phone_handle
from gongdan.domains.tickets.public import Rules
from gongdan.domains.transfer.history import PastMessage, PastTicket
from gongdan.domains.transfer.rows import NamedMember, NamedTeam
from gongdan.domains.transfer.subjects import TABLE
from gongdan.domains.transfer.tables.columns import TicketInFile
from gongdan.domains.transfer.tables.words import WORDS, Known, calling, field_value, instant, meant
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import normalise

_TIMES: Final = ("created_at", "first_response_at", "resolved_at", "closed_at")


class Lookups(msgspec.Struct, frozen=True, kw_only=True):
    """Who and what the rows of a chunk name."""

    members: Sequence[NamedMember]
    teams: Known


def looked_up(members: Sequence[NamedMember], teams: Sequence[NamedTeam]) -> Lookups:
    return Lookups(members=members, teams=calling((one.key, [one.name]) for one in teams))


def identity(row: TicketInFile) -> list[str]:
    """Its number there, else all that it says: the same row again is the same ticket."""
    return [f"{source_of(row)}\n{external_id(row)}"]


def source_of(row: TicketInFile) -> str:
    return row.source if row.source is not UNSET else TABLE


def external_id(row: TicketInFile) -> str:
    if row.external_id is not UNSET:
        return row.external_id
    return "#" + hashlib.blake2b(msgspec.json.encode(row, order="sorted"), digest_size=16).hexdigest()


def past(row: TicketInFile, rules: Rules, around: Lookups, number: int, now: datetime) -> PastTicket:
    """
    Raises:
        Invalid: with all that its cells name and is not there, or cannot be read.
    """
    faults: list[FieldFault] = []
    words, zone = rules[WORDS], ZoneInfo(rules.zone)

    def key(column: str, known: Known) -> str | None:
        said = getattr(row, column)
        found, fault = (None, None) if said is UNSET else meant(column, known, said)
        faults.extend([fault] if fault else [])
        return found

    type_key = key("type", words.types)
    times = _times(row, zone, faults)
    found = PastTicket(
        source=source_of(row),
        external_id=external_id(row),
        row=number,
        title=row.title or "",
        requester=_requester(row, faults),
        type=type_key,
        category=key("category", words.categories),
        priority=key("priority", words.priorities),
        status=key("status", words.statuses[type_key] if type_key else words.all_statuses),
        team=key("team", around.teams),
        assignee_id=_member(row, around.members, faults),
        tags=row.tags or (),
        fields=_fields(row, rules, zone),
        rating=_rating(row, faults),
        messages=_said(row, times.get("created_at") or min(times.values(), default=now)),
        **times,
    )
    if faults:
        raise Invalid(faults=tuple(faults))
    return found


def _times(row: TicketInFile, zone: ZoneInfo, faults: list[FieldFault]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _TIMES:
        said = getattr(row, name)
        if said is UNSET:
            continue
        found[name] = instant(said, zone)
        if found[name] is None:
            faults.append(FieldFault(name, "imports.not_a_time", {"value": said}))
    return found


def _requester(row: TicketInFile, faults: list[FieldFault]) -> Handle:
    """By mail address, else by number, else by name alone."""
    name = row.requester or ""
    try:
        if row.mail is not UNSET:
            return mail_handle(row.mail, name)
        if row.phone is not UNSET:
            return phone_handle(row.phone, name)
    except Invalid as wrong:
        faults.extend(wrong.faults)
    if not name and row.phone is UNSET:
        faults.append(FieldFault("requester", "required"))
    return only_named(name)


def _member(row: TicketInFile, members: Sequence[NamedMember], faults: list[FieldFault]) -> int | None:
    """The active one of several who are called so, if there is just one."""
    if row.assignee is UNSET or not row.assignee:
        return None
    said = normalise(row.assignee)
    found = [one for one in members if said in (normalise(one.mail), normalise(one.name))]
    found = [one for one in found if one.active] or found
    if len(found) == 1:
        return found[0].id
    code = "imports.ambiguous" if found else "imports.no_such_member"
    faults.append(FieldFault("assignee", code, {"value": row.assignee}))
    return None


def _fields(row: TicketInFile, rules: Rules, zone: ZoneInfo) -> dict[str, Any]:
    """What is no field any more is told by the form."""
    return {
        key: field_value(rules.fields[key], said, zone) if key in rules.fields else said
        for key, said in row.fields.items()
    }


def _rating(row: TicketInFile, faults: list[FieldFault]) -> int | None:
    if row.rating is UNSET or not row.rating:
        return None
    if row.rating in ("1", "2", "3", "4", "5"):
        return int(row.rating)
    faults.append(FieldFault("rating", "imports.not_a_rating", {"value": row.rating}))
    return None


def _said(row: TicketInFile, created: datetime) -> Sequence[PastMessage]:
    """What the requester wrote, as the ticket is dated."""
    if row.text is UNSET or not row.text:
        return ()
    return (PastMessage(at=created, author="customer", text=row.text),)
