"""The visible outbox, and the quarantine of mails that could not be settled."""

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from gongdan.domains.accounts.public import Authority, require
from gongdan.domains.channels.http.shapes import QuarantinedMail
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.outbound import outbox
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathId
from gongdan.kernel import clock


@get("/outbox", operation_id="listOutbox", tags=["channels"])
async def list_outbox(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    states: FromQuery[list[outbox.State] | None] = None,
) -> list[outbox.Item]:
    """What waits, failed or is uncertain; with ``states`` what is in these. The latest 200."""
    require(authority, "outbox.manage")
    async with db.read(authority.workspace_id) as tx:
        return await outbox.items(tx, states or ["queued", "sending", "uncertain", "failed"])


@post("/outbox/{delivery_id:int}/repeat", status_code=204, operation_id="repeatDelivery", tags=["channels"])
async def repeat_delivery(
    delivery_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> None:
    """Send a failed or uncertain mail again, under the same Message-ID."""
    require(authority, "outbox.manage")
    async with db.write(authority.workspace_id) as tx:
        await outbox.repeat(tx, delivery_id, now=clock.now())


@get("/quarantine/mails", operation_id="listQuarantinedMails", tags=["channels"])
async def list_quarantined_mails(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[QuarantinedMail]:
    """Mails that came in and could not be settled, oldest first."""
    require(authority, "quarantine.manage")
    async with db.read(authority.workspace_id) as tx:
        held = await rows.held(tx)
    return [
        QuarantinedMail(
            id=one.id,
            account_id=one.account_id,
            received_at=one.received_at,
            subject=one.outcome.subject,
            sender=one.outcome.sender,
            kind=one.outcome.kind,
            reason=one.outcome.reason,
        )
        for one in held
    ]


@post("/quarantine/mails/{mail_id:int}/release", status_code=204, operation_id="releaseMail", tags=["channels"])
async def release_mail(mail_id: PathId, authority: NamedDependency[Authority], db: NamedDependency[Database]) -> None:
    """Let a mail be settled again, as if it had just come; a worker does it within seconds."""
    require(authority, "quarantine.manage")
    async with db.write(authority.workspace_id) as tx:
        await rows.release(tx, mail_id)


handlers = [list_outbox, repeat_delivery, list_quarantined_mails, release_mail]
