"""What a macro is: plain data, and what may stand in one."""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from gongdan.domains.tickets.public import TicketChange
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.text import Locale, Name, blank, localised

Sharing = Literal["nobody", "teams", "everybody"]
FIRST_VERSION: Final = 1
MOST_ACTIONS: Final = 20


class MacroAction(TicketChange, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that a macro does: a change as many tickets take it, taking the ticket on, or something said."""

    claim: bool = False
    """Whoever runs it takes the ticket on."""
    say: Literal["reply", "note"] | None = None
    """A public reply, or an internal note."""
    text: Annotated[dict[Locale, Annotated[str, Meta(max_length=10_000)]], Meta(max_length=2)] = {}
    """What is said, in one language or in both; ``{name}`` stands for a variable, as in canned replies."""

    def words(self, locale: str) -> str:
        """What is said in ``locale``, or in the language that there is."""
        return localised({str(language): one for language, one in self.text.items()}, locale)


class Macro(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Name
    """In one language or in both."""
    actions: tuple[MacroAction, ...]
    """In the order in which they are done."""
    owner: int
    shared: Sharing = "nobody"
    teams: tuple[str, ...] = ()
    """With which it is shared."""
    version: int = FIRST_VERSION

    @property
    def said(self) -> MacroAction | None:
        """The action that says something."""
        return next((one for one in self.actions if one.say is not None), None)


def faults_of(actions: tuple[MacroAction, ...]) -> list[FieldFault]:
    """What is wrong with a macro's actions: each is one thing, one of them at most says something, and then it says
    it in words."""
    faults: list[FieldFault] = []
    said = 0
    for position, one in enumerate(actions):
        at = f"actions.{position}"
        if one.changes + one.claim + (one.say is not None) != 1:
            faults.append(FieldFault(at, "macros.one_thing"))
        if one.reason is not None and one.move_to is None:
            faults.append(FieldFault(f"{at}.reason", "macros.one_thing"))
        said += one.say is not None
        if one.say is not None and said > 1:
            faults.append(FieldFault(f"{at}.say", "macros.one_text"))
        if (one.say is not None) != any(not blank(text) for text in one.text.values()):
            faults.append(FieldFault(f"{at}.text", "required" if one.say else "macros.one_thing"))
    return faults
