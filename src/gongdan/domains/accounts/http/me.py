"""What somebody changes of themselves: language, zone, presence, password, sessions."""

from typing import Annotated, Any
from zoneinfo import available_timezones

from litestar import Request, delete, get, patch, put
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from gongdan.domains.accounts.commands import people
from gongdan.domains.accounts.commands.credentials import set_password
from gongdan.domains.accounts.credentials import sessions
from gongdan.domains.accounts.http.session import me_of
from gongdan.domains.accounts.http.shapes import Me, SessionInfo, SetMe, SetPassword
from gongdan.domains.accounts.rights.authority import Authority
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via


@patch("/me", operation_id="setMe", tags=["session"], opt=needs("staff", scope="all"))
async def set_me(
    data: JSONBody[SetMe],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
) -> Me:
    """Change one's language, time zone, presence, or how long one can take back a reply; what is left out stays."""
    person_id, now = authority.me, clock.now()
    if data.zone is not None and data.zone not in available_timezones():
        raise Invalid(faults=(FieldFault(field="zone", code="accounts.unknown_zone"),))
    async with db.write(authority.workspace_id) as tx:
        await people.set_person(
            tx, authority, person_id, locale=data.locale, zone=data.zone, undo_send_s=data.undo_send_s, via=via, now=now
        )
        if data.presence is not None:
            await people.set_presence(tx, authority, person_id, data.presence, via=via, now=now)
    secret = sessions.cookie_secret(request)
    changed = await sessions.authenticate(db, secret) if secret and authority.token_id is None else authority
    return await me_of(db, changed or authority, secret)


@put("/me/password", status_code=204, operation_id="setMyPassword", tags=["session"], opt=needs("staff", scope="all"))
async def set_my_password(
    data: JSONBody[SetPassword],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
) -> None:
    """Set one's password, showing the current one. Unless ``end_others`` is false, all other sessions end and one's
    tokens open nothing any more."""
    await set_password(
        db,
        authority,
        authority.me,
        data.password,
        current=data.current,
        keep=sessions.cookie_secret(request),
        end_others=data.end_others,
        via=via,
        now=clock.now(),
    )


@get("/me/sessions", operation_id="listMySessions", tags=["session"], opt=needs("staff"))
async def list_my_sessions(
    authority: NamedDependency[Authority], db: NamedDependency[Database], request: Request[Any, Any, Any]
) -> list[SessionInfo]:
    """Where one is signed in, latest first."""
    person_id = authority.me
    this = sessions.session_id(sessions.cookie_secret(request))
    async with db.read(authority.workspace_id) as tx:
        rows = await sessions.of_person(tx, person_id)
    return [
        SessionInfo(
            id=row.id,
            created_at=row.created_at,
            expires_at=row.expires_at,
            agent=row.agent,
            address=row.address,
            current=row.id == this,
        )
        for row in rows
    ]


@delete(
    "/me/sessions/{session_id:str}",
    status_code=204,
    operation_id="endMySession",
    tags=["session"],
    opt=needs("staff", scope="all"),
)
async def end_my_session(
    session_id: Annotated[str, PathParameter(max_length=64)],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> None:
    """End one of one's sessions."""
    person_id = authority.me
    async with db.write(authority.workspace_id) as tx:
        await people.revoke_sessions(tx, authority, person_id, only=session_id, via=via, now=clock.now())


@delete(
    "/me/sessions",
    status_code=204,
    operation_id="endMyOtherSessions",
    tags=["session"],
    opt=needs("staff", scope="all"),
)
async def end_my_other_sessions(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
) -> None:
    """End all sessions but this one."""
    person_id = authority.me
    keep = sessions.session_id(sessions.cookie_secret(request))
    async with db.write(authority.workspace_id) as tx:
        await people.revoke_sessions(tx, authority, person_id, keep=keep, via=via, now=clock.now())


handlers = [set_me, set_my_password, list_my_sessions, end_my_session, end_my_other_sessions]
