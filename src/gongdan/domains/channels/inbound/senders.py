"""Whom we know of those who write."""

from collections.abc import Iterable

from gongdan.domains.channels.inbound.verdict import KnownSender
from gongdan.domains.customers.public import Handle
from gongdan.infra.db.tx import Query


def senders(handles: Iterable[Handle]) -> Query[KnownSender]:
    """The persons behind handles, as verdicts need them; served by the primary key of ``identity``."""
    wanted = sorted({one.key for one in handles})
    return Query(
        KnownSender,
        """
        select i.kind, i.account, i.handle, i.person_id, m.person_id is not null as is_member,
               i.opens as is_theirs
          from unnest(%(kinds)s::text[], %(accounts)s::text[], %(handles)s::text[]) h (kind, account, handle)
          join identity i
            on i.workspace_id = %(workspace)s and i.kind = h.kind and i.account = h.account and i.handle = h.handle
          left join member m on m.workspace_id = i.workspace_id and m.person_id = i.person_id and m.active
        """,
        {
            "kinds": [kind for kind, _, _ in wanted],
            "accounts": [account for _, account, _ in wanted],
            "handles": [handle for _, _, handle in wanted],
        },
    )
