"""What the account endpoints take and answer."""

from typing import Annotated, Any, Literal

from msgspec import Meta

from gongdan.infra.http.bodies import Answer, Request
from gongdan.kernel.text import Key, Name

Presence = Literal["available", "away", "offline"]


class SignIn(Request, frozen=True, kw_only=True):
    mail: Annotated[str, Meta(min_length=3, max_length=254)]
    password: Annotated[str, Meta(min_length=1, max_length=256)]
    workspace: Annotated[str, Meta(max_length=63)] | None = None


class Me(Answer, frozen=True, kw_only=True):
    """Who is signed in, to what, and with which rights."""

    person_id: int
    name: str
    mail: str | None
    kind: Literal["staff", "customer"]
    locale: str
    zone: str
    presence: Presence
    workspace: str
    workspace_name: str
    teams: list[str]
    roles: list[str]
    permissions: list[str]
    """Actions that he may do somewhere; the server decides again each time."""
    csrf: str
    """Goes back as ``X-CSRF-Token`` with every change."""


class SetMe(Request, frozen=True, kw_only=True):
    locale: Literal["zh-CN", "en"] | None = None
    zone: Annotated[str, Meta(max_length=64)] | None = None
    presence: Presence | None = None


class MemberInfo(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    teams: list[str]
    presence: Presence


class TeamInfo(Answer, frozen=True, kw_only=True):
    key: Key
    name: Name
    department: str | None


class Directory(Answer, frozen=True, kw_only=True):
    """Names of everything that tickets refer to by key or id: loaded once by the web app, again when a release or the
    people change (``release`` and the stream say so)."""

    release: int
    types: list[dict[str, Any]]
    categories: list[dict[str, Any]]
    priorities: list[dict[str, Any]]
    statuses: dict[str, list[dict[str, Any]]]
    """Workflow hash → its statuses (key, name, phase, colour, goal)."""
    fields: list[dict[str, Any]]
    levels: list[dict[str, Any]]
    teams: list[TeamInfo]
    members: list[MemberInfo]
