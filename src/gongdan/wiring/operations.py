"""Long work, and what can be brought in as a table."""

from gongdan.domains.accounts.public import Authority
from gongdan.domains.customers.public import CUSTOMERS
from gongdan.domains.imports import public as imports
from gongdan.domains.inbox.lists.reading import Finder
from gongdan.domains.notifications.public import Inviting
from gongdan.domains.operations import public as operations
from gongdan.domains.realtime import public as hints
from gongdan.domains.routing import public as routing
from gongdan.domains.sla import public as sla
from gongdan.domains.tickets.commands.many import bulk, migrating
from gongdan.domains.transfer import public as transfer
from gongdan.services import Services

IMPORTS = (CUSTOMERS, imports.MEMBERS)
"""What can be brought in as a table, whatever the release. A new one is a declaration in the domain that owns it and a
name here."""


def imports_of(services: Services) -> imports.KindsOf:
    """All that can be brought in where somebody works; the columns of tickets follow from the release."""

    async def kinds(authority: Authority) -> imports.ImportKinds:
        rules = await services.rules(authority.workspace_id, authority.release)
        tickets = transfer.tickets_kind(rules, services.uow, services.numbers)
        return {one.key: one for one in (*IMPORTS, tickets)}

    return kinds


def inviting(services: Services) -> Inviting:
    """How members that are brought in are invited."""
    return Inviting(services.secret, services.settings.base_url)


def operation_kinds(services: Services) -> operations.Kinds:
    """Kinds of long work, by key."""
    return {
        one.key: one
        for one in (
            bulk.kind(services.uow, routing.assign, Finder(services.rules)),
            migrating.migration(services.uow, services.rules),
            routing.handing_over(services.uow),
            sla.recompute(services.uow),
            *imports.work(services.db, imports_of(services), inviting(services)),
        )
    }


def show_operation(services: Services, workspace_id: int, one: operations.Operation) -> None:
    """What the system does by itself is shown to nobody."""
    if one.actor_id is not None:
        found = hints.OperationHint(
            workspace_id=workspace_id,
            person_id=one.actor_id,
            id=one.id,
            state=one.state,
            total=one.total,
            done=one.done,
            failed=one.failed,
            unchanged=one.unchanged,
        )
        hints.tell_operation(services.publisher, found)
