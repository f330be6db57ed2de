"""How much customers and guests may upload in a day: each of them, each network address, and all of them together."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final

import msgspec

from gongdan.infra.db.tx import Query, ReadTx, Tx
from gongdan.kernel.errors import TooMany
from gongdan.settings import Settings

MB: Final = 1_000_000
_KEPT: Final = timedelta(days=2)


class UploadQuota(TooMany):
    """What may be uploaded in a day is used up. Members: ``limit`` (person, address, workspace), ``most_mb``,
    ``retry_after_s``."""

    code = "files.quota"


class Quota(msgspec.Struct, frozen=True):
    """Bytes that a subject may upload in a day."""

    limit: str
    subject: str
    most: int


def of_outsiders(settings: Settings, *, person: str | None, address: str) -> tuple[Quota, ...]:
    """What the uploads of somebody from outside are charged to. A guest is no ``person``, but comes from an address."""
    found = (
        Quota("address", f"address {address}", settings.upload_mb_per_address * MB),
        Quota("workspace", "workspace", settings.upload_mb_per_workspace * MB),
    )
    return found if person is None else (Quota("person", person, settings.upload_mb_per_person * MB), *found)


class _Use(msgspec.Struct, frozen=True):
    subject: str
    bytes: int


async def room(tx: ReadTx, quotas: Sequence[Quota], now: datetime) -> int:
    """Bytes that still fit into all of the quotas.

    Raises:
        UploadQuota: one of them is used up.
    """
    (uses,) = await tx.gather(
        Query(
            _Use,
            """
            select subject, bytes
              from upload_use
             where workspace_id = %(workspace)s and subject = any(%(subjects)s) and day = %(day)s
            """,
            {"subjects": [one.subject for one in quotas], "day": now.astimezone(UTC).date()},
        )
    )
    used = {one.subject: one.bytes for one in uses}
    for one in quotas:
        if used.get(one.subject, 0) >= one.most:
            raise _used_up(one, now)
    return min(one.most - used.get(one.subject, 0) for one in quotas)


async def charge(tx: Tx, quotas: Sequence[Quota], size: int, now: datetime) -> None:
    """Charge an upload to all of the quotas, in this transaction.

    Raises:
        UploadQuota: uploads at the same time have used one up.
    """
    for one in sorted(quotas, key=lambda quota: quota.subject):
        charged = await tx.row(
            tuple,
            """
            insert into upload_use (workspace_id, subject, day, bytes)
            values (%(workspace)s, %(subject)s, %(day)s, %(size)s)
            on conflict (workspace_id, subject, day) do update set bytes = upload_use.bytes + excluded.bytes
             where upload_use.bytes + excluded.bytes <= %(most)s
            returning bytes
            """,
            subject=one.subject,
            day=now.astimezone(UTC).date(),
            size=size,
            most=one.most,
        )
        if charged is None:
            raise _used_up(one, now)


def prune_uses(tx: Tx, now: datetime) -> None:
    """Queue the deletion of what was used on days that are over."""
    tx.put(
        "delete from upload_use where workspace_id = %(workspace)s and day < %(before)s",
        before=(now - _KEPT).astimezone(UTC).date(),
    )


def _used_up(quota: Quota, now: datetime) -> UploadQuota:
    """The day is that of UTC."""
    today = now.astimezone(UTC)
    ends = datetime.combine(today.date() + timedelta(days=1), time(), UTC)
    wait = max(1, round((ends - today).total_seconds()))
    return UploadQuota(limit=quota.limit, most_mb=quota.most // MB, retry_after_s=wait)
