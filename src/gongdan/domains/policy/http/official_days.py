"""The official days off and make-up days of a year, for the editor of calendars."""

import asyncio
from typing import Annotated

from litestar import get
from litestar.params import QueryParameter

from gongdan.domains.bundle.times.calendars import Day
from gongdan.domains.policy.presets import official_days
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.guard import needs

LAST_YEAR = 2099


class OfficialYear(Answer, frozen=True, kw_only=True):
    year: int
    is_announced: bool
    """Whether the notice of the State Council is known; if not, only the statutory days are, and make-up days are yet
    to come."""
    source: str
    days: list[Day]
    """In order, as overrides of a calendar."""


@get(
    "/policy/official-days",
    operation_id="readOfficialDays",
    tags=["policy"],
    opt=needs("staff", "policy.edit"),
)
async def read_official_days(
    year: Annotated[int, QueryParameter(ge=official_days.FIRST_YEAR, le=LAST_YEAR)],
) -> OfficialYear:
    """The official days off of China in a year, and the days that are worked in exchange."""
    return await asyncio.to_thread(_year, year)


def _year(year: int) -> OfficialYear:
    return OfficialYear(
        year=year,
        is_announced=official_days.is_announced(year),
        source=official_days.source(year),
        days=list(official_days.days(year)),
    )


handlers = [read_official_days]
