"""How much people from outside may upload in a day: each, each address, and all together; never the staff."""

from datetime import timedelta

import httpx
import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.files.quotas import MB
from gongdan.kernel import clock
from tests.domains.notifications.kit import with_mailbox
from tests.domains.portal.test_forms import send
from tests.guests import follow, guest_of, mailed_token
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio
HALF = bytes(MB // 2)


@pytest.fixture
def limits(asgi: Litestar, monkeypatch: pytest.MonkeyPatch) -> None:
    """One megabyte for a person, two for an address, three for a workspace."""
    services = asgi.state.services
    small = {"upload_mb_per_person": 1, "upload_mb_per_address": 2, "upload_mb_per_workspace": 3}
    monkeypatch.setattr(services, "settings", msgspec.structs.replace(services.settings, **small))


async def upload(visitor: Visitor | httpx.AsyncClient, content: bytes = HALF) -> httpx.Response:
    headers = {"X-File-Name": "a.bin", "Accept-Language": "en"}
    if isinstance(visitor, Visitor):
        return await visitor.call("POST", "/files", content=content, headers=headers)
    return await visitor.post("/files", content=content, headers=headers)


async def used(office: Office, subject: str, megabytes: float) -> None:
    """Others have uploaded as much today."""
    async with office.services.db.write(office.id) as tx:
        row = {"workspace_id": office.id, "subject": subject, "day": clock.now().date()}
        tx.insert("upload_use", row | {"bytes": int(megabytes * MB)})


async def test_a_customer_uploads_so_much_in_a_day_and_is_told_when_no_more_fits(office: Office, limits: None) -> None:
    customer = await office.customer()
    assert [(await upload(customer)).status_code for _ in range(2)] == [201, 201]
    refused = await upload(customer)
    told = refused.json()
    assert (refused.status_code, told["code"], told["limit"], told["most_mb"]) == (429, "files.quota", "person", 1)
    assert "1 MB a day" in told["title"] and 0 < int(refused.headers["Retry-After"]) <= 86_400
    assert (await upload(await office.customer())).status_code == 201, "another customer has their own"


async def test_a_file_that_is_larger_than_what_is_left_is_refused_before_it_is_kept(
    office: Office, limits: None
) -> None:
    customer = await office.customer()
    assert (await upload(customer)).status_code == 201
    refused = await upload(customer, bytes(MB - 1))
    assert (refused.status_code, refused.json()["most"]) == (413, MB // 2)


async def test_guests_share_what_their_address_may(office: Office, limits: None) -> None:
    await used(office, "address 127.0.0.1", 1.9)
    async with guest_of(office) as guest:
        assert (await upload(guest, bytes(MB // 20))).status_code == 201
        await used(office, "workspace-of-others", 9)
        async with office.services.db.write(office.id) as tx:
            tx.put(
                "update upload_use set bytes = 2000000 where workspace_id = %(workspace)s and subject like 'address %%'"
            )
        assert (await upload(guest)).json()["limit"] == "address"


async def test_a_workspace_has_a_bound_for_all_and_the_staff_none(office: Office, limits: None) -> None:
    await used(office, "workspace", 3)
    async with guest_of(office) as guest:
        assert (await upload(guest)).json()["limit"] == "workspace"
    assert (await upload(await office.customer())).json()["limit"] == "workspace"
    member = await office.member("李雷")
    assert [(await upload(member, bytes(2 * MB))).status_code for _ in range(3)] == [201] * 3


async def test_what_was_used_yesterday_counts_no_more(office: Office, limits: None) -> None:
    customer = await office.customer()
    async with office.services.db.write(office.id) as tx:
        day = (clock.now() - timedelta(days=1)).date()
        row = {"workspace_id": office.id, "subject": f"customer {customer.id}", "day": day, "bytes": 9 * MB}
        tx.insert("upload_use", row)
    assert (await upload(customer)).status_code == 201


async def test_who_holds_the_link_to_a_ticket_has_a_quota_of_their_own(office: Office, limits: None) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest:
        await send(guest)
        await follow(guest, await mailed_token(office, "new@customer.test"))
        assert [(await upload(guest)).status_code for _ in range(3)] == [201, 201, 429]
