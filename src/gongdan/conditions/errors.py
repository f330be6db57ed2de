"""Refusals of the condition language."""

from gongdan.kernel.errors import Invalid


class ConditionInvalid(Invalid):
    """The tree breaks the grammar; ``faults`` name each place."""

    code = "condition.invalid"


class EvaluateOnly(Invalid):
    """The condition asks about the event under decision (``field``), so there are no rows to find by it."""

    code = "condition.evaluate_only"
