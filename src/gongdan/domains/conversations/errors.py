"""What conversations refuse."""

from gongdan.kernel.errors import Conflict, NotFound


class ConversationNotFound(NotFound):
    code = "conversation.not_found"


class ConversationOver(Conflict):
    """It is closed: whoever wants to say more begins another."""

    code = "conversation.closed"


class ConversationTaken(Conflict):
    """Somebody else serves it. Member: ``agent_id``."""

    code = "conversation.taken"


class ServedByTicket(Conflict):
    """It came with a ticket, and is served where the ticket is: by assigning and closing that."""

    code = "conversation.served_by_ticket"


class NotOverYet(Conflict):
    """Only what is over is rated."""

    code = "conversation.not_over"


class OwnService(Conflict):
    """Nobody rates what they served themselves."""

    code = "conversation.own_service"


class NoWordOfCustomer(Conflict):
    """Only what the customer wrote is for a ticket to answer."""

    code = "conversation.no_word_of_customer"


class NoOpenTicket(Conflict):
    """It came with a ticket, and no ticket of it is open: reopen one to answer."""

    code = "conversation.no_open_ticket"


class TooManyLinks(Conflict):
    """Member: ``most``."""

    code = "conversation.too_many_links"


class StaysLinked(Conflict):
    """What stands in the ticket's log stays with it; and a ticket keeps at least one conversation."""

    code = "conversation.stays_linked"


class LinksChanged(Conflict):
    """Others linked and unlinked it all the while. Try again."""

    code = "conversation.links_changed"
