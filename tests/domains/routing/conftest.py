"""Who is there is what these tests are about: nobody, until a test says so."""

import pytest

from tests.kit import Office, Visitor


@pytest.fixture(autouse=True)
def _nobody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    async def unchanged(_: Office, *__: Visitor) -> None: ...

    monkeypatch.setattr(Office, "there", unchanged)
