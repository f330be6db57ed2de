"""What an export writes, an import reads back: every column that both have, and every kind of custom field."""

from typing import Any

import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.bundle.fields import Choice, CustomField, FieldKind
from gongdan.domains.policy.presets import standard
from tests.api.test_imports import brought, counts, worked
from tests.kit import Office, found_office

pytestmark = pytest.mark.anyio

_CHOICES = (
    Choice(key="red", name={"zh-CN": "红", "en": "Red"}),
    Choice(key="blue", name={"zh-CN": "蓝", "en": "Blue"}),
    Choice(key="sky", name={"zh-CN": "天蓝", "en": "Sky"}, parent="blue"),
)
VALUES: dict[FieldKind, Any] = {
    "text": "第一行",
    "long_text": "一\n二",
    "number": -42,
    "money": 1250,
    "date": "2026-03-01",
    "instant": "2026-03-01T09:30:00+08:00",
    "choice": "red",
    "set": ["blue", "red"],
    "bool": True,
    "phone": "+86 138 0000 0000",
    "mail": "a@b.test",
    "url": "https://a.test/b?c=d",
    "pattern": "AB-12",
    "cascade": "sky",
    "order": "SO-1",
}
FIELDS = tuple(
    CustomField(
        key=f"x-{kind.replace('_', '-')}",
        name={"zh-CN": f"甲{kind}", "en": f"Extra {kind}"},
        kind=kind,
        choices=_CHOICES if kind in ("choice", "set") else _CHOICES[1:] if kind == "cascade" else (),
        pattern="[A-Z]{2}-[0-9]+" if kind == "pattern" else "",
        filterable=False,
    )
    for kind in VALUES
)


@pytest.fixture
async def rich(asgi: Litestar) -> Office:
    bundle = standard([2026])
    return await found_office(asgi, bundle=msgspec.structs.replace(bundle, fields=(*bundle.fields, *FIELDS)))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_an_exported_list_can_be_imported(rich: Office, asgi: Litestar, language: str, form: str) -> None:
    who, lei = await rich.member("管理员", "admin"), await rich.member("李雷", "agent", service=False)
    fields = {f"x-{kind.replace('_', '-')}": value for kind, value in VALUES.items()}
    number = await rich.ticket(
        await rich.customer("王芳"), title="登录后白屏", type="technical", category="product-fault", priority="P1",
        tags=("登录", "白屏"), fields=fields,
    )  # fmt: skip
    answer = await who.post(f"/tickets/{number}/assignments", {"team": "service", "assignee_id": lei.id})
    assert answer.status_code < 300, answer.text
    keys = ["title", "type", "category", "priority", "status", "team", "assignee", "requester", "tags", "created"]
    columns = ",".join([*keys, *(f"fields.{one.key}" for one in FIELDS)])
    taken = await who.get("/tickets/export", {"Accept-Language": language}, form=form, columns=columns)
    assert taken.status_code == 200, taken.text
    id = await brought(who, taken.content, "tickets")
    mapped = [one["column"] for one in (await who.get(f"/imports/{id}")).json()["columns"]]
    assert mapped == ["external_id", *("created_at" if one == "created" else one for one in keys)] + [
        f"fields.{one.key}" for one in FIELDS
    ]
    assert await worked(rich, who, id, "check") == counts(added=1)
    assert await worked(rich, who, id, "start") == counts(added=1)
    async with rich.read() as tx:
        old, new = await tx.rows(dict, "select * from ticket where workspace_id = %(workspace)s order by id")
    for name in ("title", "type", "category", "priority", "status", "team", "assignee_id", "tags", "fields"):
        assert new[name] == old[name], name
    assert old["created_at"].replace(second=0, microsecond=0) == new["created_at"].replace(second=0, microsecond=0)
