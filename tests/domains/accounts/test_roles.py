"""What each shipped role may and may not do (spec 08)."""

import pytest

from gongdan.domains.accounts.rights.authority import Authority, TicketKeys, actions, may, may_somewhere
from gongdan.domains.accounts.rights.knowing import reader_of
from gongdan.domains.accounts.rights.permissions import ACTIONS, FIELD_CLASSES
from gongdan.domains.accounts.rights.roles import SHIPPED, classes, granted

ME, OTHER, CUSTOMER = 1, 2, 9
ROLES = {role.key: role for role in SHIPPED}


def ticket(
    *, team: str | None = "elsewhere", assignee: int | None = OTHER, requester: int = CUSTOMER,
    creator: int | None = None, organisation: int | None = None, participants: tuple[int, ...] = (),
) -> TicketKeys:  # fmt: skip
    everybody = frozenset({requester, *participants})
    return TicketKeys(5, team, "incident", assignee, requester, creator, organisation, everybody)


ANYONES = ticket()
UNASSIGNED_OF_MY_TEAM = ticket(team="mine", assignee=None)
OF_MY_TEAM = ticket(team="mine")
OF_A_TEAM_I_LEAD = ticket(team="led")
OF_MY_DEPARTMENT = ticket(team="sister")
ASSIGNED_TO_ME = ticket(assignee=ME)
OPENED_BY_ME = ticket(creator=ME)
ASKED_BY_ME = ticket(requester=ME)
I_TAKE_PART = ticket(participants=(ME,))
OF_MY_ORGANISATION = ticket(organisation=4)


def bearer(role: str, *, only_ticket: int | None = None) -> Authority:
    led = frozenset({"led"})
    rights = [ROLES[role].rights]
    is_customer = role in ("customer", "organisation_admin")
    return Authority(
        workspace_id=1,
        person_id=ME,
        kind="customer" if is_customer else "staff",
        name="me",
        grants=granted(rights, led),
        teams=frozenset() if is_customer else frozenset({"mine", "led"}),
        led_teams=led,
        department_teams=frozenset() if is_customer else frozenset({"mine", "led", "sister"}),
        organisations=frozenset({4}) if is_customer else frozenset(),
        classes=classes(rights),
        only_ticket=only_ticket,
        locale="en",
        zone="UTC",
        release=1,
        roles=frozenset({role}),
    )


EVERYWHERE = (ANYONES, OF_MY_TEAM, OF_MY_DEPARTMENT, ASSIGNED_TO_ME, ASKED_BY_ME, OF_MY_ORGANISATION)
READERS = [
    ("system_admin", EVERYWHERE, ()),
    ("admin", EVERYWHERE, ()),
    ("executive", EVERYWHERE, ()),
    ("director", EVERYWHERE, ()),
    ("auditor", EVERYWHERE, ()),
    ("department_head", (OF_MY_DEPARTMENT, OF_MY_TEAM, ASSIGNED_TO_ME, I_TAKE_PART), (ANYONES, OF_MY_ORGANISATION)),
    ("lead", (OF_A_TEAM_I_LEAD, OF_MY_TEAM, ASSIGNED_TO_ME, I_TAKE_PART), (ANYONES, OF_MY_DEPARTMENT)),
    (
        "agent",
        (OF_MY_TEAM, UNASSIGNED_OF_MY_TEAM, ASSIGNED_TO_ME, OPENED_BY_ME, ASKED_BY_ME, I_TAKE_PART),
        (ANYONES, OF_MY_DEPARTMENT),
    ),
    ("collaborator", (ASSIGNED_TO_ME, OPENED_BY_ME, I_TAKE_PART), (ANYONES, OF_MY_TEAM)),
    ("knowledge_manager", (OF_MY_TEAM, I_TAKE_PART), (ANYONES, OF_MY_DEPARTMENT)),
    ("employee", (ASKED_BY_ME, OPENED_BY_ME, I_TAKE_PART), (ANYONES, OF_MY_TEAM, UNASSIGNED_OF_MY_TEAM)),
    ("vendor", (I_TAKE_PART,), (ANYONES, OF_MY_TEAM)),
    ("customer", (ASKED_BY_ME,), (ANYONES, I_TAKE_PART, ASSIGNED_TO_ME, OPENED_BY_ME, OF_MY_ORGANISATION)),
    ("organisation_admin", (OF_MY_ORGANISATION,), (ANYONES, I_TAKE_PART, ASSIGNED_TO_ME)),
]
DEEDS = [
    # role, ticket, what they may do with it, what they may not
    ("system_admin", ANYONES, "assign reply close trash export resolve edit spam", ""),
    ("admin", ANYONES, "assign reply close trash export resolve edit spam", ""),
    ("executive", ANYONES, "note watch escalate export", "reply assign move resolve close edit trash"),
    ("director", ANYONES, "assign assign_above_capacity reply close trash export", "confirm rate"),
    ("department_head", OF_MY_DEPARTMENT, "assign reply close assign_above_capacity trash", "confirm rate"),
    ("lead", OF_A_TEAM_I_LEAD, "assign reply close assign_above_capacity spam trash export", "confirm rate"),
    ("lead", OF_MY_TEAM, "reply claim resolve", "assign close assign_above_capacity trash export"),
    ("agent", UNASSIGNED_OF_MY_TEAM, "claim reply note", "assign close"),
    ("agent", OF_MY_TEAM, "reply note accept edit tag move resolve reopen escalate", "assign close trash export"),
    ("agent", ASSIGNED_TO_ME, "reply assign close resolve", "assign_above_capacity spam trash export"),
    ("agent", I_TAKE_PART, "note watch", "reply assign move resolve edit"),
    ("collaborator", I_TAKE_PART, "note watch", "reply assign move resolve edit claim"),
    ("knowledge_manager", OF_MY_TEAM, "note tag", "reply assign move resolve edit"),
    ("auditor", ANYONES, "export", "reply note assign move resolve edit tag watch close"),
    ("employee", ASKED_BY_ME, "reply confirm reopen rate close", "note assign move edit"),
    ("employee", I_TAKE_PART, "", "reply note close confirm"),
    ("vendor", I_TAKE_PART, "note", "reply assign move edit close"),
    ("customer", ASKED_BY_ME, "reply confirm reopen rate", "note assign move edit close tag watch escalate"),
    ("organisation_admin", OF_MY_ORGANISATION, "reply confirm reopen rate", "note assign edit close"),
]
SOMEWHERE = [
    ("system_admin", " ".join(ACTIONS), ""),
    ("admin", "people.manage policy.publish audit.read customer.manage", "workspace.manage token.manage"),
    ("executive", "policy.read people.read", "policy.edit people.manage audit.read"),
    ("director", "policy.edit outbox.manage quarantine.manage", "policy.publish people.manage audit.read"),
    ("department_head", "policy.edit customer.manage", "policy.publish people.manage"),
    ("lead", "customer.manage ticket.create_for_others policy.edit", "policy.publish people.manage"),
    ("agent", "ticket.create_for_others customer.read people.read", "customer.manage policy.edit audit.read"),
    ("collaborator", "ticket.create", "ticket.create_for_others customer.read"),
    ("knowledge_manager", "policy.read", "policy.edit customer.read"),
    ("auditor", "audit.read policy.read customer.read", "ticket.create policy.edit people.manage"),
    ("employee", "ticket.create", "ticket.create_for_others people.read note.read customer.read"),
    ("vendor", "ticket.note", "ticket.create message.read note.read people.read"),
    ("customer", "ticket.create", "ticket.create_for_others note.read people.read customer.read"),
    ("organisation_admin", "customer.read", "customer.manage note.read people.read"),
]


@pytest.mark.parametrize(("role", "seen", "hidden"), READERS, ids=[row[0] for row in READERS])
def test_each_role_sees_the_tickets_of_its_scope_and_no_other(
    role: str, seen: tuple[TicketKeys, ...], hidden: tuple[TicketKeys, ...]
) -> None:
    me = bearer(role)
    assert [may(me, "ticket.read", keys) for keys in seen] == [True] * len(seen)
    assert [may(me, "ticket.read", keys) for keys in hidden] == [False] * len(hidden)


@pytest.mark.parametrize(("role", "keys", "can", "cannot"), DEEDS)
def test_each_role_does_what_it_should_with_a_ticket_and_nothing_more(
    role: str, keys: TicketKeys, can: str, cannot: str
) -> None:
    me = bearer(role)
    assert [deed for deed in can.split() if not may(me, f"ticket.{deed}", keys)] == []
    if role not in ("system_admin", "admin"):
        assert [deed for deed in cannot.split() if may(me, f"ticket.{deed}", keys)] == []


@pytest.mark.parametrize(("role", "can", "cannot"), SOMEWHERE)
def test_each_role_has_the_rights_that_concern_no_ticket(role: str, can: str, cannot: str) -> None:
    me = bearer(role)
    assert [action for action in can.split() if not may_somewhere(me, action)] == []
    assert [action for action in cannot.split() if may_somewhere(me, action)] == []


@pytest.mark.parametrize(
    ("role", "keys", "heard", "unheard"),
    [
        ("agent", OF_MY_TEAM, "customer internal vendor:8", ""),
        ("collaborator", I_TAKE_PART, "customer internal", ""),
        ("auditor", ANYONES, "customer internal vendor:8", ""),
        ("employee", ASKED_BY_ME, "customer", "internal vendor:8"),
        ("vendor", I_TAKE_PART, f"vendor:{ME}", "customer internal vendor:8"),
        ("customer", ASKED_BY_ME, "customer", f"internal vendor:8 vendor:{ME}"),
    ],
)
def test_who_hears_which_messages(role: str, keys: TicketKeys, heard: str, unheard: str) -> None:
    mine = reader_of(bearer(role), keys)
    assert all(mine.hears(audience) for audience in heard.split())
    assert not any(mine.hears(audience) for audience in unheard.split())


def test_all_fourteen_roles_are_covered_here() -> None:
    assert len(SHIPPED) == 14
    assert {row[0] for row in READERS} == {row[0] for row in SOMEWHERE} == set(ROLES)


def test_shipped_roles_name_only_actions_and_classes_that_exist() -> None:
    for role in SHIPPED:
        assert actions(bearer(role.key)) <= set(ACTIONS)
        assert set(role.rights.classes) <= set(FIELD_CLASSES)
        assert set(role.name) == {"zh-CN", "en"}


def test_only_the_system_administrator_reads_sensitive_fields_by_default() -> None:
    assert [role.key for role in SHIPPED if "sensitive" in role.rights.classes] == ["system_admin"]


def test_a_guest_link_shows_its_ticket_and_no_other_of_the_same_person() -> None:
    guest = bearer("customer", only_ticket=ASKED_BY_ME.id + 1)
    assert not may(guest, "ticket.read", ASKED_BY_ME)
    assert reader_of(guest, ASKED_BY_ME).audiences == frozenset()
    assert may(bearer("customer", only_ticket=ASKED_BY_ME.id), "ticket.read", ASKED_BY_ME)


def test_a_lead_of_no_team_has_no_more_than_an_agent_there() -> None:
    grants = granted([ROLES["lead"].rights], frozenset())
    assert not any("ticket.trash" in grant.actions for grant in grants)
