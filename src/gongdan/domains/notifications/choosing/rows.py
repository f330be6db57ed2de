"""Choices as they are stored. Person 0 is the workspace itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from gongdan.domains.notifications.choosing.plan import Cell, Choices
from gongdan.domains.notifications.choosing.quiet import Digest, Schedule
from gongdan.infra.db.tx import Query, ReadTx, Tx

WORKSPACE: Final = 0


class _Choice(msgspec.Struct, frozen=True):
    person_id: int
    meaning: str
    channel: str
    is_on: bool


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A person's schedule; without a row it is as if they had said nothing."""

    person_id: int
    zone: str
    quiet_from: int | None
    quiet_until: int | None
    days: list[int] | None
    digest: Digest | None
    digest_at: int | None

    def schedule(self) -> Schedule:
        if self.digest is None or self.digest_at is None or self.days is None:
            return Schedule(zone=self.zone)
        is_set = self.quiet_from is not None and self.quiet_until is not None
        return Schedule(
            zone=self.zone,
            quiet=(self.quiet_from or 0, self.quiet_until or 0) if is_set else None,
            days=frozenset(self.days),
            digest=self.digest,
            digest_at=self.digest_at,
        )


async def choices_of(tx: ReadTx, people: Iterable[int]) -> dict[int, Choices]:
    """What holds for each of these people; in one round trip, however many they are."""
    ids = sorted(set(people))
    chosen, schedules = await tx.gather(_chosen([WORKSPACE, *ids]), _schedules(ids))
    cells: dict[int, dict[Cell, bool]] = defaultdict(dict)
    for one in chosen:
        cells[one.person_id][one.meaning, one.channel] = one.is_on
    return {
        one.person_id: Choices(own=cells[one.person_id], workspace=cells[WORKSPACE], schedule=one.schedule())
        for one in schedules
    }


async def workspace_choices(tx: ReadTx) -> dict[Cell, bool]:
    (chosen,) = await tx.gather(_chosen([WORKSPACE]))
    return {(one.meaning, one.channel): one.is_on for one in chosen}


def _chosen(people: Sequence[int]) -> Query[_Choice]:
    return Query(
        _Choice,
        """
        select person_id, meaning, channel, is_on
          from notice_preference
         where workspace_id = %(workspace)s and person_id = any(%(people)s)
        """,
        {"people": list(people)},
    )


def _schedules(people: Sequence[int]) -> Query[_Kept]:
    return Query(
        _Kept,
        """
        select p.id as person_id, p.zone, s.quiet_from, s.quiet_until, s.days, s.digest, s.digest_at
          from person p
          left join notice_schedule s on s.workspace_id = p.workspace_id and s.person_id = p.id
         where p.workspace_id = %(workspace)s and p.id = any(%(people)s)
        """,
        {"people": list(people)},
    )


def keep_choices(tx: Tx, person_id: int, cells: Mapping[Cell, bool]) -> None:
    """Queue that these are all choices of a person, or of the workspace."""
    named = sorted(cells)
    tx.put(
        "delete from notice_preference where workspace_id = %(workspace)s and person_id = %(person)s", person=person_id
    )
    tx.put(
        """
        insert into notice_preference (workspace_id, person_id, meaning, channel, is_on)
        select %(workspace)s, %(person)s, c.meaning, c.channel, c.is_on
          from unnest(%(meanings)s::text[], %(channels)s::text[], %(values)s::bool[]) c (meaning, channel, is_on)
        """,
        person=person_id,
        meanings=[meaning for meaning, _ in named],
        channels=[channel for _, channel in named],
        values=[cells[cell] for cell in named],
    )


def keep_schedule(tx: Tx, person_id: int, schedule: Schedule) -> None:
    quiet = schedule.quiet or (None, None)
    values = {
        "quiet_from": quiet[0],
        "quiet_until": quiet[1],
        "days": sorted(schedule.days),
        "digest": schedule.digest,
        "digest_at": schedule.digest_at,
    }
    tx.keep("notice_schedule", {"workspace_id": tx.workspace_id, "person_id": person_id}, values)
