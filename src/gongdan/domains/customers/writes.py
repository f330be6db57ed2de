"""Every write of customers by hand, and how the log is told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gongdan.infra.db.tx import Tx


def set_person(tx: Tx, person_id: int, values: Mapping[str, Any]) -> None:
    """Name and language, which are no guesses any more."""
    tx.put(
        """
        update person
           set name = coalesce(%(name)s, name), locale = coalesce(%(locale)s, locale),
               guessed = array(select unnest(guessed) except select unnest(%(certain)s::text[]))
         where workspace_id = %(workspace)s and id = %(person)s
        """,
        person=person_id,
        name=values.get("name"),
        locale=values.get("locale"),
        certain=[name for name in ("name", "locale") if name in values],
    )


def set_customer(tx: Tx, person_id: int, values: Mapping[str, Any]) -> None:
    """The columns of ``values``; and another version, also where only handles changed."""
    sets = "".join(f"{name} = %({name})s, " for name in values)
    tx.put(
        f"update customer set {sets} version = version + 1"
        " where workspace_id = %(workspace)s and person_id = %(person)s",
        person=person_id,
        **values,
    )


def add_handle(tx: Tx, person_id: int, kind: str, handle: str, *, vouched_at: datetime | None) -> None:
    """What nobody vouches for lets nobody in. One that is theirs already stays, and may be vouched for."""
    tx.put(
        """
        insert into identity as i (workspace_id, kind, handle, person_id, verified_at, opens)
        values (%(workspace)s, %(kind)s, %(handle)s, %(person)s, %(at)s, %(at)s::timestamptz is not null)
        on conflict (workspace_id, kind, account, handle) do update
           set verified_at = coalesce(i.verified_at, excluded.verified_at), opens = i.opens or excluded.opens
         where i.person_id = excluded.person_id
        """,
        kind=kind,
        handle=handle,
        person=person_id,
        at=vouched_at,
    )


def remove_handle(tx: Tx, person_id: int, kind: str, handle: str) -> None:
    tx.put(
        """
        delete from identity
         where workspace_id = %(workspace)s and kind = %(kind)s and account = '' and handle = %(handle)s
           and person_id = %(person)s
        """,
        kind=kind,
        handle=handle,
        person=person_id,
    )


def set_organisation(tx: Tx, organisation_id: int, values: Mapping[str, Any]) -> None:
    sets = "".join(f"{name} = %({name})s, " for name in values)
    tx.put(
        f"update organisation set {sets} version = version + 1"
        " where workspace_id = %(workspace)s and id = %(organisation)s",
        organisation=organisation_id,
        **values,
    )


def set_memberships(tx: Tx, organisation_id: int, joined: Mapping[int, bool], left: Sequence[int]) -> None:
    for person_id, is_admin in joined.items():
        key = {"workspace_id": tx.workspace_id, "person_id": person_id, "organisation_id": organisation_id}
        tx.keep("organisation_member", key, {"is_admin": is_admin})
    for person_id in left:
        key = {"workspace_id": tx.workspace_id, "person_id": person_id, "organisation_id": organisation_id}
        tx.keep("organisation_member", key, None)
