"""What the live side computes per change: 200 agents with 30 views each, all different (spec 11.5).

Pure part of one process: counters moved, and what happened to one open list of each agent. The target is 100 changes a
second. Time of the processor, so that a busy
machine does not speak for the code. Run: ``python -m benchmarks.micro.views``.
"""

import time
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from gongdan import wiring
from gongdan.conditions.grammar import Condition
from gongdan.domains.accounts.public import Authority, Grant, TicketKeys, reach
from gongdan.domains.inbox.lists.reading import ListOf
from gongdan.domains.inbox.views.columns import SORTS
from gongdan.domains.inbox.views.shipped import VIEWS
from gongdan.domains.inbox.views.view import View
from gongdan.domains.inbox.views.watching import opened, watch
from gongdan.domains.policy.presets import standard
from gongdan.domains.realtime.lists import Lists
from gongdan.domains.realtime.tally import Tally
from gongdan.domains.realtime.watch import LiveLine, Look, wanted_by
from gongdan.domains.tickets.public import Rules, WorkspaceFacts

AGENTS, OF_EACH, CHANGES, HELD = 200, 30, 400, 100
TEAMS = ("service", "tech", "finance", "senior")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def agent(number: int) -> Authority:
    team = frozenset({TEAMS[number % len(TEAMS)]})
    read = frozenset({"ticket.read", "note.read"})
    return Authority(
        workspace_id=1, person_id=1_000 + number, kind="staff", name="", teams=team, led_teams=frozenset(),
        grants=(Grant(read, "team"), Grant(read, "own"), Grant(read, "participating")), department_teams=frozenset(),
        organisations=frozenset(), classes=frozenset(), locale="zh-CN", zone="Asia/Shanghai", release=1,
        roles=frozenset(),
    )  # fmt: skip


def made(owner: int, number: int) -> View:
    """One of somebody's own: some about themselves, some about everybody's work, none like another's."""
    leaves = [
        Condition(field="priority", op="is_any", value=["P0", f"P{number % 4}"]),
        Condition(field="assignee", op="is", value={"known": "me"}),
        Condition(field="title", op="contains", value=f"词{owner}"),
        Condition(field="tags", op="has", value=f"t{number}"),
        Condition(not_=Condition(field="phase", op="is_any", value=["resolved", "closed"])),
    ]
    parts = tuple(leaf for place, leaf in enumerate(leaves) if (number + place) % 3 != 0)
    return View(
        key=f"v{owner}-{number}", name={}, condition=Condition(all=parts), columns=("title",), sort="due", owner=owner
    )


def line(random: Random, values: list[str], number: int) -> LiveLine:
    team, assignee = random.choice(TEAMS), 1_000 + random.randrange(AGENTS)
    found: dict[str, Any] = dict.fromkeys(values) | {
        "priority": f"P{random.randrange(4)}",
        "assignee": assignee if random.random() < 0.7 else None,
        "title": f"标题 词{random.randrange(AGENTS)}",
        "tags": [f"t{random.randrange(30)}"],
        "phase": random.choice(["new", "open", "resolved", "closed"]),
        "team": team,
        "requester": 7,
        "watchers": [1_000 + random.randrange(AGENTS)],
        "updated_at": NOW,
        "next_due_at": NOW + timedelta(minutes=number),
        "risk_at": NOW + timedelta(minutes=random.randrange(-60, 60)),
    }
    keys = TicketKeys(number, team, "technical", assignee, 7, None, None, frozenset({7}))
    return LiveLine(keys=keys, number=f"GD-{number}", version=1, row={}, values={1: found})


def counters(rules: Rules) -> tuple[Tally, Lists]:
    lists, tally = Lists(), Tally()
    for number in range(AGENTS):
        authority = agent(number)
        reached = reach(authority)
        own = [*VIEWS.values(), *(made(number, n) for n in range(OF_EACH - len(VIEWS)))]
        tally.add(watch(view, authority, reached, rules) for view in own)
        asked = ListOf(view=VIEWS["mine"], where=None, sort=SORTS["due"], order="asc", fields=())
        lists.hold(opened(asked, None, authority, reached, rules))
    for counter in tally.counters.values():
        counter.end(range(HELD), may_hold=True)
    return tally, lists


def main() -> None:
    facts = WorkspaceFacts(id=1, number_prefix="GD", zone="Asia/Shanghai", locale="zh-CN")
    rules = wiring.compile_rules(facts, 1, standard([2026]))
    tally, lists = counters(rules)
    wanted = wanted_by([one.watch for one in tally.counters.values()], list(lists.of_workspace(1)))
    random = Random(7)
    lines = [line(random, sorted(wanted.values[1]), n % 300) for n in range(CHANGES)]
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        for one in lines:
            look = Look(one, NOW)
            tally.take(look, tally.edition)
            lists.tell(1, look, lists.edition)
        best = min(best, time.process_time() - begun)
    print(f"counters        {len(tally.counters):8}")
    print(f"a change        {best / CHANGES * 1e3:8.2f} ms")
    print(f"changes/s       {CHANGES / best:8.0f}")


if __name__ == "__main__":
    main()
