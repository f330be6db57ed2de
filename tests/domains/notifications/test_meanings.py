"""Meanings are data beside the events: each is named, its words are there, and a notice tells how things stood then."""

import string
from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.accounts.presence.staff import Staff
from gongdan.domains.bundle.times.sla import Metric
from gongdan.domains.notifications.public import Meanings
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.events import ClockBreached, ClockWarned
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import IN_APP, Happening, Subject, Subjects, WorkspaceFacts
from gongdan.infra.catalogue import catalogue
from gongdan.kernel.text import LOCALES
from tests.domains.notifications.kit import deliver, done
from tests.domains.notifications.test_staff import act, notices
from tests.domains.tickets.life import Life
from tests.kit import Office

pytestmark = pytest.mark.anyio

MEANINGS = Meanings(wiring.SUBJECTS)
FACTS = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
BY_RULE = {"reminded", "matched", "escalated", "held", "warned", "breached"}
KEPT = {
    "escalated": "escalation", "breached": "lead", "held": "lead", "follow_up": "lead", "unheard": "lead",
    "mailbox_failed": "duty", "approval_asked": "duty",
}  # fmt: skip


def test_every_meaning_has_a_name_and_none_is_told_nowhere() -> None:
    for one in wiring.SUBJECTS.meanings:
        assert set(one.name) == set(LOCALES) and all(one.name.values())
        assert IN_APP in one.channels


def test_what_nobody_switches_off_alone_and_what_reaches_whom_it_names() -> None:
    assert {key: one.kept for key, one in MEANINGS.by_key.items() if one.kept} == KEPT
    assert {one.key for one in wiring.SUBJECTS.meanings if one.names_them} == BY_RULE
    assert {key for key, one in MEANINGS.by_key.items() if one.urgent} == {
        "escalated",
        "mailbox_failed",
        "reminder",
        "snooze_over",
    }


@pytest.mark.parametrize("metric", Metric.__args__)
@pytest.mark.parametrize("assigned", [True, False])
@pytest.mark.parametrize("event", [ClockWarned, ClockBreached])
def test_warnings_and_breaches_of_every_clock_have_words_in_both_languages(
    metric: str, assigned: bool, event: Any
) -> None:
    life = Life()
    more = {"percent": 50} if event is ClockWarned else {}
    happened = event(metric=metric, cycle=1, due_at=life.log[-1].at, **more)
    found = Happening(
        logged=msgspec.structs.replace(life.log[-1], event=happened),
        ticket=msgspec.structs.replace(life.ticket, assignee_id=7 if assigned else None),
        rules=wiring.compile_rules(FACTS, 1, standard([2026])),
        name_of=lambda person: None,
    )
    (meaning,) = [one for one in wiring.SUBJECTS.meanings if one.event is event]
    said = meaning.says(found)
    for locale in LOCALES:
        texts = catalogue()[locale]
        assert set(said.parts) >= {name for _, name, _, _ in string.Formatter().parse(texts[said.key]) if name}
        assert {texts.get(part.key) for part in said.parts.values() if hasattr(part, "key")} != {None}
    names = meaning.to(found).names
    assert names[: 1 if assigned else 2] == (("assignee",) if assigned else ("dispatcher", "creator"))


def test_a_meaning_that_two_subjects_declare_differently_is_refused_at_the_start() -> None:
    one = wiring.SUBJECTS.meanings[0]
    other = msgspec.structs.replace(one, name={"zh-CN": "别的", "en": "Other"})
    with pytest.raises(ValueError, match="declared in two ways"):
        Meanings(Subjects((Subject(key="a", meanings=(one,)), Subject(key="b", meanings=(other,)))))


def test_nobody_is_meant_where_a_name_needs_a_ticket_and_there_is_none() -> None:
    staff = Staff((), (), ())
    assert staff.reached(("lead", "assignee", "role:system_admin"), None).people == ()


async def test_a_late_notice_says_how_the_ticket_stood_then_and_tells_who_had_it_then(office: Office) -> None:
    lead = await office.member("韩梅梅", "director")
    first, second = [await office.member(name, "director") for name in ("李雷", "王明")]
    number = await office.ticket(await office.customer(), title="原来的标题")
    await done(lead, number, "assignments", assignee_id=first.id)
    await act(office, number, intents.AskFollowUp(score=1))
    await done(lead, number, "assignments", assignee_id=second.id)
    async with lead.desk() as desk:
        case = await desk.case(number, "ticket.edit")
        desk.apply(desk.settle(case, intents.Change(values={"title": "后来的标题"})))
    told = {
        person.id: [(one["kind"], one["text"]["zh-CN"]) for one in await notices(person)] for person in (first, second)
    }
    assert ("follow_up", "客户评分 1 分，请回访：原来的标题") in told[first.id]
    assert "follow_up" not in [kind for kind, _ in told[second.id]]
    assert [text for _, text in told[second.id]] == ["韩梅梅 把工单分配给您：原来的标题"]


async def test_a_customers_rating_is_told_to_who_has_the_ticket(office: Office) -> None:
    handler, customer = await office.member("韩梅梅", "director"), await office.customer()
    number = await office.ticket(customer, title="很急")
    for verb, body in (("assignments", {"assignee_id": handler.id}), ("accept", {}), ("resolve", {"text": "好了"})):
        await done(handler, number, verb, **body)
    answer = await customer.post(f"/portal/tickets/{number}/rating", {"score": 5})
    assert answer.status_code in (200, 201), answer.text
    assert "客户评分 5 分：很急" in [one["text"]["zh-CN"] for one in await notices(handler)]
    await deliver(office)
