"""What goes out to customers has no variables left in it, on whatever path a member sends it."""

from typing import Final

from gongdan.domains.replies.errors import VariablesLeft
from gongdan.domains.replies.variables import unfilled
from gongdan.domains.tickets.events import MessageAdded
from gongdan.domains.tickets.public import LAST_SAID, Case, Context, Guard, Subject


def _is_filled(case: Case, event: MessageAdded, context: Context) -> None:
    """A message comes with its words as the last that was said."""
    if event.audience != "customer" or event.author != "agent":
        return
    for last in case[LAST_SAID]:
        if left := unfilled(last.text):
            raise VariablesLeft(variables=left)


SUBJECT: Final = Subject(key="canned_replies", guards=(Guard(event=MessageAdded, check=_is_filled),))
