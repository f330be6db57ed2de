"""What a form asks for: of a ticket that is being filled in, and of one that is imagined under the drafted policy."""

from typing import Annotated, Any

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta
from msgspec.structs import asdict

from gongdan.domains.accounts.public import Authority
from gongdan.domains.bundle.fields import CustomField, FilledBy, Form
from gongdan.domains.policy.public import Sections, on_trial
from gongdan.domains.tickets import commands
from gongdan.domains.tickets.desk.rulebook import RuleBook
from gongdan.domains.tickets.engine.case import Requesting
from gongdan.domains.tickets.fields.forms import FieldState
from gongdan.domains.tickets.http.requests import TypedTicket
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.text import Key


@post(
    "/forms/state",
    status_code=200,
    operation_id="openingForm",
    tags=["tickets"],
    opt=needs("staff", "ticket.create", scope="tickets:write"),
)
async def opening_form(
    data: JSONBody[TypedTicket], authority: NamedDependency[Authority], rules: NamedDependency[RuleBook]
) -> list[FieldState]:
    """Which custom fields a new ticket's form shows and requires, for what is filled in so far. Nothing is kept, and
    nothing is known yet of who asks."""
    book = await rules(authority.workspace_id, authority.release)
    typed = commands.Typed(
        type=data.type, category=data.category, priority=data.priority, fields=data.fields, template=data.template
    )
    return commands.form_for(book, _asker(authority), typed, "agent", clock.now())


class TryForm(TypedTicket, frozen=True, kw_only=True):
    """A form that is tried before anybody fills it in."""

    filled_by: FilledBy = "agent"
    step: Key = "open"
    form: Form | None = None
    """As it is being edited; else as it is drafted."""
    custom: Annotated[list[CustomField], Meta(max_length=50)] = []
    """Custom fields as they are being edited, in the place of those that are drafted."""


class TriedForm(Answer, frozen=True, kw_only=True):
    has_form: bool
    """Whether a form of this step is there; without one agents have every field of the type, customers none."""
    fields: list[FieldState]
    """Those that are shown, in their order."""


@post(
    "/policy/draft/forms/state",
    status_code=200,
    operation_id="tryForm",
    tags=["policy"],
    opt=needs("staff", "policy.edit", scope="admin"),
)
async def try_form(
    data: JSONBody[TryForm],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    rules: NamedDependency[RuleBook],
) -> TriedForm:
    """What a form of the drafted policy would show for what is filled in. Nothing is kept. 422 with the findings while
    the draft has errors."""
    edited: dict[str, list[Any]] = {"forms": [data.form] if data.form else [], "fields": data.custom}
    async with db.read(authority.workspace_id) as tx:
        bundle = await on_trial(tx, authority.release, sections, clock.now(), edited)
        book = await rules.of(tx, authority.release, bundle)
    given = {name: value for name, value in asdict(data).items() if name in commands.Typed.__struct_fields__}
    typed, now = commands.Typed(**given), clock.now()
    tried = commands.form_at(book, _asker(authority), typed, data.filled_by, data.step, now)
    if tried is None and data.step == "open":
        return TriedForm(has_form=False, fields=commands.form_for(book, _asker(authority), typed, data.filled_by, now))
    return TriedForm(has_form=tried is not None, fields=tried or [])


def _asker(authority: Authority) -> Requesting:
    return Requesting(person_id=authority.person_id or 0, name="", locale=authority.locale, zone=authority.zone)


handlers = [opening_form, try_form]
