"""What a handler's own solution is: what a type asks for before it binds them alone (spec 02). Pure."""

from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.relations.public import ALONG
from gongdan.domains.tickets.events import TicketMoved
from gongdan.domains.tickets.public import Context


def is_by_hand(event: TicketMoved, context: Context) -> bool:
    """Whether a handler ends it as solved, here or where it goes along with another ticket: not a rule of the policy, a
    timer or whoever asked for it."""
    if context.actor.rule in ALONG:
        return event.after_phase == "resolved" or event.reason == "solved"
    if context.actor.kind != "staff" or context.actor.rule is not None:
        return False
    if event.after_phase == "resolved" or event.reason == "solved":
        return True
    return event.reason == "confirmed" and event.before_phase not in ENDED and "requester" not in context.relations
