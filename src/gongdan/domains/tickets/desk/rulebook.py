"""Compiled releases, kept: a decision makes no configuration query (spec 01, policy bundle)."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from psycopg import OperationalError

from gongdan.domains.policy.public import PolicyBundle, published
from gongdan.domains.tickets.engine.rules import Rules, WorkspaceFacts
from gongdan.infra.db.tx import Database, ReadTx

MOST = 64
"""Releases kept by a process, least recently used first to go."""

LOOKED_AGAIN_S = 60.0
"""How old what is known of the workspace itself may be: its language and its zone."""

Compile = Callable[[WorkspaceFacts, int, PolicyBundle, Mapping[str, str]], Rules]
"""(workspace, release, bundle, key → hash of its workflows) → the rules."""


class RuleBook:
    def __init__(self, db: Database, compile_rules: Compile) -> None:
        self._db = db
        self._compile = compile_rules
        self._kept: OrderedDict[tuple[int, int], Rules] = OrderedDict()
        self._loading: dict[tuple[int, int], asyncio.Task[Rules]] = {}
        self._looked: dict[tuple[int, int], float] = {}
        self._looking: set[asyncio.Task[None]] = set()

    def __call__(self, workspace_id: int, release: int) -> Awaitable[Rules]:
        """The rules of a release. Concurrent askers wait for one load."""
        key = (workspace_id, release)
        if key in self._kept:
            self._kept.move_to_end(key)
            if time.monotonic() - self._looked.get(key, 0.0) > LOOKED_AGAIN_S:
                self._look_again(key)
            return _ready(self._kept[key])
        if key not in self._loading:
            task = asyncio.create_task(self._load(*key))
            self._loading[key] = task
            task.add_done_callback(lambda _: self._loading.pop(key, None))
        return asyncio.shield(self._loading[key])

    async def of(self, tx: ReadTx, release: int, bundle: PolicyBundle) -> Rules:
        """The rules of a bundle that nobody published, on top of a release. They are not kept."""
        return self._compile(await _facts(tx), release, bundle, {})

    async def _load(self, workspace_id: int, release: int) -> Rules:
        async with self._db.read(workspace_id) as tx:
            facts = await _facts(tx)
            found = await published(tx, release)
        rules = self._compile(facts, release, found.bundle, found.workflows)
        self._kept[workspace_id, release] = rules
        self._looked[workspace_id, release] = time.monotonic()
        while len(self._kept) > MOST:
            gone, _ = self._kept.popitem(last=False)
            self._looked.pop(gone, None)
        return rules

    def _look_again(self, key: tuple[int, int]) -> None:
        """Beside whoever asks: they go on with what is known."""
        self._looked[key] = time.monotonic()
        task = asyncio.create_task(self._renew(*key))
        self._looking.add(task)
        task.add_done_callback(self._looking.discard)

    async def _renew(self, workspace_id: int, release: int) -> None:
        known = self._kept.get((workspace_id, release))
        with suppress(OperationalError):  # the next look is soon
            async with self._db.read(workspace_id) as tx:
                facts = await _facts(tx)
            if known is not None and (facts.zone, facts.locale) != (known.zone, known.locale):
                await self._load(workspace_id, release)


async def _facts(tx: ReadTx) -> WorkspaceFacts:
    found = await tx.row(
        WorkspaceFacts, "select id, number_prefix, zone, locale from workspace where id = %(workspace)s"
    )
    assert found is not None, "a release has a workspace"
    return found


async def _ready(rules: Rules) -> Rules:
    return rules
