"""Members, roles, teams and workspaces (spec 08; spec 04 for what a new workspace holds)."""

from datetime import timedelta

import pytest

from gongdan.domains.accounts import queries, workspaces, writes
from gongdan.domains.accounts.commands import departments, people, roles, structure
from gongdan.domains.accounts.errors import (
    KeyTaken,
    LastAdministrator,
    MailTaken,
    MemberNotFound,
    RightsAboveOwn,
    SlugTaken,
    UnknownKeys,
    WorkspaceNotFound,
)
from gongdan.domains.accounts.events import key_id
from gongdan.domains.accounts.presence.jobs import take_for_offline
from gongdan.domains.accounts.rights.roles import SHIPPED
from gongdan.domains.accounts.workspaces.places import find_workspace
from gongdan.kernel.errors import Forbidden
from tests.domains.accounts.conftest import NOW, World

pytestmark = pytest.mark.anyio


async def test_a_new_workspace_has_the_shipped_roles_and_the_teams_that_policy_names(world: World) -> None:
    async with world.db.read(world.id) as tx:
        known, teams = await roles.roles(tx), await queries.teams(tx)
    assert {role.key for role in known} == {role.key for role in SHIPPED}
    assert {team.key for team in teams if not team.is_roster} == {
        "tech", "finance", "service", "senior", "engineering", "cross",
    }  # fmt: skip
    assert [team.key for team in teams if team.is_roster] == ["duty-lead"]
    assert "workspace.added" in await world.events("workspace", world.id)
    assert await world.events("team", key_id("tech")) == ["team.added"]


async def test_a_slug_names_one_workspace(world: World) -> None:
    with pytest.raises(SlugTaken):
        await workspaces.create_workspace(world.db, world.slug, name="Other", via="cli", now=NOW)


async def test_a_workspace_is_found_by_slug_or_by_its_own_host(world: World) -> None:
    await workspaces.create_workspace(world.db, f"{world.slug}-b", name="Other", via="cli", now=NOW)
    async with world.db.plain() as connection:
        await connection.execute(
            "update workspace set settings = jsonb_build_object('host', %s::text) where id = %s",
            [f"{world.slug}.test", world.id],
        )
    assert (await find_workspace(world.db, slug=world.slug, host=None)).id == world.id
    assert (await find_workspace(world.db, slug=None, host=f"{world.slug}.test")).id == world.id
    front = await find_workspace(world.db, slug=None, host="unknown.test")
    assert front == await find_workspace(world.db, slug=None, host="other.test")
    for slug in ("absent", None):  # several, and none is named
        with pytest.raises(WorkspaceNotFound):
            await find_workspace(world.db, slug=slug, host=None)


async def test_a_member_is_added_with_roles_and_teams_and_the_log_tells_it(world: World) -> None:
    person_id = await world.member("li", "agent", tech=True)
    async with world.db.read(world.id) as tx:
        (member,) = await queries.members(tx)
    assert (member.id, member.roles, member.teams, member.led_teams) == (person_id, ["agent"], ["tech"], ["tech"])
    assert await world.events("person", person_id) == [
        "person.added", "person.member_added", "person.roles_set", "person.teams_set",
    ]  # fmt: skip
    assert await world.events("team", key_id("tech")) == ["team.added", "team.members_set"]


async def test_two_members_never_share_a_mail_address(world: World) -> None:
    await world.member("li")
    with pytest.raises(MailTaken):
        await world.member("LI")


async def test_a_customer_who_becomes_a_member_stays_one_person(world: World) -> None:
    person_id = await world.customer(f"chen@{world.slug}.test")
    assert await world.member("chen", "agent") == person_id


async def test_unknown_and_customer_roles_are_refused_by_name(world: World) -> None:
    for role in ("wizard", "customer"):
        with pytest.raises(UnknownKeys) as refused:
            await world.member("li", role)
        assert refused.value.faults[0].params == {"keys": [role]}
    with pytest.raises(UnknownKeys):
        await world.member("li", "agent", nowhere=True)


async def test_who_may_not_manage_people_adds_none_and_finds_none_to_change(world: World) -> None:
    agent = await world.authority(await world.member("li", "agent"))
    other = await world.member("wu", "agent")
    new = people.NewMember(name="x", mail="x@example.com", locale="en", zone="UTC")
    with pytest.raises(Forbidden):
        await world.run(people.add_member, agent, new)
    with pytest.raises(MemberNotFound):
        await world.run(people.set_presence, agent, other, "away")


async def test_nobody_gives_rights_that_they_does_not_hold_or_gains_a_hold_on_who_has_more(world: World) -> None:
    chief = await world.member("chief", "system_admin")
    admin = await world.authority(await world.member("wu", "admin"))
    agent = await world.member("li", "agent")
    await world.run(people.set_roles, admin, agent, ["director", "agent"])
    with pytest.raises(RightsAboveOwn):
        await world.run(people.set_roles, admin, agent, ["system_admin"])
    with pytest.raises(RightsAboveOwn):
        await world.run(people.set_active, admin, chief, False)


async def test_the_last_system_administrator_stays(world: World) -> None:
    first = await world.member("first", "system_admin")
    for command, change in ((people.set_roles, ["agent"]), (people.set_active, False)):
        with pytest.raises(LastAdministrator):
            await world.run(command, world.system, first, change)
    await world.member("second", "system_admin")
    await world.run(people.set_roles, world.system, first, ["agent"])


async def test_a_department_head_reaches_the_teams_of_the_whole_subtree(world: World) -> None:
    person_id = await world.member("head", "department_head")
    await world.run(
        departments.make_department, world.system, "region",
        name={"zh-CN": "大区", "en": "Region"}, parent=None, head_id=person_id,
    )  # fmt: skip
    await world.run(
        departments.make_department, world.system, "branch", name={"zh-CN": "分部", "en": "Branch"}, parent="region"
    )
    await world.run(
        structure.make_team, world.system, "night", name={"zh-CN": "夜班", "en": "Night"}, department="branch"
    )
    assert (await world.authority(person_id)).department_teams == {"night"}


async def test_a_key_is_taken_once_and_a_department_must_exist(world: World) -> None:
    name = {"zh-CN": "组", "en": "Team"}
    with pytest.raises(KeyTaken):
        await world.run(structure.make_team, world.system, "tech", name=name, department=None)
    with pytest.raises(UnknownKeys):
        await world.run(structure.make_team, world.system, "new", name=name, department="nowhere")


async def test_saying_what_is_so_already_leaves_no_trace(world: World) -> None:
    person_id = await world.member("li", "agent", tech=True)
    before = await world.events("person", person_id)
    await world.run(people.set_roles, world.system, person_id, ["agent"])
    await world.run(people.set_teams, world.system, person_id, {"tech": True})
    await world.run(people.set_presence, world.system, person_id, "offline")
    await world.run(people.set_person, world.system, person_id, name="li", locale="zh-CN")
    assert await world.events("person", person_id) == before


async def test_somebody_changes_their_own_presence_and_language(world: World) -> None:
    person_id = await world.member("li", "agent")
    me = await world.authority(person_id)
    await world.run(people.set_presence, me, person_id, "available")
    await world.run(people.set_person, me, person_id, locale="en", zone="Europe/Berlin")
    changed = await world.authority(person_id)
    assert (changed.locale, changed.zone) == ("en", "Europe/Berlin")
    assert (await world.events("person", person_id))[-2:] == ["person.presence_set", "person.changed"]


async def presence_of(world: World, person_id: int) -> str:
    async with world.db.read(world.id) as tx:
        found = await queries.me(tx, person_id)
    assert found is not None
    return found.presence


async def test_who_has_had_no_page_open_for_ten_minutes_is_offline(world: World) -> None:
    gone, there, signed_out = [await world.member(name, "agent") for name in ("li", "han", "wang")]
    for person_id in (gone, there):
        await world.run(people.set_presence, world.system, person_id, "available")
    await take_for_offline(world.db, world.id, NOW + timedelta(minutes=9))
    assert await presence_of(world, gone) == "available"
    async with world.db.write(world.id) as tx:
        writes.mark_seen(tx, [there, signed_out], NOW + timedelta(minutes=9))
    await take_for_offline(world.db, world.id, NOW + timedelta(minutes=11))
    assert [await presence_of(world, one) for one in (gone, there, signed_out)] == ["offline", "available", "offline"]
    assert (await world.events("person", gone))[-1] == "person.presence_set"


async def test_saying_the_same_presence_again_says_that_one_is_still_there(world: World) -> None:
    person_id = await world.member("li", "agent")
    await world.run(people.set_presence, world.system, person_id, "available")
    async with world.db.write(world.id) as tx:
        later = NOW + timedelta(minutes=9)
        await people.set_presence(tx, world.system, person_id, "available", via="api", now=later)
    await take_for_offline(world.db, world.id, NOW + timedelta(minutes=11))
    assert await presence_of(world, person_id) == "available"


async def test_an_organisation_administrator_reaches_what_they_administers_only(world: World) -> None:
    person_id = await world.customer("boss@example.com")
    async with world.db.write(world.id) as tx:
        for organisation, is_admin in ((1, True), (2, False)):
            row = {"workspace_id": world.id, "organisation_id": organisation, "person_id": person_id}
            tx.insert("organisation_member", row | {"is_admin": is_admin})
    authority = await world.authority(person_id, "customer")
    assert authority.organisations == {1}
    assert authority.roles == {"customer", "organisation_admin"}
