"""Notices on their way out of the app: by mail, held back, in one mail, once, and only while somebody still wants them."""

import random
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.notifications.choosing.rows import keep_choices
from gongdan.domains.notifications.public import IN_THE_APP, Meanings, NoticeChannel, handing_over, staff_notices
from gongdan.domains.notifications.sending.digest import DueNotice, Recipient
from gongdan.domains.notifications.sending.planned import wake
from gongdan.domains.notifications.telling.staff import PORTION, Telling, _tell, portions
from gongdan.domains.notifications.telling.writes import NewNotice
from gongdan.domains.sla.subjects import Escalate
from gongdan.domains.tickets import intents
from gongdan.infra.db.tx import Tx
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel import clock
from tests.domains.notifications.kit import Mailed, deliver, done, with_mailbox
from tests.domains.notifications.test_choices import choose
from tests.domains.notifications.test_staff import act, notices, writes
from tests.domains.tickets.test_jobs import fire, timers
from tests.kit import Office, Visitor
from tests.support import worker

pytestmark = pytest.mark.anyio

TIMES = re.compile(r"（(\d+) 次）")
BOTH = {"in_app": True, "mail": True}


class Delivery(msgspec.Struct, frozen=True):
    kind: str
    channel: str
    state: str
    fault: str | None
    receipt: int | None
    not_before: datetime


async def delivery_rows(office: Office) -> list[Delivery]:
    async with office.read() as tx:
        return await tx.rows(
            Delivery,
            """
            select n.kind, d.channel, d.state, d.fault, d.receipt, d.not_before
              from notice_delivery d
              join notice n on n.workspace_id = d.workspace_id and n.person_id = d.person_id and n.id = d.notice_id
             where d.workspace_id = %(workspace)s
             order by d.notice_id
            """,
        )


async def waiting(office: Office) -> list[DueTimer]:
    return [one for one in await timers(office) if one.owner == "notices"]


async def sent_to(person: Visitor) -> list[Mailed]:
    """Their mails, after everything due was handed over."""
    await deliver(person.office)
    now = clock.now()
    await fire(person.office, [one for one in await waiting(person.office) if one.fire_at <= now])
    address = await address_of(person)
    return [one for one in await mailed_to_members(person.office) if one.recipient == address]


async def mailed_to_members(office: Office) -> list[Mailed]:
    async with office.read() as tx:
        return await tx.rows(
            Mailed,
            """
            select key, ticket_id, recipient, payload from delivery
             where workspace_id = %(workspace)s and key like 'member.%%' order by id
            """,
        )


async def address_of(person: Visitor) -> str:
    async with person.office.read() as tx:
        rows: list[Any] = await tx.rows(
            tuple,
            "select mail from member where workspace_id = %(workspace)s and person_id = %(id)s",
            id=person.id,
        )
    return str(rows[0][0])


@pytest.fixture
async def mailing(office: Office) -> Office:
    return await with_mailbox(office)


async def handler_of(office: Office, choices: dict[str, Any], **more: Any) -> tuple[Visitor, Visitor, str]:
    """Somebody with a ticket and these choices, its customer, its number."""
    agent, customer = await office.member("李雷", service=False), await office.customer()
    answer = await choose(agent, choices, **more)
    assert answer.status_code == 200, answer.text
    return agent, customer, await office.ticket(customer, title="很急", team="service", assignee_id=agent.id)


async def test_who_wants_mails_gets_one_with_the_words_and_the_ticket(mailing: Office) -> None:
    agent, customer, number = await handler_of(mailing, {"answered": BOTH})
    await writes(customer, number)
    (mail,) = await sent_to(agent)
    assert mail.subject == f"[{number}] 提交人有新消息：很急"
    assert f"/tickets/{number}" in mail.text and mail.ticket_id is None and mail.payload["list"] == "notices"
    (row,) = [one for one in await delivery_rows(mailing) if one.kind == "answered"]
    assert (row.channel, row.state, row.receipt is not None) == ("mail", "handed_over", True)
    assert len(await sent_to(agent)) == 1


async def test_an_escalation_is_mailed_to_whoever_has_chosen_nothing_also_in_quiet_hours(mailing: Office) -> None:
    director = await mailing.member("韩梅梅", "director")
    now = clock.now()
    quiet = {"start": f"{now + timedelta(hours=7):%H:%M}", "until": f"{now + timedelta(hours=10):%H:%M}"}
    await choose(director, {}, quiet=quiet)
    number = await mailing.ticket(await mailing.customer(), title="很急")
    await act(mailing, number, Escalate(level="L3", ladder="standard", reason="客户投诉"))
    assert [one.subject for one in await sent_to(director)] == [
        f"[{number}] 三级升级（严重超时）：很急（原因：客户投诉）"
    ]


async def test_what_comes_in_quiet_hours_is_one_mail_when_they_end(mailing: Office) -> None:
    now = clock.now()
    local = now + timedelta(hours=8)
    quiet = {"start": f"{local - timedelta(hours=1):%H:%M}", "until": f"{local + timedelta(hours=2):%H:%M}"}
    agent, customer, number = await handler_of(mailing, {"answered": BOTH, "assigned": BOTH}, quiet=quiet)
    for _ in range(3):
        await writes(customer, number)
    assert await sent_to(agent) == []
    held = await waiting(mailing)
    assert len({one.fire_at for one in held}) == len(held) == 1
    assert {one["kind"] for one in await notices(agent)} == {"assigned", "answered"}, "the app has it at once"
    with clock.played(now + timedelta(hours=3)):
        (mail,) = await sent_to(agent)
        assert mail.subject == "2 条通知（涉及 1 张工单）" and "（3 次）" in mail.text
        assert await sent_to(agent) == [mail]


async def test_what_was_read_meanwhile_or_is_wanted_no_more_or_whose_person_left_is_dropped(mailing: Office) -> None:
    now, people = clock.now(), list[Visitor]()
    for _ in range(4):
        agent, customer, number = await handler_of(mailing, {"answered": BOTH}, digest="hourly")
        await writes(customer, number)
        people.append(agent)
    await deliver(mailing)
    reader, changed, left, stays = people
    await reader.post("/notices/read", {"up_to": (await notices(reader))[0]["id"]})
    await choose(changed, {"answered": {"mail": False}})
    async with mailing.services.db.write(mailing.id) as tx:
        tx.put("update member set active = false where workspace_id = %(workspace)s and person_id = %(id)s", id=left.id)
    with clock.played(now + timedelta(hours=1, minutes=1)):
        assert len(await sent_to(stays)) == 1
        assert len(await mailed_to_members(mailing)) == 1
    rows = [one for one in await delivery_rows(mailing) if one.kind == "answered"]
    assert [(one.state, one.fault) for one in rows] == [
        ("dropped", "read"),
        ("dropped", "switched_off"),
        ("dropped", "left"),
        ("handed_over", None),
    ]


async def test_a_digest_with_nothing_left_is_no_mail(mailing: Office) -> None:
    agent, customer, number = await handler_of(mailing, {"answered": BOTH}, digest="daily")
    await writes(customer, number)
    await deliver(mailing)
    await choose(agent, {"answered": {"mail": False}}, digest="daily")
    with clock.played(clock.now() + timedelta(days=1, hours=1)):
        assert await sent_to(agent) == [] and await waiting(mailing) == []


async def test_without_a_mailbox_nothing_is_lost_but_the_mail_and_it_is_said(office: Office) -> None:
    agent, customer, number = await handler_of(office, {"answered": BOTH})
    await writes(customer, number)
    assert await sent_to(agent) == []
    assert [one.fault for one in await delivery_rows(office) if one.kind == "answered"] == ["no_way"]
    assert "answered" in [one["kind"] for one in await notices(agent)]


async def test_a_worker_that_dies_while_it_hands_over_neither_loses_nor_repeats(
    mailing: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is one transaction: the timer is taken, the delivery ends and the mail is queued, or none of it."""
    agent, customer, number = await handler_of(mailing, {"answered": BOTH})
    await writes(customer, number)
    await deliver(mailing)
    due = await waiting(mailing)

    async def dying(self: Any) -> None:
        raise RuntimeError("the process ends here")

    with monkeypatch.context() as dead:
        dead.setattr("gongdan.infra.db.tx.Tx._finish", dying)
        with pytest.raises(RuntimeError):
            await fire(mailing, due)
    assert await waiting(mailing) == due and await mailed_to_members(mailing) == []
    for _ in range(2):
        await fire(mailing, due)
    assert len(await sent_to(agent)) == 1


async def test_who_is_told_by_mail_alone_is_told_of_each_and_sees_nothing_in_the_app(mailing: Office) -> None:
    agent, customer, number = await handler_of(mailing, {"answered": {"in_app": False, "mail": True}})
    for _ in range(2):
        await writes(customer, number)
        await deliver(mailing)
    listed = await notices(agent)
    assert "answered" not in [one["kind"] for one in listed]
    assert (await agent.get("/notices")).json()["unread"] == len(listed), "what is not listed is not counted either"
    (mail,) = await sent_to(agent)
    assert mail.text.count("提交人有新消息") == 2


async def test_who_wants_it_nowhere_is_told_nothing_and_the_log_names_who_was_told(mailing: Office) -> None:
    agent = await mailing.member("李雷", "director")
    await choose(agent, {"reminded": {"in_app": False}})
    other = await mailing.member("韩梅梅", "director")
    number = await mailing.ticket(await mailing.customer())
    said = {"zh-CN": "请看", "en": "Look"}
    await act(mailing, number, intents.Remind(to=(f"person:{agent.id}", f"person:{other.id}"), text=said))
    assert "reminded" not in [one["kind"] for one in await notices(agent)]
    timeline = (await other.get(f"/tickets/{number}")).json()["timeline"]
    assert [one["data"]["people"] for one in timeline if one["kind"] == "ticket.staff_told"][-1] == [other.id]


async def test_each_person_hears_of_each_event_once_whatever_is_delivered_again(mailing: Office) -> None:
    """Over random orders of writing, delivering, delivering anew and handing over: as many as happened, no more."""
    dice = random.Random(7)
    agent, customer, number = await handler_of(mailing, {"answered": {"in_app": False, "mail": True}})
    happened = 0
    for _ in range(25):
        match dice.randrange(4):
            case 0:
                await writes(customer, number)
                happened += 1
            case 1:
                await deliver(mailing)
            case 2:
                async with mailing.services.db.write(0) as tx:
                    tx.put("delete from cursor where subscriber = 'staff-notices'")
            case _:
                await fire(mailing, await waiting(mailing))
    lines = [line for mail in await sent_to(agent) for line in mail.text.splitlines() if "提交人有新消息" in line]
    assert sum(int(said[1]) if (said := TIMES.search(line)) else 1 for line in lines) == happened > 0


async def test_ten_thousand_watchers_are_told_in_bounded_steps(mailing: Office) -> None:
    """Fifty people have one transaction; the others the next."""
    agent, _, _ = await handler_of(mailing, {})
    async with mailing.services.db.write(mailing.id) as tx:
        tx.put(
            """
            insert into notice (workspace_id, id, person_id, key, kind, line, text, at)
            select %(workspace)s, n, %(first)s + n, n::text, 'moved', 'moved', '{"zh-CN": "动了", "en": "moved"}', now()
              from generate_series(1, 120) n
            """,
            first=agent.id * 1_000,
        )
        tx.put(
            """
            insert into person (workspace_id, id, name, created_at)
            select %(workspace)s, %(first)s + n, 'w', now() from generate_series(1, 120) n
            """,
            first=agent.id * 1_000,
        )
        tx.put(
            """
            insert into notice_delivery (workspace_id, notice_id, person_id, channel, state, not_before)
            select %(workspace)s, n, %(first)s + n, 'mail', 'planned', now() from generate_series(1, 120) n
            """,
            first=agent.id * 1_000,
        )
        wake(tx, clock.now() + timedelta(seconds=1))
    left = []
    for _ in range(3):
        await fire(mailing, await waiting(mailing))
        left.append(len([one for one in await delivery_rows(mailing) if one.state == "planned"]))
    assert left == [70, 20, 0] and await waiting(mailing) == []


async def test_a_batch_of_forty_tickets_costs_the_round_trips_of_one(office: Office) -> None:
    lead, agent = await office.member("韩梅梅", "director"), await office.member("李雷", "director")
    customer = await office.customer()
    numbers = [await office.ticket(customer) for _ in range(40)]
    for number in numbers:
        for mentions in ([agent.id], []):
            await done(lead, number, "notes", text="请看", mentions=mentions)
    async with office.read() as tx:
        ids: list[Any] = await tx.rows(tuple, "select id from ticket where workspace_id = %(workspace)s order by id")
        logs = [await office.services.log.stream(tx, "ticket", one[0]) for one in ids]
    meanings, costs = Meanings(office.services.subjects), list[int]()
    for part in (logs[:1], logs[1:]):
        about = [one for log in part for one in log if meanings.concern(one.event)]
        async with office.desk() as desk:
            await _tell(Telling(office.services.uow, meanings, ("in_app", "mail")), desk, about)
            costs.append(desk.tx.round_trips)
    assert costs[0] == costs[1]
    assert len((await agent.get("/notices")).json()["notices"]) == 40


async def test_another_way_of_telling_is_one_declaration(office: Office) -> None:
    """A pigeon: members who want it are told by it, when it is due, as by mail."""
    flown: list[tuple[str, list[str]]] = []

    def fly(tx: Tx, recipient: Recipient, notices: Sequence[DueNotice], home: str, now: datetime) -> int:
        flown.append((recipient.name, [one.text["en"] for one in notices]))
        return 7

    pigeon = NoticeChannel(key="pigeon", name={"zh-CN": "信鸽", "en": "Pigeon"}, hand_over=fly)
    agent, customer = await office.member("李雷", service=False), await office.customer()
    async with office.services.db.write(office.id) as tx:
        keep_choices(tx, agent.id, {("answered", "pigeon"): True})
    number = await office.ticket(customer, title="很急", team="service", assignee_id=agent.id)
    await writes(customer, number)
    services, meanings = office.services, Meanings(office.services.subjects)
    await worker.deliver_to(office, staff_notices(services.uow, meanings, ("in_app", "pigeon"), lambda *_: None))
    await handing_over(services.db, meanings, (IN_THE_APP, pigeon), "https://x.test")(office.id, await waiting(office))
    assert flown == [("李雷", ["New message from the requester: 很急"])]
    assert [(one.channel, one.state, one.receipt) for one in await delivery_rows(office)] == [
        ("pigeon", "handed_over", 7)
    ]


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["moved", "answered"])), max_size=60), st.integers(1, 20))
def test_portions_leave_nothing_out_and_split_no_line(what: list[tuple[int, str]], size: int) -> None:
    new = [_notice(person, line, seq) for seq, (person, line) in enumerate(what, 1)]
    found = portions(new, size)
    assert sorted(one.seq for portion in found for one in portion) == [one.seq for one in new]
    places = [{one.place for one in portion} for portion in found]
    assert sum(map(len, places)) == len(set().union(*places))
    assert all(len(portion) >= size for portion in found[:-1])


def _notice(person: int, line: str, seq: int) -> NewNotice:
    return NewNotice(
        kind=line, line=line, gravity=0, ticket_id=1, person_id=person, key=str(seq), seq=seq,
        text={"zh-CN": "甲", "en": "a"}, at=clock.now(), in_app=True,
    )  # fmt: skip


async def test_an_event_that_concerns_thousands_is_told_in_several_transactions(office: Office) -> None:
    agent, many = await office.member("李雷", "director"), PORTION + 20
    number = await office.ticket(await office.customer())
    first = agent.id * 1_000
    async with office.services.db.write(office.id) as tx:
        for table, columns, values in (
            ("person", "id, name, created_at", "%(first)s + n, 'w', now()"),
            ("member", "person_id, mail", "%(first)s + n, n || '@w.test'"),
        ):
            tx.put(
                f"insert into {table} (workspace_id, {columns})"
                f" select %(workspace)s, {values} from generate_series(1, %(many)s) n",
                first=first,
                many=many,
            )
    watchers = tuple(range(first + 1, first + 1 + many))
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        desk.apply(desk.settle(case, intents.Participate(add=tuple((one, "watcher") for one in watchers))))
    await done(agent, number, "assignments", assignee_id=agent.id)
    await done(agent, number, "accept")
    for _ in range(2):
        await deliver(office)
        async with office.services.db.write(0) as tx:
            tx.put("delete from cursor where subscriber = 'staff-notices'")
    async with office.read() as tx:
        told: list[Any] = await tx.rows(
            tuple,
            "select count(*), count(distinct person_id), max(count) from notice"
            " where workspace_id = %(workspace)s and kind = 'moved' and person_id > %(first)s",
            first=first,
        )
    assert told[0][:2] == (many, many)
