"""What changed between two bundles, in sentences (spec 04, policy releases)."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.changes.compare import compare
from gongdan.domains.policy.changes.telling import sentences
from gongdan.domains.policy.changes.values import choices
from gongdan.domains.policy.presets import standard
from gongdan.infra.catalogue import say
from gongdan.kernel.text import LOCALES

Plain = dict[str, Any]
ROWS = {"teams": {"tech": {"zh-CN": "技术组", "en": "Technical"}, "finance": {"zh-CN": "财务组", "en": "Finance"}}}
CATEGORY = {"key": "refund", "name": {"zh-CN": "退款", "en": "Refund"}, "team": "finance"}


def plain() -> Plain:
    found: Plain = msgspec.to_builtins(standard([2026]))
    return found | {"categories": [CATEGORY, *found["categories"]]}


def told(before: Plain, after: Plain, locale: str = "zh-CN") -> list[str]:
    bundles = [msgspec.convert(one, PolicyBundle) for one in (before, after)]
    found, count = sentences(wiring.SECTIONS, *bundles, ROWS, most=1_000)
    assert count == len(found)
    return [one.text[locale] for one in found]


def first(section: str, **change: Any) -> Callable[[Plain], Plain]:
    return lambda one: one | {section: [one[section][0] | change, *one[section][1:]]}


def named(zh: str, en: str) -> dict[str, str]:
    return {"zh-CN": zh, "en": en}


def of_status(**change: Any) -> Callable[[Plain], Plain]:
    def changed(one: Plain) -> Plain:
        flow = one["workflows"][0]
        return first("workflows", statuses=[flow["statuses"][0] | change, *flow["statuses"][1:]])(one)

    return changed


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        (
            lambda one: one | {"categories": [*one["categories"], CATEGORY | {"key": "new"}]},
            "新增分类“退款”。",
            "Category “Refund” was added.",
        ),
        (
            lambda one: one | {"categories": one["categories"][1:]},
            "停用分类“退款”。",
            "Category “Refund” was retired.",
        ),
        (first("categories", retired=True), "停用分类“退款”。", "Category “Refund” was retired."),
        (
            first("categories", name=named("退款申请", "Refund")),
            "分类“退款申请”的中文名称由“退款”改为“退款申请”。",
            "Category “Refund” was renamed in Chinese from “退款” to “退款申请”.",
        ),
        (
            first("categories", team="tech"),
            "分类“退款”的“负责组”由“财务组”改为“技术组”。",
            "“Team” of category “Refund” changed from “Finance” to “Technical”.",
        ),
        (
            first("categories", words=["退钱", "refund"]),
            "分类“退款”的“关键词”增加“退钱”、“refund”。",
            "“Words” of category “Refund” gained “退钱”, “refund”.",
        ),
        (
            lambda one: one | {"rating": {"low": 3}},
            "评价规则的“低分线”由2改为3。",
            "“Low score” of the rating rules changed from 2 to 3.",
        ),
        (
            lambda one: one | {"categories": [one["categories"][1], one["categories"][0], *one["categories"][2:]]},
            "调整了分类的顺序。",
            "The order of categories was changed.",
        ),
    ],
)
def test_a_change_is_told_as_somebody_would_say_it(change: Callable[[Plain], Plain], zh: str, en: str) -> None:
    before = plain()
    assert told(before, change(before)) == [zh]
    assert told(before, change(before), "en") == [en]


def test_what_stands_below_an_entry_is_told_with_what_it_stands_in() -> None:
    before = plain()
    flow, status = before["workflows"][0]["name"]["zh-CN"], before["workflows"][0]["statuses"][0]["name"]["zh-CN"]
    assert told(before, of_status(colour="red")(before)) == [
        f"流程“{flow}”的状态“{status}”的“颜色”由“{before['workflows'][0]['statuses'][0]['colour']}”改为“red”。"
    ]
    more = [{"key": "later", "after_s": 5_400, "actions": []}]
    with_limit = of_status(limits=more)(before)
    assert told(of_status(limits=[])(before), with_limit) == [f"新增流程“{flow}”的状态“{status}”的时限“later”。"]
    longer = of_status(limits=[more[0] | {"after_s": 90_000}])(before)
    assert told(with_limit, longer) == [
        f"流程“{flow}”的状态“{status}”的时限“later”的“等待时间”由1 小时 30 分钟改为1 天 1 小时。"
    ]


def test_a_day_of_a_calendar_is_told_by_its_date_and_its_hours() -> None:
    before = plain()
    calendar = before["calendars"][0]
    name, days = calendar["name"]["zh-CN"], calendar["days"]
    new = {"on": "2026-12-24", "intervals": [["09:00", "12:00"], ["13:00", "15:00"]]}
    after = first("calendars", days=[*days, new])(before)
    assert told(before, after) == [f"新增工作日历“{name}”的日期2026-12-24。"]
    shorter = first("calendars", days=[*days, new | {"intervals": [["09:00", "12:00"]]}])(before)
    assert told(after, shorter) == [
        f"工作日历“{name}”的日期2026-12-24的“时段”由09:00–12:00、13:00–15:00改为09:00–12:00。"
    ]
    week = first("calendars", week=calendar["week"] | {"sat": [["10:00", "16:00"]]})(before)
    assert told(before, week) == [f"工作日历“{name}”的“每周工作时间”的“周六”由“无”改为10:00–16:00。"]


def test_what_has_no_key_is_told_by_its_place_and_a_removal_does_not_shift_the_rest() -> None:
    before = plain()
    policy = before["sla"][0]
    without = first("sla", targets=policy["targets"][1:])(before)
    assert told(before, without) == [f"删除时效策略“{policy['name']['zh-CN']}”的第 1 项目标。"]


CHANGED = [
    (
        None,
        {"field": "priority", "op": "is", "value": "P3"},
        "由“无”改为“优先级是“低””",
        "from nothing to “priority is “Low””",
    ),
    (
        {"field": "category", "op": "is_any", "value": ["refund"]},
        {
            "all": [
                {"field": "category", "op": "under", "value": "refund"},
                {"not": {"field": "team", "op": "is", "value": "tech"}},
            ]
        },
        "由“问题分类是“退款”之一”改为“问题分类属于“退款”，且组不是“技术组””",
        "from “category is one of “Refund”” to “category is “Refund” or below it and team is not “Technical””",
    ),
]


@pytest.mark.parametrize(("before", "after", "zh", "en"), CHANGED)
def test_a_condition_is_told_as_it_was_and_as_it_is(before: Any, after: Any, zh: str, en: str) -> None:
    plain_ = plain()
    rule = {"key": "r", "name": named("规则", "Rule"), "on": ["ticket.opened"], "actions": []}
    old, new = (first("automations", **rule, when=when)(plain_ | {"automations": [rule]}) for when in (before, after))
    assert told(old, new) == [f"自动化“规则”的“条件”{zh}。"]
    assert told(old, new, "en") == [f"“Condition” of automation “Rule” changed {en}."]


def test_a_condition_that_names_what_there_is_not_is_said_to_have_changed() -> None:
    before = plain()
    rule = before["routing"][0]
    after = first("routing", when={"field": "nothing", "op": "is", "value": "P3"})(before)
    assert told(before, after) == [f"修改了分配规则“{rule['name']['zh-CN']}”的“条件”。"]


def test_actions_are_told_by_what_they_do() -> None:
    def having(*actions: Plain) -> Plain:
        rule = {"key": "r", "name": named("规则", "Rule"), "on": ["ticket.opened"], "actions": list(actions)}
        return plain() | {"automations": [rule]}

    sets = {"do": "set_field", "field": "category", "value": "refund"}
    team = {"do": "set_team", "team": "tech"}
    tells = {"do": "remind", "to": ["lead", "team:tech"], "text": named("快看", "Look")}
    assert told(having(), having(sets)) == ["新增自动化“规则”的第 1 项动作“将“问题分类”设为 退款”。"]
    assert told(having(sets, team), having(sets)) == ["删除自动化“规则”的第 2 项动作“交给组“技术组””。"]
    assert told(having(), having(tells)) == ["新增自动化“规则”的第 1 项动作“提醒 组长、技术组：快看”。"]
    (changed,) = told(having(sets), having(team))
    assert "将“问题分类”设为 退款" in changed and "交给组“技术组”" in changed
    (english,) = told(having(), having(team), "en")
    assert "Give it to the team “Technical”" in english


def test_a_long_condition_is_cut() -> None:
    before = plain()
    leaves = [{"field": "title", "op": "contains", "value": f"词{n}" * 20} for n in range(90)]
    (found,) = told(before, first("routing", when={"any": leaves})(before))
    assert len(found) < 800


def test_long_texts_and_long_lists_are_cut() -> None:
    before = plain()
    after = first("categories", description=named("长" * 5_000, ""), words=[f"词{n}" for n in range(300)])(before)
    found = told(before, after)
    assert len(found) == 2 and all(len(one) < 200 for one in found)
    assert "等 300 项" in found[1]


def test_no_more_is_told_than_was_asked_for_and_all_is_counted() -> None:
    before = msgspec.convert(plain(), PolicyBundle)
    found, count = sentences(wiring.SECTIONS, PolicyBundle(), before, {}, most=5)
    assert len(found) == 5 and count > 50


@st.composite
def changed(draw: st.DrawFn) -> tuple[Plain, Plain]:
    """Two bundles, of which the second lacks some entries of the first, and has them in another order."""
    before = plain()
    after = dict(before)
    for section in draw(st.sets(st.sampled_from([one.key for one in wiring.SECTIONS.all if one.is_list]))):
        after[section] = draw(st.permutations(before.get(section, [])[:8])) if before.get(section) else []
    return before, after


@given(changed())
def test_a_bundle_has_changes_exactly_if_it_is_another(pair: tuple[Plain, Plain]) -> None:
    before, after = (msgspec.convert(one, PolicyBundle) for one in pair)
    assert list(compare(wiring.SECTIONS.all, before, before)) == []
    in_force = [_in_force(one) for one in (before, after)]
    assert bool(list(compare(wiring.SECTIONS.all, before, after))) == (in_force[0] != in_force[1])
    for one in sentences(wiring.SECTIONS, before, after, ROWS, most=1_000)[0]:
        assert all(text and "changes." not in text and "{" not in text for text in one.text.values())


def _in_force(bundle: PolicyBundle) -> Plain:
    """What is retired has no order."""
    whole: Plain = {one.key: getattr(bundle, one.key) for one in wiring.SECTIONS.all}
    return {
        key: [one for one in part if not one.retired] if isinstance(part, tuple) else part
        for key, part in whole.items()
    }


def shapes() -> Iterator[type[msgspec.Struct]]:
    """All that a bundle is made of, without conditions."""
    waiting, seen = [inspect.type_info(PolicyBundle)], set[type]()
    while waiting:
        kind: Any = waiting.pop()
        if isinstance(kind, inspect.StructType) and kind.cls not in seen and kind.cls.__name__ != "Condition":
            seen.add(kind.cls)
            waiting += [field.type for field in kind.fields]
            yield kind.cls
        for name in ("types", "item_types"):
            waiting += getattr(kind, name, ())
        waiting += [
            getattr(kind, name) for name in ("item_type", "key_type", "value_type", "type") if hasattr(kind, name)
        ]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_member_and_every_choice_has_a_word(locale: str) -> None:
    members = [(shape, name) for shape in shapes() for name in shape.__struct_fields__ if name not in ("key", "schema")]
    assert len(members) > 100
    words = {
        f"{shape.__name__}.{name}": say(f"changes.labels.{shape.__name__}.{name}", locale)
        or say(f"changes.{'sections' if shape is PolicyBundle else 'labels'}.{name}", locale)
        for shape, name in members
    }
    assert [name for name, word in words.items() if not word] == []
    every = {one for shape, name in members for one in choices(shape, name)}
    assert sorted(one for one in every if not say(f"changes.choices.{one}", locale)) == []
