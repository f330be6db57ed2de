"""What accounts refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refusal, TooMany, Unauthenticated


class SignInRefused(Unauthenticated):
    """Mail and password do not belong together: which of the two is wrong is never told."""

    code = "accounts.sign_in_refused"


class SignInIsLocked(TooMany):
    """Too many failures; ``retry_after_s`` says when the next try is heard. It never locks for good."""

    code = "accounts.sign_in_locked"


class PasswordWrong(Invalid):
    """Who is signed in showed a password that is not theirs; the fault names the field that it stood in."""

    code = "accounts.password_wrong"


class ProofNeeded(Forbidden):
    """What is wanted takes a password that was shown within the last minutes: show it, and ask again."""

    code = "accounts.proof_needed"


class LinkInvalid(Unauthenticated):
    """A link that is forged, outdated, used, or for somebody who is no longer there."""

    code = "accounts.link_invalid"


class LinkIsReceipt(Unauthenticated):
    """The link of a receipt: it says that something came in, and signs nobody in."""

    code = "accounts.link_is_receipt"


class PasswordLinkInvalid(Unauthenticated):
    """A link to choose a password that is forged, outdated or used, or whose member is no longer let in."""

    code = "accounts.password_link_invalid"


class PasswordWeak(Invalid):
    """The password breaks a rule; the fault names it."""

    code = "accounts.password_weak"


class UnknownKeys(Invalid):
    """Roles, teams or departments that this workspace does not have, or that cannot be given to a member."""

    code = "accounts.unknown_keys"


class MemberNotFound(NotFound):
    code = "accounts.member_not_found"


class TokenNotFound(NotFound):
    code = "accounts.token_not_found"


class SessionNotFound(NotFound):
    code = "accounts.session_not_found"


class WorkspaceNotFound(NotFound):
    """No such workspace, or several and none was named."""

    code = "accounts.workspace_not_found"


class MailTaken(Conflict):
    """Another member of the workspace signs in with this mail address."""

    code = "accounts.mail_taken"


class KeyTaken(Conflict):
    """A team or department with this key exists."""

    code = "accounts.key_taken"


class RoleNotFound(NotFound):
    code = "accounts.role_not_found"


class TeamNotFound(NotFound):
    code = "accounts.team_not_found"


class DepartmentNotFound(NotFound):
    code = "accounts.department_not_found"


class RoleIsShipped(Conflict):
    """It comes with the product: it is copied, and the copy changed."""

    code = "accounts.role_is_shipped"


class RoleInUse(Conflict):
    """Members bear the role; ``count`` says how many."""

    code = "accounts.role_in_use"


class RosterNotFound(NotFound):
    code = "accounts.roster_not_found"


class RosterInUse(Conflict):
    """Something names the roster; ``uses`` tells what, in zh-CN and en."""

    code = "accounts.roster_in_use"


class DepartmentInUse(Conflict):
    """Teams or departments belong to it; ``keys`` names them."""

    code = "accounts.department_in_use"


class StaleStructure(Refusal):
    """The role, team or department was changed since ``If-Match`` saw it; ``version`` is the present one."""

    code = "accounts.structure_changed"
    status = 412


class SlugTaken(Conflict):
    """A workspace with this slug exists."""

    code = "accounts.slug_taken"


class HostTaken(Conflict):
    """Another workspace has this host as its own."""

    code = "accounts.host_taken"


class HostUnavailable(Conflict):
    """The host leads to another workspace, or is the installation's own. Whose it is, is not said."""

    code = "accounts.host_unavailable"


class StaleWorkspace(Refusal):
    """The workspace was changed since ``If-Match`` saw it; ``version`` is the present one."""

    code = "accounts.workspace_changed"
    status = 412


class RightsAboveOwn(Forbidden):
    """Nobody gives or takes rights that they do not hold, nor gains a hold on somebody who has more."""

    code = "accounts.rights_above_own"


class LastAdministrator(Conflict):
    """The change would leave the workspace without an active system administrator."""

    code = "accounts.last_administrator"


class OneselfKept(Conflict):
    """Nobody shuts themselves out: somebody else does."""

    code = "accounts.oneself_kept"
