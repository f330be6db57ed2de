"""The policy bundle: all configuration that shapes behaviour, as one typed document (spec 01, policy bundle).

Shapes only. What a section means stands in the domain that owns it, which declares it as a ``Section``.
Everything has a stable key that is never reused; removal means ``retired``. Teams, skills, roles, departments and
rosters are rows elsewhere and are named here by key.
"""

import msgspec

from gongdan.domains.bundle.actions import Automation
from gongdan.domains.bundle.categories import Category
from gongdan.domains.bundle.fields import CustomField, Form, TicketTemplate
from gongdan.domains.bundle.priorities import Priority
from gongdan.domains.bundle.ratings import RatingRules
from gongdan.domains.bundle.routing import Dispatch, RoutingRule
from gongdan.domains.bundle.times.calendars import Calendar
from gongdan.domains.bundle.times.ladders import Ladder
from gongdan.domains.bundle.times.sla import SlaPolicy
from gongdan.domains.bundle.types import Checklist, TicketType, WorkKind
from gongdan.domains.bundle.workflows import Workflow

MAX_BYTES = 4 * 1024 * 1024


class PolicyBundle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    schema: int = 1
    types: tuple[TicketType, ...] = ()
    fields: tuple[CustomField, ...] = ()
    forms: tuple[Form, ...] = ()
    templates: tuple[TicketTemplate, ...] = ()
    categories: tuple[Category, ...] = ()
    priorities: tuple[Priority, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    work_kinds: tuple[WorkKind, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    sla: tuple[SlaPolicy, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    routing: tuple[RoutingRule, ...] = ()
    dispatch: Dispatch = Dispatch()
    automations: tuple[Automation, ...] = ()
    rating: RatingRules = RatingRules()
