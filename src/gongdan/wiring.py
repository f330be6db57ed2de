"""One page: which domain gives what. Routes, subjects, sections of the policy, writers, deciders, watchers, projectors,
subscribers, kinds of long work, timers, loops. Nothing here decides anything."""

from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cache, partial
from typing import Any

from gongdan.domains.accounts import events as accounts_events
from gongdan.domains.accounts import http as accounts
from gongdan.domains.accounts.public import prune, watch_presence
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.channels import events as channels_events
from gongdan.domains.channels import http as channels_http
from gongdan.domains.channels import public as channels
from gongdan.domains.channels import subjects as channels_subjects
from gongdan.domains.conversations import events as conversations_events
from gongdan.domains.conversations import public as conversations
from gongdan.domains.customers import events as customers_events
from gongdan.domains.customers import http as customers
from gongdan.domains.customers.public import CUSTOMERS
from gongdan.domains.files import http as files
from gongdan.domains.files import public as files_public
from gongdan.domains.imports import events as imports_events
from gongdan.domains.imports import http as imports_http
from gongdan.domains.imports import public as imports
from gongdan.domains.inbox import http as inbox
from gongdan.domains.inbox import live as inbox_live
from gongdan.domains.inbox.gate import may_read_file
from gongdan.domains.inbox.lists import Finder
from gongdan.domains.inbox.views import events as inbox_events
from gongdan.domains.inbox.views.compiled import COMPILED, CompiledViews
from gongdan.domains.intelligence.intake import LEXICON, guess
from gongdan.domains.intelligence.public import compile_lexicon, confirms, language_of
from gongdan.domains.notifications import events as notifications_events
from gongdan.domains.notifications import http as notifications
from gongdan.domains.notifications import public as notifications_public
from gongdan.domains.notifications import subjects as notifications_subjects
from gongdan.domains.notifications.public import Meanings, customer_notices, notices, shown, staff_notices
from gongdan.domains.operations import http as operations_http
from gongdan.domains.operations import public as operations
from gongdan.domains.policy import events as policy_events
from gongdan.domains.policy import http as policy
from gongdan.domains.policy.public import Sections
from gongdan.domains.portal import http as portal
from gongdan.domains.realtime import http as realtime
from gongdan.domains.realtime import public as hints
from gongdan.domains.realtime.stream import Live, open_live
from gongdan.domains.routing import public as routing
from gongdan.domains.routing import subjects as routing_subjects
from gongdan.domains.sla import public as sla
from gongdan.domains.sla import subjects as sla_subjects
from gongdan.domains.tickets import commands, intents, subjects
from gongdan.domains.tickets import http as tickets_http
from gongdan.domains.tickets.commands import bulk
from gongdan.domains.tickets.deciders import consequences, parties, reactions
from gongdan.domains.tickets.engine import settle, undoing
from gongdan.domains.tickets.fields import lint as tickets_lint
from gongdan.domains.tickets.fields import vocabulary
from gongdan.domains.tickets.fields.forms import Forms
from gongdan.domains.tickets.fields.holding import Holding
from gongdan.domains.tickets.public import Rules, Subjects, Toolkit, WorkspaceFacts, drafts, firing
from gongdan.domains.workflow.public import WORKFLOWS, compile_workflow
from gongdan.infra.bus import running
from gongdan.infra.db.tx import ReadTx
from gongdan.infra.log.doorbell import bell
from gongdan.infra.log.position import kinds
from gongdan.infra.log.seal import SEALER, BodiesErased
from gongdan.infra.log.subscribers import Subscriber
from gongdan.infra.timers.effects import CancelTimer, SetTimer, cancel_timer, write_timer
from gongdan.infra.timers.fire import Handler
from gongdan.services import Parts, Services

HANDLERS = [
    *accounts.handlers,
    *channels_http.handlers,
    *customers.handlers,
    *files.handlers,
    *imports_http.handlers,
    *inbox.handlers,
    *notifications.handlers,
    *operations_http.handlers,
    *policy.handlers,
    *portal.handlers,
    *realtime.handlers,
    *routing.handlers,
    *sla.handlers,
    *tickets_http.handlers,
]
"""Everything below ``/api/v1``."""

SUBJECTS = Subjects(
    (
        subjects.opening.SUBJECT,
        subjects.messages.SUBJECT,
        subjects.assignment.SUBJECT,
        subjects.assignment.WAITING,
        subjects.fields.SUBJECT,
        subjects.tags.SUBJECT,
        subjects.participation.SUBJECT,
        subjects.moves.SUBJECT,
        subjects.closing.SUBJECT,
        subjects.rating.SUBJECT,
        subjects.telling.SUBJECT,
        subjects.limits.SUBJECT,
        settle.CHAIN,
        undoing.SUBJECT,
        sla_subjects.CLOCKS,
        sla_subjects.ESCALATION,
        routing_subjects.MATCHES,
        channels_subjects.DELIVERIES,
        notifications_subjects.NOTICES,
    )
)
"""What can be true of a ticket and happen to it. A new subject is a module and a line here."""

EVENTS = kinds(
    BodiesErased,
    *(kind.event for kind in SUBJECTS.events.values()),
    *accounts_events.ALL,
    *channels_events.ALL,
    *conversations_events.ALL,
    *customers_events.ALL,
    *imports_events.ALL,
    *inbox_events.ALL,
    *notifications_events.ALL,
    *policy_events.ALL,
)
"""Kind → event, of the whole log."""

CHANNELS = {one.key: one for one in (channels.MAIL, channels.WEBHOOK)}
"""The ways by which words reach us and leave us. A new one is an adapter and a name here."""

NOTICE_CHANNELS = {one.key: one for one in (notifications_public.IN_THE_APP, notifications_public.BY_MAIL)}
"""The ways in which members can be told."""

IMPORTS = {one.key: one for one in (CUSTOMERS, imports.MEMBERS)}
"""What can be brought in as a table. A new one is a declaration in the domain that owns it and a name here."""

triage = guess
"""How intake reads a new ticket."""

file_gate = may_read_file
"""Who may read a file."""


def language(text: str) -> tuple[str, float]:
    """In what language somebody writes, and how sure that is."""
    found = language_of(text.casefold())
    return found.language, found.confidence


SECTIONS = Sections(
    (*tickets_lint.SECTIONS, WORKFLOWS, *sla.SECTIONS, *routing.SECTIONS),
    across=(partial(tickets_lint.lint, SUBJECTS),),
)
"""The sections of the policy, by the domains that own them. A new one is a member of the bundle, a declaration and a
line here."""

TOOLKIT = Toolkit(
    writers={
        conversations.PutConversation: conversations.write_conversation,
        conversations.PutMessage: conversations.write_message,
        conversations.MoveParty: conversations.move_party,
        SetTimer: write_timer,
        CancelTimer: cancel_timer,
        sla.SetClock: sla.write_clock,
        sla.DropClock: sla.drop_clock,
        routing.RecordDecision: routing.write_decision,
        channels.QueueReply: channels.write_reply,
    },
    gatherers={routing.AddLoad: routing.write_loads},
    facets=SUBJECTS.facets,
    confirms=confirms,
    room=routing.has_room,
    seats=routing.seats,
    clocks=sla.clocks_changed,
    sanitise=channels.sanitise,
    carries=channels.carry,
)

DECIDERS = (
    routing.route_team,
    routing.pass_on,
    reactions.follow_workflow,
    consequences.follow_up,
    sla_subjects.climb_ladder,
    reactions.automate,
)
"""What answers an event with further intents, in the order in which each is asked."""

PROJECTORS = (
    parties.follow_requester,
    reactions.project_limits,
    sla.project_clocks,
    routing.project_load,
    routing.project_ledger,
    channels.queue_replies,
)
"""What turns a command's final events into effects."""


def compile_rules(
    workspace: WorkspaceFacts,
    release: int,
    bundle: PolicyBundle,
    hashes: Mapping[str, str] | None = None,
    subjects: Subjects = SUBJECTS,
) -> Rules:
    """A release, compiled: every domain's part of it, and the functions that act on it. Costs milliseconds; kept.
    ``hashes``: of its workflows as they are stored; None: of a bundle that is not."""
    known, trees = vocabulary.vocabulary(subjects, bundle), vocabulary.trees(bundle)
    flows = {flow.key: compile_workflow(flow, (hashes or {}).get(flow.key)) for flow in bundle.workflows}
    times = sla.CompiledSla(bundle)
    return Rules(
        workspace_id=workspace.id,
        number_prefix=workspace.number_prefix,
        zone=workspace.zone,
        locale=workspace.locale,
        release=release,
        bundle=bundle,
        types={kind.key: kind for kind in bundle.types},
        categories={category.key: category for category in bundle.categories},
        priorities={priority.key: priority for priority in bundle.priorities},
        fields={field.key: field for field in bundle.fields},
        forms=Forms(bundle),
        levels={(ladder.key, level.key): level for ladder in bundle.ladders for level in ladder.levels},
        current={kind.key: flows[kind.workflow] for kind in bundle.types},
        workflows={flow.hash: flow for flow in flows.values()},
        subjects=subjects,
        registry=known,
        trees=trees,
        holds=Holding(known, {**known, **vocabulary.triggers(known)}, trees, workspace.zone),
        after=times.after,
        promise=sla.promised,
        needs=known.needs(vocabulary.named(SECTIONS.all, bundle)),
        deciders=DECIDERS,
        watchers=(sla.clocks_fall_due, sla.levels_fall_due),
        projectors=PROJECTORS,
        parts={
            sla.SLA: times,
            LEXICON: compile_lexicon(bundle),
            COMPILED: CompiledViews(known, trees),
            routing.TIMES: routing.Times(partial(times.opens, bundle.dispatch.calendar), times.runs, sla.due_at_work),
        },
    )


PARTS = Parts(compile_rules=compile_rules, toolkit=TOOLKIT, subjects=SUBJECTS, events=EVENTS)
"""What every process's services are made of."""


def subscribers(services: Services) -> list[Subscriber]:
    """Who follows the log, in worker processes."""

    def show(workspace_id: int, person_id: int, notice_id: int) -> None:
        hint = hints.NoticeHint(workspace_id=workspace_id, person_id=person_id, notice_id=notice_id)
        hints.tell_notice(services.publisher, hint)

    return [
        SEALER,
        routing.router(services.uow, services.rules),
        routing.returning(services.db),
        sla.recomputing(services.db),
        customer_notices(services.rules, services.subjects, services.secret, services.settings.base_url),
        staff_notices(services.uow, meanings_of(services.subjects), NOTICE_CHANNELS.keys(), show),
    ]


def show_read(services: Services, workspace_id: int, person_id: int, number: str | None) -> None:
    """Tell a person's open pages that notices were read."""
    hint = hints.NoticesReadHint(workspace_id=workspace_id, person_id=person_id, number=number)
    hints.tell_notices_read(services.publisher, hint)


@cache
def meanings_of(subjects: Subjects) -> Meanings:
    """What events mean for members, compiled once for a process."""
    return Meanings(subjects)


def operation_kinds(services: Services) -> operations.Kinds:
    """Kinds of long work, by key."""
    return {
        one.key: one
        for one in (
            bulk.kind(services.uow, routing.assign, Finder(services.rules)),
            routing.handing_over(services.uow),
            sla.recompute(services.uow),
            *imports.work(services.db, IMPORTS),
        )
    }


def timers(services: Services) -> dict[str, Handler]:
    """Owner → what fires its timers."""
    tick = firing(services.uow, lambda desk, case, due: (intents.Tick(),))
    limits = firing(services.uow, lambda desk, case, due: reactions.limit_answers(desk.rules, case, due.key, desk.now))
    return {
        reactions.LIMITS: limits,
        sla.OWNER: tick,
        sla.LADDER_OWNER: tick,
        operations.OWNER: operations.sweeping(services.db),
        imports.OWNER: imports.sweeping(services.db),
        drafts.OWNER: drafts.sweeping(services.db),
        drafts.SENDING: commands.sending(services.uow),
        files_public.OWNER: files_public.sweeping(services.db, services.storage),
        notifications_public.OWNER: notifications_public.handing_over(
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


def mailroom(services: Services) -> channels.Mailroom:
    """What the channels work with."""

    def show(workspace_id: int, ticket_id: int) -> None:
        hints.tell_delivery(services.publisher, hints.DeliveryHint(workspace_id=workspace_id, ticket_id=ticket_id))

    return channels.Mailroom(
        channels=CHANNELS,
        imported=channels.MAIL.key,
        url=services.url,
        db=services.db,
        uow=services.uow,
        rules_of=services.rules,
        numbers=services.numbers,
        triage=triage,
        storage=services.storage,
        secret=services.secret,
        language_of=language,
        show_delivery=show,
        inside=services.settings.inside,
    )


def live_sources(services: Services) -> hints.Sources:
    """What the live side reads by."""
    return hints.Sources(
        subjects=SUBJECTS,
        lines=inbox_live.lines(services.rules),
        find=inbox_live.find,
        views=inbox_live.views(services.rules),
        members=inbox_live.members(services.rules),
        open_list=inbox_live.open_list(services.rules),
        notices=_notices,
    )


@asynccontextmanager
async def live(services: Services) -> AsyncIterator[Live]:
    """What a web process runs beside its requests: the live streams of its clients."""
    opening = open_live(
        services.db,
        services.log,
        listener=services.listener,
        publisher=services.publisher,
        sources=live_sources(services),
    )
    async with opening as opened, running(services.listener.run()):
        yield opened


async def _notices(tx: ReadTx, ids: Sequence[int]) -> list[hints.LiveNotice]:
    return [hints.LiveNotice(person_id=told.person_id, body=shown(told)) for told in await notices(tx, ids)]
