"""What of the policy names a row elsewhere, so that the row is not removed while it does. The checks know it: it is
what they would find if the row were gone."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.domains.policy.drafts.draft import draft_of, rows_query
from gongdan.domains.policy.drafts.views import entry_of
from gongdan.domains.policy.releases.reading import surroundings
from gongdan.domains.policy.sections import Sections
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Query, Tx
from gongdan.kernel.text import LOCALES, Key, Name


async def uses_of_team(tx: Tx, release: int, sections: Sections, now: datetime, team: Key) -> list[Name]:
    """What of the release in force and of its draft names a team or a duty roster, in words. Nothing is published and
    nothing is drafted until the transaction ends."""
    locked = Query(tuple, "select 1 from workspace where id = %(workspace)s for update", {})
    _, rows = await tx.gather(locked, rows_query())
    draft = await draft_of(tx, rows, release, sections)
    around = await surroundings(tx, now)
    found: dict[tuple[str, str | None], Name] = {}
    for bundle in (draft.before, draft.after):
        for section, entry, name in names_of(bundle, sections, around, team):
            found.setdefault((section, entry), _words(section, name))
    return list(found.values())


def names_of(
    bundle: PolicyBundle, sections: Sections, around: Surroundings, team: Key
) -> Iterator[tuple[str, Key | None, Name | None]]:
    """(section, entry, its name) of whatever names a team, in their order. Pure."""
    without = msgspec.structs.replace(around, teams=around.teams - {team})
    known = {_mark(one) for one in sections.check(bundle, around)}
    for finding in sections.check(bundle, without):
        if _mark(finding) in known:
            continue
        section, entry = entry_of(finding.path, sections, bundle)
        named = sections.by_key[section].entries(bundle) if entry is not None else ()
        yield section, entry, next((one.name for _, one in named if one.key == entry), None)


def _mark(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.code, _text(finding.params)


def _text(params: Mapping[str, Any]) -> str:
    return repr(sorted(params.items()))


def _words(section: str, name: Name | None) -> Name:
    found: dict[str, str] = {}
    for locale in LOCALES:
        where = say(f"changes.sections.{section}", locale) or section
        found[locale] = where if name is None else say("policy.use", locale, {"section": where, "name": name}) or where
    return found
