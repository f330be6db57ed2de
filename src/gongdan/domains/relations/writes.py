"""How links are kept: a row for each of the two tickets."""

from gongdan.domains.relations.model import DropLink, PutLink
from gongdan.infra.db.tx import Tx


def write_link(tx: Tx, effect: PutLink) -> None:
    values = {"kind": effect.kind, "why": effect.why, "linked_at": effect.at}
    tx.keep("ticket_link", _key(tx, effect), values)


def drop_link(tx: Tx, effect: DropLink) -> None:
    tx.keep("ticket_link", _key(tx, effect), None)


def _key(tx: Tx, effect: PutLink | DropLink) -> dict[str, int]:
    return {"workspace_id": tx.workspace_id, "ticket_id": effect.ticket_id, "other_id": effect.other_id}
