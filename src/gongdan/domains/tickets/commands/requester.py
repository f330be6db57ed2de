"""Changing who asks: the one whose request was passed on, say, instead of the one who passed it on."""

import msgspec

from gongdan.domains.customers.public import Handle, by_handles, by_ids, lock_handles
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.open import facts_of
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.kernel.errors import FieldFault, Invalid


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
