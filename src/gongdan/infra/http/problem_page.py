"""What every ``type`` of a problem leads to: one page with each code that the API refuses with, in both languages. Made
from the catalogue, without scripts."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from litestar import MediaType, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from gongdan.infra.catalogue import catalogue
from gongdan.infra.http.problems import FRAMEWORK, PAGE
from gongdan.kernel.errors import Refusal
from gongdan.kernel.text import LOCALES

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
section { margin: 1rem 0; padding: .25rem 1rem; border: 1px solid #8884; border-radius: 6px }
h2 code, h3 code { font: 600 15px ui-monospace, monospace }
section:target { border-color: currentColor }
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    f"style-src 'sha256-{_HASH}'",
    "Cache-Control": "no-cache",
}


@get(PAGE, sync_to_thread=False, include_in_schema=False)
def problem_list() -> Response[str]:
    """Every code, and every fault of a field."""
    shown = [*(_problem(code) for code in codes()), _head("h2", "pages.problems.faults")]
    shown += [_section(code, f"faults.{code}", None) for code in fault_codes()]
    return _page("".join(shown))


@get(PAGE + "/{code:str}", sync_to_thread=False, include_in_schema=False)
def problem_page(code: FromPath[str]) -> Response[str]:
    """One code."""
    if code not in codes():
        raise NotFoundException
    return _page(_problem(code) + f'<p><a href="{PAGE}">{_both("pages.problems.title")}</a></p>')


handlers = [problem_list, problem_page]


def codes() -> list[str]:
    """Every code that has words."""
    return sorted(key[len("errors.") : -len(".title")] for key in _texts() if _is_title(key))


def fault_codes() -> list[str]:
    found = (key.removeprefix("faults.") for key in _texts() if key.startswith("faults."))
    return sorted(code for code in found if not code.endswith("remedy"))


def _is_title(key: str) -> bool:
    return key.startswith("errors.") and key.endswith(".title")


def _texts() -> dict[str, str]:
    return catalogue()["en"]


def _statuses() -> dict[str, int]:
    found = {code: status for status, code in FRAMEWORK.items()}
    waiting: list[type[Refusal]] = [Refusal]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        found.setdefault(one.code, one.status)
    return found


def _problem(code: str) -> str:
    return _section(code, f"errors.{code}.title", f"errors.{code}.remedy", _statuses().get(code))


def _section(code: str, title: str, remedy: str | None, status: int | None = None) -> str:
    remedy = remedy or (f"{title}.remedy" if f"{title}.remedy" in _texts() else "faults.remedy")
    told = "".join(_paragraphs(title, remedy))
    mark = f" · {status}" if status else ""
    return f'<section id="{escape(code)}"><h3><code>{escape(code)}</code>{mark}</h3>{told}</section>'


def _paragraphs(title: str, remedy: str) -> Iterator[str]:
    for locale in LOCALES:
        texts = catalogue()[locale]
        yield f'<p lang="{locale}"><b>{escape(texts[title])}</b> {escape(texts[remedy])}</p>'


def _both(key: str) -> str:
    return escape(" · ".join(catalogue()[locale][key] for locale in LOCALES))


def _head(level: str, key: str) -> str:
    return f"<{level}>{_both(key)}</{level}>"


def _page(content: str) -> Response[str]:
    title = _both("pages.problems.title")
    html = (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><h1>{title}</h1><p>{_both('pages.problems.intro')}</p>{content}</body></html>"
    )
    return Response(html, media_type=MediaType.HTML, headers=_HEADERS)
