"""What conditions may ask of who asks: the requester, their organisation, how they are reached."""

from operator import attrgetter
from typing import Any, Final

from gongdan.conditions.fields import Column
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.fields.contribution import DECIDING, Contribution, column
from gongdan.domains.tickets.fields.opening import OPENING
from gongdan.kernel.text import LOCALES, Name

CUSTOMER: Final = "left join customer c on c.workspace_id = t.workspace_id and c.person_id = t.requester_id"
ORGANISATION: Final = "left join organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id"
PERSON: Final = "join person rp on rp.workspace_id = t.workspace_id and rp.id = t.requester_id"

_LANGUAGES: Final[dict[str, Name]] = {
    "zh-CN": {"zh-CN": "中文", "en": "Chinese"},
    "en": {"zh-CN": "英文", "en": "English"},
}


def _languages(bundle: PolicyBundle) -> dict[str, Name]:
    return {locale: _LANGUAGES[locale] for locale in LOCALES}


def _domain(case: Case) -> Any:
    """Of a mail address, as it is compared: without capitals."""
    handle = next((one.sender for one in case[OPENING]), None) or ""
    return handle.rpartition("@")[2].lower() if "@" in handle else None


FIELDS: Final = (
    column("requester", "person", "提交人", "requester", sql="t.requester_id", value="ticket.requester_id", total=True,
           few="requester_id", changes=True),
    column("organisation", "number", "企业", "organisation", sql="t.organisation_id", value="ticket.organisation_id"),
    Contribution(
        key="requester.tier",
        type="choice",
        name={"zh-CN": "客户等级", "en": "customer tier"},
        value=attrgetter("requester.tier"),
        sql=Column("coalesce(c.tier, 'normal')", is_total=True),
        joins=frozenset({CUSTOMER}),
    ),
    Contribution(
        key="organisation.tier",
        type="choice",
        name={"zh-CN": "企业等级", "en": "organisation tier"},
        value=attrgetter("requester.organisation_tier"),
        sql=Column("o.tier"),
        joins=frozenset({ORGANISATION}),
    ),
    Contribution(
        key="requester.locale",
        type="choice",
        name={"zh-CN": "提交人的语言", "en": "language of the requester"},
        value=attrgetter("requester.locale"),
        sql=Column("rp.locale", is_total=True),
        joins=frozenset({PERSON}),
        choices_of=_languages,
    ),
    Contribution(
        key="requester.name",
        type="text",
        name={"zh-CN": "提交人姓名", "en": "name of the requester"},
        value=attrgetter("requester.name"),
        uses=DECIDING,
    ),
    Contribution(
        key="requester.domain",
        type="text",
        name={"zh-CN": "提交人的邮箱域名", "en": "mail domain of the requester"},
        value=_domain,
        uses=DECIDING,
        needs=frozenset({OPENING}),
    ),
)  # fmt: skip
