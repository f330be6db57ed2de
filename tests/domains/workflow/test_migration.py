"""Running tickets are taken to another version, or to another workflow: previewed, done, seen, undone (spec 02)."""

from typing import Any

import msgspec
from litestar import Litestar

from gongdan.domains.bundle import PolicyBundle
from gongdan.kernel import clock
from tests.domains.approvals.kit import Scene, asking, scene, step
from tests.domains.operations.test_operations import carry_out
from tests.kit import Office, Visitor


def with_flow(key: str = "standard", *, calls: dict[str, str] | None = None, name: str = "改版") -> PolicyBundle:
    """A policy without approvals, and with the standard workflow under ``key``: its statuses by other keys, ``calls``,
    if given."""
    raw = msgspec.to_builtins(asking(step(retired=True)))
    plain = next(one for one in raw["workflows"] if one["key"] == "standard")
    new = calls or {}
    flow = plain | {
        "key": key,
        "name": {"zh-CN": name, "en": "Changed"},
        "initial": new.get(plain["initial"], plain["initial"]),
        "reopen": plain["reopen"] | {"to": new.get(plain["reopen"]["to"], plain["reopen"]["to"])},
        "statuses": [one | {"key": new.get(one["key"], one["key"])} for one in plain["statuses"]],
        "transitions": [
            one | {"from": [new.get(end, end) for end in one["from"]], "to": new.get(one["to"], one["to"])}
            for one in plain["transitions"]
        ],
    }
    raw["workflows"] = [flow, *(one for one in raw["workflows"] if one["key"] != key)]
    return msgspec.convert(raw, PolicyBundle)


async def planned(admin: Visitor, **params: Any) -> dict[str, Any]:
    answer = await admin.post("/operations", {"kind": "tickets.migrate", "params": {"workflow": "standard"} | params})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def done(office: Office, admin: Visitor, id: int) -> dict[str, Any]:
    await admin.post(f"/operations/{id}/start")
    return await carry_out(office, admin, id)


async def seen(visitor: Visitor, number: str) -> dict[str, Any]:
    found: dict[str, Any] = (await visitor.get(f"/tickets/{number}")).json()
    return found


async def at_work(asgi: Litestar) -> tuple[Scene, Visitor]:
    """A ticket in hand under release 1, and an administrator under the release that follows."""
    found = await scene(asgi)
    await found.office.publish(with_flow())
    return found, await found.office.member("管理员", "admin")


async def test_it_is_previewed_done_told_in_the_timeline_and_undone(asgi: Litestar) -> None:
    found, admin = await at_work(asgi)
    office, number = found.office, found.number
    preview = (await admin.get("/policy/migration", workflow="standard")).json()
    (status,) = preview["statuses"]
    assert (preview["tickets"], preview["approvals"]) == (1, 0)
    assert (status["status"], status["name"]["zh-CN"], status["to"]) == ("in_progress", "处理中", "in_progress")
    plan = await planned(admin)
    assert (plan["total"], plan["foreseen"]["changed"], plan["foreseen"]["letters"]) == (1, 1, 0)
    then = clock.now()
    ended = await done(office, admin, plan["id"])
    assert (ended["state"], ended["done"]) == ("done", 1)
    now = await seen(found.agent, number)
    assert (now["status"], now["timeline"][-1]["kind"]) == ("in_progress", "ticket.migrated")
    assert "改按流程“改版”的现行版本办理" in now["timeline"][-1]["text"]
    assert [one["status"] for one in now["steps"] if one["state"] == "current"] == ["in_progress"]
    (only,) = (await admin.get("/policy/workflows")).json()[0]["versions"]
    assert only["version"] == preview["version"]

    office.services.rules._kept.clear()  # as after a restart
    past = (await found.agent.get(f"/tickets/{number}", as_of=then.isoformat())).json()
    assert past["status"] == "in_progress" and past["timeline"][-1]["kind"] != "ticket.migrated"

    again = await planned(admin)
    assert again["total"] == 0
    undo = (await admin.post(f"/operations/{plan['id']}/undo")).json()
    assert (await done(office, admin, undo["id"]))["done"] == 1
    assert (await admin.get("/policy/migration", workflow="standard")).json()["tickets"] == 1


async def test_the_customer_hears_nothing_and_sees_where_it_stands(asgi: Litestar) -> None:
    found, admin = await at_work(asgi)
    before = (await found.customer.get(f"/portal/tickets/{found.number}")).json()
    await done(found.office, admin, (await planned(admin))["id"])
    after = (await found.customer.get(f"/portal/tickets/{found.number}")).json()
    assert (after["status"], after["messages"]) == (before["status"], before["messages"])
    async with found.office.read() as tx:
        assert "ticket.customer_told" not in [
            row["kind"]
            for row in await tx.rows(
                dict,
                "select kind from event where workspace_id = %(workspace)s and seq > %(seq)s and stream = 'ticket'",
                seq=(await seen(found.agent, found.number))["version"] - 1,
            )
        ]


async def test_an_approval_under_way_ends_and_who_asked_is_told(asgi: Litestar) -> None:
    found, admin = await at_work(asgi)
    assert (await found.ask()).status_code == 200
    preview = (await admin.get("/policy/migration", workflow="standard")).json()
    assert preview["approvals"] == 1
    plan = await planned(admin)
    assert plan["foreseen"]["notices"] == 1
    await done(found.office, admin, plan["id"])
    now = await found.seen()
    assert now["timeline"][-1]["kind"] == "ticket.approval_cancelled"
    assert now["timeline"][-1]["data"]["because"] == "migrated"
    resolved = await found.agent.post(f"/tickets/{found.number}/moves", {"to": "resolved"})
    assert resolved.status_code == 200, resolved.text  # the new version asks nobody


async def test_a_status_without_counterpart_must_be_mapped(asgi: Litestar) -> None:
    found = await scene(asgi)
    office = found.office
    waits = await office.ticket(found.customer, team="service")
    other = msgspec.to_builtins(with_flow("other", calls={"new": "arrived"}))
    for status in other["workflows"][0]["statuses"]:
        status["phase"] = "open" if status["phase"] == "new" else status["phase"]
    await office.publish(msgspec.convert(other, PolicyBundle))
    admin = await office.member("管理员", "admin")
    preview = (await admin.get("/policy/migration", workflow="standard", to="other")).json()
    assert {one["status"]: one["to"] for one in preview["statuses"]} == {"in_progress": "in_progress", "new": None}

    async def refused(**params: Any) -> list[tuple[str, str]]:
        body = {"kind": "tickets.migrate", "params": {"workflow": "standard", "to": "other"} | params}
        answer = await admin.post("/operations", body)
        assert answer.status_code == 422, answer.text
        return [(one["field"], one["code"]) for one in answer.json()["faults"]]

    assert await refused() == [("params.statuses.new", "required")]
    assert await refused(statuses={"new": "gone"}) == [("params.statuses.new", "unknown_status")]
    assert await refused(statuses={"new": "closed"}) == [("params.statuses.new", "status_unfit")]
    assert await refused(workflow="nothing") == [("params.workflow", "unknown_key")]
    assert await refused(to="nothing") == [("params.to", "unknown_key")]
    plan = await planned(admin, to="other", statuses={"new": "arrived"})
    assert (await done(office, admin, plan["id"]))["done"] == 2
    assert ((await seen(admin, waits))["status"], (await seen(admin, found.number))["status"]) == (
        "arrived",
        "in_progress",
    )


async def test_a_ticket_that_changed_meanwhile_is_taken_as_it_stands(asgi: Litestar) -> None:
    found, admin = await at_work(asgi)
    office = found.office
    fresh = await office.ticket(await office.customer(), team="service")
    plan = await planned(admin)
    assert plan["total"] == 1  # the other one was opened on the version in force
    await found.agent.post(f"/tickets/{found.number}/moves", {"to": "waiting"})
    assert (await done(office, admin, plan["id"]))["done"] == 1
    assert (await seen(found.agent, found.number))["status"] == "waiting"
    assert (await seen(admin, fresh))["status"] == "new"


async def test_a_ticket_that_closed_meanwhile_is_left_alone(asgi: Litestar) -> None:
    found, admin = await at_work(asgi)
    plan = await planned(admin)
    await found.lead.post(f"/tickets/{found.number}/close", {"reason": "not_needed"})
    before = (await seen(admin, found.number))["version"]
    ended = await done(found.office, admin, plan["id"])
    assert (ended["done"], ended["unchanged"]) == (0, 1)
    assert (await seen(admin, found.number))["version"] == before


async def test_only_who_publishes_migrates(asgi: Litestar) -> None:
    found, _ = await at_work(asgi)
    director = await found.office.member("总监", "director")
    body = {"kind": "tickets.migrate", "params": {"workflow": "standard"}}
    assert (await director.post("/operations", body)).status_code == 403
    assert (await director.get("/policy/migration", workflow="standard")).status_code == 200
    assert (await director.get("/policy/migration", workflow="nothing")).status_code == 422


async def test_tickets_of_one_type_or_version_alone(asgi: Litestar) -> None:
    _, admin = await at_work(asgi)
    assert (await planned(admin, type="account"))["total"] == 0
    assert (await planned(admin, type="technical"))["total"] == 1
    (now, before) = (await admin.get("/policy/workflows")).json()[0]["versions"]
    assert (await planned(admin, version=before["version"]))["total"] == 1
    assert (await planned(admin, version=now["version"]))["total"] == 0
    assert (await planned(admin, version="unheard-of"))["total"] == 0
