"""Organisations over HTTP."""

import base64
import binascii
from typing import Annotated, Any

import msgspec
from litestar import Response, get, patch, post
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter, QueryParameter

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.customers import access, commands, errors, queries
from gongdan.domains.customers.http import compose
from gongdan.domains.customers.http.shapes import (
    AddOrganisation,
    OrganisationMember,
    OrganisationPage,
    OrganisationRecord,
    SetOrganisation,
)
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import normalise

PathOrganisation = Annotated[int, PathParameter(ge=1, le=2**53 - 1)]
MEMBERS_SHOWN = 100
_VERSION = [ResponseHeader("ETag", description="Its version, for `If-Match`.", documentation_only=True)]


@get("/organisations", operation_id="listOrganisations", tags=["customers"], opt=needs("staff", access.READ))
async def list_organisations(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    q: Annotated[str, QueryParameter(max_length=100)] = "",
    after: Annotated[str | None, QueryParameter(max_length=1_000)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50,
) -> OrganisationPage:
    """A page of organisations in the order of their names; with ``q`` those whose name has this part."""
    async with db.read(authority.workspace_id) as tx:
        place = _place(after) if after else None
        (found,) = await tx.gather(queries.organisations_by_name(q.strip().lower(), place, limit + 1), last=True)
    shown = found[:limit]
    last = (shown[-1].name.lower(), shown[-1].id) if len(found) > limit else None
    return OrganisationPage(
        items=[compose.organisation(one) for one in shown],
        after=base64.urlsafe_b64encode(msgspec.json.encode(last)).decode().rstrip("=") if last else None,
    )


@get(
    "/organisations/{organisation_id:int}",
    operation_id="getOrganisation",
    tags=["customers"],
    opt=needs("staff", access.READ),
    response_headers=_VERSION,
)
async def get_organisation(
    organisation_id: PathOrganisation,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    after: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
) -> Response[OrganisationRecord]:
    """An organisation, with a page of those who belong to it."""
    async with db.read(authority.workspace_id) as tx:
        return await _record(tx, authority, organisation_id, after)


@post(
    "/organisations",
    status_code=201,
    operation_id="addOrganisation",
    tags=["customers"],
    opt=needs("staff", access.MANAGE, scope="all"),
)
async def add_organisation(
    data: JSONBody[AddOrganisation],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> Response[OrganisationRecord]:
    """Add an organisation. Its members are whoever is put into it: a mail domain proves nothing by itself."""
    new = commands.NewOrganisation(name=data.name, tier=data.tier, mail_domains=_domains(data.mail_domains))
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        made = await commands.add_organisation(tx, authority, new, via=via, now=now)
        await tx.flush()
        return await _record(tx, authority, made, None, status=201)


@patch(
    "/organisations/{organisation_id:int}",
    operation_id="setOrganisation",
    tags=["customers"],
    opt=needs("staff", access.MANAGE, scope="all") | {"refuses": (412,)},
    response_headers=_VERSION,
)
async def set_organisation(
    organisation_id: PathOrganisation,
    data: JSONBody[SetOrganisation],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> Response[OrganisationRecord]:
    """Change an organisation, and who belongs to it or administers it. What is left out stays. 412 when it was changed
    since ``If-Match``."""
    values: dict[str, Any] = {
        name: value for name in ("name", "tier") if (value := getattr(data, name)) is not msgspec.UNSET
    }
    if data.mail_domains is not msgspec.UNSET:
        values["mail_domains"] = _domains(data.mail_domains)
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        await commands.change_organisation(
            tx,
            authority,
            organisation_id,
            values,
            join={one.person_id: one.is_admin for one in data.join},
            leave=data.leave,
            seen=seen,
            via=via,
            now=now,
        )
        await tx.flush()
        return await _record(tx, authority, organisation_id, None)


handlers = [list_organisations, get_organisation, add_organisation, set_organisation]


async def _record(
    tx: ReadTx, authority: Authority, organisation_id: int, after: int | None, status: int = 200
) -> Response[OrganisationRecord]:
    within = access.within(authority)
    found, members = await tx.gather(
        queries.organisations([organisation_id]),
        queries.members_of(organisation_id, within, after, MEMBERS_SHOWN + 1),
    )
    if not found:
        raise errors.OrganisationNotFound(id=organisation_id)
    one, shown = found[0], members[:MEMBERS_SHOWN]
    record = OrganisationRecord(
        id=one.id,
        name=one.name,
        tier=one.tier,
        mail_domains=one.mail_domains,
        members=[OrganisationMember(id=m.id, name=m.name, tier=m.tier, is_admin=m.is_admin) for m in shown],
        after=shown[-1].id if len(members) > MEMBERS_SHOWN else None,
        can_manage=may_somewhere(authority, access.MANAGE),
        can_let_in=may_somewhere(authority, access.MANAGE) and access.can_let_in(authority),
        version=one.version,
    )
    return Response(
        record, status_code=status, headers={"ETag": f'"{one.version}"', "Cache-Control": "private, no-cache"}
    )


def _domains(given: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalise(domain) for domain in given))


def _place(after: str) -> tuple[str, int]:
    """Raises:
    Invalid: it is no cursor.
    """
    try:
        raw = base64.b64decode(after.encode("ascii") + b"=" * (-len(after) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(raw, type=tuple[str, int])
    except (UnicodeEncodeError, binascii.Error, msgspec.DecodeError):
        raise Invalid(faults=(FieldFault("after", "customers.bad_cursor"),)) from None
