"""Taking away what a message said, over HTTP, for members."""

from typing import Annotated

from litestar import put
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.tickets.commands.messages.redacting import redact
from gongdan.domains.tickets.desk.desk import Begin
from gongdan.domains.tickets.http.shapes import Outcome, outcome
from gongdan.infra.http.bodies import PathId, PathNumber, Request
from gongdan.infra.http.guard import needs


class RedactMessage(Request, frozen=True, kw_only=True):
    reason: Annotated[str, Meta(min_length=1, max_length=500)]
    """Why; it stays in the log, so that it repeats nothing of what is erased."""


@put(
    "/tickets/{number:str}/messages/{message_id:int}/redaction",
    status_code=200,
    operation_id="redactMessage",
    tags=["messages"],
    opt=needs("staff", "message.redact", scope="all"),
)
async def redact_message(
    number: PathNumber,
    message_id: PathId,
    data: JSONBody[RedactMessage],
    begin: NamedDependency[Begin],
) -> Outcome:
    """Erase for good what a message says: its words in every version, its files, what it came in, and letters that
    repeat it. That it was written, who erased it and why stays readable. 404 when nothing is left of it."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await redact(desk, case, message_id, reason=data.reason), message_id=message_id)


handlers = [redact_message]
