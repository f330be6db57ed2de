"""Every kind of event in words, in both languages (spec 11.1)."""

from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle.fields import Choice, CustomField
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.tickets.public import WorkspaceFacts

OS = CustomField(
    key="os",
    name={"zh-CN": "操作系统", "en": "Operating system"},
    kind="choice",
    choices=(Choice(key="win", name={"zh-CN": "视窗", "en": "Windows"}),),
)
PRICE = CustomField(key="price", name={"zh-CN": "金额", "en": "Price"}, kind="money")
POLICY = msgspec.structs.replace(standard([2026]), fields=(OS, PRICE))
FACTS = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
RULES = wiring.compile_rules(FACTS, 1, POLICY)
SHOWS_BY_ITSELF = {"ticket.message_added", "ticket.reminder_set", "ticket.reminder_due", "ticket.reminder_dropped"}


def narrator(locale: str) -> Narrator:
    return Narrator(
        rules=RULES,
        workflow=RULES.current["technical"].hash,
        locale=locale,
        zone=ZoneInfo("Asia/Shanghai"),
        people={1: "Lin", 2: "Chen", 7: "Wu"},
        teams={"care": {"zh-CN": "客服组", "en": "Care"}},
        tickets={9: "GD-9"},
    )


Case = tuple[str, dict[str, Any], str, str]

STEP = {"zh-CN": "复核", "en": "Review"}
CASES: list[Case] = [
    ("ticket.opened", {"channel": "mail"}, "提交了工单，来自邮件", "opened the ticket via mail"),
    ("ticket.assigned", {"before": None, "after": 1, "way": "claim"}, "领取了工单", "claimed the ticket"),
    ("ticket.assigned", {"before": None, "after": 2, "way": "router"}, "分配给 Chen", "assigned it to Chen"),
    ("ticket.assigned", {"before": 1, "after": 2, "way": "hand"}, "从 Lin 转给 Chen", "passed it from Lin to Chen"),
    (
        "ticket.assigned",
        {"before": 1, "after": None, "way": "timer"},
        "从 Lin 退回待领取池",
        "took it from Lin back to the queue",
    ),
    (
        "ticket.assigned",
        {"before": None, "after": 1, "way": "hand", "above_capacity": True},
        "分配给 Lin（超出容量）",
        "assigned it to Lin (above capacity)",
    ),
    ("ticket.team_set", {"before": None, "after": "care"}, "转到 客服组", "moved it to Care"),
    ("ticket.team_set", {"before": "care", "after": None}, "取消了处理组", "cleared the team"),
    ("ticket.team_set", {"before": "care", "after": "gone"}, "转到 gone", "moved it to gone"),
    ("ticket.accepted", {"by": 1}, "已接受", "accepted it"),
    (
        "ticket.accepted",
        {"by": 1, "promised_at": "2026-11-22T06:00:00Z"},
        "已接受，承诺 2026-11-22 14:00 前答复",
        "accepted it and promised an answer by 2026-11-22 14:00",
    ),
    (
        "ticket.changed",
        {"before": {"priority": "P2"}, "after": {"priority": "P1"}},
        "优先级由 中 改为 高",
        "changed Priority from Medium to High",
    ),
    (
        "ticket.changed",
        {"before": {"fields.os": None}, "after": {"fields.os": "win"}},
        "设置操作系统为 视窗",
        "set Operating system to Windows",
    ),
    (
        "ticket.changed",
        {"before": {"fields.os": None, "title": "a"}, "after": {"fields.os": None, "title": "b"}},
        "修改了操作系统、标题由 a 改为 b",
        "changed Operating system, changed Title from a to b",
    ),
    ("ticket.changed", {"before": {}, "after": {"fields.price": 1250}}, "设置金额为 12.50", "set Price to 12.50"),
    (
        "ticket.changed",
        {"before": {"requester_id": 7}, "after": {"requester_id": 1}},
        "提交人由 Wu 改为 Lin",
        "changed Requester from Wu to Lin",
    ),
    ("ticket.tagged", {"added": ["a", "b"]}, "添加标签 a、b", "added tags a, b"),
    (
        "ticket.tagged",
        {"added": ["a"], "removed": ["b"]},
        "添加标签 a、移除标签 b",
        "added tags a, removed tags b",
    ),
    (
        "ticket.participants_changed",
        {"added": [[2, "watcher"]], "removed": [[9, "cc"]]},
        "Chen 加入（关注者）、某人 离开（抄送）",
        "Chen joined (watcher), someone left (copy)",
    ),
    (
        "ticket.moved",
        {"before": "new", "after": "in_progress"},
        "状态由 新建 变为 处理中",
        "moved it from New to In progress",
    ),
    (
        "ticket.moved",
        {"before": "resolved", "after": "closed", "reason": "duplicate"},
        "状态由 已解决 变为 已关闭，原因：重复",
        "moved it from Resolved to Closed, reason: duplicate",
    ),
    (
        "ticket.migrated",
        {"before": "new", "after": "new", "name": {"zh-CN": "标准客服", "en": "Standard service"}},
        "改按流程“标准客服”的现行版本办理",
        "took it to the present version of the workflow “Standard service”",
    ),
    (
        "ticket.migrated",
        {"before": "new", "after": "in_progress", "name": {"zh-CN": "标准客服", "en": "Standard service"}},
        "改按流程“标准客服”的现行版本办理，状态由 新建 变为 处理中",
        "took it to the present version of the workflow “Standard service”, from New to In progress",
    ),
    ("ticket.rated", {"score": 5}, "评价 5 分", "rated it 5 of 5"),
    ("ticket.rated", {"score": 1, "comment": "慢"}, "评价 1 分：慢", "rated it 1 of 5: 慢"),
    (
        "ticket.confirmed_for",
        {"person_id": 1, "channel": "phone", "call": "0042", "note": "可以了"},
        "登记了 Lin 的确认（电话，0042）：可以了",
        "recorded that Lin confirmed it (phone, 0042): 可以了",
    ),
    (
        "ticket.confirmed_for",
        {"person_id": 1, "channel": "chat"},
        "登记了 Lin 的确认（在线会话）",
        "recorded that Lin confirmed it (chat)",
    ),
    (
        "ticket.follow_up_asked",
        {"reason": "low_rating", "score": 1},
        "评价 1 分，需要回访",
        "rated 1 of 5: a follow-up is due",
    ),
    (
        "ticket.follow_up_done",
        {"outcome": "called_back", "note": "好了"},
        "回访结果：已回访客户：好了",
        "follow-up: called the customer back: 好了",
    ),
    (
        "ticket.clock_warned",
        {"metric": "resolution", "percent": 80},
        "解决时效已用 80%",
        "resolution clock at 80 %",
    ),
    (
        "ticket.clock_warned",
        {"metric": "accept", "percent": 0, "before_s": 600},
        "接受时效将在 10 分钟后到期",
        "acceptance is due in 10 min",
    ),
    ("ticket.clock_breached", {"metric": "first_response"}, "首次响应已超时", "first response is overdue"),
    (
        "ticket.escalated",
        {"ladder": "standard", "level": "L3", "to": ["person:1", "lead"], "reason": "急"},
        "升级到 三级升级（严重超时），已通知 Lin、组长：急",
        "escalated to Level 3 (overdue), told Lin, the team lead: 急",
    ),
    (
        "ticket.staff_reminded",
        {"to": ["team:care", "role:director"], "text": {"zh-CN": "请处理", "en": "please act"}},
        "提醒 客服组、总监：请处理",
        "reminded Care, directors: please act",
    ),
    ("ticket.staff_told", {"of": 7, "people": [1]}, "已通知 Lin", "told Lin"),
    (
        "ticket.staff_told",
        {"of": 7, "people": [1], "absent": [1]},
        "已通知 Lin（不在岗，也没有可转告的人）",
        "told Lin (away, and nobody to pass it on to)",
    ),
    (
        "ticket.staff_told",
        {"of": 7, "people": [2, 1], "absent": [2]},
        "已通知 Chen、Lin（其中 Chen 不在岗，已转告下一级）",
        "told Chen, Lin (Chen away, passed on to the next)",
    ),
    ("ticket.customer_told", {"template": "resolved"}, "给客户的通知：解决通知", "notice for the customer: solution notice"),
    (
        "ticket.rule_matched",
        {"rule": "urgent"},
        "命中路由规则 P0 → 值班主管，指定人员开始关注",
        "the routing rule P0 → lead on duty matches; the people whom it names watch from now on",
    ),
    (
        "ticket.limit_reached",
        {"limit": "in_progress.late", "times": 2},
        "“处理中”时限已到（第 2 次）",
        "the time limit of “In progress” ran out (2)",
    ),
    (
        "ticket.held",
        {"limit": "in_progress.late", "times": 2},
        "自动分配已停止：“处理中”时限已处理 2 次仍无结果，等待人工决定",
        "handed on no more: the time limit of “In progress” acted 2 times in vain; a person must decide",
    ),
    ("ticket.routing_asked", {}, "重新等待分配", "asked for routing again"),
    ("ticket.policy_applied", {}, "时效按新发布的策略重新计算", "measured its clocks by the new policy"),
    ("ticket.delivery_failed", {"message_id": 1}, "回复没有送达客户", "a reply did not reach the customer"),
    (
        "ticket.reply_returned",
        {"author_id": 1, "code": "ticket.closed"},
        "Lin的回复没有发出，已放回草稿：工单已关闭，不能修改",
        "Lin's reply was not sent and is a draft again: The ticket is closed and cannot be changed",
    ),
    (
        "ticket.reply_returned",
        {"author_id": 1, "code": "ticket.changed", "is_overtaken": True},
        "Lin的回复没有发出，已放回草稿：发出前来了新消息",
        "Lin's reply was not sent and is a draft again: a new message came first",
    ),
    ("ticket.note_edited", {"message_id": 1, "version": 2}, "修改了一条内部备注", "edited an internal note"),
    ("ticket.message_passed_on", {}, "把客户的一条消息转给了另一张工单", "passed a message of the customer on to another ticket"),
    (
        "ticket.message_taken_over",
        {},
        "接过了客户的一条消息，由此工单答复",
        "took over a message of the customer, to be answered here",
    ),
    (
        "ticket.linked",
        {"other_id": 9, "relation": "blocks", "before": None},
        "关联了工单：阻塞 GD-9",
        "linked the ticket as blocking GD-9",
    ),
    (
        "ticket.unlinked",
        {"other_id": 8, "relation": "child_of"},
        "取消了关联：作为子工单，属于 另一张工单",
        "removed the link: a child of another ticket",
    ),
    ("ticket.merged", {"into_id": 9, "before": None, "conversations": []}, "合并到 GD-9", "merged it into GD-9"),
    ("ticket.absorbed", {"other_id": 9}, "合并进来 GD-9", "merged GD-9 into this one"),
    ("ticket.parted", {"other_id": 8}, "取消了与 另一张工单 的合并", "parted it from another ticket again"),
    (
        "ticket.checked",
        {"checklist": "closing", "item": "solved", "state": "done", "before": "open"},
        "核对“问题已实质性解决”：已完成",
        "checked “The problem is really solved”: done",
    ),
    (
        "ticket.checked",
        {"checklist": "closing", "item": "in_time", "state": "late", "before": "open", "reason": "hard"},
        "“时限内完成”未达成，原因：问题复杂",
        "“Done within the promised time” was missed, because: A hard problem",
    ),
    (
        "ticket.children_ruled",
        {"before": None, "after": {"closing": "cascade", "advance": 0, "to": "in_progress"}},
        "设置子工单规则：结束时一并结束子工单；子工单全部完成后转到“处理中”",
        "set the rule for children: its end ends them too; when all of them are done it moves to “In progress”",
    ),
    ("ticket.writer_proved", {"message_ids": [1]}, "通过邮件中的链接证实了身份", "proved who they are by the mailed link"),
    ("ticket.undone", {"of": 5, "after": {"held_at": None}}, "撤销了一次操作", "undid what was done"),
    (
        "ticket.undone",
        {"of": 5, "after": {"priority": "P1"}, "skipped": ["title"]},
        "撤销了一次操作；他人此后改过的内容保持不变",
        "undid what was done, less what others changed since",
    ),
    (
        "automation.refused",
        {"rule": "automation.acknowledge.0", "code": "ticket.closed"},
        "未能执行自动化“受理通知”：工单已关闭，不能修改",
        "could not carry out automation “Acknowledgement”: The ticket is closed and cannot be changed",
    ),
    ("automation.refused", {"rule": "vip", "code": "toy.no"}, "未能执行规则 vip：toy.no", "could not carry out rule vip: toy.no"),
    ("ticket.approval_requested", {"to": "resolved", "why": "已试"}, "申请审批：转为“已解决”，说明：已试", "asked for approval to move it to “Resolved”: 已试"),
    ("ticket.approval_awaited", {"people": [1, 2], "name": STEP}, "请 Lin、Chen 审批（复核）", "asked Lin, Chen to approve (Review)"),
    ("ticket.approval_awaited", {"people": [7], "name": STEP, "instead": "lead"}, "请组长 Wu 审批（复核）：原定审批人不在", "asked the lead Wu to approve (Review), as nobody else is there to"),
    ("ticket.approval_decided", {"verdict": "approved", "instead_of": 1}, "同意了审批（代 Lin）", "approved (for Lin)"),
    ("ticket.approval_decided", {"verdict": "declined", "why": "缺票"}, "拒绝了审批，说明：缺票", "declined: 缺票"),
    ("ticket.approval_forwarded", {"to": 2}, "把审批转交给 Chen", "handed the approval on to Chen"),
    ("ticket.approver_added", {"round": {"votes": [{"person_id": 2}]}, "is_before": True}, "加签：请 Chen 先审批", "asked Chen to approve first"),
    ("ticket.approver_replaced", {"person_id": 1, "by": [{"person_id": 7}]}, "Lin 已离开，改由 Wu 审批", "asked Wu to approve, as Lin has left"),
    ("ticket.approval_sent_back", {"to": 1, "why": "缺票"}, "退回给 Lin，审批结束，说明：缺票", "sent it back to Lin and ended the approval: 缺票"),
    ("ticket.approval_cancelled", {"because": "withdrawn"}, "撤回了审批", "withdrew the approval"),
    ("ticket.approval_passed", {"to": "resolved"}, "审批通过，转为“已解决”", "all have approved: it moves to “Resolved”"),
    ("ticket.approval_unused", {"to": "resolved", "code": "ticket.closed"}, "审批已通过，但未能转为“已解决”：工单已关闭，不能修改", "all have approved, but it could not move to “Resolved”: The ticket is closed and cannot be changed"),
    ("ticket.put_away", {"shelf": "trash"}, "移入回收站", "put it into the trash"),
    ("ticket.taken_out", {"shelf": "spam"}, "取消垃圾标记", "said that it is no spam"),
    ("ticket.imported", {"source": "zendesk", "external_id": "77"}, "导入了工单，来自“zendesk”，原编号 77", "imported the ticket from “zendesk”, where it was 77"),
    ("ticket.message_redacted", {"reason": "隐私"}, "抹除了一条消息的内容：隐私", "erased what a message said: 隐私"),
    ("ticket.snoozed", {"until": "2026-11-27T01:00:00Z"}, "搁置到 2026-11-27 09:00", "snoozed it until 2026-11-27 09:00"),
    ("ticket.snoozed", {"until": None}, "搁置到客户来信", "snoozed it until the customer writes"),
    ("ticket.woken", {"person_id": 1, "why": "customer"}, "客户来信，Lin 的搁置结束", "the customer wrote: the snooze of Lin is over"),
    ("ticket.time_started", {"person_id": 1}, "开始计时", "started the watch"),
    ("ticket.time_stopped", {"person_id": 1}, "停止计时", "stopped the watch"),
    ("ticket.time_stopped", {"person_id": 1, "forgotten": True}, "Lin 的计时忘了停，已停止", "stopped the watch of Lin, which ran too long"),
    ("ticket.time_recorded", {"minutes": 25}, "记录工时 25 分钟", "recorded 25 minutes of work"),
    ("ticket.time_recorded", {"minutes": 25, "before": 20}, "把工时从 20 分钟改为 25 分钟", "changed 20 minutes of work to 25"),
    ("ticket.time_removed", {"minutes": 25}, "删除工时 25 分钟", "removed 25 minutes of work"),
    ("ticket.folded_away", {}, "记录了 ticket.folded_away", "logged ticket.folded_away"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "zh", "en"), CASES)
def test_an_event_is_said_in_both_languages(kind: str, values: dict[str, Any], zh: str, en: str) -> None:
    assert [wiring.SUBJECTS.said(kind, values, narrator(locale)) for locale in ("zh-CN", "en")] == [zh, en]


def test_every_kind_is_said_but_what_shows_by_itself() -> None:
    assert {case[0] for case in CASES} == {*wiring.SUBJECTS.events, "ticket.folded_away"} - SHOWS_BY_ITSELF
    silent = {kind for kind, one in wiring.SUBJECTS.events.items() if one.says is None}
    assert silent == SHOWS_BY_ITSELF


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("status.in_progress.0", "进入状态“处理中”时"),
        ("automation.acknowledge.0", "自动化“受理通知”"),
        ("workflow.customer_wrote", "流程：客户来信"),
        ("limit.in_progress.late", "状态“处理中”的时限"),
        ("level.standard.L1.0", "升级规则"),
        ("policy.release", "策略发布"),
        ("routing.team.tech", "分组规则"),
        ("clock", "时效"),
        ("rating.low", "低分回访规则"),
        ("notices", "通知规则"),
        ("assignee.acted", "负责人已着手"),
        ("team.handed_over", "更换处理组"),
        ("vip", "规则 vip"),
    ],
)
def test_the_piece_of_policy_that_acted_is_named(rule: str, words: str) -> None:
    assert narrator("zh-CN").why(rule, None) == words
    assert narrator("zh-CN").why("vip", rule) == f"规则 vip，因为{words}"
