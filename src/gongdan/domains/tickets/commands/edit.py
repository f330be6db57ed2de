"""Changing a ticket's attributes, tags and watchers."""

from collections.abc import Mapping
from typing import Any

from gongdan.domains.tickets import intents, rebase
from gongdan.domains.tickets.desk import Desk
from gongdan.domains.tickets.errors import NotEligible
from gongdan.domains.tickets.fields import belongs, checked_value
from gongdan.domains.tickets.queries import is_member
from gongdan.domains.tickets.settle import Decision
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import one_line


async def set_fields(desk: Desk, number: str, values: Mapping[str, Any], *, seen: int | None) -> Decision:
    """Set plain attributes (``title``, ``type``, ``category``, ``priority``) and custom fields (``fields.<key>``).

    Raises:
        TicketChanged: somebody changed one of the same fields since ``seen``; other changes do not matter.
        Invalid, UnknownKey: a value that the policy does not allow.
    """
    case = await desk.ticket(number, "ticket.edit")
    await desk.unseen(case, seen, rebase.fields(values))
    checked = _checked(desk, case.live.type, values)
    filled = [key for key in case.live.incomplete if checked.get(f"fields.{key}") not in (None, "", [])]
    if filled:
        checked["incomplete"] = [key for key in case.live.incomplete if key not in filled]
    return desk.apply(desk.settle(case, intents.Change(values=checked)))


def _checked(desk: Desk, type_key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    faults: list[FieldFault] = []
    checked: dict[str, Any] = {}
    for name, value in values.items():
        field = desk.rules.fields.get(name.removeprefix("fields.")) if name.startswith("fields.") else None
        if name == "title":
            checked[name] = one_line(value, 200)
        elif not name.startswith("fields."):
            checked[name] = value
        elif field is None or not belongs(field, type_key):
            faults.append(FieldFault(name, "unknown_field"))
        else:
            try:
                checked[name] = None if value is None else checked_value(field, value)
            except ValueError as why:
                faults.append(FieldFault(name, str(why)))
    if "title" in checked and not checked["title"]:
        faults.append(FieldFault("title", "required"))
    if faults:
        raise Invalid(faults=tuple(faults))
    return checked


async def set_tags(desk: Desk, number: str, *, add: tuple[str, ...], remove: tuple[str, ...]) -> Decision:
    """Add and remove tags; sets, so that it never collides with another's change."""
    case = await desk.ticket(number, "ticket.tag")
    added = tuple(tag for one in add if (tag := one_line(one, 50)))
    return desk.apply(desk.settle(case, intents.Tag(add=added, remove=remove)))


async def set_watching(desk: Desk, number: str, *, person_id: int | None, watching: bool) -> Decision:
    """Watch a ticket, or stop; for oneself, or for a colleague."""
    case = await desk.ticket(number, "ticket.watch")
    who = person_id or desk.authority.person_id or 0
    if watching and who != desk.authority.person_id:
        (found,) = await desk.tx.gather(is_member(who))
        if not found:
            raise NotEligible(person_id=who)
    pair = ((who, "watcher"),)
    change = intents.Participate(add=pair) if watching else intents.Participate(remove=pair)
    return desk.apply(desk.settle(case, change))
