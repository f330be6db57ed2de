"""What odd requests once broke: each rule here was a fault that drawn requests found."""

import anyio
import anyio.lowlevel

from tests.kit import Office


async def test_a_connection_whose_user_was_cancelled_is_not_used_again(office: Office) -> None:
    """The framework asks for everything that a handler needs at once, and the first refusal (say, of ``If-Match``)
    cancels the look-up of the caller. Cancelled on its way into a pipeline, the connection went back into the pool as
    idle, and every read on it failed from then on."""
    with anyio.CancelScope() as scope:
        async with office.services.db.plain() as connection:
            scope.cancel()
            await anyio.lowlevel.checkpoint()
    assert connection.closed
    async with office.read() as tx:
        assert await tx.rows(tuple, "select key from team where workspace_id = %(workspace)s")
