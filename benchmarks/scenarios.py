"""What the clients ask for. Each ``make`` builds request n of a world; worlds are plain data."""

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec
import psycopg

from benchmarks.client import Make
from benchmarks.multiply import STRIDE
from benchmarks.stand import Stand

BATCH = 100
"""Tickets in one request of ``create_batch``."""

TEXTS = (
    ("订单已经付款,但是一直没有发货", "昨天下午付款的订单,到现在还是待发货状态,请帮忙看一下,谢谢。"),
    ("智能门锁连不上网络", "按照说明书重置过两次,手机热点可以连,家里的路由器连不上,型号 A2。"),
    ("Refund for a returned lamp", "The courier picked up the parcel last week, but I have not seen the refund yet."),
    ("App 登录时提示验证码错误", "短信验证码收得到,输入以后一直提示错误,已经试了五次。"),
)


class World(msgspec.Struct, frozen=True, kw_only=True):
    run: str
    """Makes the keys of this run its own."""
    tokens: Sequence[str]
    mails: Sequence[str]
    """Of customers that there are."""
    numbers: Sequence[str]
    """Of tickets that take a reply."""
    every: Sequence[str]
    """Of tickets of any kind, that the first token's bearer may see."""
    reader: Sequence[str]
    """Tokens of one who sees all."""


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    make: Make
    floor: str
    """The pgbench script that stands beside it."""
    weight: int = 1


def create(world: World, n: int) -> bytes:
    headers = {"Idempotency-Key": f"{world.run}-{n}"}
    return _request("POST", "/tickets", _token(world, n), _ticket(world, n), headers)


def create_batch(world: World, n: int) -> bytes:
    tickets = [_ticket(world, n * BATCH + row) for row in range(BATCH)]
    return _request("POST", "/tickets/batch", _token(world, n), {"tickets": tickets})


def queue(world: World, n: int) -> bytes:
    """The first page of one's teams, as the workbench opens with it."""
    return _request("GET", "/tickets?view=team&limit=50", _token(world, n))


def detail(world: World, n: int) -> bytes:
    return _request("GET", f"/tickets/{_any(world.every, n)}", _any(world.reader, n))


def reply(world: World, n: int) -> bytes:
    headers = {"Idempotency-Key": f"{world.run}-r{n}"}
    body = {"text": "您好,已经为您催促仓库,今天会发出,物流单号稍后会短信发给您。"}
    return _request("POST", f"/tickets/{_any(world.numbers, n)}/replies", _any(world.reader, n), body, headers)


SCENARIOS = (
    Scenario(name="create", make=cast(Make, create), floor="create"),
    Scenario(name="create_batch", make=cast(Make, create_batch), floor="create", weight=BATCH),
    Scenario(name="queue", make=cast(Make, queue), floor="queue"),
    Scenario(name="detail", make=cast(Make, detail), floor="detail"),
    Scenario(name="reply", make=cast(Make, reply), floor="reply"),
)


def world_of(stand: Stand, connection: psycopg.Connection) -> World:
    """What the requests speak of: mails and numbers from all ages of the workspace."""

    def column(statement: str) -> list[str]:
        return [value for (value,) in connection.execute(cast(Any, statement), {"w": stand.workspace, "s": STRIDE})]

    return World(
        run=secrets.token_hex(4),
        tokens=stand.tokens,
        reader=stand.readers,
        mails=column(
            "select handle from identity where workspace_id = %(w)s and kind = 'mail' order by random() limit 5000"
        ),
        every=column("select number from ticket where workspace_id = %(w)s order by random() limit 5000"),
        numbers=column(
            "select number from ticket where workspace_id = %(w)s and phase in ('open', 'waiting_customer')"
            " and id > %(s)s order by random() limit 5000"
        ),
    )


def _ticket(world: World, n: int) -> dict[str, Any]:
    title, text = TEXTS[n % len(TEXTS)]
    return {"title": title, "text": text, "requester": {"mail": _any(world.mails, n)}, "category": "inquiry"}


def _any(values: Sequence[str], n: int) -> str:
    """Neighbours in time are no neighbours in the list."""
    return values[n * 7919 % len(values)]


def _token(world: World, n: int) -> str:
    return world.tokens[n % len(world.tokens)]


def _request(
    method: str, path: str, token: str, body: object = None, headers: Mapping[str, str] | None = None
) -> bytes:
    content = b"" if body is None else json.dumps(body).encode()
    lines = [
        f"{method} /api/v1{path} HTTP/1.1",
        "Host: localhost",
        f"Authorization: Bearer {token}",
        f"Content-Length: {len(content)}",
        *(["Content-Type: application/json"] if content else []),
        *(f"{name}: {value}" for name, value in (headers or {}).items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content
