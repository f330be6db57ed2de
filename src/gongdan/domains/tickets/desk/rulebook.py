"""Compiled releases, kept: a decision makes no configuration query (spec 01, policy bundle)."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping

from gongdan.domains.policy.public import PolicyBundle, published
from gongdan.domains.tickets.engine.rules import Rules, WorkspaceFacts
from gongdan.infra.db.tx import Database

MOST = 64
"""Releases kept by a process, least recently used first to go."""

Compile = Callable[[WorkspaceFacts, int, PolicyBundle, Mapping[str, str]], Rules]
"""(workspace, release, bundle, key → hash of its workflows) → the rules."""


class RuleBook:
    def __init__(self, db: Database, compile_rules: Compile) -> None:
        self._db = db
        self._compile = compile_rules
        self._kept: OrderedDict[tuple[int, int], Rules] = OrderedDict()
        self._loading: dict[tuple[int, int], asyncio.Task[Rules]] = {}

    def __call__(self, workspace_id: int, release: int) -> Awaitable[Rules]:
        """The rules of a release. Concurrent askers wait for one load."""
        key = (workspace_id, release)
        if key in self._kept:
            self._kept.move_to_end(key)
            return _ready(self._kept[key])
        if key not in self._loading:
            task = asyncio.create_task(self._load(*key))
            self._loading[key] = task
            task.add_done_callback(lambda _: self._loading.pop(key, None))
        return asyncio.shield(self._loading[key])

    async def _load(self, workspace_id: int, release: int) -> Rules:
        async with self._db.read(workspace_id) as tx:
            facts = await tx.row(
                WorkspaceFacts, "select id, number_prefix, zone, locale from workspace where id = %(workspace)s"
            )
            found = await published(tx, release)
        assert facts is not None, "a release has a workspace"
        rules = self._compile(facts, release, found.bundle, found.workflows)
        self._kept[workspace_id, release] = rules
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return rules


async def _ready(rules: Rules) -> Rules:
    return rules
