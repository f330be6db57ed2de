"""What views refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refusal


class ViewNotFound(NotFound):
    """No such view, or not one that is shared with this reader."""

    code = "inbox.view_not_found"


class StaleView(Refusal):
    """The view was changed since ``If-Match`` saw it; ``version`` is the present one, ``by`` who changed it last, as
    far as they have a name still."""

    code = "inbox.view_changed"
    status = 412


class ViewNotYours(Forbidden):
    """A view is changed by its owner, a shared one by whoever may share views too; a shipped one by nobody."""

    code = "inbox.view_not_yours"


class SharingRefused(Forbidden):
    """Sharing with a team takes leading it; with everybody, the right to share views. ``teams`` are those not led."""

    code = "inbox.sharing_refused"


class TooManyViews(Conflict):
    code = "inbox.too_many_views"


class ViewInvalid(Invalid):
    """The view cannot be read as it stands; ``faults`` name each place, by path."""

    code = "inbox.view_invalid"


class ViewBroken(Conflict):
    """The view names what this reader may not read, or what the policy no longer has."""

    code = "inbox.view_broken"


class ListTooSlow(Invalid):
    """The list could not be read within ``seconds``: no index serves what it asks."""

    code = "inbox.list_too_slow"
