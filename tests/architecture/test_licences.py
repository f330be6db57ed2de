"""The gate over licences tells apart what may be used and what may not."""

import pytest

from tools.licences import may_use


@pytest.mark.parametrize(
    "said", ["MIT", "BSD-3-Clause", "MIT OR GPL-3.0-only", "Apache Software License", "ISC", "(MPL-2.0 OR Apache-2.0)"]
)
def test_permissive_licences_may_be_used(said: str) -> None:
    assert may_use(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "GPL-3.0-only",
        "AGPL-3.0",
        "GNU General Public License v3 (GPLv3)",
        "MIT AND GPL-2.0",
        "SSPL-1.0",
        "UNLICENSED",
        "LGPL-3.0",
    ],
)
def test_copyleft_and_silence_may_not(said: str) -> None:
    assert not may_use(said)
