"""Members as a kind of import. Accounts stand below imports and cannot name them, so their kind is declared here."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts.public import (
    HeldSkill,
    Member,
    NewMember,
    add_member,
    departments,
    members_by_mail,
    roles,
    set_duty,
    set_person,
    set_roles,
    set_teams,
    teams,
)
from gongdan.domains.imports.kinds import Doing, ImportKind, TableColumn
from gongdan.infra.db.tx import Tx
from gongdan.infra.http.bodies import Label, Mail, PersonName, Request
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import LOCALES, Locale, Name, normalise

_Words = Annotated[list[Annotated[Label, Meta(min_length=1, max_length=100)]], Meta(max_length=50)]


class MemberInFile(Request, frozen=True, kw_only=True):
    """A row about a member. What is filled in is what they are to be; what is left out stays."""

    mail: Mail | UnsetType = UNSET
    name: PersonName | UnsetType = UNSET
    roles: _Words | UnsetType = UNSET
    teams: _Words | UnsetType = UNSET
    leads: _Words | UnsetType = UNSET
    department: Annotated[Label, Meta(max_length=100)] | UnsetType = UNSET
    manager: Annotated[Label, Meta(max_length=254)] | UnsetType = UNSET
    skills: _Words | UnsetType = UNSET
    locale: Locale | UnsetType = UNSET


async def _bring_in(tx: Tx, doing: Doing, row: MemberInFile) -> Literal["added", "kept"]:
    """
    Raises:
        Invalid: a role, team, manager or skill that is not there; a new member without a name.
        Whatever adding and changing a member refuses.
    """
    people = await members_by_mail(tx, [str(row.mail), *([row.manager] if row.manager is not UNSET else [])])
    known = _by_mail(people, str(row.mail))
    named = await _named(tx, doing, row, known)
    who = doing.authority
    if known is not None:
        id = known.id
        if row.name is not UNSET or row.locale is not UNSET:
            name, locale = row.name or None, row.locale or None
            await set_person(tx, who, id, name=name, locale=locale, via="import", now=doing.now)
        if named.roles is not None:
            await set_roles(tx, who, id, named.roles, via="import", now=doing.now)
        if named.teams is not None:
            await set_teams(tx, who, id, named.teams, via="import", now=doing.now)
    else:
        id = await _add(tx, doing, row, named)
        await tx.flush()
    if duty := _duty(row, people):
        await set_duty(tx, who, id, duty, via="import", now=doing.now)
    if doing.invites is not None and id != who.person_id:
        await tx.flush()
        await doing.invites(tx, who, [id], via="import", now=doing.now)
    return "added" if known is None else "kept"


class _NamedKeys(msgspec.Struct, frozen=True):
    roles: tuple[str, ...] | None
    teams: Mapping[str, bool] | None
    """None: the row does not say."""


async def _add(tx: Tx, doing: Doing, row: MemberInFile, named: _NamedKeys) -> int:
    if row.name is UNSET:
        raise Invalid(faults=(FieldFault("name", "required"),))
    new = NewMember(
        name=row.name,
        mail=str(row.mail),
        locale=row.locale or doing.authority.locale,
        zone=doing.authority.zone,
        roles=named.roles or (),
        teams=named.teams or {},
    )
    return await add_member(tx, doing.authority, new, via="import", now=doing.now)


async def _named(tx: Tx, doing: Doing, row: MemberInFile, known: Member | None) -> _NamedKeys:
    """What stands in the row by name or key, by key."""
    given: tuple[str, ...] | None = None
    belonging: dict[str, bool] | None = None
    if row.roles is not UNSET:
        given = _keys("roles", row.roles, await _names(tx, doing, "roles"))
    if row.teams is not UNSET or row.leads is not UNSET:
        names = await _names(tx, doing, "teams")
        belonging = dict.fromkeys(_keys("teams", row.teams or [], names), False)
        belonging |= dict.fromkeys(_keys("leads", row.leads or [], names), True)
    if row.department is not UNSET:
        if belonging is None:
            belonging = {key: key in known.led_teams for key in known.teams} if known else {}
        belonging = await _in_department(tx, doing, row.department, belonging)
    return _NamedKeys(given, belonging)


async def _in_department(tx: Tx, doing: Doing, said: str, belonging: Mapping[str, bool]) -> dict[str, bool]:
    """A member is of a department by a team of it. Where the row names none of its teams, they join its only one.

    Raises:
        Invalid: there is no such department, or the row has to say which of its teams.
    """
    (department,) = _keys("department", [said], await _names(tx, doing, "departments"))
    if "all_teams" not in doing.known:
        doing.known["all_teams"] = await teams(tx)
    theirs = [one.key for one in doing.known["all_teams"] if one.department == department and not one.is_roster]
    if not belonging.keys().isdisjoint(theirs):
        return dict(belonging)
    if len(theirs) != 1:
        code = "imports.department_empty" if not theirs else "imports.which_team"
        raise Invalid(faults=(FieldFault("department", code, {"value": said, "keys": theirs}),))
    return {**belonging, theirs[0]: False}


_READERS: Final[Mapping[str, Callable[[Tx], Awaitable[Sequence[Any]]]]] = {
    "roles": roles,
    "teams": teams,
    "departments": departments,
}


async def _names(tx: Tx, doing: Doing, what: Literal["roles", "teams", "departments"]) -> Mapping[str, Name]:
    """Key → name of all there are."""
    if what not in doing.known:
        found = await _READERS[what](tx)
        doing.known[what] = {one.key: one.name for one in found}
    names: Mapping[str, Name] = doing.known[what]
    return names


def _keys(field: str, given: Sequence[str], known: Mapping[str, Name]) -> tuple[str, ...]:
    """
    Raises:
        Invalid: nothing or more than one thing is called so.
    """
    found: list[str] = []
    for one in given:
        said = normalise(one)
        fits = [key for key, name in known.items() if said in {normalise(word) for word in (key, *name.values())}]
        if one in known:
            fits = [one]
        if not fits:
            raise Invalid(faults=(FieldFault(field, "accounts.unknown_key", {"keys": [one]}),))
        if len(fits) > 1:
            raise Invalid(faults=(FieldFault(field, "imports.ambiguous", {"value": one}),))
        found += fits
    return tuple(dict.fromkeys(found))


def _by_mail(people: Sequence[Member], mail: str) -> Member | None:
    wanted = normalise(mail)
    return next((one for one in people if one.mail == wanted), None)


def _duty(row: MemberInFile, people: Sequence[Member]) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if row.manager is not UNSET:
        manager = _by_mail(people, row.manager)
        if manager is None:
            raise Invalid(faults=(FieldFault("manager", "imports.no_such_member", {"value": row.manager}),))
        wanted["manager_id"] = manager.id
    if row.skills is not UNSET:
        wanted["skills"] = dict(map(_skill, sorted(row.skills)))
    return wanted


def _skill(said: str) -> tuple[str, HeldSkill]:
    """``refund:3``; without a level it is the lowest."""
    key, _, level = said.replace("：", ":").partition(":")
    digits = level.strip() or "1"
    is_level = digits.isascii() and digits.isdecimal() and 1 <= int(digits[:3]) <= 10
    try:
        msgspec.convert(key.strip(), _KEY)
    except msgspec.ValidationError:
        is_level = False
    if not is_level:
        raise Invalid(faults=(FieldFault("skills", "imports.not_a_skill", {"value": said}),))
    return key.strip(), HeldSkill(int(digits), None)


_KEY: Final = Annotated[str, Meta(max_length=63, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$")]


def _identity(row: MemberInFile) -> list[str]:
    return [f"mail:{normalise(row.mail)}"] if row.mail is not UNSET else []


def _column(key: str, zh: str, en: str, example: str, *also: str, **more: Any) -> TableColumn:
    return TableColumn(key=key, name={"zh-CN": zh, "en": en}, example=example, also=also, **more)


MEMBERS: Final = ImportKind(
    key="members",
    name={"zh-CN": "成员", "en": "Members"},
    action="people.manage",
    columns=(
        _column(
            "mail",
            "邮箱",
            "Mail",
            "li.lei@example.com",
            "电子邮箱",
            "邮件",
            "email",
            "e-mail",
            needed="always",
            identifies=True,
        ),
        _column("name", "姓名", "Name", "李雷", "名字", "员工姓名", "full name", needed="when_new"),
        _column("roles", "角色", "Roles", "客服", "role", reads="list"),
        _column("teams", "所属组", "Teams", "客服组", "组", "小组", "team", reads="list"),
        _column("leads", "任组长的组", "Leads teams", "", "负责的组", "team lead of", reads="list"),
        _column(
            "department",
            "部门",
            "Department",
            "",
            "所属部门",
            "department name",
            note={
                "zh-CN": "成员通过处理组归属部门；部门有多个组时，请在“所属组”写明",
                "en": "Members are of a department by its teams; where it has several, say which under “Teams”",
            },
        ),
        _column("manager", "上级邮箱", "Manager's mail", "", "上级", "主管", "manager"),
        _column(
            "skills",
            "技能",
            "Skills",
            "refund:3",
            "skill",
            reads="list",
            note={"zh-CN": "技能键和等级，例如 refund:3", "en": "Key and level of each, such as refund:3"},
        ),
        _column(
            "locale",
            "语言",
            "Language",
            "zh-CN",
            "locale",
            choices={LOCALES[0]: ("中文", "Chinese", "zh"), LOCALES[1]: ("英文", "English", "英语")},
        ),
    ),
    shape=MemberInFile,
    identity=_identity,
    apply=_bring_in,
    is_sensitive=True,
    may_invite=True,
)
