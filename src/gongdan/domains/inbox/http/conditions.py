"""The words of the condition language over HTTP: what a builder offers, from the one table of operators."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, get_args

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from gongdan.conditions import words
from gongdan.conditions.fields import BY, OPERATORS, SHAPES, Field, Op, Shape, Type, asked_of
from gongdan.conditions.grammar import MAX_DEPTH, MAX_LEAVES
from gongdan.conditions.known import Known, fitting
from gongdan.conditions.operands import MAX_LIST, MAX_TEXT, Unit, units_of
from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.inbox.masking import readable
from gongdan.domains.inbox.views.checking import is_listed
from gongdan.domains.policy.public import Sections, as_drafted
from gongdan.domains.tickets.public import ReleaseFields, RuleBook, Use, triggers, vocabulary
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.guard import needs
from gongdan.kernel.text import Name


class ConditionChoice(Answer, frozen=True):
    key: str
    name: Name


class ConditionField(Answer, frozen=True):
    """Something that a condition may name."""

    key: str
    name: Name
    type: Type
    member: Type
    """The type of a single value: of the field itself, or of one member of a set."""
    choices: tuple[ConditionChoice, ...]
    """The values that it can have. Empty: they are not enumerated here."""
    tree: str | None
    """The tree that it points into: ``category``."""


class ConditionOperator(Answer, frozen=True):
    op: Op
    shape: Shape
    """Of its value: none, one, a list, ``[low, high]``, or ``{"n": 3, "unit": "day"}``."""
    says: Name
    """The clause that it makes, with ``{field}`` and, by its shape, ``{value}`` or ``{low}`` and ``{high}``."""
    denies: Name | None
    """The clause of its contrary, ``{"not": …}``. Null: the contrary has no clause of its own."""
    known: Known | None
    """The value that it may leave to its reader, ``{"known": "me"}``: of a set, for its members that are people."""
    units: tuple[Unit, ...]
    """Of a span."""


class ConditionJoints(Answer, frozen=True):
    """How parts of a condition are put together in a sentence; ``{}`` stands for what is put in."""

    all: Name
    any: Name
    not_: Name
    group: Name
    always: Name
    never: Name
    comma: Name
    quoted: Name


class ConditionLanguage(Answer, frozen=True):
    """All that a condition can be made of for this reader."""

    fields: tuple[ConditionField, ...]
    operators: dict[Type, tuple[ConditionOperator, ...]]
    """By the type of the field."""
    joints: ConditionJoints
    max_depth: int
    max_leaves: int
    max_list: int
    max_text: int


@get("/conditions/fields", operation_id="describeConditions", tags=["tickets"], opt=needs("staff"))
async def describe_conditions(
    authority: NamedDependency[Authority],
    rules: NamedDependency[RuleBook],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    subject: Annotated[Literal["ticket"], QueryParameter(description="What conditions are about.")] = "ticket",
    use: FromQuery[Use] = "list",
    drafted: FromQuery[bool] = False,
) -> ConditionLanguage:
    """What conditions on ``subject`` may name, and the operators that fit each type. ``use``: ``list`` for views and
    filters, ``decide`` for what decides how a ticket goes, ``trigger`` for automations, which also ask what an event
    changed. A reader is told of the fields that they may read. ``drafted``: as the policy is drafted, for whoever edits
    it; custom fields that are not published yet are among them."""
    book = await rules(authority.workspace_id, authority.release)
    known, may_read = book.registry, set(readable(book, authority))
    if drafted and may_somewhere(authority, "policy.edit"):
        async with db.read(authority.workspace_id) as tx:
            bundle = await as_drafted(tx, authority.release, sections)
        known = vocabulary(book.subjects, bundle)
        may_read |= known.keys() - book.registry.keys()
    offered = (one for one in _offered(known, use) if one is BY or asked_of(one.key) in may_read)
    return ConditionLanguage(
        fields=tuple(map(_field, offered)),
        operators={one: tuple(_operators(one)) for one in get_args(Type)},
        joints=_JOINTS,
        max_depth=MAX_DEPTH,
        max_leaves=MAX_LEAVES,
        max_list=MAX_LIST,
        max_text=MAX_TEXT,
    )


handlers = [describe_conditions]

_JOINTS = ConditionJoints(
    all=words.AND,
    any=words.OR,
    not_=words.NOT,
    group=words.GROUP,
    always=words.ALWAYS,
    never=words.NEVER,
    comma=words.COMMA,
    quoted=words.QUOTED,
)


def _offered(known: ReleaseFields, use: Use) -> Iterator[Field]:
    if use == "trigger":
        yield from triggers(known).values()
    else:
        yield from (field for field in known.fit_for(use) if use != "list" or is_listed(field))


def _field(field: Field) -> ConditionField:
    return ConditionField(
        key=field.key,
        name=_names(field.name),
        type=field.type,
        member=field.member,
        choices=tuple(ConditionChoice(key=key, name=_names(name)) for key, name in field.choices.items()),
        tree=field.tree,
    )


def _names(name: Mapping[str, str]) -> Name:
    return dict(name)


def _operators(type_: Type) -> Iterator[ConditionOperator]:
    for op in OPERATORS[type_]:
        yield ConditionOperator(
            op=op,
            shape=SHAPES[op],
            says=words.phrase(type_, op),
            denies=words.contrary(op),
            known=fitting(type_, op),
            units=units_of(type_) if SHAPES[op] == "span" else (),
        )
