"""Two customers who are one: everything follows, it can be taken back, and rights never widen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.accounts.public import links
from gongdan.domains.customers.commands.joining import Joined, followed
from gongdan.domains.customers.queries import Belonging, CustomerRow, HandleRow
from gongdan.domains.tickets.public import flaws_of_fold
from gongdan.kernel import clock
from tests.domains.customers.test_records import events, manager, patched
from tests.guests import guest_of
from tests.kit import FOUNDED, Office, Visitor

handles = st.lists(
    st.builds(
        HandleRow,
        kind=st.just("mail"),
        account=st.just(""),
        handle=st.emails(),
        verified_at=st.none() | st.just(FOUNDED),
        opens=st.booleans(),
    ),
    max_size=4,
)
belongings = st.lists(
    st.builds(Belonging, id=st.integers(1, 4), name=st.just("x"), tier=st.just("x"), is_admin=st.booleans()), max_size=3
)


def somebody(id: int) -> CustomerRow:
    return CustomerRow(
        id=id, name="x", locale="en", zone="UTC", guessed=[], created_at=FOUNDED, tier="normal",
        dedicated_agent_id=None, tags=[], notes="", merged_into=None, version=1, is_member=False,
    )  # fmt: skip


@given(
    handles, handles, belongings, belongings, st.lists(st.integers(1, 9)), st.lists(st.integers(1, 9)), st.booleans()
)
def test_a_handle_that_nobody_proved_never_opens_what_is_anothers(
    kept: list[HandleRow],
    merged: list[HandleRow],
    here: list[Belonging],
    there: list[Belonging],
    tickets: list[int],
    talks: list[int],
    kept_has_any: bool,
) -> None:
    both = Joined(
        kept=somebody(1),
        merged=somebody(2),
        kept_handles=kept,
        merged_handles=merged,
        kept_belongings=here,
        merged_belongings=there,
    )
    event = followed(both, tickets=tickets, conversations=talks, kept_has_any=kept_has_any)
    closed = {handle for _, _, handle in event.closed}
    unproven = [(one, bool(tickets or talks or there)) for one in kept]
    unproven += [(one, kept_has_any or bool(here)) for one in merged]
    for one, sees_more in unproven:
        if one.opens and one.verified_at is None and sees_more:
            assert one.handle in closed
        if one.verified_at is not None and one.handle not in {o.handle for o, _ in unproven if o is not one}:
            assert one.handle not in closed


async def vouch(office: Office, *customers: Visitor) -> None:
    async with office.services.db.write(office.id) as tx:
        for one in customers:
            tx.put(
                "update identity set verified_at = now() where workspace_id = %(workspace)s and person_id = %(id)s",
                id=one.id,
            )


async def requester(who: Visitor, number: str) -> int:
    return int((await who.get(f"/tickets/{number}")).json()["customer"]["id"])


@pytest.mark.anyio
async def test_what_somebody_asked_for_follows_them_and_comes_back(office: Office) -> None:
    lead, kept, merged = await manager(office), await office.customer("王芳"), await office.customer("小芳")
    director = await office.member("总监", "director")
    open_one = await office.ticket(merged, team="service")
    ended = await office.ticket(merged, team="service")
    foreign = await office.ticket(merged, team="finance")
    own = await office.ticket(kept, team="service")
    assert (await director.post(f"/tickets/{ended}/close", {"reason": "not_needed"})).status_code == 200
    made = (await lead.post("/organisations", {"name": "示例"})).json()["id"]
    await patched(director, f"/organisations/{made}", {"join": [{"person_id": merged.id, "is_admin": True}]})

    answer = await lead.post(f"/customers/{kept.id}/merge", {"merged_id": merged.id})
    assert (answer.status_code, answer.json()["tickets"]) == (200, 3), answer.text
    assert [await requester(director, one) for one in (open_one, ended, foreign, own)] == [kept.id] * 4
    assert (await lead.get(f"/tickets/{open_one}")).json()["team"] == "service", "who asks is nobody else"
    record = (await lead.get(f"/customers/{kept.id}")).json()
    assert {one["handle"] for one in record["handles"]} == {kept.mail, merged.mail}
    assert [(one["id"], one["is_admin"]) for one in record["organisations"]] == [(made, False)]
    assert [one["id"] for one in record["merged"]] == [merged.id]
    assert (await lead.get(f"/customers/{merged.id}")).json()["merged_into"] == kept.id
    assert [one["id"] for one in (await lead.get("/customers")).json()["items"]] == [kept.id]
    talks = (await director.get(f"/customers/{kept.id}/conversations")).json()["items"]
    assert len(talks) == 4

    back = await lead.call("DELETE", f"/customers/{kept.id}/merge/{merged.id}")
    assert (back.status_code, back.json()["tickets"]) == (200, 3), back.text
    assert [await requester(director, one) for one in (open_one, ended, foreign, own)] == [merged.id] * 3 + [kept.id]
    assert [one["handle"] for one in (await lead.get(f"/customers/{kept.id}")).json()["handles"]] == [kept.mail]
    again = (await lead.get(f"/customers/{merged.id}")).json()
    assert [(one["id"], one["is_admin"]) for one in again["organisations"]] == [(made, True)]
    assert ([one["opens"] for one in again["handles"]], again["merged_into"]) == ([True], None)
    assert (await events(office, "customer", kept.id))[1:] == ["customer.merged", "customer.unmerged"]
    assert (await events(office, "customer", merged.id))[1:] == ["customer.went_into", "customer.came_out"]
    async with office.read() as tx:
        rules = await office.services.rules(office.id, 1)
        assert await flaws_of_fold(tx, office.services.log, rules.subjects, 100) == []


@pytest.mark.anyio
async def test_a_merge_twice_or_of_what_is_merged_is_refused(office: Office) -> None:
    lead, one, two, three = await manager(office), *[await office.customer(name) for name in "甲乙丙"]
    assert (await lead.post(f"/customers/{one.id}/merge", {"merged_id": two.id})).status_code == 200
    for kept, merged, code in (
        (one, two, "customers.is_merged"),
        (two, three, "customers.is_merged"),
        (one, one, "request.invalid"),
    ):
        refused = await lead.post(f"/customers/{kept.id}/merge", {"merged_id": merged.id})
        assert refused.json()["code"] == code
    changed = await patched(lead, f"/customers/{two.id}", {"tier": "vip"})
    assert (changed.status_code, changed.json()["into"]) == (409, one.id)
    for kept, merged in ((two, one), (one, three), (three, two)):
        refused = await lead.call("DELETE", f"/customers/{kept.id}/merge/{merged.id}")
        assert (refused.status_code, refused.json()["code"]) == (409, "customers.is_not_merged")


@pytest.mark.anyio
async def test_a_member_is_merged_into_nobody(office: Office) -> None:
    lead, customer = await manager(office), await office.customer()
    async with office.services.db.write(office.id) as tx:
        tx.insert("customer", {"workspace_id": office.id, "person_id": lead.id, "tier": "normal"})
    refused = await lead.post(f"/customers/{customer.id}/merge", {"merged_id": lead.id})
    assert (refused.status_code, refused.json()["code"]) == (409, "customers.member_stays")


@pytest.mark.anyio
async def test_an_agent_merges_nobody(office: Office) -> None:
    agent, one, two = await office.member("李雷", "agent"), await office.customer(), await office.customer()
    assert (await agent.post(f"/customers/{one.id}/merge", {"merged_id": two.id})).status_code == 403
    assert (await agent.call("DELETE", f"/customers/{one.id}/merge/{two.id}")).status_code == 403


@pytest.mark.anyio
async def test_what_was_moved_on_or_began_since_stays(office: Office) -> None:
    lead, kept, merged = await manager(office), await office.customer("甲"), await office.customer("乙")
    director, third, moved = (
        await office.member("总监", "director"),
        await office.customer("丙"),
        await office.ticket(merged, team="service"),
    )
    await lead.post(f"/customers/{kept.id}/merge", {"merged_id": merged.id})
    since = await office.ticket(kept, team="service")
    assert (await lead.post(f"/tickets/{moved}/requester", {"id": third.id})).status_code == 200
    back = await lead.call("DELETE", f"/customers/{kept.id}/merge/{merged.id}")
    assert back.json()["tickets"] == 0
    assert [await requester(director, one) for one in (moved, since)] == [third.id, kept.id]


@pytest.mark.anyio
async def test_whoever_holds_an_address_that_nobody_proved_is_not_let_in_by_a_merge(office: Office) -> None:
    """They ask for a link, and no link is made: of either, since both would see more than came by their address."""
    lead, kept, merged = await manager(office), await office.customer("甲"), await office.customer("乙")
    await office.ticket(kept, team="service")
    await office.ticket(merged, team="service")
    assert [(await one.get("/portal/tickets")).status_code for one in (kept, merged)] == [200, 200]
    await lead.post(f"/customers/{kept.id}/merge", {"merged_id": merged.id})
    assert (await kept.get("/portal/tickets")).status_code == 200, "who is signed in has proved their address"
    assert (await merged.get("/portal/tickets")).status_code == 401
    for mail in (kept.mail, merged.mail):
        token = links.sign_in_link(
            office.services.secret, workspace_id=office.id, person_id=kept.id, mail=mail, now=clock.now()
        )
        async with guest_of(office) as guest:
            assert (await guest.post("/portal/session", json={"token": token})).status_code == 401
    vouched = {"add_handles": [{"kind": "mail", "handle": merged.mail, "vouched": True}]}
    director = await office.member("总监", "director")
    assert (await patched(director, f"/customers/{kept.id}", vouched)).status_code == 200
    token = links.sign_in_link(
        office.services.secret, workspace_id=office.id, person_id=kept.id, mail=merged.mail, now=clock.now()
    )
    async with guest_of(office) as guest:
        assert (await guest.post("/portal/session", json={"token": token})).status_code == 200


@pytest.mark.anyio
async def test_the_proved_stay_let_in_and_the_link_to_one_ticket_still_opens_it(office: Office) -> None:
    lead, kept, merged = await manager(office), await office.customer("甲"), await office.customer("乙")
    await vouch(office, kept)
    await office.ticket(kept, team="service")
    opened = await office.opened(merged, team="service")
    ticket = opened.decision.after.live
    old = links.ticket_link(
        office.services.secret,
        workspace_id=office.id,
        person_id=merged.id,
        mail=merged.mail,
        ticket_id=ticket.id,
        now=clock.now(),
    )
    await lead.post(f"/customers/{kept.id}/merge", {"merged_id": merged.id})
    async with guest_of(office) as guest:
        assert (await guest.post("/portal/session", json={"token": old})).status_code == 200
        assert (await guest.get(f"/portal/tickets/{ticket.number}")).status_code == 200
        assert len((await guest.get("/portal/tickets")).json()) <= 1
    token = links.sign_in_link(
        office.services.secret, workspace_id=office.id, person_id=kept.id, mail=kept.mail, now=clock.now()
    )
    async with guest_of(office) as guest:
        assert (await guest.post("/portal/session", json={"token": token})).status_code == 200


@pytest.mark.anyio
async def test_nobody_merges_so_that_a_proved_address_opens_tickets_that_they_may_not_read(office: Office) -> None:
    """Of whichever of the two: by an address of their own they would read everything."""
    lead, director = await manager(office), await office.member("总监", "director")
    victim, mine = await office.customer("贵宾"), await office.customer("我的")
    await office.ticket(victim, team="finance")
    await vouch(office, mine)
    for kept, merged in ((mine, victim), (victim, mine)):
        refused = await lead.post(f"/customers/{kept.id}/merge", {"merged_id": merged.id})
        assert (refused.status_code, refused.json()["code"]) == (403, "customers.opens_more")
    assert (await director.post(f"/customers/{mine.id}/merge", {"merged_id": victim.id})).status_code == 200


@pytest.mark.anyio
async def test_nobody_merges_into_who_administers_an_organisation_unless_they_read_everything(office: Office) -> None:
    lead, director = await manager(office), await office.member("总监", "director")
    head, mine = await office.customer("管理员"), await office.customer("我的")
    made = (await director.post("/organisations", {"name": "示例"})).json()["id"]
    await patched(director, f"/organisations/{made}", {"join": [{"person_id": head.id, "is_admin": True}]})
    await vouch(office, mine)
    refused = await lead.post(f"/customers/{head.id}/merge", {"merged_id": mine.id})
    assert (refused.status_code, refused.json()["code"]) == (403, "customers.opens_more")
    assert (await lead.post(f"/customers/{mine.id}/merge", {"merged_id": head.id})).status_code == 200, (
        "nobody administers for another"
    )


@pytest.mark.anyio
async def test_nobody_gives_a_colleague_addresses_by_a_merge_who_does_not_manage_people(office: Office) -> None:
    """Mail from them would count as the colleague's."""
    lead, admin = await manager(office), await office.member("管理员", "admin")
    mine = await office.customer("我的")
    async with office.services.db.write(office.id) as tx:
        tx.insert("customer", {"workspace_id": office.id, "person_id": admin.id, "tier": "normal"})
    refused = await lead.post(f"/customers/{admin.id}/merge", {"merged_id": mine.id})
    assert (refused.status_code, refused.json()["code"]) == (409, "customers.is_member")
    assert (await admin.post(f"/customers/{admin.id}/merge", {"merged_id": mine.id})).status_code == 200
