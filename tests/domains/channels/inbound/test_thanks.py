"""Thanks by mail on a ticket that has ended: kept in sight, and nothing is taken up again (spec 02, reopen)."""

import pytest

from tests.domains.channels.inbound.test_intake import PNG, close, opened
from tests.domains.channels.mails import Post, Settled, mail, post
from tests.kit import Office

THANKS = ["谢谢，好了", "Thank you, it works now!", "Danke, es funktioniert wieder!", "👍", "谢谢！\n\n王芳"]


async def answered(at: Post, text: str, **given: str) -> Settled:
    (answer,) = await at.take(mail("Re: 无法登录", text, in_reply_to="<first@x.test>", **given))
    return answer


async def tickets_of(at: Post) -> int:
    ((count,),) = await at.rows("select count(*) from ticket where workspace_id = %(workspace)s")
    return count


async def wait_for_the_window(at: Post, ticket: int) -> None:
    async with at.room.db.write(at.office.id) as tx:
        tx.put(
            "update ticket set closed_at = closed_at - interval '30 days'"
            " where workspace_id = %(workspace)s and id = %(id)s",
            id=ticket,
        )


@pytest.mark.parametrize("text", THANKS)
async def test_thanks_stay_on_the_closed_ticket(office: Office, text: str) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    answer = await answered(at, text)
    assert (answer.state, answer.number, answer.phase) == ("threaded", number, "closed")
    assert answer.message_id is not None and await tickets_of(at) == 1


async def test_thanks_after_the_window_open_no_follow_up(office: Office) -> None:
    at = await post(office)
    number, ticket = await opened(at)
    await close(office, number, confirm=True)
    await wait_for_the_window(at, ticket)
    answer = await answered(at, "谢谢，好了")
    assert (answer.state, answer.number, answer.phase, await tickets_of(at)) == ("threaded", number, "closed", 1)


async def test_thanks_of_a_stranger_open_nothing_and_are_marked(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    answer = await answered(at, "Thank you, it works", sender="eve@elsewhere.test")
    assert (answer.number, answer.phase, await tickets_of(at)) == (number, "closed", 1)
    assert await at.rows(
        "select unverified from message where workspace_id = %(workspace)s and id = %(id)s", id=answer.message_id
    ) == [(True,)]


@pytest.mark.parametrize(
    "text",
    [
        "谢谢，但是还是不行",
        "Thanks, when do I get the refund?",
        "Danke, aber es geht noch nicht",
        "谢谢，订单 12 也一样",
    ],
)
async def test_in_doubt_it_is_taken_up_again(office: Office, text: str) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    answer = await answered(at, text)
    assert (answer.state, answer.number, answer.phase) == ("threaded", number, "open")


async def test_thanks_with_a_picture_are_read_by_people(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    (answer,) = await at.take(
        mail("Re: 无法登录", "谢谢", in_reply_to="<first@x.test>", files=(("图.png", "image/png", PNG),))
    )
    assert (answer.number, answer.phase) == (number, "open")


async def test_after_thanks_whatever_is_more_still_takes_it_up_again(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    await close(office, number, confirm=True)
    for n in range(3):
        assert (await answered(at, "谢谢", message_id=f"<t{n}@x.test>")).phase == "closed"
    assert (await answered(at, "又坏了")).phase == "open"


async def test_who_may_not_reopen_gets_a_follow_up_with_their_files(office: Office) -> None:
    at = await post(office)
    number, ticket = await opened(at)
    await close(office, number, confirm=True)
    files = (("图.png", "image/png", PNG),)
    (stranger,) = await at.take(
        mail("Re: 无法登录", "我也是", sender="eve@elsewhere.test", in_reply_to="<first@x.test>", files=files)
    )
    assert stranger.state == "created" and stranger.ticket_id != ticket
    assert await at.rows(
        """
        select t.follows, (select count(*) from attachment a
                            where a.workspace_id = t.workspace_id and a.message_id = %(message)s),
               (select count(*) from file f where f.workspace_id = t.workspace_id)
          from ticket t
         where t.workspace_id = %(workspace)s and t.id = %(id)s
        """,
        id=stranger.ticket_id,
        message=stranger.message_id,
    ) == [(ticket, 1, 1)]


async def test_who_may_reopens_in_their_own_name(office: Office) -> None:
    at = await post(office)
    number, ticket = await opened(at)
    await close(office, number, confirm=True)
    (owner,) = await at.take(mail("Re: 无法登录", "还是不行", in_reply_to="<first@x.test>"))
    assert (owner.state, owner.ticket_id, owner.phase) == ("threaded", ticket, "open")
    assert await at.rows(
        """
        select e.kind, e.actor, e.actor_id = t.requester_id
          from event e
          join ticket t on t.workspace_id = e.workspace_id and t.id = e.stream_id
         where e.workspace_id = %(workspace)s and e.stream = 'ticket' and e.stream_id = %(id)s
           and e.kind in ('ticket.moved', 'ticket.message_added')
         order by e.seq desc
         limit 2
        """,
        id=ticket,
    ) == [("ticket.message_added", "customer", True), ("ticket.moved", "customer", True)]
