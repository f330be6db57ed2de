"""Who grants access to mailboxes: where one consents, where tokens are had, and what is asked for. Pure."""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from gongdan.kernel.text import Name

_LOOPBACK: Final = r"http://(127\.0\.0\.1|localhost)"
Endpoint = Annotated[
    str,
    Meta(max_length=500, pattern=rf"^(https://[^\s/@?#]{{1,253}}|{_LOOPBACK}(:[0-9]{{1,5}})?)(/[^\s?#]{{0,200}})?$"),
]
"""Encrypted, but on this very machine."""
Scope = Annotated[str, Meta(max_length=200, pattern=r"^[\x21\x23-\x5b\x5d-\x7e]{1,200}$")]
Tenant = Annotated[str, Meta(max_length=100, pattern=r"^[A-Za-z0-9.-]{1,100}$")]
ProviderKey = Literal["microsoft", "google", "other"]


class OAuth(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That a mailbox signs in by OAuth2, and as which application."""

    provider: ProviderKey
    client_id: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"^[\x21-\x7e]+$")]
    tenant: Tenant | None = None
    """Microsoft: the directory; None: that of whoever signs in."""
    authorize_url: Endpoint | None = None
    """Of another provider, as is ``token_url``."""
    token_url: Endpoint | None = None
    scopes: Annotated[tuple[Scope, ...], Meta(max_length=20)] = ()
    """Of another provider."""


class OAuthProvider(msgspec.Struct, frozen=True, kw_only=True):
    """A provider whose endpoints are known."""

    key: ProviderKey
    name: Name
    authorize_url: str = ""
    token_url: str = ""
    scopes: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    """What else the page of consent is asked."""
    has_tenants: bool = False
    help: Name
    """Where one registers an application."""


_ENTRA: Final = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/"

_GOOGLE: Final = "https://oauth2.googleapis.com/token"

PROVIDERS: Final[tuple[OAuthProvider, ...]] = (
    OAuthProvider(
        key="microsoft",
        name={"zh-CN": "微软", "en": "Microsoft"},
        authorize_url=_ENTRA + "authorize",
        token_url=_ENTRA + "token",
        scopes=(
            "offline_access",
            "https://outlook.office.com/IMAP.AccessAsUser.All",
            "https://outlook.office.com/SMTP.Send",
        ),
        has_tenants=True,
        help={
            "zh-CN": "在微软 Entra 管理中心“应用注册”中新建应用，把下面的回调地址登记为“网站”平台的重定向地址，"
            "再新建客户端密码。发信还须由微软 365 管理员为该邮箱开启“经过身份验证的 SMTP”。",
            "en": "Register an application in the Microsoft Entra admin center under App registrations, enter the "
            "address below as redirect URI of the platform Web, and make a client secret. For sending, the Microsoft "
            "365 administrator also switches authenticated SMTP on for this mailbox.",
        },
    ),
    OAuthProvider(
        key="google",
        name={"zh-CN": "谷歌", "en": "Google"},
        authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
        token_url=_GOOGLE,
        scopes=("https://mail.google.com/",),
        more=(("access_type", "offline"), ("prompt", "consent")),
        help={
            "zh-CN": "在谷歌云控制台“API 和服务 → 凭据”中新建“网页应用”类型的客户端，并登记下面的回调地址。"
            "应用处于“测试”状态时授权七天就会失效：请设为“内部”，或发布应用。",
            "en": "Make an OAuth client of the type Web application in the Google Cloud console under APIs and "
            "services → Credentials, and enter the address below as redirect URI. While the application is in "
            "testing, consent ends after seven days: make it internal, or publish it.",
        },
    ),
    OAuthProvider(
        key="other",
        name={"zh-CN": "其他服务商", "en": "Another provider"},
        help={
            "zh-CN": "请向服务商登记下面的回调地址，并填写其授权地址、令牌地址和权限范围。"
            "服务商须支持以 XOAUTH2 登录 IMAP 与 SMTP，并给出刷新令牌。",
            "en": "Register the address below with the provider, and enter its authorize and token endpoints and its "
            "scopes. Its servers must take XOAUTH2 for IMAP and SMTP, and it must give refresh tokens.",
        },
    ),
)
_BY_KEY: Final = {one.key: one for one in PROVIDERS}


class Endpoints(msgspec.Struct, frozen=True, kw_only=True):
    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    more: tuple[tuple[str, str], ...] = ()


def endpoints_of(oauth: OAuth) -> Endpoints:
    """Where this application consents and has its tokens."""
    known = _BY_KEY[oauth.provider]
    if known.key == "other":
        return Endpoints(authorize_url=oauth.authorize_url or "", token_url=oauth.token_url or "", scopes=oauth.scopes)
    tenant = oauth.tenant or "common"
    return Endpoints(
        authorize_url=known.authorize_url.format(tenant=tenant),
        token_url=known.token_url.format(tenant=tenant),
        scopes=known.scopes,
        more=known.more,
    )


def lacking(oauth: OAuth) -> tuple[str, ...]:
    """Members that this provider needs and that are not there."""
    if oauth.provider != "other":
        return ()
    return tuple(name for name in ("authorize_url", "token_url") if getattr(oauth, name) is None)
