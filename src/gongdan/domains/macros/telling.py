"""The actions of macros in words, in zh-CN and en."""

from collections.abc import Iterable, Mapping
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import UNSET

from gongdan.domains.accounts.public import members, teams
from gongdan.domains.macros.macro import MacroAction
from gongdan.domains.tickets.public import Narrator, Rules
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel.text import LOCALES, Name

Narrators = Mapping[str, Narrator]
"""Locale → who tells in it."""
_SHOWN: Final = 80
"""Signs of what is said."""


async def narrators(tx: ReadTx, rules: Rules, workflow: str = "") -> Narrators:
    """Who tells of macros; ``workflow``: of the ticket, it names the statuses."""
    groups, people = await teams(tx), await members(tx)
    names, called = {one.id: one.name for one in people}, {one.key: one.name for one in groups}
    return {
        locale: Narrator(
            rules=rules, workflow=workflow, locale=locale, zone=ZoneInfo(rules.zone), people=names, teams=called
        )
        for locale in LOCALES
    }


def told(action: MacroAction, by: Narrators) -> Name:
    """What an action does."""
    return {locale: _told(action, narrator) for locale, narrator in by.items()}


def _told(action: MacroAction, narrator: Narrator) -> str:
    if action.values:
        return narrator.list(
            narrator.say("macros.does.set", field=narrator.field(name), value=narrator.value(name, value))
            for name, value in action.values.items()
        )
    if action.move_to is not None:
        return narrator.say("macros.does.move", status=narrator.status(action.move_to))
    if action.gives:
        return narrator.list(_given(action, narrator))
    if action.add_tags or action.remove_tags:
        changed = (("tag", action.add_tags), ("untag", action.remove_tags))
        return narrator.list(
            narrator.say(f"macros.does.{how}", tags=narrator.list(tags)) for how, tags in changed if tags
        )
    if action.say is not None:
        words = " ".join(action.words(narrator.locale).split())
        return narrator.say(f"macros.does.{action.say}", text=words[:_SHOWN] + ("…" if len(words) > _SHOWN else ""))
    return narrator.say(f"macros.does.{_plain(action)}")


def _given(action: MacroAction, narrator: Narrator) -> Iterable[str]:
    if action.team is not UNSET:
        yield (
            narrator.say("macros.does.team", team=narrator.team(str(action.team)))
            if action.team
            else narrator.say("macros.does.no_team")
        )
    if action.assignee_id is not UNSET:
        yield (
            narrator.say("macros.does.assign", person=narrator.person(action.assignee_id))
            if action.assignee_id
            else narrator.say("macros.does.unassign")
        )


def _plain(action: MacroAction) -> str:
    if action.claim:
        return "claim"
    if action.watching is not None:
        return "watch" if action.watching else "unwatch"
    return str(action.put_away) if action.put_away else f"out_of_{action.take_out}"
