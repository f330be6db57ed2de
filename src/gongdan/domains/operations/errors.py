"""What operations refuse."""

from gongdan.kernel.errors import Conflict, NotFound, Refusal


class OperationNotFound(NotFound):
    """No such operation, or somebody else's."""

    code = "operation.not_found"


class OperationOver(Conflict):
    """It is not in a state in which this can be done. Member: ``state``."""

    code = "operation.state"


class NotUndoable(Conflict):
    """What it did cannot be undone."""

    code = "operation.not_undoable"


class TooManyItems(Conflict):
    """More than one operation may hold. Member: ``most``."""

    code = "operation.too_many"


class ItemFailed(Refusal):
    """A fault of ours, which is in the log of the worker. The item was left as it was."""

    code = "operation.item_failed"
    status = 500
