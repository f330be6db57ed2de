"""The directory: names of everything that tickets refer to by key or id. Pure."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Directory, Member, MemberInfo, Team, TeamInfo
from gongdan.domains.tickets.public import Rules
from gongdan.domains.workflow.public import NamedStatuses


def directory(
    rules: Rules, versions: Iterable[NamedStatuses], teams: Iterable[Team], members: Iterable[Member]
) -> Directory:
    """Entries as the policy has them, retired ones too, since old tickets name them. A type names the hash of the
    workflow that its new tickets get, by which ``statuses`` has it, and every older version. Nothing comes from what
    this process happened to load: every process answers the same. Members who left are not active."""
    bundle = rules.bundle
    return Directory(
        release=rules.release,
        types=[_plain(kind) | {"workflow": rules.current[kind.key].hash} for kind in bundle.types],
        categories=[_plain(one, *CATEGORY) for one in bundle.categories],
        priorities=[
            _plain(one, "key", "name", "retired", "rank", "colour", "definition", "examples")
            for one in bundle.priorities
        ],
        statuses={
            version.hash: [{name: one[name] for name in STATUS if name in one} for one in version.statuses]
            for version in versions
        },
        fields=[_plain(field) for field in bundle.fields],
        templates=[
            _plain(one) for one in bundle.templates if "agent" in one.offered_to and not rules.types[one.type].retired
        ],
        levels=[
            _plain(level, "key", "name", "retired", "colour") | {"ladder": ladder.key}
            for ladder in bundle.ladders
            for level in ladder.levels
        ],
        work_kinds=[_plain(one) for one in bundle.work_kinds],
        automations=[_plain(one, "key", "name", "retired") for one in bundle.automations],
        routing=[_plain(one, "key", "name", "retired") for one in bundle.routing],
        teams=[TeamInfo(key=team.key, name=team.name, department=team.department) for team in teams],
        members=[
            MemberInfo(
                id=member.id, name=member.name, teams=member.teams, presence=member.presence, active=member.active
            )
            for member in members
        ],
    )


CATEGORY: Final = ("key", "name", "retired", "parent", "team", "default_type", "default_priority")
"""What the directory tells of a category; a form fills in its defaults."""
STATUS: Final = ("key", "name", "retired", "phase", "colour", "goal")
"""What the directory tells of a status."""


def _plain(entry: msgspec.Struct, *names: str) -> dict[str, Any]:
    """An entry as JSON, cut down to ``names`` where some are given."""
    whole: dict[str, Any] = msgspec.to_builtins(entry)
    return {name: value for name, value in whole.items() if not names or name in names}
