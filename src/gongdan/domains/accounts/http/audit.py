"""The audit: who administered what, page by page and as a file."""

import csv
import io
from datetime import datetime
from typing import Annotated, Final

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import QueryParameter

from gongdan.domains.accounts.rights.authority import Authority
from gongdan.domains.accounts.workspaces.audit import AuditRow, AuditWish, Names, audit, sentence
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.guard import needs
from gongdan.kernel.text import cell

SHOWN: Final = 50
MOST_IN_FILE: Final = 10_000

Person = Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)]
Instant = Annotated[datetime | None, QueryParameter()]
KindOfEvent = Annotated[str | None, QueryParameter(max_length=63)]


class AuditEntry(Answer, frozen=True, kw_only=True):
    id: int
    at: datetime
    kind: str
    actor: str
    """``staff``, ``customer`` or ``system``."""
    actor_id: int | None
    actor_name: str | None
    via: str
    token_id: int | None
    """By which token, where it was no person at a page."""
    subject_id: int | None
    """The person whom it concerns, if it is one."""
    text: str
    """What happened, in the reader's language."""


class AuditPage(Answer, frozen=True, kw_only=True):
    entries: list[AuditEntry]
    before: int | None
    """Where the next page begins; null: there is none."""


@get("/audit", operation_id="listAudit", tags=["workspace"], opt=needs("staff", "audit.read"))
async def list_audit(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    actor_id: Person = None,
    person_id: Person = None,
    kind: KindOfEvent = None,
    since: Instant = None,
    until: Instant = None,
    before: Person = None,
) -> AuditPage:
    """Who changed what of people, teams, roles, policy and workspace, latest first; by `actor_id`, by the `person_id`
    that it concerns, by `kind` of event, `since` and `until`. The next page begins `before` the last entry."""
    wish = AuditWish(actor_id=actor_id, person_id=person_id, kind=kind, since=since, until=until, before=before)
    async with db.read(authority.workspace_id) as tx:
        rows, names = await audit(tx, wish, SHOWN + 1)
    entries = [_entry(row, names, authority.locale) for row in rows[:SHOWN]]
    return AuditPage(entries=entries, before=entries[-1].id if len(rows) > SHOWN else None)


@get(
    "/audit.csv",
    operation_id="downloadAudit",
    tags=["workspace"],
    opt=needs("staff", "audit.read"),
    media_type="text/csv",
    responses={200: ResponseSpec(str, description="The file", media_type="text/csv", generate_examples=False)},
)
async def download_audit(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    actor_id: Person = None,
    person_id: Person = None,
    kind: KindOfEvent = None,
    since: Instant = None,
    until: Instant = None,
) -> Response[bytes]:
    """The same as a file for spreadsheets, the latest 10,000 entries."""
    wish = AuditWish(actor_id=actor_id, person_id=person_id, kind=kind, since=since, until=until)
    async with db.read(authority.workspace_id) as tx:
        rows, names = await audit(tx, wish, MOST_IN_FILE)
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(("at", "actor", "via", "kind", "text"))
    for row in rows:
        said = sentence(row, names, authority.locale)
        table.writerow(map(cell, (row.at.isoformat(), row.actor_name or row.actor, row.via, row.kind, said)))
    headers = {"Content-Disposition": 'attachment; filename="audit.csv"'}
    # The mark at its beginning tells spreadsheets that it is UTF-8.
    return Response(text.getvalue().encode("utf-8-sig"), media_type="text/csv", headers=headers)


def _entry(row: AuditRow, names: Names, locale: str) -> AuditEntry:
    return AuditEntry(
        id=row.id,
        at=row.at,
        kind=row.kind,
        actor=row.actor,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        via=row.via,
        token_id=row.token_id,
        subject_id=row.stream_id if row.stream == "person" else None,
        text=sentence(row, names, locale),
    )


handlers = [list_audit, download_audit]
