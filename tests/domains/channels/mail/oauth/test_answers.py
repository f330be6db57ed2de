"""What providers say, and what it is for. Pure."""

from datetime import timedelta

import msgspec
import pytest

from gongdan.domains.channels.errors import ProviderRefused, ProviderUnclear
from gongdan.domains.channels.mail.oauth.asking import GivenTokens, given
from gongdan.domains.channels.mail.oauth.grants import Tokens
from gongdan.domains.channels.mail.oauth.providers import PROVIDERS, OAuth, endpoints_of
from gongdan.domains.channels.mail.oauth.tokens import lifetime
from gongdan.domains.channels.mail.settings import (
    Imap,
    MailSettings,
    Passwords,
    Smtp,
    kept_passwords,
)
from gongdan.kernel import clock


def test_providers_are_asked_what_they_want_today() -> None:
    microsoft = endpoints_of(OAuth(provider="microsoft", client_id="c", tenant="contoso.com"))
    assert microsoft.token_url == "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"
    assert "offline_access" in microsoft.scopes and "https://outlook.office.com/SMTP.Send" in microsoft.scopes
    google = endpoints_of(OAuth(provider="google", client_id="c", token_url="https://evil.test/"))
    assert google.token_url == "https://oauth2.googleapis.com/token"
    assert dict(google.more) == {"access_type": "offline", "prompt": "consent"}
    assert all(one.help["zh-CN"] and one.help["en"] for one in PROVIDERS)


@pytest.mark.parametrize(
    ("said", "lasts_s"),
    [(3600, 3600), ("3599", 3599), (None, 1800), (0, 1800), (-5, 1800), (1e300, 86_400), ("soon", 1800), (True, 1)],
)
def test_a_lifetime_is_believed_within_reason(said: object, lasts_s: int) -> None:
    body = msgspec.json.encode({"access_token": "a", "expires_in": said})
    assert given("x", 200, body) == GivenTokens(access="a", refresh=None, lasts_s=lasts_s)


def test_a_token_is_renewed_five_minutes_ahead_or_after_half_its_life() -> None:
    now = clock.now()
    assert lifetime(3600, now).renew_at == now + timedelta(minutes=55)
    assert lifetime(60, now).renew_at == now + timedelta(seconds=30)


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"\xff", b'{"error": 5}', b'{"error": ""}'])
def test_what_is_no_answer_is_not_shown(body: bytes) -> None:
    with pytest.raises(ProviderUnclear) as refused:
        given("x.test", 400, body)
    assert refused.value.members == {"host": "x.test", "answered": 400}
    with pytest.raises(ProviderRefused) as long:
        given("x.test", 400, msgspec.json.encode({"error": "e" * 500, "error_description": "d\n" * 500}))
    assert len(long.value.said_shortly) < 400 and "\n" not in long.value.said_shortly


def test_tokens_fit_what_they_were_given_for() -> None:
    signs = OAuth(provider="google", client_id="c")
    settings = MailSettings(imap=Imap(host="A.test", user="u"), smtp=Smtp(host="b.test", user="u"), oauth=signs)
    servers = ("imap a.test:993 tls", "smtp b.test:465 tls")
    tokens = Tokens(access="a", refresh="r", token_url=endpoints_of(signs).token_url, client_id="c", servers=servers)
    assert tokens.fit(settings) and tokens.fit(msgspec.structs.replace(settings, smtp=None))
    for other in (
        {"smtp": Smtp(host="b.test", user="u", security="plain")},
        {"imap": Imap(host="b.test", user="u")},
        {"oauth": None},
        {"oauth": OAuth(provider="google", client_id="d")},
        {"oauth": OAuth(provider="microsoft", client_id="c")},
    ):
        assert not tokens.fit(msgspec.structs.replace(settings, **other)), other
    kept = kept_passwords(settings, msgspec.structs.replace(settings, oauth=None), Passwords(imap="1", oauth="2"))
    assert (kept.imap, kept.oauth) == ("1", None)
