"""Events in words: what the timeline says happened, in the language of its reader (spec 11.1).

Each kind of event says it by a text of the catalogue, ``events.<…>`` in zh-CN and en; a ``Narrator`` knows the names of
what events hold by key or id. Pure.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds import kind_of
from gongdan.infra.catalogue import say
from gongdan.kernel.text import Name, localised

if TYPE_CHECKING:
    from gongdan.domains.tickets.engine.rules import Rules


class Narrator(msgspec.Struct, frozen=True, kw_only=True):
    rules: "Rules"
    workflow: str
    """Of the ticket: it names the statuses."""
    locale: str
    zone: ZoneInfo
    people: Mapping[int, str]
    teams: Mapping[str, Name]
    tickets: Mapping[int, str] = {}
    """Numbers of other tickets, of those that the reader may see."""

    def say(self, key: str, params: Mapping[str, Any] = {}, **more: Any) -> str:
        """A text of the catalogue, filled; the key itself where there is none."""
        return say(key, self.locale, {**params, **more}) or key

    def event(self, kind: str, values: Mapping[str, Any]) -> str:
        """What happened, from what the reader is shown of the event."""
        return self.rules.subjects.said(kind, dict(values), self)

    def list(self, parts: Iterable[str]) -> str:
        return self.say("events.comma").join(part for part in parts if part)

    def person(self, who: Any) -> str:
        """By id, or as a receiver: ``person:<id>``, ``lead``, ``role:<key>``, ``team:<key>``, ``roster:<key>``."""
        kind, _, key = str(who).partition(":")
        if kind in ("team", "roster"):
            return self.team(key)
        if kind == "role":
            return say(f"words.roles.{key}", self.locale) or key
        id = key if kind == "person" else kind
        if id.isdecimal():
            return self.people.get(int(id)) or self.say("events.someone")
        return say(f"words.receivers.{kind}", self.locale) or self.say("events.someone")

    def ticket(self, id: int) -> str:
        return self.tickets.get(id) or self.say("events.another_ticket")

    def persons(self, who: Iterable[Any]) -> str:
        return self.list(map(self.person, who))

    def team(self, key: str) -> str:
        return localised(self.teams[key], self.locale) if key in self.teams else key

    def status(self, key: str) -> str:
        """By its name in the ticket's workflow; else, of a ticket that ran on another, in any that has it."""
        flows = [self.rules.workflows[self.workflow]] if self.workflow in self.rules.workflows else []
        found = (flow.statuses[key] for flow in (*flows, *self.rules.workflows.values()) if key in flow.statuses)
        status = next(found, None)
        return localised(status.name, self.locale) if status is not None else key

    def named(self, entries: Mapping[Any, Any], key: Any) -> str:
        """An entry of the policy, by its name in its section."""
        entry = entries.get(key)
        return localised(entry.name, self.locale) if entry is not None else str(key)

    def instant(self, at: str) -> str:
        return f"{datetime.fromisoformat(at).astimezone(self.zone):%Y-%m-%d %H:%M}"

    def field(self, name: str) -> str:
        """What a field is called, by the path under which events hold it."""
        if name.startswith("fields."):
            return self.named(self.rules.fields, name.removeprefix("fields."))
        return say(f"words.fields.{name}", self.locale) or name

    def value(self, name: str, value: Any) -> str:
        """A field's value in words."""
        if value is None or value in ("", [], ()):
            return self.say("events.nothing")
        sections = {"priority": self.rules.priorities, "type": self.rules.types, "category": self.rules.categories}
        if name in sections:
            return self.named(sections[name], value)
        if name == "requester_id":
            return self.person(value)
        return self._of_field(self.rules.fields.get(name.removeprefix("fields.")), value)

    def _of_field(self, field: CustomField | None, value: Any) -> str:
        if field is None:
            return str(value)
        kind = kind_of(field)
        return kind.written(value) if kind.said is None else kind.said(value, field, self)

    def refusal(self, code: str) -> str:
        return say(f"errors.{code}.title", self.locale) or code

    def why(self, rule: str, because: str | None) -> str:
        """That a rule acted, and the one whose event it answered, when it was one (spec 04)."""
        if because is None:
            return self.rule(rule)
        return self.say("events.because", rule=self.rule(rule), because=self.rule(because))

    def rule(self, rule: str) -> str:
        """A piece of policy that acted: ``status.<key>.<n>``, ``automation.<key>.<n>``, ``workflow.<occasion>`` …"""
        kind, key = (*rule.split("."), "")[:2]
        automations = {one.key: one for one in self.rules.bundle.automations} if kind == "automation" else {}
        name = self.named(automations, key) if automations else self.status(key)
        return say(f"events.rules.{kind}", self.locale, {"name": name, "key": key}) or self.say(
            "events.rules.other", {"key": rule}
        )
