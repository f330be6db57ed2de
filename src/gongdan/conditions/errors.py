"""Refusals of the condition language."""

from gongdan.kernel.errors import Invalid


class ConditionInvalid(Invalid):
    """The tree breaks the grammar; ``faults`` name each place."""

    code = "condition.invalid"


class EvaluateOnly(Invalid):
    """The condition names a ``field`` that is known only while an event is decided: rows cannot be found by it."""

    code = "condition.evaluate_only"
