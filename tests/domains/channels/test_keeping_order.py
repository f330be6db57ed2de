"""The quarantine and the outbox as somebody keeps them in order: page by page, what was meant, and what becomes of it."""

import base64

from gongdan.domains.channels.inbound.original import readable
from gongdan.domains.channels.mail.outgoing.notices import queue_notice
from gongdan.domains.channels.mail.settings import Smtp
from gongdan.kernel import clock
from tests.domains.channels.mails import mail, post
from tests.kit import Office

NOBODY = b"Subject: ?\n\nwho am I\n"


async def test_a_held_mail_is_read_as_text_and_as_it_came(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    body = base64.b64encode("请帮忙看看。<script>alert(1)</script>".encode())
    raw = b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + body
    (held,) = await at.take(raw)
    shown = (await admin.get(f"/incoming/{held.id}/original")).json()
    assert shown["text"].startswith("请帮忙看看。")
    assert shown["source"] == raw.decode()
    assert (shown["size"], shown["is_cut"]) == (len(raw), False)
    assert (await admin.get("/incoming/1/original")).status_code == 404


def test_what_a_stranger_sent_turns_nothing_round_and_controls_nothing() -> None:
    assert readable(b"a\x00b\x1b[2Jc\r\nd\te") == "a�b�[2Jc\nd\te"
    assert readable("x\u202egnp.exe".encode()) == "x�gnp.exe"
    assert readable(b"\xff\xfe") == "��"


async def test_a_held_mail_is_thrown_away_and_can_be_fetched_back(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    (held,) = await at.take(NOBODY)
    path = f"/quarantine/{held.id}"
    for _ in range(2):
        gone = await admin.post(f"{path}/discard")
        assert (gone.status_code, gone.json()["state"], gone.json()["reason"]) == (200, "ignored", "discarded")
    assert (await admin.get("/quarantine")).json() == []
    assert [one["id"] for one in (await admin.get("/incoming", states="ignored")).json()] == [held.id]
    assert (await admin.post(f"{path}/release")).status_code == 200
    logged = await at.rows(
        "select kind from event where workspace_id = %(workspace)s and stream = 'workspace' and actor_id = %(admin)s order by seq",
        admin=admin.id,
    )
    assert [kind for (kind,) in logged] == ["workspace.mail_discarded", "workspace.mail_released"]


async def test_who_wrote_it_is_named_and_it_becomes_their_ticket(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    (held,) = await at.take(NOBODY)
    path = f"/quarantine/{held.id}/release"
    assert (await admin.call("POST", f"{path}?sender=nobody")).status_code == 422
    made = (await admin.call("POST", f"{path}?sender=Wang@Customer.test")).json()
    assert made["state"] == "created", made
    shown = (await admin.get(f"/tickets/{made['ticket']}")).json()
    assert "wang@customer.test" in str(shown)


async def test_it_joins_the_ticket_that_somebody_names_and_can_see(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    (first,) = await at.take(mail())
    number = (await admin.get("/incoming", states="created")).json()[0]["ticket"]
    (passed,) = await at.take(mail("自动回复: 休假", "我在休假。", auto_submitted="auto-replied"))
    path = f"/quarantine/{passed.id}/release"
    missing = await admin.call("POST", f"{path}?ticket=GD-000000-0000")
    assert (missing.status_code, missing.json()["code"]) == (404, "ticket.not_found")
    joined = (await admin.call("POST", f"{path}?ticket={number}")).json()
    assert (joined["state"], joined["ticket"]) == ("threaded", number), joined
    assert first.id != passed.id


async def test_a_mail_that_made_a_ticket_is_not_thrown_away(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    (fine,) = await at.take(mail())
    refused = await admin.post(f"/quarantine/{fine.id}/discard")
    assert (refused.status_code, refused.json()["code"]) == (409, "channels.not_quarantined")


async def test_what_came_is_paged_without_gap_or_repetition(office: Office) -> None:
    at = await post(office)
    admin = await office.member("韩梅梅", "system_admin")
    held = [one.id for one in await at.take(*[NOBODY + str(n).encode() for n in range(5)])]
    first = [one["id"] for one in (await admin.get("/incoming", limit=2)).json()]
    second = [one["id"] for one in (await admin.get("/incoming", limit=2, before=first[-1])).json()]
    third = [one["id"] for one in (await admin.get("/incoming", limit=2, before=second[-1])).json()]
    assert first + second + third == sorted(held, reverse=True)


async def test_the_outbox_is_paged_filtered_and_says_what_it_says(office: Office) -> None:
    await post(office, Smtp(host="127.0.0.1", port=1, security="plain"))
    admin = await office.member("韩梅梅", "system_admin")
    async with office.services.db.write(office.id) as tx:
        for n in range(3):
            queue_notice(
                tx,
                ticket_id=None,
                key=f"k{n}",
                recipient=f"a{n}@b.test",
                subject=f"通知 {n}",
                text="您好",
                html=None,
                now=clock.now(),
            )
    first = (await admin.get("/outbox", limit=2)).json()
    rest = (await admin.get("/outbox", limit=2, before=first[-1]["id"])).json()
    assert [one["recipient"] for one in first + rest] == ["a2@b.test", "a1@b.test", "a0@b.test"]
    account_id = first[0]["account_id"]
    assert len((await admin.get("/outbox", kind="notice", account_id=account_id)).json()) == 3
    assert (await admin.get("/outbox", kind="reply")).json() == []
    assert (await admin.get("/outbox", account_id=1)).json() == []
    shown = (await admin.get(f"/outbox/{rest[0]['id']}")).json()
    assert (shown["subject"], shown["text"], shown["item"]["state"]) == ("通知 0", "您好", "queued")
    assert (await admin.get("/outbox/1")).status_code == 404
    (account,) = (await admin.get("/channel-accounts")).json()
    assert account["waiting"] == 3 and account["waiting_since"]


async def test_each_door_is_shut_for_whoever_lacks_its_right_and_for_another_workspace(office: Office) -> None:
    at = await post(office)
    (held,) = await at.take(NOBODY)
    for role in ("agent", "lead", "executive", "auditor"):
        member = await office.member("李雷", role)
        assert (await member.get(f"/incoming/{held.id}/original")).status_code == 403
        assert (await member.post(f"/quarantine/{held.id}/discard")).status_code == 403
        assert (await member.get("/outbox/1")).status_code == 403
    director = await office.member("韩梅梅", "director")
    assert (await director.get(f"/incoming/{held.id}/original")).status_code == 200


async def test_another_workspace_finds_no_mail_of_ours(office: Office) -> None:
    from tests.kit import found_office

    at = await post(office)
    (held,) = await at.take(NOBODY)
    other = await found_office(office.asgi)
    admin = await other.member("韩梅梅", "system_admin")
    assert (await admin.get(f"/incoming/{held.id}/original")).status_code == 404
    assert (await admin.post(f"/quarantine/{held.id}/discard")).status_code == 404
