"""What a body is read as: texts in one form, white space is nothing, and all faults at once with their own places."""

from typing import Annotated, Any, Literal

import httpx
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from gongdan.domains.policy.shapes import PublishPolicy
from gongdan.domains.tickets.http.requests import OpenTicket, OpenTickets, Requester, WriteReply
from gongdan.infra.http.reading.body import MAX_DEPTH, BadRow, Faulty, read
from gongdan.kernel.errors import FieldFault
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


def faults(value: Any, type_: Any) -> list[tuple[str, str]]:
    with pytest.raises(Faulty) as refused:
        read(value, type_)
    return [(one.field, one.code) for one in refused.value.faults]


@pytest.mark.parametrize("nothing", ["", " ", "\n\t", "\u3000", "\u200b", "\ufeff\u2060", "\u202e"])
def test_white_space_is_no_title(nothing: str) -> None:
    assert faults({"title": nothing}, OpenTicket) == [("title", "blank")]
    assert faults({"text": nothing}, WriteReply) == [("text", "blank")]
    assert faults({"title": "x", "tags": [nothing]}, OpenTicket) == [("tags[0]", "blank")]


def test_texts_are_tidied_before_their_bounds_are_checked() -> None:
    title = "e\u0301" * 200 + " " * 1000
    assert read({"title": title}, OpenTicket).title == "é" * 200
    opened = read({"title": " a\u202eb\nc ", "text": "\r\nx\r\ny ", "fields": {"k": " v "}}, OpenTicket)
    assert (opened.title, opened.text, opened.fields) == ("ab c", "x\ny", {"k": "v"})


def test_all_faults_are_told_at_once_each_at_its_place() -> None:
    found = faults(
        {
            "text": 5,
            "requester": {"mail": "nobody", "name": "x" * 101, "nick": 1},
            "priority": "no key!",
            "assignee_id": 0,
            "tags": ["ok", "", 7],
            "files": "x",
            "fields": {"note": "a\x00b"},
            "titel": "x",
        },
        OpenTicket,
    )
    assert found == [
        ("titel", "unknown_member"),
        ("title", "required"),
        ("text", "not_a_text"),
        ("requester.nick", "unknown_member"),
        ("requester.mail", "not_a_mail"),
        ("requester.name", "too_long"),
        ("priority", "not_a_key"),
        ("assignee_id", "too_small"),
        ("fields.note", "unstorable"),
        ("tags[1]", "blank"),
        ("tags[2]", "not_a_text"),
        ("files", "not_a_list"),
    ]


@pytest.mark.parametrize("value", [None, [], "x", 1, True, 1.5])
def test_what_is_no_object_is_told_so(value: Any) -> None:
    assert faults(value, OpenTicket)[0] == ("", "not_empty" if value is None else "not_an_object")


def test_rows_stand_or_fall_by_themselves_in_their_shape() -> None:
    rows: Any = read(
        {"tickets": [{"title": "a"}, {"title": " "}, 7, {"title": "b", "requester": {"mail": "x"}}]}, OpenTickets
    )
    assert [isinstance(one, BadRow) for one in rows.tickets] == [False, True, True, True]
    told = [fault.field for one in rows.tickets if isinstance(one, BadRow) for fault in one.faults]
    assert told == ["tickets[1].title", "tickets[2]", "tickets[3].requester.mail"]


@pytest.mark.parametrize("value", [{}, {"tickets": []}, {"tickets": "x"}, {"tickets": [{}] * 1001}, {"x": 1}])
def test_what_is_around_the_rows_is_refused_as_a_whole(value: Any) -> None:
    assert all("[" not in field for field, _ in faults(value, OpenTickets))


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
named = st.dictionaries(
    st.sampled_from(["title", "text", "requester", "tags", "fields", "priority", "files", "x"]), json
)


class Odd(msgspec.Struct, forbid_unknown_fields=True):
    one: int | str | None = None
    two: tuple[int, str] = (1, "x")
    three: dict[Annotated[str, Meta(max_length=3)], Annotated[float, Meta(ge=0)]] = {}
    four: list[Literal["a", "b"]] | Literal["none"] = []
    five: Annotated[str, Meta(pattern="^x$")] | Annotated[list[int], Meta(max_length=2)] = "x"


@given(json | named)
@pytest.mark.parametrize("type_", [OpenTicket, OpenTickets, Requester, WriteReply, Odd, PublishPolicy])
def test_whatever_is_sent_is_read_or_has_faults(type_: Any, value: Any) -> None:
    try:
        assert isinstance(read(value, type_), type_)
    except Faulty as refused:
        assert refused.faults
        assert all(isinstance(one, FieldFault) for one in refused.faults)


@given(st.dictionaries(st.sampled_from(["one", "two", "three", "four", "five", "six"]), json))
def test_a_shape_and_its_faults_agree(value: Any) -> None:
    """What the decoder refuses has a fault that is told in our words; what it takes has none."""
    try:
        read(value, Odd)
    except Faulty as refused:
        assert refused.faults[0].code != "wrong_form" or refused.faults[0].field


async def send(who: Visitor, path: str, content: bytes, type_: str | None = "application/json") -> httpx.Response:
    return await who.call("POST", path, content=content, headers={"Content-Type": type_} if type_ else {})


async def test_a_refusal_speaks_the_readers_language_only(office: Office) -> None:
    agent = await office.member("小李", "agent", service=False)
    told = (await agent.post("/tickets", {"titel": "x", "tags": [5], "requester": {"mail": 1}})).json()
    assert told["code"] == "request.invalid"
    assert {one["field"]: one["title"] for one in told["faults"]} == {
        "titel": "没有此项",
        "title": "必填",
        "tags[0]": "应为文本",
        "requester.mail": "应为文本",
    }
    assert all(one["remedy"] for one in told["faults"])


@pytest.mark.parametrize(
    "type_", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json", None]
)
@pytest.mark.parametrize("path", ["/tickets", "/session", "/portal/forms"])
async def test_bodies_are_json_only(office: Office, path: str, type_: str | None) -> None:
    agent = await office.member("小李", "agent", service=False)
    answer = await send(agent, path, b'{"title": "x"}', type_)
    assert (answer.status_code, answer.json()["code"]) == (415, "request.unsupported_type")
    assert "application/json" in answer.json()["remedy"]


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"title": "\xff"}',
        b'{"title": "\\ud800"}',
        b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1),
        b'{"title": "x", "fields": ' + b'{"a":' * 40 + b"1" + b"}" * 40 + b"}",
        b"[" * 100_000,
    ],
)
async def test_what_is_no_json_or_nested_too_deep_is_malformed(office: Office, content: bytes) -> None:
    agent = await office.member("小李", "agent", service=False)
    answer = await send(agent, "/tickets", content)
    assert (answer.status_code, answer.json()["code"]) == (400, "request.malformed")


async def test_a_missing_body_is_told(office: Office) -> None:
    agent = await office.member("小李", "agent", service=False)
    answer = await agent.call("POST", "/tickets")
    assert (answer.status_code, answer.json()["faults"][0]["code"]) == (422, "required")


async def test_a_stranger_does_not_learn_the_shape_of_a_body(office: Office) -> None:
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        assert (await client.post("/api/v1/tickets", json={"titel": 1})).status_code == 401


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"limt": "5"}, "limt", "unknown_parameter"),
        ({"limit": "0"}, "limit", "too_small"),
        ({"limit": "x"}, "limit", "not_a_number"),
        ({"limit": "101"}, "limit", "too_large"),
        ({"view": "x" * 100}, "view", "too_long"),
        ({"after": "x" * 5_000}, "after", "too_long"),
        ({"where": "{"}, "where", "inbox.not_a_condition"),
    ],
)
async def test_parameters_have_faults_in_our_words(
    office: Office, query: dict[str, str], field: str, code: str
) -> None:
    agent = await office.member("小李", "agent", service=False)
    answer = await agent.get("/tickets", **query)
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert (fault["field"], fault["code"]) == (field, code)
    assert fault["title"].isascii() is False
