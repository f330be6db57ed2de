"""What of customers is shown to whom."""

from collections.abc import Iterable, Sequence

from gongdan.domains.accounts.public import Authority, Reader, knows, may, of_staff, reader_somewhere
from gongdan.domains.customers import access, errors, queries
from gongdan.domains.customers.commands.records import keys_of
from gongdan.domains.customers.finding.search import FoundCustomer
from gongdan.domains.customers.http.shapes import (
    CustomerHandle,
    CustomerLine,
    CustomerOrganisation,
    CustomerRecord,
    NamedCustomer,
    OrganisationLine,
)
from gongdan.domains.customers.queries import OrganisationRow
from gongdan.infra.db.tx import ReadTx


async def record(tx: ReadTx, authority: Authority, person_id: int) -> CustomerRecord:
    """One customer whole, also one who turned out to be somebody else.

    Raises:
        CustomerNotFound: no such customer, or they may not see them.
    """
    found, handles, belongings, merged = await tx.gather(
        queries.customers([person_id]),
        queries.handles_of(person_id),
        queries.belongings_of(person_id),
        queries.merged_into(person_id),
    )
    if not found:
        raise errors.CustomerNotFound(id=person_id)
    one, keys = found[0], keys_of(found[0])
    access.check(authority, keys, access.READ, person_id)
    reader = reader_somewhere(authority)
    reached = [CustomerHandle(kind=h.kind, handle=h.handle, verified_at=h.verified_at, opens=h.opens) for h in handles]
    return CustomerRecord(
        id=one.id,
        name=one.name,
        locale=one.locale,
        zone=one.zone,
        guessed=one.guessed,
        tier=one.tier,
        dedicated_agent_id=one.dedicated_agent_id,
        tags=one.tags,
        notes=knows(reader, of_staff(one.notes)).value,
        handles=knows(reader, access.reached_by(reached)).left,
        handles_hidden=knows(reader, access.reached_by(reached)).how == "masked",
        organisations=[
            CustomerOrganisation(id=o.id, name=o.name, tier=o.tier, is_admin=o.is_admin) for o in belongings
        ],
        merged_into=one.merged_into,
        merged=[NamedCustomer(id=m.id, name=m.name) for m in merged],
        is_member=one.is_member,
        can_manage=may(authority, access.MANAGE, keys),
        can_let_in=may(authority, access.MANAGE, keys) and access.can_let_in(authority),
        created_at=one.created_at,
        version=one.version,
    )


def lines(found: Iterable[FoundCustomer], reader: Reader) -> list[CustomerLine]:
    return [line(one, reader) for one in found]


def line(one: FoundCustomer, reader: Reader) -> CustomerLine:
    mail, phone = (knows(reader, access.reached_by([way])).left for way in (one.mail, one.phone))
    return CustomerLine(
        id=one.id,
        name=one.name,
        tier=one.tier,
        tags=one.tags,
        dedicated_agent_id=one.dedicated_agent_id,
        mail=mail[0] if mail else None,
        phone=phone[0] if phone else None,
        organisations=one.organisations,
    )


def by_first(found: Sequence[FoundCustomer]) -> list[FoundCustomer]:
    """Each once, where they were found first."""
    return list({one.id: one for one in reversed(found)}.values())[::-1]


def organisation(row: OrganisationRow) -> OrganisationLine:
    return OrganisationLine(
        id=row.id,
        name=row.name,
        tier=row.tier,
        mail_domains=row.mail_domains,
        members=row.members,
        version=row.version,
    )
