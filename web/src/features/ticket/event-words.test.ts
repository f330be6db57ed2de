import i18next from "i18next";
import { expect, describe as suite, test } from "vitest";
import { type Directory, namesOf } from "@/lib/directory";
import { chooseLocale, localised } from "@/lib/i18n";
import { causeOf, describe, KNOWN_KINDS, ruleWords } from "./event-words";
import type { Entry } from "./queries";

const directory: Directory = {
  release: 1,
  types: [{ key: "tech", name: { "zh-CN": "技术支持", en: "Technical support" }, workflow: "w" }],
  categories: [],
  priorities: [
    { key: "P1", name: { "zh-CN": "高", en: "High" }, rank: 1, colour: "orange" },
    { key: "P2", name: { "zh-CN": "中", en: "Normal" }, rank: 2, colour: "yellow" },
  ],
  statuses: {
    w: [
      { key: "new", name: { "zh-CN": "新建", en: "New" }, phase: "new" },
      { key: "assigned", name: { "zh-CN": "已分配", en: "Assigned" }, phase: "open" },
      { key: "open", name: { "zh-CN": "处理中", en: "In progress" }, phase: "open" },
    ],
    other: [{ key: "new", name: { "zh-CN": "待处理", en: "Pending" }, phase: "new" }],
  },
  fields: [
    {
      key: "os",
      name: { "zh-CN": "操作系统", en: "Operating system" },
      kind: "choice",
      choices: [{ key: "win", name: { "zh-CN": "视窗", en: "Windows" } }],
    },
    { key: "price", name: { "zh-CN": "金额", en: "Price" }, kind: "money" },
  ],
  levels: [{ key: "L2", name: { "zh-CN": "升级 L2", en: "Level 2" } }],
  teams: [{ key: "care", name: { "zh-CN": "客服组", en: "Care" }, department: null }],
  automations: [{ key: "acknowledge", name: { "zh-CN": "确认收到", en: "Acknowledge" } }],
  routing: [],
  members: [
    { id: 1, name: "Lin", teams: [], presence: "available", active: true },
    { id: 2, name: "Chen", teams: [], presence: "away", active: true },
  ],
};

const entry = (kind: string, data: Record<string, unknown>, more: Partial<Entry> = {}): Entry => ({
  seq: 1,
  kind,
  at: "2026-11-22T06:00:00Z",
  actor: "system",
  person: null,
  via: "worker",
  rule: null,
  cause: null,
  data,
  message: null,
  notice: null,
  ...more,
});

const say = (kind: string, data: Record<string, unknown>, more: Partial<Entry> = {}) =>
  describe(entry(kind, data, more), {
    t: (key, values) => i18next.t(key, values ?? {}),
    local: (name) => localised(name),
    names: namesOf(directory),
    people: [{ id: 7, name: "Wu" }],
    type: "tech",
    exact: () => "14:00",
  });

const CASES: [string, Record<string, unknown>, string, string][] = [
  ["ticket.opened", { channel: "mail" }, "提交了工单，来自邮件", "opened the ticket via mail"],
  ["ticket.assigned", { before: null, after: 1, way: "claim" }, "领取了工单", "claimed the ticket"],
  ["ticket.assigned", { before: null, after: 2, way: "router" }, "分配给 Chen", "assigned it to Chen"],
  ["ticket.assigned", { before: 1, after: 2, way: "hand" }, "从 Lin 转给 Chen", "passed it from Lin to Chen"],
  [
    "ticket.assigned",
    { before: 1, after: null, way: "timer" },
    "从 Lin 退回待领取池",
    "took it from Lin back to the queue",
  ],
  [
    "ticket.assigned",
    { before: null, after: 1, way: "hand", above_capacity: true },
    "分配给 Lin（超出容量）",
    "assigned it to Lin (above capacity)",
  ],
  ["ticket.team_set", { before: null, after: "care" }, "转到 客服组", "moved it to Care"],
  [
    "ticket.accepted",
    { by: 1, promised_at: "2026-11-22T06:00:00Z" },
    "已接受，承诺 14:00 前答复",
    "accepted it and promised an answer by 14:00",
  ],
  [
    "ticket.changed",
    { before: { priority: "P2" }, after: { priority: "P1" } },
    "优先级由 中 改为 高",
    "changed Priority from Normal to High",
  ],
  [
    "ticket.changed",
    { before: { "fields.os": null }, after: { "fields.os": "win" } },
    "设置操作系统为 视窗",
    "set Operating system to Windows",
  ],
  ["ticket.changed", { before: {}, after: { "fields.price": 1250 } }, "设置金额为 12.50", "set Price to 12.50"],
  ["ticket.tagged", { added: ["a", "b"], removed: [] }, "添加标签 a、b", "added tags a, b"],
  [
    "ticket.participants_changed",
    { added: [[2, "watcher"]], removed: [] },
    "Chen 加入（关注者）",
    "Chen joined (watcher)",
  ],
  ["ticket.moved", { before: "new", after: "open" }, "状态由 新建 变为 处理中", "moved it from New to In progress"],
  ["ticket.rated", { score: 5, comment: "" }, "评价 5 分", "rated it 5 of 5"],
  [
    "ticket.confirmed_for",
    { person_id: 1, channel: "phone", call: "0042", note: "可以了" },
    "登记了 Lin 的确认（电话，0042）：可以了",
    "recorded that Lin confirmed it (phone, 0042): 可以了",
  ],
  [
    "ticket.confirmed_for",
    { person_id: 1, channel: "chat", call: "", note: "" },
    "登记了 Lin 的确认（在线会话）",
    "recorded that Lin confirmed it (chat)",
  ],
  [
    "ticket.follow_up_asked",
    { reason: "low_rating", score: 1 },
    "评价 1 分，需要回访",
    "rated 1 of 5: a follow-up is due",
  ],
  [
    "ticket.follow_up_done",
    { outcome: "called_back", note: "" },
    "回访结果：已回访客户",
    "follow-up: called the customer back",
  ],
  ["ticket.clock_warned", { metric: "resolution", percent: 80 }, "解决时效已用 80%", "Resolution clock at 80 %"],
  ["ticket.clock_breached", { metric: "first_response" }, "首次响应已超时", "First response is overdue"],
  [
    "ticket.escalated",
    { level: "L2", to: ["person:1", 2] },
    "升级到 升级 L2，已通知 Lin、Chen",
    "escalated to Level 2, told Lin, Chen",
  ],
  [
    "ticket.staff_reminded",
    { to: [1], text: { "zh-CN": "请处理", en: "please act" } },
    "提醒 Lin：请处理",
    "reminded Lin: please act",
  ],
  [
    "ticket.staff_reminded",
    { to: ["lead", "team:care", "role:director", "executives"], text: { "zh-CN": "请处理", en: "please act" } },
    "提醒 组长、客服组、总监、高层管理：请处理",
    "reminded the team lead, Care, directors, the executives: please act",
  ],
  ["ticket.staff_told", { of: 7, people: [1], absent: [] }, "已通知 Lin", "told Lin"],
  [
    "ticket.staff_told",
    { of: 7, people: [1], absent: [1] },
    "已通知 Lin（不在岗，也没有可转告的人）",
    "told Lin (away, and nobody to pass it on to)",
  ],
  [
    "ticket.changed",
    { before: { requester_id: 7 }, after: { requester_id: 1 } },
    "提交人由 Wu 改为 Lin",
    "changed Requester from Wu to Lin",
  ],
  [
    "ticket.staff_told",
    { of: 7, people: [2, 1], absent: [2] },
    "已通知 Chen、Lin（其中 Chen 不在岗，已转告下一级）",
    "told Chen, Lin (Chen away, passed on to the next)",
  ],
  [
    "ticket.customer_told",
    { template: "resolved" },
    "给客户的通知：解决通知",
    "notice for the customer: solution notice",
  ],
  [
    "ticket.rule_matched",
    { rule: "urgent" },
    "命中路由规则 urgent，指定人员开始关注",
    "the routing rule urgent matches; the people whom it names watch from now on",
  ],
  [
    "ticket.limit_reached",
    { limit: "open.late", times: 2 },
    "“处理中”时限已到（第 2 次）",
    "the time limit of “In progress” ran out (2)",
  ],
  [
    "ticket.held",
    { limit: "open.late", times: 2 },
    "自动分配已停止：“处理中”时限已处理 2 次仍无结果，等待人工决定",
    "handed on no more: the time limit of “In progress” acted 2 times in vain; a person must decide",
  ],
  ["ticket.routing_asked", {}, "重新等待分配", "asked for routing again"],
  ["ticket.policy_applied", {}, "时效按新发布的策略重新计算", "measured its clocks by the new policy"],
  ["ticket.delivery_failed", {}, "回复没有送达客户", "a reply did not reach the customer"],
  ["ticket.writer_proved", {}, "通过邮件中的链接证实了身份", "proved who they are by the mailed link"],
  ["ticket.undone", { of: 5, after: { held_at: null } }, "撤销了一次操作", "undid what was done"],
  [
    "ticket.undone",
    { of: 5, after: { priority: "P1" }, skipped: ["title"] },
    "撤销了一次操作；他人此后改过的内容保持不变",
    "undid what was done, less what others changed since",
  ],
  ["automation.refused", { rule: "r", code: "c" }, "未能执行规则 r（c）", "could not carry out rule r (c)"],
  ["ticket.folded_away", {}, "记录了 ticket.folded_away", "logged ticket.folded_away"],
];

suite("every event has a sentence in both languages", () => {
  test.each(CASES)("%s %j", async (kind, data, chinese, english) => {
    await chooseLocale("zh-CN");
    expect(say(kind, data)).toBe(chinese);
    await chooseLocale("en");
    expect(say(kind, data)).toBe(english);
    await chooseLocale("zh-CN");
  });

  test("and every sentence is tried here", () => {
    expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set([...KNOWN_KINDS, "ticket.folded_away"]));
  });
});

suite("the policy that acted is named", () => {
  const wording = {
    t: (key: string, values = {}) => i18next.t(key, values),
    local: localised,
    names: namesOf(directory),
    type: "tech",
  };
  test.each([
    ["status.open.0", "进入状态“处理中”时"],
    ["automation.acknowledge.0", "自动化“确认收到”"],
    ["workflow.customer_wrote", "流程：客户来信"],
    ["limit.open.late", "状态“处理中”的时限"],
    ["level.standard.L1.0", "升级规则"],
    ["policy.release", "策略发布"],
    ["routing.team.tech", "分组规则"],
    ["clock", "时效"],
    ["rating.low", "低分回访规则"],
    ["notices", "通知规则"],
    ["assignee.acted", "负责人已着手"],
    ["team.handed_over", "更换处理组"],
    ["vip", "规则 vip"],
  ])("%s", (rule, words) => {
    expect(ruleWords(rule, wording)).toBe(words);
  });
});

test("a rule's event names the rule that it answered", () => {
  const first = entry("ticket.changed", {}, { seq: 4, rule: "vip" });
  const second = entry("ticket.team_set", {}, { seq: 5, rule: "to-care", cause: 4 });
  expect(causeOf(second, [first, second])).toEqual({ rule: "to-care", because: "vip" });
  expect(causeOf(first, [first, second])).toEqual({ rule: "vip", because: null });
  expect(causeOf(entry("ticket.moved", {}), [])).toBeNull();
});

suite("a notice that did not go out does not look sent", () => {
  const told = (notice: Entry["notice"]) => say("ticket.customer_told", { template: "resolved" }, { notice });

  test.each([
    [
      "stopped",
      "给客户的通知：解决通知（未发出：已停止自动答复）",
      "notice for the customer: solution notice (not sent: answers stopped)",
    ],
    ["failed", "给客户的通知：解决通知（未送达）", "notice for the customer: solution notice (not delivered)"],
    ["sent", "给客户的通知：解决通知", "notice for the customer: solution notice"],
    [null, "给客户的通知：解决通知", "notice for the customer: solution notice"],
  ] as const)("%s", async (notice, zh, en) => {
    await chooseLocale("zh-CN");
    expect(told(notice)).toBe(zh);
    await chooseLocale("en");
    expect(told(notice)).toBe(en);
  });
});
