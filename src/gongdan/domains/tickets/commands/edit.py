"""Changing a ticket's attributes, tags and watchers, and who asks."""

from collections.abc import Mapping
from typing import Any

import msgspec

from gongdan.domains.accounts.public import SENSITIVE
from gongdan.domains.customers.public import Handle, by_handles, by_ids, lock_handles
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.open import facts_of
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.desk.queries import active_members
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.fields.kinds import EMPTY
from gongdan.domains.tickets.subjects.tags import MAX_TAG
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import one_line


async def set_fields(desk: Desk, case: Case, values: Mapping[str, Any], *, seen: int | None) -> Decision:
    """Set plain attributes (``title``, ``type``, ``category``, ``priority``) and custom fields (``fields.<key>``).

    Raises:
        VersionConflict: somebody changed one of the same fields since ``seen``; other changes do not matter.
        Invalid, UnknownKey: a value that the policy does not allow, or that would replace one they may not read.
    """
    check_readable(desk, case, values)
    await desk.unseen(case, seen, frozenset(values))
    return desk.apply(desk.settle(case, intents.Change(values=dict(values))))


def check_readable(desk: Desk, case: Case, values: Mapping[str, Any]) -> None:
    """Whoever may not read a field may fill it, and not replace what it holds: whether that changes anything would tell
    them the value, one guess after the other.

    Raises:
        Invalid: one fault for each field that is masked for them and filled.
    """
    if SENSITIVE in desk.authority.classes:
        return
    held = {f"fields.{key}" for key in desk.rules.sensitive if case.live.fields.get(key) not in EMPTY}
    if faults := tuple(FieldFault(name, "field_masked") for name in values if name in held):
        raise Invalid(faults=faults)


async def set_tags(desk: Desk, case: Case, *, add: tuple[str, ...], remove: tuple[str, ...]) -> Decision:
    """Add and remove tags; sets, so that it never collides with another's change."""
    added = tuple(tag for one in add if (tag := one_line(one, MAX_TAG)))
    return desk.apply(desk.settle(case, intents.Tag(add=added, remove=remove)))


async def set_watching(desk: Desk, case: Case, *, person_id: int | None, watching: bool) -> Decision:
    """Watch a ticket, or stop; for oneself, or for a colleague.

    Raises:
        Invalid: there is no such colleague.
    """
    who = person_id or desk.authority.person_id or 0
    if watching and who != desk.authority.person_id:
        (found,) = await desk.tx.gather(active_members([who]))
        if not found:
            raise Invalid(faults=(FieldFault("person_id", "unknown_person", {"people": [who]}),))
    pair = ((who, "watcher"),)
    change = intents.Participate(add=pair) if watching else intents.Participate(remove=pair)
    return desk.apply(desk.settle(case, change))


async def set_requester(desk: Desk, case: Case, who: Handle | int | None) -> Decision:
    """Make a known person, or the one behind a handle, the requester. From then on replies go to them, and they read
    what was exchanged with the customer. Repeating it changes nothing.

    Raises:
        Invalid: nobody is named, or nobody whom we know.
    """
    if who is None:
        raise Invalid(faults=(FieldFault("mail", "required"),))
    if isinstance(who, int):
        (found,) = await desk.tx.gather(by_ids([who]))
        if not found:
            raise Invalid(faults=(FieldFault("id", "unknown_person"),))
        person = found[0]
    else:
        _, found = await desk.tx.gather(lock_handles([who]), by_handles([who]))
        person = found[0] if found else desk.meet(who)
    if person.person_id == case.live.requester_id:
        return desk.settle(case)
    case = msgspec.structs.replace(case, requester=facts_of(person))
    return desk.apply(desk.settle(case, intents.SetRequester()))
