"""A mailbox feeds a team, and is retired: what it still has goes to another one."""

from typing import Any

import msgspec
import pytest

from gongdan.domains.bundle.routing import RoutingRule
from gongdan.domains.channels.mail.settings import Smtp
from gongdan.domains.channels.outbound.outbox import LEASE
from gongdan.domains.channels.outbound.sender import send_of
from gongdan.domains.policy.presets import standard
from tests.domains.channels.mails import Post, mail, post
from tests.domains.channels.outbound.kit import deliveries, later, notice, replied
from tests.kit import Office, Visitor, found_office

SMTP = {"host": "127.0.0.1", "port": 2525, "security": "plain", "user": "support"}


@pytest.fixture
async def at(office: Office) -> Post:
    return await post(office, Smtp(host="127.0.0.1", port=2525, security="plain"))


async def another(admin: Visitor, name: str = "second", **given: Any) -> int:
    wish = {"kind": "mail", "address": f"{name}@{admin.office.slug}.test", "name": "客服", "settings": {"smtp": SMTP}}
    answer = await admin.post("/channel-accounts", wish | given)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


async def team_of(at: Post, number: str | None) -> str | None:
    ((team,),) = await at.rows(
        "select team from ticket where workspace_id = %(workspace)s and number = %(number)s", number=number
    )
    return team


async def test_a_ticket_starts_in_the_team_of_its_mailbox_and_the_ledger_says_why(at: Post) -> None:
    admin = await at.office.member("管理员", "system_admin")
    answer = await admin.call("PATCH", f"/channel-accounts/{at.account_id}", json={"team": "finance"})
    assert answer.status_code == 204, answer.text
    (made,) = await at.take(mail(to=at.address))
    assert await team_of(at, made.number) == "finance"
    ((reasons,),) = await at.rows(
        "select body->'reasons' from routing_decision where workspace_id = %(workspace)s and body->>'step' = 'team'"
    )
    assert "The team that the mailbox feeds" in str(reasons)
    async with admin.desk() as desk:  # what does not decide anew leaves it there
        case = await desk.case(made.number or "", "ticket.edit")
    await admin.call("PATCH", f"/tickets/{case.live.number}", json={"priority": "P1"})
    assert await team_of(at, made.number) == "finance"


async def test_a_routing_rule_says_more_than_the_mailbox(office: Office) -> None:
    bundle = standard([2026])
    rule = RoutingRule(
        key="login",
        name={"zh-CN": "登录", "en": "Login"},
        when={"field": "opening.subject", "op": "contains", "value": "登录"},
        team="tech",
    )
    await office.publish(msgspec.structs.replace(bundle, routing=(rule, *bundle.routing)))
    at = await post(office)
    admin = await office.member("管理员", "system_admin")
    await admin.call("PATCH", f"/channel-accounts/{at.account_id}", json={"team": "finance"})
    (made,) = await at.take(mail(to=at.address))
    assert await team_of(at, made.number) == "tech"


async def test_the_team_of_a_mailbox_is_one_of_the_workspace_and_shown(at: Post) -> None:
    admin = await at.office.member("管理员", "system_admin")
    answer = await admin.call("PATCH", f"/channel-accounts/{at.account_id}", json={"team": "absent"})
    assert answer.status_code == 422 and "absent" in answer.text
    id = await another(admin, team="tech")
    teams = {one["id"]: one["team"] for one in (await admin.get("/channel-accounts")).json()}
    assert teams == {at.account_id: None, id: "tech"}
    await admin.call("PATCH", f"/channel-accounts/{id}", json={"team": None})
    assert {one["team"] for one in (await admin.get("/channel-accounts")).json()} == {None}


async def test_what_waits_and_what_goes_on_goes_out_by_the_successor(at: Post) -> None:
    admin, agent = await at.office.member("管理员", "system_admin"), await at.office.member("李雷", service=False)
    await another(admin, "first-of-others")
    second = await another(admin)
    number, _ = await replied(at, admin)
    found = (await admin.get(f"/channel-accounts/{at.account_id}/remains")).json()
    assert found == {"waiting": 1, "conversations": 1}
    refused = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {})
    assert (refused.status_code, refused.json()["code"], refused.json()["count"]) == (
        409, "channels.successor_needed", 1,
    )  # fmt: skip
    done = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {"successor_id": second})
    assert done.status_code == 204, done.text
    answer = await admin.post(f"/tickets/{number}/replies", {"text": "再试一次。"})
    assert answer.status_code in (200, 201), answer.text
    rows = await at.rows("select account_id, state from delivery where workspace_id = %(workspace)s")
    assert rows == [(second, "queued")] * 2
    assert len(await deliveries(at)) == 2
    assert at.account_id not in [one["id"] for one in (await admin.get("/channel-accounts")).json()]
    again = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {"successor_id": second})
    assert again.status_code == 404
    third = await another(admin, "third")
    await admin.post(f"/channel-accounts/{second}/retirement", {"successor_id": third})
    await admin.post(f"/tickets/{number}/replies", {"text": "第三次。"})
    rows = await at.rows("select distinct account_id from delivery where workspace_id = %(workspace)s")
    assert rows == [(third,)]
    kinds = await at.rows(
        "select kind from event where workspace_id = %(workspace)s and stream = 'workspace' order by seq"
    )
    assert [kind for (kind,) in kinds].count("workspace.channel_account_retired") == 2
    assert agent.id


@pytest.mark.parametrize("named", [True, False], ids=["with a successor", "without one"])
async def test_what_was_being_sent_when_it_was_retired_goes_out_by_another(at: Post, named: bool) -> None:
    """Its process was killed, or the server said later: nothing waits for an account that is not there."""
    admin = await at.office.member("管理员", "system_admin")
    second = await another(admin)
    await replied(at, admin)
    await put(at, "sending" if named else "failed")
    done = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {"successor_id": second} if named else {})
    assert done.status_code == 204, done.text
    if named:
        await later(at, LEASE)
    else:
        ((id,),) = await at.rows("select id from delivery where workspace_id = %(workspace)s")
        assert (await admin.post(f"/outbox/{id}/repeat")).status_code < 300
    assert await send_of(at.room, at.mailbox) == 0
    state = "uncertain" if named else "queued"
    rows = await at.rows("select account_id, state from delivery where workspace_id = %(workspace)s")
    assert rows == [(second, state)]


async def test_a_notice_that_may_have_arrived_is_not_sent_again_as_its_mailbox_is_retired(at: Post) -> None:
    admin = await at.office.member("管理员", "system_admin")
    second = await another(admin)
    await notice(at)
    await put(at, "uncertain", "infinity")
    found = (await admin.get(f"/channel-accounts/{at.account_id}/remains")).json()
    assert found["waiting"] == 0
    done = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {"successor_id": second})
    assert done.status_code == 204, done.text
    assert await at.rows("select next_at = 'infinity' from delivery where workspace_id = %(workspace)s") == [(True,)]


async def put(at: Post, state: str, next_at: str = "now") -> None:
    """All deliveries into a state."""
    async with at.office.services.db.write(at.office.id) as tx:
        tx.put(
            "update delivery set state = %(state)s, next_at = %(at)s::timestamptz where workspace_id = %(workspace)s",
            state=state,
            at=next_at,
        )


async def test_a_retired_mailbox_leaves_its_address_free_and_its_secret_nowhere(at: Post) -> None:
    admin = await at.office.member("管理员", "system_admin")
    done = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {})
    assert done.status_code == 204
    ((secret, active),) = await at.rows(
        "select secret, active from channel_account where workspace_id = %(workspace)s and id = %(id)s",
        id=at.account_id,
    )
    assert (secret, active) == (None, False)
    assert await another(admin, at.address.split("@")[0]) != at.account_id
    switched = await admin.call("PATCH", f"/channel-accounts/{at.account_id}", json={"active": True})
    assert switched.status_code == 404


@pytest.mark.parametrize("which", ["itself", "off", "foreign", "none"])
async def test_what_cannot_send_in_its_stead_is_refused(at: Post, which: str) -> None:
    admin = await at.office.member("管理员", "system_admin")
    off = await another(admin, "off")
    await admin.call("PATCH", f"/channel-accounts/{off}", json={"active": False})
    elsewhere = await (await found_office(at.office.asgi)).member("外人", "system_admin")
    successor = {"itself": at.account_id, "off": off, "foreign": await another(elsewhere), "none": 7}[which]
    answer = await admin.post(f"/channel-accounts/{at.account_id}/retirement", {"successor_id": successor})
    assert (answer.status_code, answer.json()["code"]) == (422, "channels.successor_unfit")
    assert (await elsewhere.post(f"/channel-accounts/{at.account_id}/retirement", {})).status_code == 404
    assert (await elsewhere.get(f"/channel-accounts/{at.account_id}/remains")).status_code == 404


async def test_only_who_manages_the_workspace_retires(at: Post) -> None:
    for role in ("admin", "director", "lead", "agent"):
        who = await at.office.member("某人", role)
        assert (await who.post(f"/channel-accounts/{at.account_id}/retirement", {})).status_code == 403
        assert (await who.get(f"/channel-accounts/{at.account_id}/remains")).status_code == 403
