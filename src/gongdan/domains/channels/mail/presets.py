"""Providers of mailboxes whose servers are known, and what they want instead of the password."""

from typing import Any, Final

from gongdan.domains.channels.contract.setup import AccountPreset
from gongdan.kernel.text import Name


def _servers(imap: str, smtp: str, *, smtp_port: int = 465, smtp_security: str = "tls") -> dict[str, Any]:
    return {
        "imap": {"host": imap, "port": 993, "security": "tls"},
        "smtp": {"host": smtp, "port": smtp_port, "security": smtp_security},
    }


_NETEASE: Final[Name] = {
    "zh-CN": "请填写授权码，不是登录密码。在网页邮箱的“设置 → POP3/SMTP/IMAP”中开启服务，即可生成授权码。",
    "en": "Enter an authorisation code, not the password. Switch IMAP on in the web mail under Settings → "
    "POP3/SMTP/IMAP to get one.",
}
_QQ: Final[Name] = {
    "zh-CN": "请填写授权码，不是登录密码。在网页邮箱的“设置 → 账号与安全”中开启 IMAP/SMTP 服务，即可生成授权码。",
    "en": "Enter an authorisation code, not the password. Switch IMAP/SMTP on in the web mail under Settings → "
    "Account and security to get one.",
}
_WECOM: Final[Name] = {
    "zh-CN": "请填写客户端专用密码。管理员须先允许客户端收发信，再在网页邮箱的“设置 → 账户 → 账户安全”中生成。",
    "en": "Enter a password for clients. An administrator allows clients first; then make one in the web mail under "
    "Settings → Account → Account security.",
}
_ALIYUN: Final[Name] = {
    "zh-CN": "请填写邮箱密码；开启了三方客户端安全密码的，请填写该密码。",
    "en": "Enter the password; where the safe password for third-party clients is on, enter that one.",
}
_GOOGLE: Final[Name] = {
    "zh-CN": "请选择“由服务商授权”；或填写应用专用密码（不是登录密码）：先为账号开启两步验证，"
    "再在账号的安全设置中生成。",
    "en": "Choose consent of the provider; or enter an app password, not the password: switch 2-step verification on, "
    "then make one in the security settings of the account.",
}
_MICROSOFT: Final[Name] = {
    "zh-CN": "微软已不再允许程序用密码登录，请选择“由服务商授权”。",
    "en": "Microsoft lets no program sign in by a password any more: choose consent of the provider.",
}

PRESETS: Final = (
    AccountPreset(
        key="163",
        name={"zh-CN": "网易 163", "en": "NetEase 163"},
        domains=("163.com",),
        settings=_servers("imap.163.com", "smtp.163.com"),
        login=_NETEASE,
    ),
    AccountPreset(
        key="126",
        name={"zh-CN": "网易 126", "en": "NetEase 126"},
        domains=("126.com",),
        settings=_servers("imap.126.com", "smtp.126.com"),
        login=_NETEASE,
    ),
    AccountPreset(
        key="qq",
        name={"zh-CN": "QQ 邮箱", "en": "QQ Mail"},
        domains=("qq.com", "vip.qq.com", "foxmail.com"),
        settings=_servers("imap.qq.com", "smtp.qq.com"),
        login=_QQ,
    ),
    AccountPreset(
        key="wecom",
        name={"zh-CN": "企业微信邮箱", "en": "WeCom Mail"},
        settings=_servers("imap.exmail.qq.com", "smtp.exmail.qq.com"),
        login=_WECOM,
    ),
    AccountPreset(
        key="aliyun",
        name={"zh-CN": "阿里企业邮箱", "en": "Alibaba Mail"},
        settings=_servers("imap.qiye.aliyun.com", "smtp.qiye.aliyun.com"),
        login=_ALIYUN,
    ),
    AccountPreset(
        key="gmail",
        name={"zh-CN": "谷歌邮箱", "en": "Gmail"},
        domains=("gmail.com", "googlemail.com"),
        settings=_servers("imap.gmail.com", "smtp.gmail.com"),
        login=_GOOGLE,
        provider="google",
    ),
    AccountPreset(
        key="microsoft365",
        name={"zh-CN": "微软 365", "en": "Microsoft 365"},
        settings=_servers("outlook.office365.com", "smtp.office365.com", smtp_port=587, smtp_security="starttls"),
        login=_MICROSOFT,
        takes_passwords=False,
        provider="microsoft",
    ),
    AccountPreset(
        key="outlook",
        name={"zh-CN": "微软个人邮箱", "en": "Outlook.com"},
        domains=("outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com"),
        settings=_servers("outlook.office365.com", "smtp-mail.outlook.com", smtp_port=587, smtp_security="starttls"),
        login=_MICROSOFT,
        takes_passwords=False,
        provider="microsoft",
    ),
)


def of_host(host: str) -> AccountPreset | None:
    """Whose server this is."""
    name = host.lower().rstrip(".")
    return next((one for one in PRESETS if any(server["host"] == name for server in one.settings.values())), None)
