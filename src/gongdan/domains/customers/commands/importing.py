"""Customers as a kind of import: a row runs the commands that the pages call."""

from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal

from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.customers import queries
from gongdan.domains.customers.access import MANAGE
from gongdan.domains.customers.commands.organisations import NewOrganisation, add_organisation, change_organisation
from gongdan.domains.customers.commands.records import Given, NewCustomer, add_customer, change_customer
from gongdan.domains.customers.people import Handle, lock_handles, mail_handle, phone_handle
from gongdan.domains.imports.public import Doing, ImportKind, TableColumn
from gongdan.infra.db.tx import Tx
from gongdan.infra.http.bodies import Label, Mail, PersonName, Request, Tag
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import LOCALES, Key, Locale, normalise


class CustomerInFile(Request, frozen=True, kw_only=True):
    """A row about a customer. What is filled in is what they are to be; what is left out stays, and addresses and
    numbers are added to those that there are."""

    name: PersonName | UnsetType = UNSET
    mail: Mail | UnsetType = UNSET
    phone: Annotated[Label, Meta(min_length=3, max_length=40)] | UnsetType = UNSET
    vouched: bool | UnsetType = UNSET
    organisation: Annotated[Label, Meta(min_length=1, max_length=100)] | UnsetType = UNSET
    tier: Key | UnsetType = UNSET
    dedicated_agent: Annotated[Label, Meta(max_length=254)] | UnsetType = UNSET
    tags: Annotated[list[Tag], Meta(max_length=50)] | UnsetType = UNSET
    notes: Annotated[str, Meta(max_length=5_000)] | UnsetType = UNSET
    locale: Locale | UnsetType = UNSET


async def _bring_in(tx: Tx, doing: Doing, row: CustomerInFile) -> Literal["added", "kept"]:
    """
    Raises:
        Invalid: a new customer without a name, an agent or an organisation that cannot be told.
        Whatever adding and changing a customer refuses.
    """
    handles = _handles(row)
    given = tuple(Given(one, row.vouched is True) for one in handles)
    values = await _values(tx, row)
    who, now = doing.authority, doing.now
    person_id = await _known(tx, handles)
    if person_id is not None:
        if row.name is not UNSET:
            values["name"] = row.name
        await change_customer(tx, who, person_id, values, add=given, seen=None, via="import", now=now)
        await _join(tx, doing, row, person_id)
        return "kept"
    if row.name is UNSET:
        raise Invalid(faults=(FieldFault("name", "required"),))
    new = NewCustomer(name=row.name, handles=given, values=values)
    person_id = await add_customer(tx, who, new, via="import", now=now)
    await _join(tx, doing, row, person_id)
    return "added"


def _handles(row: CustomerInFile) -> list[Handle]:
    found = [mail_handle(row.mail)] if row.mail is not UNSET else []
    return [*found, phone_handle(row.phone)] if row.phone is not UNSET else found


async def _known(tx: Tx, handles: Sequence[Handle]) -> int | None:
    """The customer who has one of the handles, the mail address before the number. Whoever has the other one is told by
    the command that is to give it away."""
    kinds, texts = [one.kind for one in handles], [one.handle for one in handles]
    _, found = await tx.gather(lock_handles(list(handles)), queries.holders(kinds, texts))
    holders = sorted((one for one in found if one.is_customer), key=lambda one: kinds.index(one.kind))
    return holders[0].id if holders else None


async def _values(tx: Tx, row: CustomerInFile) -> dict[str, Any]:
    given = {"locale": row.locale, "tier": row.tier, "notes": row.notes, "tags": row.tags}
    values: dict[str, Any] = {name: value for name, value in given.items() if value is not UNSET}
    if row.dedicated_agent is not UNSET:
        (found,) = await tx.gather(queries.members_called(normalise(row.dedicated_agent)))
        if len(found) != 1:
            raise Invalid(faults=(FieldFault("dedicated_agent", "customers.no_such_agent"),))
        values["dedicated_agent_id"] = found[0].id
    return values


async def _join(tx: Tx, doing: Doing, row: CustomerInFile, person_id: int) -> None:
    """Make them belong to the organisation of this name, which is made where there is none."""
    if row.organisation is UNSET:
        return
    await tx.flush()
    (found,) = await tx.gather(queries.organisations_called(row.organisation))
    if len(found) > 1:
        raise Invalid(faults=(FieldFault("organisation", "imports.ambiguous", {"value": row.organisation}),))
    if found:
        id = found[0].id
    else:
        new = NewOrganisation(name=row.organisation)
        id = await add_organisation(tx, doing.authority, new, via="import", now=doing.now)
        await tx.flush()
    (belonging,) = await tx.gather(queries.memberships(id, [person_id]))
    if not belonging:
        await change_organisation(
            tx, doing.authority, id, {}, join={person_id: False}, leave=(), seen=None, via="import", now=doing.now
        )


def _identity(row: CustomerInFile) -> list[str]:
    """
    Raises:
        Invalid: the number is none.
    """
    return [f"{one.kind}:{one.handle}" for one in _handles(row)]


def _column(key: str, zh: str, en: str, example: str, *also: str, **more: Any) -> TableColumn:
    return TableColumn(key=key, name={"zh-CN": zh, "en": en}, example=example, also=also, **more)


CUSTOMERS: Final = ImportKind(
    key="customers",
    name={"zh-CN": "客户", "en": "Customers"},
    action=MANAGE,
    columns=(
        _column("name", "姓名", "Name", "王芳", "客户姓名", "客户名称", "名字", "full name", needed="when_new"),
        _column(
            "mail", "邮箱", "Mail", "wang.fang@example.com", "电子邮箱", "邮件", "email", "e-mail", identifies=True
        ),
        _column(
            "phone", "电话", "Phone", "13800000000", "手机", "手机号", "手机号码", "电话号码", "mobile", identifies=True
        ),
        _column(
            "vouched",
            "已核实",
            "Verified",
            "否",
            "verified",
            reads="bool",
            note={
                "zh-CN": "是：您确认邮箱和电话属于本人，可凭其登录门户",
                "en": "Yes: you found address and number to be theirs; they may sign in with them",
            },
        ),
        _column("organisation", "企业", "Organisation", "晨星科技", "组织", "公司", "单位", "company", "organization"),
        _column(
            "tier",
            "客户等级",
            "Tier",
            "普通",
            "等级",
            "级别",
            choices={"vip": ("VIP",), "partner": ("长期合作", "Partner"), "normal": ("普通", "Normal")},
        ),
        _column("dedicated_agent", "专属客服", "Dedicated agent", "", "客户经理", "owner"),
        _column("tags", "标签", "Tags", "", "tag", reads="list"),
        _column("notes", "备注", "Notes", "", "说明", "note", "remarks"),
        _column(
            "locale",
            "语言",
            "Language",
            "zh-CN",
            "locale",
            choices={LOCALES[0]: ("中文", "Chinese", "zh"), LOCALES[1]: ("英文", "English", "英语")},
        ),
    ),
    shape=CustomerInFile,
    identity=_identity,
    apply=_bring_in,
)
