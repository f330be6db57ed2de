"""What a person told us of themselves, once they have proved to be that person."""

from datetime import datetime

import msgspec

from gongdan.domains.accounts.events import PersonChanged
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.append import append
from gongdan.kernel.events import Actor
from gongdan.kernel.text import one_line


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    locale: str
    guessed: list[str]
    """What was only guessed; a name that is a mere handle is."""


async def learn(
    tx: Tx, person_id: int, *, name: str, locale: str, actor: Actor, command_id: int, release: int, now: datetime
) -> None:
    """Take over the name and the language that somebody gave, where we only guessed. What is known better stays."""
    known = await tx.row(_Known, _KNOWN, person=person_id)
    if known is None:
        return
    given = one_line(name, 100)
    after = {"name": given} if given and "name" in known.guessed else {}
    after |= {"locale": locale} if locale and "locale" in known.guessed else {}
    if not after:
        return
    tx.put(
        """
        update person
           set name = coalesce(%(name)s, name), locale = coalesce(%(locale)s, locale),
               guessed = array(select unnest(guessed) except select unnest(%(certain)s::text[]))
         where workspace_id = %(workspace)s and id = %(person)s
        """,
        person=person_id,
        name=after.get("name"),
        locale=after.get("locale"),
        certain=list(after),
    )
    after = {field: value for field, value in after.items() if value != getattr(known, field)}
    if not after:
        return
    before = {field: getattr(known, field) for field in after}
    changed = PersonChanged(before=before, after=dict(after))
    await append(tx, "person", person_id, [changed], actor=actor, command_id=command_id, release=release, now=now)


_KNOWN = """
select p.name, p.locale,
       p.guessed || array(
         select 'name'
           from identity i
          where i.workspace_id = p.workspace_id and i.person_id = p.id and i.handle = p.name
       ) as guessed
  from person p
 where p.workspace_id = %(workspace)s and p.id = %(person)s and p.erased_at is null
"""
