"""Where a request comes from, behind proxies that are trusted and before those that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan import settings
from gongdan.infra.http.forwarded import neighbourhood, origin_of

TRUSTED = settings.load({"GONGDAN_TRUSTED_PROXIES": "10.0.0.0/8, 192.0.2.1, fd00::/8"}).trusted_proxies


@pytest.mark.parametrize(
    ("peer", "said", "origin"),
    [
        ("198.51.100.9", "203.0.113.5", "198.51.100.9"),  # no proxy of ours: nobody believes it
        ("10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "6.6.6.6, 203.0.113.5, 10.0.0.7", "203.0.113.5"),  # what stands further left may be made up
        ("192.0.2.1", "203.0.113.5:4711", "203.0.113.5"),
        ("fd00::1", "[2001:db8::5]:443", "2001:db8::5"),
        ("::ffff:10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "unknown", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.5, _hidden, 10.0.0.7", "10.0.0.7"),
        ("10.0.0.1", "10.0.0.2, 10.0.0.3", "10.0.0.2"),
        ("unix", "203.0.113.5", "unix"),
    ],
)
def test_the_right_most_hop_that_no_trusted_proxy_is(peer: str, said: str, origin: str) -> None:
    assert origin_of(peer, said, TRUSTED) == origin


def test_without_trusted_proxies_the_peer_counts() -> None:
    assert origin_of("127.0.0.1", "203.0.113.5", ()) == "127.0.0.1"


@given(st.text(max_size=400))
def test_no_header_breaks_it_and_none_of_a_stranger_counts(said: str) -> None:
    assert origin_of("198.51.100.9", said, TRUSTED) == "198.51.100.9"
    assert origin_of("10.0.0.1", said, TRUSTED)


def test_a_customer_of_ipv6_has_one_rate_for_all_of_their_addresses() -> None:
    assert neighbourhood("2001:db8:1:2::3") == neighbourhood("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
    assert neighbourhood("203.0.113.5") == "203.0.113.5"


def test_a_network_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(settings.SettingsInvalid) as refused:
        settings.load({"GONGDAN_TRUSTED_PROXIES": "10.0.0.0/8, proxy"})
    assert refused.value.faults[0].field == "GONGDAN_TRUSTED_PROXIES"
