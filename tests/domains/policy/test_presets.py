"""The preset 标准客服 holds exactly the values of the specification, and everything that it names exists."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from gongdan.conditions.fields import OPERATORS
from gongdan.conditions.grammar import Condition, walk
from gongdan.domains.accounts.workspaces import DEPARTMENTS, ROSTER, TEAMS
from gongdan.domains.bundle import MAX_BYTES, PolicyBundle
from gongdan.domains.bundle.actions import (
    EscalateAction,
    MoveAction,
    ReassignAction,
    RemindAction,
    RouteAction,
    TellCustomerAction,
)
from gongdan.domains.bundle.times.ladders import AfterLevel, OnClock, OnUnassigned
from gongdan.domains.bundle.workflows import Status, Workflow
from gongdan.domains.policy import presets

MINUTE, HOUR, DAY = 60, 3600, 86400


@pytest.fixture(scope="module")
def bundle() -> PolicyBundle:
    return presets.standard((2025, 2026))


@pytest.fixture(scope="module")
def flow(bundle: PolicyBundle) -> Workflow:
    return bundle.workflows[0]


def status(flow: Workflow, key: str) -> Status:
    return next(one for one in flow.statuses if one.key == key)


def leads(flow: Workflow) -> set[tuple[str, str, str | None]]:
    return {(start, one.to, one.on) for one in flow.transitions for start in one.from_}


# The workflow (spec 02, presets to ship)


def test_statuses_follow_the_standard_order(flow: Workflow) -> None:
    assert [(s.name["zh-CN"], s.phase) for s in flow.statuses] == [
        ("新建", "new"),
        ("已分配", "open"),
        ("处理中", "open"),
        ("待反馈", "waiting_customer"),
        ("已解决", "resolved"),
        ("已关闭", "closed"),
    ]
    assert flow.initial == "new"


@pytest.mark.parametrize(
    ("key", "responsible", "goal"),
    [
        ("new", ("creator", "lead"), "15 分钟内分配"),
        ("assigned", ("assignee", None), "确认接收处理"),
        ("in_progress", ("assignee", None), "按 SLA 时限解决"),
        ("waiting", ("assignee", None), "等待客户确认"),
        ("resolved", ("creator", None), "客户确认解决"),
        ("closed", ("system", "lead"), "归档完成"),
    ],
)
def test_each_status_names_who_answers_for_it_and_its_goal(
    flow: Workflow, key: str, responsible: tuple[str, str | None], goal: str
) -> None:
    one = status(flow, key)
    assert (one.responsible, one.also_responsible) == responsible
    assert one.goal["zh-CN"] == goal


def test_a_new_ticket_is_routed_again_after_15_minutes(flow: Workflow) -> None:
    assert [(limit.after_s, limit.actions) for limit in status(flow, "new").limits] == [(15 * MINUTE, (RouteAction(),))]


def test_an_assignment_that_is_not_accepted_in_30_minutes_is_reminded_of_and_goes_to_another(flow: Workflow) -> None:
    (limit,) = status(flow, "assigned").limits
    remind, reassign = limit.actions
    assert limit.after_s == 30 * MINUTE
    assert isinstance(remind, RemindAction) and "assignee" in remind.to
    assert reassign == ReassignAction()


def test_a_silent_customer_is_reminded_after_12_h_and_the_ticket_closes_after_24_h(flow: Workflow) -> None:
    assert [(limit.after_s, limit.actions) for limit in status(flow, "waiting").limits] == [
        (12 * HOUR, (TellCustomerAction(template="waiting_reminder"),)),
        (DAY, (MoveAction(status="closed", reason="timed_out"),)),
    ]


def test_a_resolved_ticket_is_noticed_at_once_confirmed_again_after_24_h_and_closed_another_24_h_later(
    flow: Workflow,
) -> None:
    resolved = status(flow, "resolved")
    assert resolved.on_enter == (TellCustomerAction(template="resolved"),)
    assert [(limit.after_s, limit.actions) for limit in resolved.limits] == [
        (DAY, (TellCustomerAction(template="second_confirmation"),)),
        (2 * DAY, (MoveAction(status="closed", reason="timed_out"),)),
    ]


def test_the_variant_closes_after_24_h_and_its_first_notice_is_the_last_one() -> None:
    resolved = status(presets.standard((2026,), close_at_24h=True).workflows[0], "resolved")
    assert resolved.on_enter == (TellCustomerAction(template="resolved_last_notice"),)
    assert [(limit.after_s, limit.actions) for limit in resolved.limits] == [
        (DAY, (MoveAction(status="closed", reason="timed_out"),)),
    ]


def test_a_closed_ticket_reopens_into_in_progress_within_7_days_by_requester_or_lead(flow: Workflow) -> None:
    assert flow.reopen.to == "in_progress"
    assert flow.reopen.window_s == 7 * DAY
    assert flow.reopen.who == ("requester", "lead")
    assert not any("closed" in one.from_ for one in flow.transitions)


@pytest.mark.parametrize(
    "wanted",
    [
        ("new", "assigned", "assigned"),
        ("assigned", "new", "unassigned"),
        ("assigned", "in_progress", "accepted"),
        ("in_progress", "waiting", None),
        ("in_progress", "resolved", None),
        ("waiting", "in_progress", "customer_wrote"),
        ("waiting", "resolved", None),
        ("resolved", "in_progress", "customer_wrote"),
        ("resolved", "in_progress", "declined"),
        ("resolved", "in_progress", None),
        ("resolved", "closed", "confirmed"),
        ("resolved", "closed", None),
        ("waiting", "closed", None),
    ],
)
def test_the_transitions_of_the_standard_exist(flow: Workflow, wanted: tuple[str, str, str | None]) -> None:
    assert wanted in leads(flow)


def test_every_move_that_a_timer_makes_is_open_to_the_system(flow: Workflow) -> None:
    for one in flow.statuses:
        for action in (action for limit in one.limits for action in limit.actions if isinstance(action, MoveAction)):
            assert any(
                one.key in way.from_ and way.to == action.status and "system" in way.who for way in flow.transitions
            )


def test_every_status_is_reached_and_every_one_leads_to_the_end(flow: Workflow) -> None:
    edges = {(start, to) for start, to, _ in leads(flow)}
    assert reachable({"new"}, edges) == {one.key for one in flow.statuses}
    assert reachable({"closed"}, {(to, start) for start, to in edges}) == {one.key for one in flow.statuses}


def reachable(start: set[str], edges: set[tuple[str, str]]) -> set[str]:
    found = set(start)
    while more := {to for at, to in edges if at in found} - found:
        found |= more
    return found


# Promises and escalation (spec 03)


@pytest.mark.parametrize(
    ("metric", "wanted"),
    [
        ("first_response", [("P0", 15), ("P1", 30), ("P2", 60), ("P3", 240)]),
        ("next_response", [("P0", 15), ("P1", 30), ("P2", 60), ("P3", 240)]),
        ("accept", [("P0", 15), ("P1", 30), ("P2", 30), ("P3", 30)]),
        ("update", [("P0", 1440), ("P1", 1440), ("P2", 1440), ("P3", 1440)]),
        ("resolution", [("P0", 120), ("P1", 240), ("P2", 1440)]),
    ],
)
def test_promises_in_calendar_minutes(bundle: PolicyBundle, metric: str, wanted: list[tuple[str, int]]) -> None:
    for priority, minutes in wanted:
        target = next(
            one
            for one in bundle.sla[-1].targets
            if one.metric == metric and (not one.priorities or priority in one.priorities)
        )
        assert (target.amount, target.unit, target.calendar) == (minutes, "calendar_minutes", None)


def test_the_lowest_priority_is_resolved_within_3_working_days(bundle: PolicyBundle) -> None:
    (target,) = (one for one in bundle.sla[-1].targets if one.metric == "resolution" and "P3" in one.priorities)
    assert (target.amount, target.unit, target.calendar) == (3, "working_days", "standard")


def test_the_policy_is_the_fallback_and_pauses_while_the_customer_is_awaited(bundle: PolicyBundle) -> None:
    assert bundle.sla[-1].when is None
    assert bundle.sla[-1].pause_phases == ("waiting_customer",)


def test_the_four_levels_of_escalation(bundle: PolicyBundle) -> None:
    first, second, third, fourth = bundle.ladders[-1].levels
    assert first.on == OnUnassigned(after_s=30 * MINUTE) and first.colour == "yellow"
    assert {"creator", "lead"} <= set(first.to)
    assert second.on == OnClock(metric="resolution", percent=80) and second.colour == "orange"
    assert second.to == ("assignee", "department_head")
    assert third.on == OnClock(metric="resolution", percent=100) and third.colour == "red"
    assert third.to == ("assignee", "lead", "director")
    assert fourth.on == AfterLevel(level="L3", after_s=30 * MINUTE, if_idle=True)
    assert fourth.to == ("executives",)


def test_the_clock_warns_where_the_ladder_listens(bundle: PolicyBundle) -> None:
    for target in (one for one in bundle.sla[-1].targets if one.metric == "resolution"):
        assert 80 in target.warn_at


# The calendar


def test_the_calendar_works_9_to_18_from_monday_to_friday_in_shanghai(bundle: PolicyBundle) -> None:
    (calendar,) = bundle.calendars
    assert calendar.zone == "Asia/Shanghai"
    assert {day for day, hours in calendar.week.items() if hours == (("09:00", "18:00"),)} == {
        "mon", "tue", "wed", "thu", "fri",
    }  # fmt: skip
    assert {day for day, hours in calendar.week.items() if not hours} == {"sat", "sun"}


def test_the_calendar_knows_days_off_and_make_up_days(bundle: PolicyBundle) -> None:
    days = {day.on: day for day in bundle.calendars[0].days}
    assert days[date(2025, 10, 1)].works_as is None
    assert days[date(2025, 9, 28)].works_as is not None


def test_what_lies_beyond_the_years_asked_for_is_provisional() -> None:
    (calendar,) = presets.standard((2025,)).calendars
    assert calendar.provisional_from == date(2026, 1, 1)
    assert calendar.provisional_from - max(day.on for day in calendar.days) < timedelta(days=200)


# Types, categories, priorities


def test_the_category_tree_holds_the_standard_three_levels(bundle: PolicyBundle) -> None:
    names = {one.key: one.name["zh-CN"] for one in bundle.categories}
    paths = {tuple(names[key] for key in path(bundle, one.key)) for one in bundle.categories}
    assert paths >= {
        ("账号问题", "注册问题", "手机验证问题"),
        ("账号问题", "注册问题", "邮箱验证问题"),
        ("账号问题", "登录问题", "密码错误"),
        ("账号问题", "登录问题", "账号锁定"),
        ("产品使用", "功能咨询", "功能使用"),
        ("产品使用", "故障报修", "无法正常使用"),
        ("计费问题", "扣费疑问", "重复扣费"),
        ("计费问题", "扣费疑问", "扣费金额不符"),
    }
    assert max(map(len, paths)) == 3


def path(bundle: PolicyBundle, key: str) -> tuple[str, ...]:
    parent = next(one.parent for one in bundle.categories if one.key == key)
    return (*path(bundle, parent), key) if parent else (key,)


@pytest.mark.parametrize(
    ("kind", "common"),
    [
        ("技术支持", {"连接问题", "配置问题", "性能问题", "兼容性问题", "使用教程"}),
        ("账户问题", {"登录问题", "密码重置", "账户安全", "信息修改", "账户注销"}),
        ("订单问题", {"订单查询", "支付问题", "退款申请", "发票开具", "订单修改"}),
        ("产品咨询", {"产品功能", "套餐选择", "使用建议", "升级方案", "价格政策"}),
        ("投诉建议", {"服务投诉", "产品建议", "功能需求", "体验反馈"}),
    ],
)
def test_a_type_opens_its_common_problems_and_says_how_they_are_handled(
    bundle: PolicyBundle, kind: str, common: set[str]
) -> None:
    one = next(one for one in bundle.types if one.name["zh-CN"] == kind)
    opened = {
        category.name["zh-CN"]
        for category in bundle.categories
        if set(path(bundle, category.key)) & set(one.category_roots)
    }
    assert common <= opened
    assert all(name in one.guidance["zh-CN"] for name in common)
    assert "处理要点" in one.guidance["zh-CN"] and "What to do" in one.guidance["en"]


def test_every_category_that_customers_mean_can_be_recognised_in_both_languages(bundle: PolicyBundle) -> None:
    inside = {root for kind in bundle.types if not kind.on_portal for root in kind.category_roots}
    for one in (one for one in bundle.categories if one.parent and one.parent not in inside):
        chinese = [word for word in one.words if not word.isascii()]
        english = [word for word in one.words if word.isascii()]
        assert len(chinese) >= 15 and len(english) >= 10, one.key
        assert len(one.words) >= 30


def test_priorities_carry_colours_definitions_and_examples(bundle: PolicyBundle) -> None:
    assert [(one.key, one.rank, one.colour, one.name["zh-CN"]) for one in bundle.priorities] == [
        ("P0", 0, "red", "紧急"),
        ("P1", 1, "orange", "高"),
        ("P2", 2, "yellow", "中"),
        ("P3", 3, "green", "低"),
    ]
    assert [one.examples["zh-CN"] for one in bundle.priorities] == [
        "网站全线宕机、支付系统故障",
        "VIP 用户无法登录、数据错误",
        "普通功能使用疑问、显示异常",
        "界面优化建议、操作咨询",
    ]


# Routing (spec 04)


def test_the_rules_of_routing_are_the_standard_ones(bundle: PolicyBundle) -> None:
    rules = {one.key: one for one in bundle.routing}
    assert rules["urgent"].roster == "duty-lead"
    assert rules["vip"].dedicated
    assert rules["fault"].team == "tech"
    assert rules["billing"].team == "finance"
    assert bundle.dispatch.fallback_team == "service"
    assert [(one.priorities, one.limit) for one in bundle.dispatch.classes] == [(("P1", "P2"), 5)]


def test_the_subject_never_hides_the_urgent_or_the_personal(bundle: PolicyBundle) -> None:
    assert [one.key for one in bundle.routing] == ["urgent", "vip", "fault", "billing"]


# The whole


def everything(node: Any) -> Iterator[Any]:
    yield node
    if isinstance(node, msgspec.Struct):
        node = [getattr(node, field) for field in node.__struct_fields__]
    elif isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list | tuple):
        for part in node:
            yield from everything(part)


def test_every_name_exists_in_chinese_and_english(bundle: PolicyBundle) -> None:
    for node in everything(bundle):
        for field in ("name", "goal", "definition", "examples", "description", "guidance", "text"):
            text = getattr(node, field, None)
            if isinstance(text, dict) and text:
                assert set(text) == {"zh-CN", "en"} and all(text.values()), node


def test_keys_are_used_once_in_their_section(bundle: PolicyBundle) -> None:
    for section in bundle.__struct_fields__:
        entries = getattr(bundle, section)
        keys = [entry.key for entry in entries] if isinstance(entries, tuple) else []
        assert len(keys) == len(set(keys)), section


def test_everything_that_is_named_exists(bundle: PolicyBundle) -> None:
    categories = {one.key for one in bundle.categories}
    assert all(one.parent is None or one.parent in categories for one in bundle.categories)
    assert all(set(one.category_roots) <= categories for one in bundle.types)
    assert all(one.default_priority in {p.key for p in bundle.priorities} for one in bundle.types)
    assert all(one.workflow in {flow.key for flow in bundle.workflows} for one in bundle.types)
    teams = [one.team for one in bundle.categories] + [one.default_team for one in bundle.types]
    teams += [one.team for one in bundle.routing]
    assert {team for team in teams if team} <= {key for key, _, _ in TEAMS}
    assert {one.department for one in bundle.categories} <= set(DEPARTMENTS)
    assert {one.roster for one in bundle.routing if one.roster} <= {ROSTER[0]}
    levels = {level.key for ladder in bundle.ladders for level in ladder.levels}
    assert all(node.level in levels for node in everything(bundle) if isinstance(node, EscalateAction))


def test_conditions_use_known_operators(bundle: PolicyBundle) -> None:
    known = {op for ops in OPERATORS.values() for op in ops}
    conditions = [node for node in everything(bundle) if isinstance(node, Condition)]
    assert conditions
    for node in (inner for condition in conditions for inner in walk(condition)):
        assert node.field is None or node.op in known


def test_the_bundle_travels_through_json_and_yaml_and_stays_far_below_its_bound(bundle: PolicyBundle) -> None:
    encoded = msgspec.json.encode(bundle)
    assert len(encoded) < MAX_BYTES / 20
    assert msgspec.json.decode(encoded, type=PolicyBundle) == bundle
    assert msgspec.yaml.decode(msgspec.yaml.encode(bundle), type=PolicyBundle) == bundle
