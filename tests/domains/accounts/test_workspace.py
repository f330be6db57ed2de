"""The workspace itself, as its administrator changes it."""

import pytest

from gongdan.domains.tickets.desk import rulebook
from tests.infra.log.kit import eventually
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio


async def test_an_administrator_names_the_workspace_and_sets_its_language_and_zone(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    before = (await admin.get("/workspace")).json()
    assert (before["name"], before["locale"], before["zone"], before["host"]) == (
        "测试公司", "zh-CN", "Asia/Shanghai", None,
    )  # fmt: skip
    assert before["portal_url"].endswith("/portal")
    change = {"name": " 新公司 ", "locale": "en", "zone": "Asia/Tokyo"}
    after = await admin.call("PATCH", "/workspace", json=change)
    assert after.status_code == 200, after.text
    shown = after.json()
    assert (shown["name"], shown["locale"], shown["zone"]) == ("新公司", "en", "Asia/Tokyo")
    assert shown["version"] == before["version"] + 1
    same = await admin.call("PATCH", "/workspace", json=change)
    assert same.json()["version"] == shown["version"]
    async with office.read() as tx:
        ((body,),) = await tx.rows(
            tuple,
            "select convert_from(body, 'utf8') from event"
            " where workspace_id = %(workspace)s and kind = 'workspace.changed'",
        )
    assert "新公司" in body and "Asia/Shanghai" in body


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"host": "http://x.test"}, "host"),
        ({"host": "-a.test"}, "host"),
        ({"locale": "fr"}, "locale"),
        ({"name": ""}, "name"),
        ({"slug": "other"}, "slug"),
    ],
)
async def test_what_cannot_be_is_refused_at_its_field(office: Office, change: dict[str, str], field: str) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    refused = await admin.call("PATCH", "/workspace", json=change)
    assert refused.status_code == 422
    assert [one["field"] for one in refused.json()["faults"]] == [field]


async def test_a_host_is_given_taken_away_and_never_shared(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    host = f"{office.slug}.example.test"
    given = await admin.call("PATCH", "/workspace", json={"host": host.upper()})
    assert given.json()["host"] == host and host in given.json()["portal_url"]
    other = await (await found_office(office.asgi)).member("李雷", "system_admin")
    refused = await other.call("PATCH", "/workspace", json={"host": host})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.host_unavailable")
    assert office.slug not in refused.json()["remedy"].replace(host, "")
    away = await admin.call("PATCH", "/workspace", json={"host": ""})
    assert away.json()["host"] is None
    assert (await other.call("PATCH", "/workspace", json={"host": host})).status_code == 200


async def test_nobody_takes_the_host_of_the_installation(office: Office) -> None:
    await found_office(office.asgi)
    admin = await office.member("韩梅梅", "system_admin")
    host = office.services.settings.base_url.split("//")[1].split(":")[0]
    refused = await admin.call("PATCH", "/workspace", json={"host": host})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.host_unavailable")


async def test_a_host_that_the_operator_gave_stays_when_it_is_sent_along(office: Office) -> None:
    await found_office(office.asgi)
    host = office.services.settings.base_url.split("//")[1].split(":")[0]
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update workspace set settings = settings || jsonb_build_object('host', %(host)s::text)"
            " where id = %(workspace)s",
            host=host,
        )
    admin = await office.member("韩梅梅", "system_admin")
    kept = await admin.call("PATCH", "/workspace", json={"name": "新公司", "host": host})
    assert (kept.status_code, kept.json()["host"]) == (200, host)
    assert (await admin.call("PATCH", "/workspace", json={"host": ""})).status_code == 200


async def test_a_change_on_top_of_another_one_is_refused(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    seen = {"If-Match": f'"{(await admin.get("/workspace")).json()["version"]}"'}
    assert (await admin.call("PATCH", "/workspace", json={"name": "甲"}, headers=seen)).status_code == 200
    stale = await admin.call("PATCH", "/workspace", json={"name": "乙"}, headers=seen)
    assert (stale.status_code, stale.json()["code"]) == (412, "accounts.workspace_changed")


async def test_rules_that_are_kept_learn_of_another_zone(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    book = office.services.rules
    assert (await book(office.id, 1)).zone == "Asia/Shanghai"
    assert (await admin.call("PATCH", "/workspace", json={"zone": "Asia/Tokyo"})).status_code == 200
    monkeypatch.setattr(rulebook, "LOOKED_AGAIN_S", 0.0)

    async def is_there() -> bool:
        return (await book(office.id, 1)).zone == "Asia/Tokyo"

    await eventually(is_there)
