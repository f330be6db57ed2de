"""Adding an organisation, changing it, and who belongs to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, record
from gongdan.domains.customers import access, errors, queries, writes
from gongdan.domains.customers.events import OrganisationAdded, OrganisationChanged, OrganisationMembersSet
from gongdan.infra.db.tx import Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event, Via


class NewOrganisation(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    tier: str = "normal"
    mail_domains: tuple[str, ...] = ()


async def add_organisation(tx: Tx, authority: Authority, new: NewOrganisation, *, via: Via, now: datetime) -> int:
    """A new organisation; returns its id.

    Raises:
        Forbidden: they may not manage customers.
    """
    access.require(authority, access.MANAGE)
    organisation_id = tx.ids.next()
    row = msgspec.structs.asdict(new) | {"id": organisation_id, "workspace_id": tx.workspace_id}
    tx.insert("organisation", row)
    event = OrganisationAdded(name=new.name, tier=new.tier, mail_domains=new.mail_domains)
    await record(tx, authority, "organisation", organisation_id, event, via=via, now=now)
    return organisation_id


async def change_organisation(
    tx: Tx,
    authority: Authority,
    organisation_id: int,
    values: Mapping[str, Any],
    *,
    join: Mapping[int, bool],
    leave: Sequence[int],
    seen: int | None,
    via: Via,
    now: datetime,
) -> None:
    """Change its name, tier or mail domains, and who belongs to it (person → whether they administer it). What stays as
    it is is not written. Tickets keep the organisation that they were opened for.

    Raises:
        Forbidden: they may not manage customers.
        OpensMore: somebody is to administer it, and they may not let anybody in.
        OrganisationNotFound. StaleOrganisation: it was changed since ``seen``.
        Invalid: somebody who is to join is no customer.
    """
    access.require(authority, access.MANAGE)
    people = [*join, *leave]
    _, found, memberships, known = await tx.gather(
        queries.lock(organisation_id),
        queries.organisations([organisation_id]),
        queries.memberships(organisation_id, people),
        queries.customers(list(join)),
    )
    if not found:
        raise errors.OrganisationNotFound(id=organisation_id)
    if seen is not None and seen != found[0].version:
        raise errors.StaleOrganisation(version=found[0].version)
    unknown = sorted(set(join) - {one.id for one in known if one.merged_into is None})
    if unknown:
        raise Invalid(faults=(FieldFault("join", "unknown_person", {"people": unknown}),))
    before = {name: _value(getattr(found[0], name)) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    had = {one.person_id: one.is_admin for one in memberships}
    joined = {person: is_admin for person, is_admin in join.items() if had.get(person) is not is_admin}
    if any(joined.values()):
        access.require_to_let_in(authority)
    left = tuple(sorted(person for person in set(leave) - set(join) if person in had))
    events: list[Event] = []
    if changed:
        events.append(OrganisationChanged(before={name: before[name] for name in changed}, after=changed))
    if joined or left:
        events.append(OrganisationMembersSet(joined=joined, left=left))
    if not events:
        return
    writes.set_organisation(tx, organisation_id, changed)
    writes.set_memberships(tx, organisation_id, joined, left)
    await record(tx, authority, "organisation", organisation_id, *events, via=via, now=now)


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
