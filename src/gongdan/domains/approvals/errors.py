"""What approvals refuse."""

from gongdan.domains.workflow.errors import NotReady
from gongdan.kernel.errors import Refusal


class ApprovalNeeded(NotReady):
    """Others must agree before this transition is taken: it is to be asked for. Members: ``wanted``, ``step_names``."""

    code = "approvals.needed"
    status = 409


class ApprovalWaits(Refusal):
    """While an approval waits, nothing that ends the ticket happens by itself. Member: ``wanted``."""

    code = "approvals.waiting"
    status = 409


class AlreadyAsked(Refusal):
    """An approval waits already. Member: ``wanted``."""

    code = "approvals.already_asked"
    status = 409


class ApprovalNotNeeded(Refusal):
    """Nobody has to agree to this transition: it can be taken. Member: ``wanted``."""

    code = "approvals.not_needed"
    status = 409


class ApprovalOver(Refusal):
    """No approval waits any more. Member: ``state``: what came of it."""

    code = "approvals.over"
    status = 409


class NotApprover(Refusal):
    """The actor is not asked now."""

    code = "approvals.not_asked"
    status = 409


class AlreadyDecided(Refusal):
    """They decided otherwise before. Member: ``verdict``."""

    code = "approvals.already_decided"
    status = 409


class SelfApproval(Refusal):
    """Nobody decides what they asked for themselves."""

    code = "approvals.own"
    status = 409


class AlreadyAsksThem(Refusal):
    """That person is asked already."""

    code = "approvals.asks_them"
    status = 409


class TooManySteps(Refusal):
    """So many steps were added that it would never end. Member: ``most``."""

    code = "approvals.too_many_steps"
    status = 409


class NobodyToAsk(Refusal):
    """Nobody is left who could decide: neither those named, nor a lead, nor who may manage."""

    code = "approvals.nobody"
    status = 409


class NotEarlierHandler(Refusal):
    """Sent back is to somebody who had the ticket before."""

    code = "approvals.not_earlier_handler"
    status = 409


class ApprovalNotYours(Refusal):
    """Whoever asked takes an approval back, or a lead."""

    code = "approvals.not_yours"
    status = 409
