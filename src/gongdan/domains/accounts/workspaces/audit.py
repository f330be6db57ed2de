"""What was administered: the events of people, teams, roles, releases and the workspace, each as a sentence."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.text import localised

NOT_AUDITED: Final = frozenset(
    {"person.presence_set", "person.notices_chosen", "person.sign_in_link_asked", "workspace.views_arranged"}
)
"""What people do for themselves all day."""

_NAMED: Final[Mapping[str, str]] = {
    "roles": "role",
    "teams": "team",
    "department": "department",
    "parent": "department",
    "head_id": "person",
    "manager_id": "person",
    "substitute_id": "person",
    "joined": "person",
    "left": "person",
}
"""Member of an event → of what its values are keys."""
_LISTS: Final[Mapping[str, str]] = {"person.roles_set": "role", "person.teams_set": "team"}
"""Events whose ``before`` and ``after`` are all the keys of a kind."""

_SIDES: Final = ("before", "after")

Names = Mapping[str, Mapping[str, Any]]
"""Kind → key → name; a person's is a text, the others are in both languages."""


class AuditWish(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries are asked for; None: whichever."""

    actor_id: int | None = None
    person_id: int | None = None
    kind: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    """The last entry of the page before."""


class AuditRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    at: datetime
    kind: str
    stream: str
    stream_id: int
    actor: str
    actor_id: int | None
    actor_name: str | None
    via: str
    token_id: int | None
    subject: str | None
    """The person's name, of a person's stream."""
    body: bytes | None
    """None: it was erased."""


async def audit(tx: ReadTx, wish: AuditWish, limit: int) -> tuple[list[AuditRow], Names]:
    """Latest first, and the names that their sentences need. Served by ``event_of_administration``."""
    rows = await tx.rows(AuditRow, _ENTRIES, unsaid=sorted(NOT_AUDITED), limit=limit, **msgspec.structs.asdict(wish))
    people = sorted({person for row in rows for person in _people(_read(row))})
    found = await tx.gather(
        *(
            Query(tuple, f"select key, name from {kind} where workspace_id = %(workspace)s", {})
            for kind in ("role", "team", "department")
        ),
        Query(
            tuple,
            "select id::text, name from person where workspace_id = %(workspace)s and id = any(%(people)s)",
            {"people": people},
        ),
    )
    return rows, {kind: dict(rows) for kind, rows in zip(("role", "team", "department", "person"), found, strict=True)}


def sentence(row: AuditRow, names: Names, locale: str) -> str:
    """What happened, without who did it."""
    if row.body is None:
        return say("audit.erased", locale) or row.kind
    body = _read(row)
    params = {key: _shown(key, value, names, locale) for key, value in body.items()}
    params["subject"] = row.subject
    if kind := _LISTS.get(row.kind):
        params |= {side: _name_all(kind, body.get(side) or (), names, locale) for side in _SIDES}
    elif isinstance(body.get("after"), dict):
        params["changed"] = [*_changes(body, names, locale)]
    elif isinstance(body.get("changed"), dict):
        pairs = {side: {part: pair[n] for part, pair in body["changed"].items()} for n, side in enumerate(_SIDES)}
        params["changed"] = [*_changes(pairs, names, locale)]
    return say(f"audit.{variant(row.kind, body)}", locale, params) or row.kind


def variant(kind: str, body: Mapping[str, Any]) -> str:
    """Where one kind of event means two things, the text for either."""
    for member, key in _TWO_WAYS.get(kind, {}).items():
        return f"{kind}.{key if body.get(member) else 'not_' + key}"
    return kind


_TWO_WAYS: Final[Mapping[str, Mapping[str, str]]] = {
    "person.member_activated": {"active": "active"},
    "person.password_link_made": {"mailed": "mailed"},
    "workspace.mailbox_switched": {"active": "active"},
    "workspace.setup_skipped": {"is_skipped": "skipped"},
    "release.published": {"rolled_back_to": "back"},
}


def _changes(body: Mapping[str, Any], names: Names, locale: str) -> Iterator[str]:
    before, after = body.get("before") or {}, body["after"]
    for part in sorted(before.keys() | after.keys()):
        old, new = (_plain(_shown(part, side.get(part), names, locale), locale) for side in (before, after))
        if old != new:
            word = say(f"words.audit.{part}", locale) or part
            yield f"{word}: {old} → {new}" if locale != "zh-CN" else f"{word}：{old} → {new}"


def _shown(member: str, value: Any, names: Names, locale: str) -> Any:
    kind = _NAMED.get(member)
    if kind is None or value is None:
        return value
    if isinstance(value, dict | list | tuple):
        return _name_all(kind, value, names, locale)
    return _name(kind, value, names, locale)


def _name_all(kind: str, keys: Iterable[Any], names: Names, locale: str) -> list[str]:
    return [_name(kind, key, names, locale) for key in keys]


def _name(kind: str, key: Any, names: Names, locale: str) -> str:
    """What is gone is called by its key."""
    found = names[kind].get(str(key), str(key))
    return localised(found, locale) if isinstance(found, dict) else str(found)


def _plain(value: Any, locale: str) -> str:
    match value:
        case None:
            return "–"
        case str() | list() | tuple() | dict() if not value:  # ``{}`` as a pattern is any mapping
            return "–"
        case bool():
            return say(f"words.audit.{'yes' if value else 'no'}", locale) or str(value)
        case dict() if {"zh-CN", "en"} & value.keys():
            return localised(value, locale)
        case dict():
            return ", ".join(f"{key} {_plain(one, locale)}" for key, one in value.items())
        case list() | tuple():
            return " ".join(_plain(one, locale) for one in value if one is not None)
    return str(value)


def _read(row: AuditRow) -> dict[str, Any]:
    return {} if row.body is None else msgspec.json.decode(row.body, type=dict[str, Any])


def _people(body: Mapping[str, Any]) -> Iterator[int]:
    """Whom an event names, wherever in it."""
    for key, value in body.items():
        if key in _SIDES and isinstance(value, dict):
            yield from _people(value)
        elif _NAMED.get(key) == "person" and value is not None:
            yield from map(int, value if isinstance(value, dict | list) else (value,))


_ENTRIES: Final = """
select e.id, e.at, e.kind, e.stream, e.stream_id, e.actor, e.actor_id, a.name as actor_name, e.via, e.token_id,
       s.name as subject, e.body
  from event e
  left join person a on a.workspace_id = e.workspace_id and a.id = e.actor_id
  left join person s on s.workspace_id = e.workspace_id and s.id = e.stream_id and e.stream = 'person'
 where e.workspace_id = %(workspace)s
   and e.stream in ('person', 'team', 'role', 'release', 'workspace')
   and e.kind <> 'person.presence_set'
   and e.kind <> all(%(unsaid)s::text[])
   and (%(actor_id)s::bigint is null or e.actor_id = %(actor_id)s)
   and (%(person_id)s::bigint is null or (e.stream = 'person' and e.stream_id = %(person_id)s))
   and (%(kind)s::text is null or e.kind = %(kind)s)
   and (%(since)s::timestamptz is null or e.at >= %(since)s)
   and (%(until)s::timestamptz is null or e.at < %(until)s)
   and (%(before)s::bigint is null or e.id < %(before)s)
 order by e.id desc
 limit %(limit)s
"""
