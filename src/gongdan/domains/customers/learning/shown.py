"""What is known of a person better than before. Values that were guessed are marked (``person.guessed``), and give way
to what the person proves, or shows by how they write. Pure but for ``improve``."""

from datetime import datetime

import msgspec

from gongdan.domains.customers.events import CustomerLearned
from gongdan.domains.customers.people import Handle, KnownPerson
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Actor
from gongdan.kernel.text import one_line


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a person showed of themselves; None: nothing."""

    name: str | None = None
    locale: str | None = None
    zone: str | None = None
    is_proven: bool = False
    """It is certain that it was they: a signed link, a session, a mail whose sender our relay proved."""
    is_chosen: bool = False
    """They chose language and zone: these are no guesses any more."""


class Better(msgspec.Struct, frozen=True, kw_only=True):
    """How a person's row is to change."""

    before: dict[str, str]
    after: dict[str, str]
    guessed: tuple[str, ...]
    """What is still a guess."""


def better(known: KnownPerson, shown: Shown) -> Better | None:
    """What ``shown`` teaches. Only guesses change. A name gives way to a proven one, and an address that stands for a
    name to any; the language follows what they write, until they choose one."""
    guessed = set(known.guessed)
    after: dict[str, str] = {}
    name = one_line(shown.name or "", 100)
    if name and "name" in guessed and (shown.is_proven or known.name == known.handle):
        after["name"] = name
    if shown.locale and "locale" in guessed:
        after["locale"] = shown.locale
    if shown.zone and "zone" in guessed and shown.is_chosen:
        after["zone"] = shown.zone
    certain = {key for key in after if (shown.is_proven if key == "name" else shown.is_chosen)}
    changed = {key: value for key, value in after.items() if value != getattr(known, key)}
    if not changed and not certain:
        return None
    return Better(
        before={key: getattr(known, key) for key in changed},
        after=changed,
        guessed=tuple(sorted(guessed - certain)),
    )


async def improve(
    tx: Tx, person_id: int, found: Better, *, actor: Actor, command_id: int, release: int, now: datetime
) -> None:
    """Queue the change, and that it happened."""
    tx.put(
        """
        update person
           set name = coalesce(%(name)s, name), locale = coalesce(%(locale)s, locale), zone = coalesce(%(zone)s, zone),
               guessed = %(guessed)s
         where workspace_id = %(workspace)s and id = %(id)s
        """,
        id=person_id,
        name=found.after.get("name"),
        locale=found.after.get("locale"),
        zone=found.after.get("zone"),
        guessed=found.guessed,
    )
    event = CustomerLearned(before=found.before, after=found.after, guessed=found.guessed)
    await append(tx, "customer", person_id, [event], actor=actor, command_id=command_id, release=release, now=now)


def verify(tx: Tx, handle: Handle, now: datetime) -> None:
    """Queue that a handle was proven to be its person's, from the first time on."""
    tx.put(
        """
        update identity set verified_at = %(now)s
         where workspace_id = %(workspace)s and kind = %(kind)s and account = %(account)s and handle = %(handle)s
           and verified_at is null
        """,
        kind=handle.kind,
        account=handle.account,
        handle=handle.handle,
        now=now,
    )
