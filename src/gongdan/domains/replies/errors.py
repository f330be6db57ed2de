"""What canned replies refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refusal


class CannedReplyNotFound(NotFound):
    """No such canned reply, or not one that is shared with this reader."""

    code = "replies.not_found"


class StaleCannedReply(Refusal):
    """It was changed since ``If-Match`` saw it; ``version`` is the present one, ``by`` who changed it last, as far as
    they have a name still."""

    code = "replies.changed"
    status = 412


class CannedReplyNotYours(Forbidden):
    """It is changed by its owner, a shared one by whoever may share too; a shipped one by nobody."""

    code = "replies.not_yours"


class CannedSharingRefused(Forbidden):
    """Sharing with a team takes leading it; with everybody, the right to share. ``teams`` are those not led."""

    code = "replies.sharing_refused"


class TooManyCannedReplies(Conflict):
    code = "replies.too_many"


class VariablesLeft(Invalid):
    """An answer to a customer still has variables in it that nobody filled in; ``variables`` are their keys."""

    code = "replies.variables_left"
