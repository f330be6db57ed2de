"""Running a macro on a ticket: all of it in one transaction and under one command id, or nothing."""

from collections.abc import Sequence

import msgspec

from gongdan.domains.macros.errors import MacroChanged
from gongdan.domains.macros.macro import Macro, MacroAction
from gongdan.domains.macros.saved import saved_macro
from gongdan.domains.routing.public import assign, claim
from gongdan.domains.tickets.public import Begin, Case, Decision, Desk, Words, change_ticket, checked, commands
from gongdan.kernel.errors import Refusal, RefusalRecord


class ActionDone(msgspec.Struct, frozen=True, kw_only=True):
    """What an action came to."""

    decision: Decision
    message_id: int | None = None
    """Of what it said."""


class Rehearsal(msgspec.Struct, frozen=True, kw_only=True):
    """What a run would come to."""

    macro: Macro
    done: list[ActionDone]
    """Of the actions that would be done, in order."""
    refused: RefusalRecord | None
    """Why the action after them would be refused: then nothing is done."""
    whole: Decision
    """The ticket as it would stand."""


async def meant(desk: Desk, key: str, version: int) -> Macro:
    """The macro that its runner was shown.

    Raises:
        MacroNotFound: no such one, or not one of theirs.
        MacroChanged: it was changed since.
    """
    macro = (await saved_macro(desk.tx, desk.authority, key)).macro()
    if macro.version != version:
        raise MacroChanged(version=macro.version)
    return macro


async def run(desk: Desk, number: str, macro: Macro, *, text: str, seen: int | None) -> list[ActionDone]:
    """Do all that a macro says, each action by the right that it takes, on what the one before it left. ``text`` is
    what is said, as its runner filled it in; empty: the macro's own words in the requester's language.

    Raises:
        Refusal: of the first action that is refused, with its place as ``step``, from 1.
        VersionConflict: what it sets was changed since ``seen``, or a message came that its runner had not seen (412).
    """
    await desk.unseen(await desk.case(number), seen, _touched(macro.actions))
    done: list[ActionDone] = []
    for action in macro.actions:
        try:
            done.append(await _act(desk, number, action, text))
        except Refusal as refusal:
            refusal.members["step"] = len(done) + 1
            raise
    return done


async def rehearse(begin: Begin, number: str, key: str, *, version: int, text: str) -> tuple[Desk, Rehearsal]:
    """Do all of it and keep nothing. Like the run it locks the ticket while it lasts.

    Raises:
        TicketNotFound, MacroNotFound, MacroChanged.
    """
    rehearsal: Rehearsal | None = None
    try:
        async with begin() as desk:
            nothing = desk.settle(await desk.case(number))
            macro, done, refused = await meant(desk, key, version), [], None
            for action in macro.actions:
                try:
                    done.append(await _act(desk, number, action, text))
                except Refusal as refusal:
                    refused = RefusalRecord.of(refusal, step=len(done) + 1)
                    break
            rehearsal = Rehearsal(macro=macro, done=done, refused=refused, whole=whole(done) if done else nothing)
            raise _Rehearsed
    except _Rehearsed:
        assert rehearsal is not None, "it was tried"
    return desk, rehearsal


def whole(done: Sequence[ActionDone]) -> Decision:
    """All that was done as one decision: the ticket as it stands, and what happened to it."""
    decisions = [one.decision for one in done]
    return msgspec.structs.replace(
        decisions[-1],
        before=decisions[0].before,
        events=[event for one in decisions for event in one.events],
        effects=[effect for one in decisions for effect in one.effects],
    )


async def _act(desk: Desk, number: str, action: MacroAction, text: str) -> ActionDone:
    case = await desk.case(number)
    if action.say is not None:
        done = await _said(desk, case, action, text)
    elif action.claim:
        done = ActionDone(decision=await claim(desk, checked(case, desk.authority, "ticket.claim")))
    else:
        done = ActionDone(decision=await change_ticket(desk, case, action, assign))
    desk.finish()
    await desk.tx.flush()  # the next action is decided on the loads that this one left
    return done


async def _said(desk: Desk, case: Case, action: MacroAction, text: str) -> ActionDone:
    words = Words(text=text.strip() or action.words(case.requester.locale))
    if action.say == "note":
        written = await commands.note(desk, checked(case, desk.authority, "ticket.note"), words)
    else:
        written = await commands.reply(desk, checked(case, desk.authority, "ticket.reply"), words, seen=None)
    return ActionDone(decision=written.decision, message_id=written.message_id)


def _touched(actions: Sequence[MacroAction]) -> frozenset[str]:
    """What it sets, by the names under which changes are compared."""
    names = {name for one in actions for name in one.values}
    if any(one.move_to for one in actions):
        names.add("status")
    if any(one.gives or one.claim for one in actions):
        names |= {"team", "assignee"}
    if any(one.say == "reply" for one in actions):
        names.add("messages")
    return frozenset(names)


class _Rehearsed(Exception):
    """Ends a transaction of which nothing is to stay."""
