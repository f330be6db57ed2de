"""What a workflow refuses."""

from gongdan.kernel.errors import Refusal


class TransitionRefused(Refusal):
    """No such move from here for this actor. Members: ``current``, ``wanted``, ``allowed``."""

    code = "workflow.transition_refused"
    status = 409


class FieldsMissing(Refusal):
    """The transition requires fields that are empty. Member: ``fields``."""

    code = "workflow.fields_missing"
    status = 422
