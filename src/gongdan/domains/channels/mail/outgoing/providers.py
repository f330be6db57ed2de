"""Mail providers with whom anybody has an address: what one of their users does says nothing of the others. Pure."""

from typing import Final

_NAMES: Final = """
    126.com 139.com 163.com 189.cn 21cn.com aliyun.com foxmail.com qq.com sina.cn sina.com sina.com.cn sohu.com
    tom.com vip.163.com vip.126.com vip.qq.com vip.sina.com wo.cn yeah.net aol.com bol.com.br comcast.net daum.net
    duck.com fastmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com
    hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it icloud.com laposte.net libero.it live.cn live.com
    live.co.uk mac.com mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.fr
    outlook.jp pm.me proton.me protonmail.com rediffmail.com seznam.cz t-online.de tutanota.com uol.com.br
    verizon.net wanadoo.fr web.de wp.pl yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.cn yahoo.com.hk
    yahoo.com.tw yahoo.de yahoo.fr yandex.com yandex.ru zoho.com
"""
_PUBLIC: Final = frozenset(_NAMES.split())


def is_public(domain: str) -> bool:
    return domain.lower().rstrip(".") in _PUBLIC
