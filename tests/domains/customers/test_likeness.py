"""Who is proposed to be merged, and why: a table of cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.customers.finding.likeness import Like, mailbox, national, proposals, reasons_of
from tests.domains.customers.test_records import manager, patched
from tests.kit import Office


def like(id: int, name: str = "", **known: object) -> Like:
    return Like(id=id, name=name, **known)


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        (like(1, "王芳"), like(2, "王芳"), ()),
        (like(1, "王芳", phones=("13800138000",)), like(2, "方", phones=("+8613800138000",)), ("same_number",)),
        (like(1, phones=("+13800138000",)), like(2, phones=("+4413800138000",)), ()),
        (like(1, mails=("wang+a@x.cn",)), like(2, mails=("wang@x.cn",)), ("same_mailbox",)),
        (like(1, mails=("wang+a@x.cn",)), like(2, mails=("wang@y.cn",)), ()),
        (like(1, "王芳", mails=("a@x.cn",)), like(2, "王 芳", mails=("b@x.cn",)), ("name_and_domain",)),
        (like(1, "王芳", mails=("a@qq.com",)), like(2, "王芳", mails=("b@qq.com",)), ()),
        (like(1, "王芳", mails=("a@x.cn",)), like(2, "王方", mails=("b@x.cn",)), ()),
        (like(1, "王芳", mails=("a@x.cn",)), like(2, "王芳", is_name_guessed=True, mails=("b@x.cn",)), ()),
        (like(1, "王芳", organisations=(7,)), like(2, "王芳", organisations=(7, 8)), ("name_and_organisation",)),
        (like(1, "", mails=("a@x.cn",)), like(2, "", mails=("b@x.cn",)), ()),
    ],
)
def test_reasons_are_these(one: Like, other: Like, reasons: tuple[str, ...]) -> None:
    assert reasons_of(one, other) == reasons_of(other, one) == reasons


def test_the_likeliest_comes_first_and_nobody_is_like_themselves() -> None:
    me = like(1, "王芳", mails=("a@x.cn",), phones=("13800138000",))
    same = like(2, "王芳", mails=("b@x.cn",), phones=("13800138000",))
    named = like(3, "王芳", mails=("c@x.cn",))
    assert [one.id for one in proposals(me, [named, me, same])] == [2, 3]


@given(st.text(alphabet="0123456789", min_size=1, max_size=15))
def test_a_number_has_one_national_form(digits: str) -> None:
    assert national(f"+{national(digits)}") == national(national(digits))


@given(st.emails())
def test_a_mailbox_is_its_own(mail: str) -> None:
    assert mailbox(mailbox(mail)) == mailbox(mail)


@pytest.mark.anyio
async def test_candidates_are_found_and_members_and_the_merged_are_none(office: Office) -> None:
    lead, me = await manager(office), await office.customer("王芳", mail="wang@corp.example")
    alias = await office.customer("另一个", mail="wang+shop@corp.example")
    named = await office.customer("王芳", mail="fang@corp.example")
    await office.customer("王芳", mail="fang@qq.com")
    answer = await lead.get(f"/customers/{me.id}/likenesses")
    assert [(one["customer"]["id"], one["reasons"]) for one in answer.json()] == [
        (alias.id, ["same_mailbox"]),
        (named.id, ["name_and_domain"]),
    ]
    assert (await lead.post(f"/customers/{me.id}/merge", {"merged_id": alias.id})).status_code == 200
    assert [one["customer"]["id"] for one in (await lead.get(f"/customers/{me.id}/likenesses")).json()] == [named.id]


@pytest.mark.anyio
async def test_a_number_is_like_another_once_both_are_vouched_for(office: Office) -> None:
    lead, one, other = await office.member("总监", "director"), await office.customer("甲"), await office.customer("乙")
    for who, number, vouched in ((one, "13800138000", True), (other, "+8613800138000", False)):
        new = {"kind": "phone", "handle": number, "vouched": vouched}
        assert (await patched(lead, f"/customers/{who.id}", {"add_handles": [new]})).status_code == 200
    assert (await lead.get(f"/customers/{one.id}/likenesses")).json() == []
    new = {"kind": "phone", "handle": "+8613800138000", "vouched": True}
    await patched(lead, f"/customers/{other.id}", {"add_handles": [new]})
    assert [p["reasons"] for p in (await lead.get(f"/customers/{one.id}/likenesses")).json()] == [["same_number"]]
