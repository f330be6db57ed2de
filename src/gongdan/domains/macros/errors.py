"""What macros refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, NotFound, Refusal


class MacroNotFound(NotFound):
    """No such macro, or not one that is shared with this reader."""

    code = "macros.not_found"


class StaleMacro(Refusal):
    """It was changed since ``If-Match`` saw it; ``version`` is the present one, ``by`` who changed it last, as far as
    they have a name still."""

    code = "macros.stale"
    status = 412


class MacroChanged(Conflict):
    """It does something else by now than what its runner was shown; ``version`` is the present one."""

    code = "macros.changed"


class MacroNotYours(Forbidden):
    """It is changed by its owner, a shared one by whoever may share too."""

    code = "macros.not_yours"


class MacroSharingRefused(Forbidden):
    """Sharing with a team takes leading it; with everybody, the right to share. ``teams`` are those not led."""

    code = "macros.sharing_refused"


class TooManyMacros(Conflict):
    code = "macros.too_many"
