"""How members are told: their own choices, and what the workspace says to whoever has not chosen."""

from collections.abc import Mapping
from typing import Any

from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority
from gongdan.domains.notifications.choosing.commands import choose, clock_of, minute_of, set_defaults
from gongdan.domains.notifications.choosing.plan import Choices, is_default, is_on, why_fixed
from gongdan.domains.notifications.choosing.quiet import Schedule
from gongdan.domains.notifications.choosing.rows import choices_of, workspace_choices
from gongdan.domains.notifications.sending.channels import NoticeChannel
from gongdan.domains.notifications.shapes import (
    MyNotices,
    NoticeCell,
    NoticeChannelInfo,
    NoticeMatrix,
    NoticeMeaning,
    QuietHours,
    SetMyNotices,
    SetNoticeDefaults,
)
from gongdan.domains.notifications.telling.compiled import Meanings
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via


@get("/me/notices", operation_id="getMyNotices", tags=["notices"], opt=needs("staff"))
async def get_my_notices(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    meanings: NamedDependency[Any],
    notice_channels: NamedDependency[Any],
) -> MyNotices:
    """What one can be told, where, and when not; and why something can't be switched off."""
    async with db.read(authority.workspace_id) as tx:
        return await _mine(tx, authority.me, meanings, notice_channels)


@put("/me/notices", operation_id="setMyNotices", tags=["notices"], opt=needs("staff", scope="all"))
async def set_my_notices(
    data: JSONBody[SetMyNotices],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    meanings: NamedDependency[Any],
    notice_channels: NamedDependency[Any],
    via: NamedDependency[Via],
) -> MyNotices:
    """Choose what one is told, where, and when not. What nobody switches off alone is refused: escalations, what one is
    told as a lead, and the duties of a role."""
    quiet = (minute_of(data.quiet.start), minute_of(data.quiet.until)) if data.quiet else None
    schedule = Schedule(quiet=quiet, days=frozenset(data.days), digest=data.digest, digest_at=minute_of(data.digest_at))
    async with db.write(authority.workspace_id) as tx:
        await choose(
            tx,
            authority,
            data.choices,
            schedule,
            meanings=meanings.by_key,
            channels=notice_channels,
            via=via,
            now=clock.now(),
        )
        await tx.flush()
        return await _mine(tx, authority.me, meanings, notice_channels)


@get("/notices/defaults", operation_id="getNoticeDefaults", tags=["notices"], opt=needs("staff", "workspace.manage"))
async def get_notice_defaults(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    meanings: NamedDependency[Any],
    notice_channels: NamedDependency[Any],
) -> NoticeMatrix:
    """How members are told who have not chosen."""
    async with db.read(authority.workspace_id) as tx:
        return await _defaults(tx, meanings, notice_channels)


@put(
    "/notices/defaults",
    operation_id="setNoticeDefaults",
    tags=["notices"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def set_notice_defaults(
    data: JSONBody[SetNoticeDefaults],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    meanings: NamedDependency[Any],
    notice_channels: NamedDependency[Any],
    via: NamedDependency[Via],
) -> NoticeMatrix:
    """Set how members are told who have not chosen. What is on here and can't be switched off by a person alone is on
    for everybody."""
    async with db.write(authority.workspace_id) as tx:
        await set_defaults(
            tx,
            authority,
            data.choices,
            meanings=meanings.by_key,
            channels=notice_channels,
            via=via,
            now=clock.now(),
        )
        await tx.flush()
        return await _defaults(tx, meanings, notice_channels)


async def _mine(tx: ReadTx, person_id: int, meanings: Meanings, channels: Mapping[str, NoticeChannel]) -> MyNotices:
    choices = (await choices_of(tx, [person_id]))[person_id]
    schedule = choices.schedule
    matrix = _matrix(meanings, channels, choices)
    return MyNotices(
        channels=matrix.channels,
        meanings=matrix.meanings,
        zone=schedule.zone,
        quiet=QuietHours(clock_of(schedule.quiet[0]), clock_of(schedule.quiet[1])) if schedule.quiet else None,
        days=sorted(schedule.days),
        digest=schedule.digest,
        digest_at=clock_of(schedule.digest_at),
    )


async def _defaults(tx: ReadTx, meanings: Meanings, channels: Mapping[str, NoticeChannel]) -> NoticeMatrix:
    """Here nothing is fixed: one of the ways must stay."""
    workspace = await workspace_choices(tx)
    matrix = _matrix(meanings, channels, Choices(own={}, workspace=workspace, schedule=Schedule()))
    return NoticeMatrix(
        channels=matrix.channels,
        meanings=[
            NoticeMeaning(
                key=one.key,
                name=one.name,
                urgent=one.urgent,
                channels={
                    key: NoticeCell(on=cell.on, default=is_default(meanings.by_key[one.key], key, {}), fixed=None)
                    for key, cell in one.channels.items()
                },
            )
            for one in matrix.meanings
        ],
    )


def _matrix(meanings: Meanings, channels: Mapping[str, NoticeChannel], choices: Choices) -> NoticeMatrix:
    return NoticeMatrix(
        channels=[NoticeChannelInfo(key=one.key, name=one.name) for one in channels.values()],
        meanings=[
            NoticeMeaning(
                key=one.key,
                name=one.name,
                urgent=one.urgent,
                channels={
                    key: NoticeCell(
                        on=is_on(one, key, choices),
                        default=is_default(one, key, choices.workspace),
                        fixed=why_fixed(one, key, choices.workspace),
                    )
                    for key in channels
                },
            )
            for one in meanings.by_key.values()
        ],
    )
