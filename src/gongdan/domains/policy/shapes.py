"""What the policy endpoints take and answer."""

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.drafts.remapping import Below
from gongdan.infra.http.bodies import Answer, Request
from gongdan.kernel.text import Key, Name

ReleaseNumber = Annotated[int, Meta(ge=1, le=2**31 - 1)]


class ReleaseInfo(Answer, frozen=True, kw_only=True):
    number: int
    note: str
    author_id: int | None
    """None: the system, such as when the workspace was made."""
    published_at: datetime


class CurrentPolicy(Answer, frozen=True, kw_only=True):
    release: int
    bundle: PolicyBundle


class LintPolicy(Request, frozen=True, kw_only=True):
    bundle: PolicyBundle


class PublishPolicy(Request, frozen=True, kw_only=True):
    bundle: PolicyBundle
    note: Annotated[str, Meta(max_length=2_000)] = ""
    base: ReleaseNumber | None = None
    """The release that the bundle was made from; refused when another was published since. None: any."""


class RollBack(Request, frozen=True, kw_only=True):
    to: ReleaseNumber
    base: ReleaseNumber | None = None
    """The release in force that its author saw; refused when another was published since. None: any."""


class FindingView(Answer, frozen=True, kw_only=True):
    path: str
    """Where in the bundle, such as ``types.technical.workflow``."""
    code: str
    severity: Literal["error", "warning"]
    params: dict[str, Any]
    text: Name
    """What is wrong."""
    remedy: Name
    """What to do about it."""


class Findings(Answer, frozen=True, kw_only=True):
    findings: list[FindingView]
    publishable: bool
    """Whether none of them is an error."""


class PublishedAnswer(Answer, frozen=True, kw_only=True):
    release: int


class PolicyChange(Answer, frozen=True, kw_only=True):
    section: str
    entry: str | None
    """The key of the entry; None: the section has none, or all are meant."""
    path: str
    kind: str
    text: Name
    """The change in a sentence."""


class ReleaseDetail(ReleaseInfo, frozen=True, kw_only=True):
    before: int | None
    """The release that it followed."""
    changes: list[PolicyChange]
    """What it changed; the first 200 of ``count``."""
    count: int
    is_readable: bool
    """Whether this version can still read it and the one before; else nothing is told of what it changed."""


class RollbackPreview(Answer, frozen=True, kw_only=True):
    to: int
    current: int
    """The release in force, for ``base``."""
    lost: list[ReleaseInfo]
    """The releases that it takes back, latest first; the last hundred."""
    changes: list[PolicyChange]
    """What it would change of the policy in force; the first 200 of ``count``."""
    count: int


class ReleaseText(Answer, frozen=True, kw_only=True):
    release: int
    yaml: str


class DraftFinding(FindingView, frozen=True, kw_only=True):
    section: str
    entry: str | None
    """The key of the entry in which it stands; None: it is of the whole section."""
    what: Name
    """The thing in which it stands, in words: the entry, or the section."""


class ClashSide(Answer, frozen=True, kw_only=True):
    value: Any
    """None: it is left out."""
    changes: list[Name]
    """In sentences, from what both were made from."""


class ClashView(Answer, frozen=True, kw_only=True):
    """An entry that both changed, each another way."""

    key: str
    """Of the entry; a member, of a section that is one whole; ``*order``: the order of the entries."""
    name: Name
    yours: ClashSide
    theirs: ClashSide


class DraftedSection(Answer, frozen=True, kw_only=True):
    section: str
    state: Literal["draft", "unusable", "gone"]
    """``unusable``: this version cannot read it; ``gone``: it knows no such section. Both can only be discarded."""
    version: int
    """For ``If-Match``."""
    base: int
    """The release that the draft was begun on."""
    clashes: list[ClashView]
    """What a release since changed too (``theirs``): somebody chooses before the draft is published. Whatever else it
    changed is part of the draft."""
    may_discard: bool
    """Whether all that is drafted in it is the reader's to edit."""
    may_choose: bool
    """Whether all that clashes is."""
    author_id: int | None
    updated_at: datetime
    remedy: Name | None
    """What to do about a draft that cannot be used."""


class DraftView(Answer, frozen=True, kw_only=True):
    release: int
    """The release in force, on top of which the draft would be published."""
    version: int
    """Of the whole draft, for ``If-Match``."""
    sections: list[DraftedSection]
    changes: list[PolicyChange]
    """What would change; the first 200 of ``count``."""
    count: int
    findings: list[DraftFinding]
    publishable: bool


class SectionView(Answer, frozen=True, kw_only=True):
    section: str
    state: Literal["release", "draft", "unusable"]
    """``unusable``: there is a draft that this version cannot read; told is the release."""
    version: int
    """For ``If-Match``."""
    value: Any
    """As the member of ``PolicyBundle`` of this name."""
    editable: list[str] | None
    """The entries that the reader may edit: those of their teams; None: everything."""
    release: int
    base: int | None
    """The release that the draft was begun on; None: it is as the release has it."""
    author_id: int | None
    updated_at: datetime | None


_Choices = Annotated[dict[Annotated[str, Meta(max_length=63)], Literal["yours", "theirs"]], Meta(max_length=1_000)]


class DraftSection(Request, frozen=True, kw_only=True):
    value: Annotated[Any, Meta(extra={"form": "raw"})]
    """As the member of ``PolicyBundle`` of this name. It is checked when it is read again and when it is published."""
    base: Annotated[Any, Meta(extra={"form": "raw"})] = None
    """The section as ``value`` was made from it: what others changed of other entries since then stays. None: as
    ``If-Match`` names it, or nothing is saved."""
    choices: _Choices = {}
    """Of what clashed with the version that ``If-Match`` names."""


class SettleDraft(Request, frozen=True, kw_only=True):
    choices: _Choices
    """For each key that clashes, whether what is drafted (``yours``) stays or what the release says (``theirs``)."""


class MergeCategory(Request, frozen=True, kw_only=True):
    key: Key
    into: Key
    below: Below = "along"
    """What becomes of those below it: they go below ``into`` (``along``), are merged into it ``too``, or stand where
    ``key`` stood (``up``)."""


class PublishDraft(Request, frozen=True, kw_only=True):
    note: Annotated[str, Meta(max_length=2_000)] = ""
