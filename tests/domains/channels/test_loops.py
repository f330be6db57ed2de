"""Two desks that answer each other: it ends by itself, is shown, and nothing is lost (spec 05, loops)."""

from datetime import UTC, datetime, timedelta

import pytest

from gongdan.domains.channels.inbound.budgets import OF_ADDRESS, OF_DOMAIN, Budget, Spending
from gongdan.domains.channels.mail.outgoing import notices
from gongdan.domains.channels.mail.outgoing.providers import is_public
from gongdan.kernel import clock
from tests.domains.channels.mails import Post, Smtp, mail, post
from tests.domains.notifications.kit import deliver
from tests.kit import Office

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SMTP = Smtp(host="127.0.0.1", port=1, security="plain")


async def told(at: Post, state: str) -> int:
    ((count,),) = await at.rows(
        "select count(*) from delivery where workspace_id = %(workspace)s and kind = 'notice' and state = %(s)s",
        s=state,
    )
    return int(count)


async def rounds(at: Post, senders: list[str], many: int) -> int:
    """A robot that answers each of our mails with a new number and no sign of being one; how often it was answered."""
    answers = 0
    await at.take(mail("[REQ-0] received", "Your request has the number REQ-0.", sender=senders[0]))
    for n in range(1, many):
        await deliver(at.office)
        answers = await told(at, "queued")
        if answers < n:
            break
        sender = senders[n % len(senders)]
        await at.take(mail(f"[REQ-{n}] received", f"Your request has the number REQ-{n}.", sender=sender))
    return answers


async def test_a_robot_without_marks_is_answered_a_few_times_and_then_no_more(office: Office) -> None:
    at, agent = await post(office, SMTP), await office.member("李雷", "system_admin")
    assert await rounds(at, ["robot@supplier.test"], 40) <= notices.OF_ADDRESS
    assert await told(at, "stopped") >= 1
    states = dict(await at.rows("select state, count(*) from inbound where workspace_id = %(workspace)s group by 1"))
    assert states["created"] <= OF_ADDRESS.most
    ((number,),) = await at.rows(
        "select number from ticket where workspace_id = %(workspace)s order by created_at desc, id desc limit 1"
    )
    assert (await agent.get(f"/tickets/{number}")).json()["answers_stopped"] is True
    (notice,) = [one for one in (await agent.get(f"/tickets/{number}")).json()["timeline"] if one["notice"]]
    assert (notice["kind"], notice["notice"]) == ("ticket.customer_told", "stopped")
    stopped = (await agent.get("/outbox", states="stopped")).json()
    assert stopped and stopped[0]["recipient"] == "robot@supplier.test"
    assert (await agent.post(f"/outbox/{stopped[0]['id']}/repeat")).status_code == 204
    (notice,) = [one for one in (await agent.get(f"/tickets/{number}")).json()["timeline"] if one["notice"]]
    assert notice["notice"] == "queued", "a person let it go"


async def test_more_tickets_than_a_person_writes_wait_in_sight(office: Office) -> None:
    at = await post(office)
    made = await at.take(*[mail(f"[REQ-{n}] received", f"REQ-{n}") for n in range(30)])
    states = [one.state for one in made]
    assert states.count("created") == OF_ADDRESS.most
    assert states.count("quarantined") == 30 - OF_ADDRESS.most
    assert {one.outcome["reason"] for one in made if one.state == "quarantined"} == {"channels.flooding"}
    (other,) = await at.take(mail("别的事", sender="li@elsewhere.test"))
    assert other.state == "created"


async def test_a_domain_has_a_budget_of_its_own_and_a_public_provider_none(office: Office) -> None:
    at = await post(office)
    many = OF_DOMAIN.most + 5
    corporate = await at.take(*[mail(f"{n}", f"第 {n} 件", sender=f"r{n}@supplier.test") for n in range(many)])
    public = await at.take(*[mail(f"{n}", f"第 {n} 件", sender=f"r{n}@qq.com") for n in range(many)])
    assert sum(one.state == "created" for one in corporate) == OF_DOMAIN.most
    assert sum(one.state == "created" for one in public) == many


@pytest.mark.parametrize(("domain", "public"), [("gmail.com", True), ("QQ.com", True), ("163.com.evil.test", False)])
def test_public_providers(domain: str, public: bool) -> None:
    assert is_public(domain) is public


def test_a_bucket_drains_and_what_is_refused_takes_nothing() -> None:
    budgets = {"a": Budget(3, timedelta(minutes=3)), "b": Budget(2, timedelta(minutes=2))}
    first = Spending([], NOW)
    assert [first.allows(budgets) for _ in range(3)] == [True, True, False]
    assert [first.allows({"a": budgets["a"]}) for _ in range(2)] == [True, False]
    later = Spending(list(first._levels.values()), NOW + timedelta(minutes=1))
    assert [later.allows({"a": budgets["a"]}) for _ in range(2)] == [True, False]


async def test_an_address_that_was_told_too_much_is_told_again_after_a_quiet_hour(office: Office) -> None:
    at = await post(office, SMTP)
    (made,) = await at.take(mail(sender="ida@client.test"))

    async def tell(key: str, now: datetime) -> str:
        async with office.services.db.write(office.id) as tx:
            notices.queue_notice(
                tx,
                ticket_id=made.ticket_id,
                key=key,
                recipient="ida@client.test",
                subject="通知",
                text="您好",
                html=None,
                now=now,
            )
        ((state,),) = await at.rows(
            "select state from delivery where workspace_id = %(workspace)s and key = %(k)s", k=key
        )
        return str(state)

    now = clock.now() + timedelta(days=1)
    states = [await tell(f"k{n}", now) for n in range(notices.OF_ADDRESS + 2)]
    assert states == ["queued"] * notices.OF_ADDRESS + ["stopped"] * 2
    assert await tell("k0", now) == "queued"  # a repeated wish takes nothing
    assert await tell("soon", now + timedelta(minutes=50)) == "stopped"
    assert await tell("still", now + timedelta(minutes=100)) == "stopped"
    assert await tell("quiet", now + timedelta(minutes=170)) == "queued"
