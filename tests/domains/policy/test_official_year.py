"""The official days of a year over HTTP: for the editor of calendars."""

import pytest

from tests.kit import Office

pytestmark = pytest.mark.anyio


async def test_a_year_has_its_days_off_and_make_up_days_and_says_from_where(office: Office) -> None:
    editor = await office.member("管理员", "admin")
    found = (await editor.get("/policy/official-days", year=2026)).json()
    assert found["is_announced"] and "State Council" in found["source"]
    days = {one["on"]: one for one in found["days"]}
    assert "works_as" not in days["2026-10-01"] and days["2026-10-01"]["name"]["zh-CN"]
    assert days["2026-10-10"]["works_as"] == "wed"
    assert list(days) == sorted(days)


async def test_a_year_that_is_not_announced_says_so(office: Office) -> None:
    editor = await office.member("管理员", "admin")
    found = (await editor.get("/policy/official-days", year=2090)).json()
    assert not found["is_announced"]
    assert found["days"] and all("works_as" not in one for one in found["days"])


@pytest.mark.parametrize("year", [1999, 2100, 99999])
async def test_years_beyond_what_is_known_are_refused(office: Office, year: int) -> None:
    editor = await office.member("管理员", "admin")
    assert (await editor.get("/policy/official-days", year=year)).status_code == 422


@pytest.mark.parametrize(("role", "status"), [("admin", 200), ("agent", 403), ("lead", 403)])
async def test_it_is_for_who_edits_the_policy(office: Office, role: str, status: int) -> None:
    assert (await (await office.member(role, role)).get("/policy/official-days", year=2026)).status_code == status
