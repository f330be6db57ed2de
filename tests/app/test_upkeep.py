"""How the installation is, over the API, and the guide of a new workspace."""

import httpx
import pytest

from gongdan.app.upkeep.backups import last_backup, note_backup
from gongdan.app.upkeep.examination import examine
from gongdan.kernel import clock
from tests.domains.channels.mails import post
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio


async def test_the_system_page_tells_each_thing_in_words_and_nothing_secret(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    for language, word in (("zh-CN", "磁盘"), ("en", "Disk")):
        answer = await admin.get("/system", headers={"Accept-Language": language})
        assert answer.status_code == 200, answer.text
        shown = {one["key"]: one for one in answer.json()["checks"]}
        assert set(shown) >= {
            "disk", "version", "schema", "workers", "timers", "delivery", "held_back", "database", "backup", "address",
            "incoming", "outgoing", "mailboxes", "set_aside",
        }  # fmt: skip
        assert shown["disk"]["title"] == word
        assert shown["schema"]["state"] == "ok"
        assert all(one["text"] and "{" not in one["text"] for one in shown.values())
        assert all(one["remedy"] for one in shown.values() if one["state"] != "ok")
        assert str(office.services.settings.data) not in answer.text
        assert "postgres" not in answer.text.lower().replace("postgresql", "")


async def test_what_waits_in_another_workspace_is_not_told(office: Office) -> None:
    at = await post(office)
    await at.take(b"Subject: ?\n\nwho am I\n")
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update inbound set state = 'received', received_at = now() - interval '1 hour'"
            " where workspace_id = %(workspace)s"
        )
    admin = await office.member("韩梅梅", "system_admin")
    ours = {one["key"]: one for one in (await admin.get("/system")).json()["checks"]}
    assert (ours["incoming"]["state"], ours["incoming"]["count"]) == ("bad", 1)
    stranger = await (await found_office(office.asgi)).member("李雷", "system_admin")
    theirs = {one["key"]: one for one in (await stranger.get("/system")).json()["checks"]}
    assert (theirs["incoming"]["state"], theirs["mailboxes"]["code"]) == ("ok", "mailboxes.none")


async def test_system_and_guide_are_for_who_manages_the_workspace(office: Office) -> None:
    for role in ("agent", "lead", "director", "admin", "auditor"):
        member = await office.member("李雷", role)
        assert (await member.get("/system")).status_code == 403
        assert (await member.get("/setup")).status_code == 403
        assert (await member.call("PUT", "/setup", json={"step": "mailbox", "skipped": True})).status_code == 403
        assert (await member.get("/workspace")).status_code == 403
        assert (await member.call("PATCH", "/workspace", json={"name": "x"})).status_code == 403


async def test_the_command_finds_what_the_page_shows(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    shown = {f"health.{one['code']}" for one in (await admin.get("/system")).json()["checks"] if one["state"] != "ok"}
    found = {one.code async for one in examine(office.services, clock.now()) if one.code.startswith("health.")}
    own = {"health.mailboxes.none"}
    assert shown - own == found


async def test_a_process_is_ready_when_database_schema_and_disk_are(office: Office) -> None:
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


async def test_a_backup_is_remembered_beside_the_data(office: Office) -> None:
    data, now = office.services.settings.data, clock.now()
    assert last_backup(data) is None
    note_backup(data, now)
    try:
        assert last_backup(data) == now
        admin = await office.member("韩梅梅", "system_admin")
        shown = {one["key"]: one["code"] for one in (await admin.get("/system")).json()["checks"]}
        assert shown["backup"] == "backup.ok"
        (data / "last-backup.json").write_text("broken")
        assert last_backup(data) is None
    finally:
        (data / "last-backup.json").unlink()
    note_backup(data / "nowhere", now)


async def test_the_guide_follows_what_is_there_and_remembers_only_what_was_put_aside(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    before = (await admin.get("/setup")).json()
    assert not before["is_over"] and not any(one["done"] for one in before["steps"])
    await office.member("李雷", "agent", service=False)
    await post(office)
    assert (await admin.call("PATCH", "/workspace", json={"name": "新公司"})).status_code == 200
    for _ in range(2):
        after = await admin.call("PUT", "/setup", json={"step": "portal", "skipped": True})
        assert after.status_code == 200
    steps = {one["key"]: (one["done"], one["skipped"]) for one in after.json()["steps"]}
    assert steps == {
        "company": (True, False),
        "mailbox": (True, False),
        "team": (True, False),
        "category": (False, False),
        "invite": (True, False),
        "portal": (False, True),
    }
    assert (await admin.call("PUT", "/setup", json={"step": "category", "skipped": True})).json()["is_over"]
    again = await admin.call("PUT", "/setup", json={"step": "portal", "skipped": False})
    assert not again.json()["is_over"]
    assert (await admin.call("PUT", "/setup", json={"step": "nothing", "skipped": True})).status_code in (404, 422)
    async with office.read() as tx:
        logged = await tx.rows(
            tuple,
            "select kind from event where workspace_id = %(workspace)s and kind like 'workspace.%%' and actor_id = %(who)s"
            " order by seq",
            who=admin.id,
        )
    kinds = [kind for (kind,) in logged]
    assert kinds == ["workspace.changed", *["workspace.setup_skipped"] * 3]
