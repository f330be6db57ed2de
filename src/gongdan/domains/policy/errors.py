"""What policy refuses."""

from gongdan.kernel.errors import Conflict, Invalid, NotFound


class LintFailed(Invalid):
    """The bundle has errors. Member: ``findings``, each with path, severity, and text and remedy in zh-CN and en."""

    code = "policy.lint_failed"


class ReleaseMoved(Conflict):
    """Somebody published since this draft was begun. Member: ``current``."""

    code = "policy.release_moved"


class NoSuchRelease(NotFound):
    code = "policy.no_such_release"


class BundleTooLarge(Invalid):
    """Members: ``bytes``, ``most``."""

    code = "policy.bundle_too_large"
