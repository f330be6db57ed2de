"""What a workflow refuses."""

from gongdan.kernel.errors import Refusal


class TransitionRefused(Refusal):
    """No such move from here for this actor. Members: ``current``, ``wanted``, ``allowed``."""

    code = "workflow.transition_refused"
    status = 409


class NotReady(Refusal):
    """Something is still to be done before the move, by whoever asks for it. It is offered to them all the same."""


class FieldsMissing(NotReady):
    """The transition requires fields that are empty. Member: ``fields``."""

    code = "workflow.fields_missing"
    status = 422
