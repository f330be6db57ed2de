"""What policy refuses."""

from gongdan.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refusal


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


class NoSuchSection(NotFound):
    """The policy has no such section. Member: ``section``."""

    code = "policy.no_such_section"


class SectionMoved(Refusal):
    """The section was changed since ``If-Match`` saw it, or since the ``base`` of what was sent, and there the same
    entries: ``clashes`` tells them, as in the draft. Members: ``version``, what it says now (``theirs``) and what was
    sent (``yours``), and who drafted it when (``author_id``, ``updated_at``; None: the release changed)."""

    code = "policy.section_moved"
    status = 412


class NotYours(Forbidden):
    """What they would change is not theirs to edit. Members: ``section``, the ``keys`` of the entries (``*order``:
    their order; none: the section is one whole) and their ``names``."""

    code = "policy.not_yours"


class DraftMoved(Refusal):
    """The draft or the release in force changed since ``If-Match`` saw them. Members: ``version``, ``release``."""

    code = "policy.draft_moved"
    status = 412


class DraftCollides(Conflict):
    """A release since changed the same entries as the draft. Members: ``sections`` where somebody has to choose,
    ``current``."""

    code = "policy.draft_collides"


class ChoicesIncomplete(Refusal):
    """Everything that clashes is chosen at once. Members: the keys that are ``missing``, those that are ``unknown``."""

    code = "policy.choices_incomplete"
    status = 422


class DraftUnusable(Conflict):
    """What is drafted cannot be read by this version. Member: ``sections``."""

    code = "policy.draft_unusable"


class NothingDrafted(Conflict):
    code = "policy.nothing_drafted"
