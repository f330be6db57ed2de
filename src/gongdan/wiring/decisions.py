"""How a policy is compiled, who takes part in a decision, and who writes what comes of it."""

from collections.abc import Mapping
from functools import partial

from gongdan.domains.approvals import public as approvals
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.channels import public as channels
from gongdan.domains.conversations import public as conversations
from gongdan.domains.inbox.views.compiled import COMPILED, CompiledViews
from gongdan.domains.intelligence.intake import LEXICON
from gongdan.domains.intelligence.public import compile_lexicon, confirms
from gongdan.domains.policy.public import Sections
from gongdan.domains.relations import public as relations
from gongdan.domains.routing import public as routing
from gongdan.domains.sla import public as sla
from gongdan.domains.sla import subjects as sla_subjects
from gongdan.domains.tickets.deciders import consequences, parties, reactions
from gongdan.domains.tickets.fields import lint as tickets_lint
from gongdan.domains.tickets.fields import vocabulary
from gongdan.domains.tickets.fields.forms import Forms
from gongdan.domains.tickets.fields.holding import Holding
from gongdan.domains.tickets.public import Rules, Subjects, Toolkit, WorkspaceFacts
from gongdan.domains.transfer import public as transfer
from gongdan.domains.work import public as work
from gongdan.domains.workflow.public import WORKFLOWS, compile_workflow
from gongdan.infra.timers.effects import CancelTimer, SetTimer, cancel_timer, write_timer
from gongdan.services import Parts
from gongdan.wiring.subjects import EVENTS, SUBJECTS

SECTIONS = Sections(
    (*tickets_lint.SECTIONS, *work.SECTIONS, WORKFLOWS, *sla.SECTIONS, *routing.SECTIONS),
    across=(partial(tickets_lint.lint, SUBJECTS),),
    speech=partial(vocabulary.RuleSpeech, SUBJECTS),
)
"""The sections of the policy, by the domains that own them. A new one is a member of the bundle, a declaration and a
line here."""

TOOLKIT = Toolkit(
    writers={
        conversations.PutConversation: conversations.write_conversation,
        conversations.PutMessage: conversations.write_message,
        conversations.PutVersion: conversations.write_version,
        conversations.EraseMessage: conversations.erase_message,
        conversations.MoveParty: conversations.move_party,
        SetTimer: write_timer,
        CancelTimer: cancel_timer,
        relations.PutLink: relations.write_link,
        relations.DropLink: relations.drop_link,
        sla.SetClock: sla.write_clock,
        sla.DropClock: sla.drop_clock,
        routing.RecordDecision: routing.write_decision,
        channels.QueueReply: channels.write_reply,
        work.PutSnoozed: work.write_snoozed,
        channels.ForgetOriginal: channels.forget_original,
        channels.ForgetLetters: channels.forget_letters,
        transfer.ForgetRow: transfer.forget_row,
        work.PutRunning: work.write_running,
        work.PutTime: work.write_time,
    },
    gatherers={routing.AddLoad: routing.write_loads},
    facets=SUBJECTS.facets,
    confirms=confirms,
    room=routing.has_room,
    seats=routing.seats,
    clocks=sla.clocks_changed,
    written=channels.written,
    carries=channels.carry,
)

DECIDERS = (
    routing.route_team,
    routing.pass_on,
    reactions.follow_workflow,
    consequences.follow_up,
    approvals.lapse,
    sla_subjects.climb_ladder,
    work.wake_up,
    work.stop_at_the_end,
    reactions.automate,
)
"""What answers an event with further intents, in the order in which each is asked."""

PROJECTORS = (
    parties.follow_requester,
    reactions.project_limits,
    reactions.project_archive,
    sla.project_clocks,
    routing.project_load,
    routing.project_ledger,
    channels.queue_replies,
    channels.forget_originals,
    transfer.forget_rows,
    relations.project_links,
    work.project_snoozes,
    work.project_watches,
    work.project_times,
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
        sensitive=frozenset(field.key for field in bundle.fields if field.sensitive),
        forms=Forms(bundle),
        levels={(ladder.key, level.key): level for ladder in bundle.ladders for level in ladder.levels},
        current={kind.key: flows[kind.workflow] for kind in bundle.types},
        flows=flows,
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
            transfer.WORDS: transfer.words_of(bundle),
            COMPILED: CompiledViews(known, trees),
            routing.TIMES: routing.Times(partial(times.opens, bundle.dispatch.calendar), times.shift, sla.due_at_work),
        },
    )


PARTS = Parts(compile_rules=compile_rules, toolkit=TOOLKIT, subjects=SUBJECTS, events=EVENTS)
"""What every process's services are made of."""
