"""Macros over HTTP: one's own, and those that others share."""

from typing import Annotated, Any

import msgspec
from litestar import delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter
from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.accounts.public import Authority
from gongdan.domains.macros import commands, saved
from gongdan.domains.macros.macro import MOST_ACTIONS, Macro, MacroAction, Sharing
from gongdan.domains.macros.telling import Narrators, narrators, told
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, Label, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.kernel.text import Key, Locale, Name

_READS = needs("staff")
_WRITES = needs("staff", scope="tickets:write")

PathMacro = Annotated[str, PathParameter(max_length=63)]
"""Key of a macro."""
MacroNames = Annotated[
    dict[Locale, Annotated[Label, Meta(min_length=1, max_length=80)]], Meta(min_length=1, max_length=2)
]
"""In one language or in both."""
Actions = Annotated[tuple[MacroAction, ...], Meta(min_length=1, max_length=MOST_ACTIONS)]
"""In the order in which they are done; each is one thing, and one of them at most says something."""
SharedWith = Annotated[tuple[Key, ...], Meta(max_length=100)]


class SaveMacro(Request, frozen=True, kw_only=True):
    name: MacroNames
    actions: Actions
    shared: Sharing = "nobody"
    teams: SharedWith = ()
    """With which it is shared, where it is shared with teams."""


class ChangeMacro(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: MacroNames | UnsetType = UNSET
    actions: Actions | UnsetType = UNSET
    shared: Sharing | UnsetType = UNSET
    teams: SharedWith | UnsetType = UNSET


class MacroOwner(Answer, frozen=True, kw_only=True):
    id: int
    name: str


class MacroInfo(Answer, frozen=True, kw_only=True):
    key: str
    name: Name
    actions: tuple[MacroAction, ...]
    told: list[Name]
    """What each action does, in words."""
    owner: MacroOwner
    shared: Sharing
    teams: tuple[str, ...]
    can_edit: bool
    version: int


@get("/macros", operation_id="listMacros", tags=["macros"], opt=_READS)
async def list_macros(
    authority: NamedDependency[Authority], db: NamedDependency[Database], rules: NamedDependency[RuleBook]
) -> list[MacroInfo]:
    """The macros that this reader may run, one's own first; 500 at most."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.read(authority.workspace_id) as tx:
        (rows,) = await tx.gather(saved.of_reader(authority))
        by = await narrators(tx, book)
    return [_info(row.macro(), authority, by, row.owner_name or "") for row in rows]


@post("/macros", status_code=201, operation_id="saveMacro", tags=["macros"], opt=_WRITES)
async def save_macro(
    data: JSONBody[SaveMacro],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    via: NamedDependency[Via],
) -> MacroInfo:
    """Save a macro. Sharing it with a team takes leading the team, with everybody the right ``macro.share``. At most
    200 a person."""
    macro, book = (
        Macro(key="", owner=authority.me, **_members(data)),
        await rules(authority.workspace_id, authority.release),
    )
    async with db.write(authority.workspace_id) as tx:
        made = await commands.add(tx, authority, macro, via=via, now=clock.now())
        by = await narrators(tx, book)
    return _info(made, authority, by, authority.name)


@patch("/macros/{macro_key:str}", operation_id="changeMacro", tags=["macros"], opt=_WRITES)
async def change_macro(
    macro_key: PathMacro,
    data: JSONBody[ChangeMacro],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> MacroInfo:
    """Change a macro. 412 when it was changed since ``If-Match``."""
    book = await rules(authority.workspace_id, authority.release)
    async with db.write(authority.workspace_id) as tx:
        macro = await commands.change(tx, authority, macro_key, _members(data), seen=seen, via=via, now=clock.now())
        by = await narrators(tx, book)
    return _info(macro, authority, by, authority.name if macro.owner == authority.person_id else "")


@delete("/macros/{macro_key:str}", status_code=204, operation_id="removeMacro", tags=["macros"], opt=_WRITES)
async def remove_macro(
    macro_key: PathMacro,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Remove a macro, for everybody with whom it was shared too. What it did stays."""
    async with db.write(authority.workspace_id) as tx:
        await commands.remove(tx, authority, macro_key, seen=seen, via=via, now=clock.now())


handlers = [list_macros, save_macro, change_macro, remove_macro]


def _members(data: SaveMacro | ChangeMacro) -> dict[str, Any]:
    """What a body says, by the members of a macro."""
    return {name: value for name, value in msgspec.structs.asdict(data).items() if value is not UNSET}


def _info(macro: Macro, authority: Authority, by: Narrators, owner: str) -> MacroInfo:
    return MacroInfo(
        key=macro.key,
        name=macro.name,
        actions=macro.actions,
        told=[told(one, by) for one in macro.actions],
        owner=MacroOwner(id=macro.owner, name=owner),
        shared=macro.shared,
        teams=macro.teams,
        can_edit=commands.may_change(authority, macro),
        version=macro.version,
    )
