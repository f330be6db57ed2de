"""Presets: whole policies that a new workspace starts from, usable as they are (spec 02, presets to ship).

``standard/*.yaml`` hold the texts and values of 标准客服 as pieces of a bundle; a section that stands in several
files is joined in the order of ``FILES``. YAML reads ``on`` as a truth value, so that key stands in quotes.

The teams, departments and the roster that they name are those that accounts makes a new workspace with.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.actions import MoveAction, TellCustomerAction
from gongdan.domains.bundle.times.calendars import Calendar
from gongdan.domains.bundle.workflows import Status, StatusLimit, Workflow
from gongdan.domains.policy.presets import official_days

FILES = (
    "types",
    "fields",
    "templates",
    "categories/account",
    "categories/product",
    "categories/billing",
    "categories/order",
    "categories/inquiry",
    "categories/feedback",
    "categories/internal",
    "categories/requirement",
    "priorities",
    "checklists",
    "work_kinds",
    "workflows/standard",
    "workflows/support",
    "workflows/review",
    "workflows/internal",
    "workflows/handler",
    "sla",
    "ladder",
    "routing",
    "automations",
)
DAY_S = 24 * 3600


def standard(years: Sequence[int], close_at_24h: bool = False) -> PolicyBundle:
    """The preset 标准客服 with the Chinese days off and make-up days of ``years`` in its calendar.

    A resolved ticket is asked about a second time after 24 h and closed after 48 h; with ``close_at_24h`` it is closed
    after 24 h, and the notice at the start is the last one. 技术支持 and 处理人关闭 are for types that are
    given them. Reads files of the package, once per process.
    """
    bundle = _written()
    calendars = tuple(_with_days_off(calendar, years) for calendar in bundle.calendars)
    workflows = tuple(
        _closing_at_24h(flow) if close_at_24h and flow.key == "standard" else flow for flow in bundle.workflows
    )
    return msgspec.structs.replace(bundle, calendars=calendars, workflows=workflows)


@cache
def _written() -> PolicyBundle:
    """The bundle as it stands in the files."""
    folder = files(__package__) / "standard"
    whole: dict[str, Any] = {}
    for name in FILES:
        piece = msgspec.yaml.decode(folder.joinpath(f"{name}.yaml").read_bytes())
        for section, entries in piece.items():
            whole[section] = entries if isinstance(entries, dict) else [*whole.get(section, ()), *entries]
    return msgspec.convert(whole, PolicyBundle)


def _with_days_off(calendar: Calendar, years: Sequence[int]) -> Calendar:
    """Due dates beyond the last of ``years``, or beyond the last announced year, are provisional."""
    return msgspec.structs.replace(
        calendar,
        days=tuple(day for year in sorted(set(years)) for day in official_days.days(year)),
        provisional_from=min(official_days.provisional_from(min(years)), date(max(years) + 1, 1, 1)),
    )


def _closing_at_24h(workflow: Workflow) -> Workflow:
    statuses = (_last_notice_first(status) if status.phase == "resolved" else status for status in workflow.statuses)
    return msgspec.structs.replace(workflow, statuses=tuple(statuses))


def _last_notice_first(status: Status) -> Status:
    close = MoveAction(status="closed", reason="timed_out")
    return msgspec.structs.replace(
        status,
        on_enter=(TellCustomerAction(template="resolved_last_notice"),),
        limits=(StatusLimit(key="close", after_s=DAY_S, actions=(close,)),),
    )
