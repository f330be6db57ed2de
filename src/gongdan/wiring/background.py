"""What worker processes run: followers of the log, timers, loops."""

from collections.abc import Coroutine
from functools import partial
from typing import Any

from gongdan.domains.accounts.public import prune, watch_presence
from gongdan.domains.approvals import public as approvals
from gongdan.domains.channels import public as channels
from gongdan.domains.files import public as files
from gongdan.domains.imports import public as imports
from gongdan.domains.inbox.views import commands as views
from gongdan.domains.notifications import public as notifications
from gongdan.domains.notifications.public import customer_notices, staff_notices
from gongdan.domains.operations import public as operations
from gongdan.domains.realtime import public as hints
from gongdan.domains.relations import public as relations
from gongdan.domains.routing import public as routing
from gongdan.domains.sla import public as sla
from gongdan.domains.tickets import commands, intents
from gongdan.domains.tickets.commands.many import merged
from gongdan.domains.tickets.deciders import reactions
from gongdan.domains.tickets.public import drafts, firing
from gongdan.domains.work import public as work
from gongdan.infra.log.doorbell import bell
from gongdan.infra.log.seal import SEALER
from gongdan.infra.log.subscribers import Subscriber
from gongdan.infra.timers.fire import Handler
from gongdan.services import Services
from gongdan.wiring.channels import mailroom
from gongdan.wiring.notices import NOTICE_CHANNELS, meanings_of
from gongdan.wiring.operations import operation_kinds, show_operation


def subscribers(services: Services) -> list[Subscriber]:
    """Who follows the log, in worker processes."""

    def show(workspace_id: int, person_id: int, notice_id: int) -> None:
        hint = hints.NoticeHint(workspace_id=workspace_id, person_id=person_id, notice_id=notice_id)
        hints.tell_notice(services.publisher, hint)

    return [
        SEALER,
        routing.router(services.uow, services.rules),
        routing.returning(services.db),
        routing.unheard(services.rules),
        relations.following(services.uow),
        approvals.replacing(services.uow),
        sla.recomputing(services.db),
        merged.remapping(services.db),
        views.repointing(services.db),
        customer_notices(services.rules, services.subjects, services.secret, services.settings.base_url),
        staff_notices(services.uow, meanings_of(services.subjects), NOTICE_CHANNELS.keys(), show),
    ]


def timers(services: Services) -> dict[str, Handler]:
    """Owner → what fires its timers."""
    tick = firing(services.uow, lambda desk, case, due: (intents.Tick(),))
    limits = firing(services.uow, lambda desk, case, due: reactions.limit_answers(desk.rules, case, due.key, desk.now))
    return {
        reactions.LIMITS: limits,
        reactions.ARCHIVE: firing(services.uow, lambda desk, case, due: reactions.archive_answers(case)),
        sla.OWNER: tick,
        sla.LADDER_OWNER: tick,
        work.OWNER: firing(services.uow, lambda desk, case, due: (work.fired(desk, due),)),
        operations.OWNER: operations.sweeping(services.db),
        imports.OWNER: imports.sweeping(services.db),
        drafts.OWNER: drafts.sweeping(services.db),
        drafts.SENDING: commands.sending(services.uow),
        files.OWNER: files.sweeping(services.db, services.storage),
        notifications.OWNER: notifications.handing_over(
            services.db, meanings_of(services.subjects), tuple(NOTICE_CHANNELS.values()), services.settings.base_url
        ),
    }


def loops(services: Services) -> list[Coroutine[Any, Any, None]]:
    """What else a worker runs without end."""
    room = mailroom(services)
    return [
        watch_presence(services.db),
        prune(services.db),
        routing.patrol(services.uow, services.rules),
        operations.run(operations.Work(services.db, operation_kinds(services), partial(show_operation, services))),
        channels.run_pollers(room),
        channels.run_intake(room),
        channels.run_sender(room, bell(services.listener)),
    ]
