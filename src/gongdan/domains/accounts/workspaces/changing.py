"""What an administrator changes of the workspace itself."""

from datetime import datetime
from typing import Final, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import msgspec

from gongdan.domains.accounts import writes
from gongdan.domains.accounts.errors import HostTaken, HostUnavailable, StaleWorkspace
from gongdan.domains.accounts.events import SetupSkipped, WorkspaceChanged
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.domains.accounts.workspaces import is_host, place_host
from gongdan.domains.accounts.workspaces.places import home_of
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via
from gongdan.kernel.text import Locale, one_line

Member = Literal["name", "locale", "zone"]
_MEMBERS: Final[tuple[Member, ...]] = ("name", "locale", "zone")


class WorkspaceSettings(msgspec.Struct, frozen=True, kw_only=True):
    slug: str
    name: str
    locale: Locale
    zone: str
    number_prefix: str
    host: str | None
    version: int
    home: str = ""
    """The address of its desk, without a slash at the end."""


class WorkspaceWish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to change; None stays. An empty ``host`` takes it away."""

    name: str | None = None
    locale: Locale | None = None
    zone: str | None = None
    host: str | None = None


async def workspace_settings(tx: ReadTx, base_url: str) -> WorkspaceSettings:
    found = await _row(tx)
    return msgspec.structs.replace(found, home=await home_of(tx, base_url))


async def change_workspace(
    tx: Tx, authority: Authority, wanted: WorkspaceWish, base_url: str, *, seen: int | None, via: Via, now: datetime
) -> None:
    """
    Raises:
        Invalid: no such zone, or no host name.
        HostUnavailable, StaleWorkspace.
    """
    await tx.rows(tuple, "select 1 from workspace where id = %(workspace)s for no key update")
    before = await _row(tx)
    if seen is not None and seen != before.version:
        raise StaleWorkspace(version=before.version)
    await _rename(tx, authority, before, wanted, via=via, now=now)
    if wanted.host is not None and wanted.host.strip().lower() != (before.host or ""):
        await _address(tx, authority, wanted.host, base_url, via=via, now=now)


async def _rename(
    tx: Tx, authority: Authority, before: WorkspaceSettings, wanted: WorkspaceWish, *, via: Via, now: datetime
) -> None:
    if wanted.zone is not None and wanted.zone not in available_timezones():
        raise Invalid(faults=(FieldFault("zone", "accounts.unknown_zone"),))
    after = {
        "name": before.name if wanted.name is None else one_line(wanted.name, 100),
        "locale": wanted.locale or before.locale,
        "zone": wanted.zone or before.zone,
    }
    changed = {one: (getattr(before, one), after[one]) for one in _MEMBERS if getattr(before, one) != after[one]}
    if not changed:
        return
    tx.put(
        """
        update workspace set name = %(name)s, locale = %(locale)s, zone = %(zone)s, version = version + 1
         where id = %(workspace)s
        """,
        **after,
    )
    event = WorkspaceChanged(changed=changed)
    await writes.record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)
    await tx.flush()


async def _address(tx: Tx, authority: Authority, host: str, base_url: str, *, via: Via, now: datetime) -> None:
    """The installation's own host is nobody's: whoever had it would be the one that all come to."""
    after = host.strip().lower() or None
    if after is not None and not is_host(after):
        raise Invalid(faults=(FieldFault("host", "accounts.not_a_host"),))
    if after is not None and after == (urlsplit(base_url).hostname or "").lower() and await _has_neighbours(tx):
        raise HostUnavailable(host=after)
    try:
        await place_host(tx, authority, after, via=via, now=now)
    except HostTaken:
        raise HostUnavailable(host=after) from None


async def _has_neighbours(tx: ReadTx) -> bool:
    return bool(await tx.rows(tuple, "select 1 from workspace where id <> %(workspace)s limit 1"))


async def skipped_steps(tx: ReadTx) -> frozenset[str]:
    """Which steps of setting up were put aside."""
    rows = await tx.rows(
        tuple,
        """
        select jsonb_array_elements_text(settings -> 'setup_skipped')
          from workspace
         where id = %(workspace)s and settings ? 'setup_skipped'
        """,
    )
    return frozenset(step for (step,) in rows)


async def skip_step(tx: Tx, authority: Authority, step: str, *, is_skipped: bool, via: Via, now: datetime) -> None:
    """Put a step of setting up aside, or take it up again; twice is once."""
    await tx.rows(tuple, "select 1 from workspace where id = %(workspace)s for no key update")
    before = await skipped_steps(tx)
    after = before | {step} if is_skipped else before - {step}
    if after == before:
        return
    tx.put(
        "update workspace set settings = settings || jsonb_build_object('setup_skipped', %(after)s::text[])"
        " where id = %(workspace)s",
        after=sorted(after),
    )
    event = SetupSkipped(step=step, is_skipped=is_skipped)
    await writes.record(tx, authority, "workspace", tx.workspace_id, event, via=via, now=now)


async def _row(tx: ReadTx) -> WorkspaceSettings:
    found = await tx.row(
        WorkspaceSettings,
        """
        select slug, name, locale, zone, number_prefix, settings ->> 'host' as host, version
          from workspace
         where id = %(workspace)s
        """,
    )
    assert found is not None, "whoever asks belongs to a workspace"
    return found
