"""What the policy endpoints take and answer."""

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta

from gongdan.domains.bundle import PolicyBundle
from gongdan.infra.http.bodies import Answer, Request
from gongdan.kernel.text import Name

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
