"""What a condition costs: compiled, on one ticket. Run: ``python benchmarks/micro/conditions.py``."""

import timeit
from datetime import UTC, datetime, timedelta
from functools import partial

from gongdan.conditions.evaluate import compile_
from gongdan.conditions.fields import Column, Field, Registry, Trees, Type
from gongdan.conditions.grammar import Condition
from gongdan.conditions.to_sql import to_sql

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
ROUNDS = 100_000


def _field(key: str, kind: Type, of: Type | None = None, tree: str | None = None) -> Field:
    return Field(key=key, type=kind, name={"zh-CN": key, "en": key}, sql=Column(f"t.{key}"), of=of, tree=tree)


REGISTRY = Registry(
    [
        _field("priority", "choice"),
        _field("category", "tree", tree="category"),
        _field("title", "text"),
        _field("amount", "money"),
        _field("due", "instant"),
    ]
)
TREES = Trees({"category": {"fault": None, "login": "fault", "billing": None}})
FIVE_LEAVES = Condition(
    all=(
        Condition(field="priority", op="is_any", value=["P0", "P1"]),
        Condition(field="category", op="under", value="fault"),
        Condition(field="title", op="contains", value="登录"),
        Condition(field="amount", op="ge", value=10_000),
        Condition(field="due", op="within_next", value={"n": 1, "unit": "hour"}),
    )
)
TICKET = {
    "priority": "P1",
    "category": "login",
    "title": "无法登录企业后台，提示 403 Forbidden",
    "amount": 128_000,
    "due": NOW + timedelta(minutes=30),
}


def main() -> None:
    holds = compile_(FIVE_LEAVES, REGISTRY, TREES)
    assert holds(TICKET, NOW)
    titles = [f"无法登录企业后台，提示 {number}" for number in range(ROUNDS)]
    each = iter(titles)
    unseen = timeit.timeit(lambda: holds({**TICKET, "title": next(each)}, NOW), number=ROUNDS) / ROUNDS
    _tell("five leaves, new title", unseen)
    for leaf in FIVE_LEAVES.all or ():
        one = compile_(leaf, REGISTRY, TREES)
        _tell(f"{leaf.field} {leaf.op}", timeit.timeit(partial(one, TICKET, NOW), number=ROUNDS) / ROUNDS)
    best = min(timeit.repeat(lambda: holds(TICKET, NOW), number=ROUNDS, repeat=5)) / ROUNDS
    _tell("five leaves, all hold", best)
    few = ROUNDS // 50
    _tell("compile", timeit.timeit(lambda: compile_(FIVE_LEAVES, REGISTRY, TREES), number=few) / few)
    _tell(
        "to_sql",
        timeit.timeit(lambda: to_sql(FIVE_LEAVES, REGISTRY, TREES, now=NOW, workspace=1), number=few) / few,
    )


def _tell(what: str, seconds: float) -> None:
    print(f"{what:24} {seconds * 1e6:8.2f} µs")


if __name__ == "__main__":
    main()
