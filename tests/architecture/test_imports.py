"""Who may import whom: what the two ladders of ``.importlinter`` cannot say."""

import ast
import sys

from tests.architecture.sources import DOMAINS, Module, modules

FRONT_DOORS = {"public", "events", "errors", "model", "intents", "definition", "engine", "subjects"}
"""What another domain may import: calls through ``public``; the others are declarations without behaviour, which a pure
file could not get from ``public`` without drawing I/O in."""

SHAPES = "gongdan.domains.bundle"

OUTER, COMMANDS, INNER, PURE = 3, 2, 1, 0
ROOMS = {
    "http": OUTER,
    "jobs": OUTER,
    "subscribers": OUTER,
    "commands": COMMANDS,
    "public": OUTER,
    "access": INNER,
    "desk": INNER,
    "ledger": INNER,
    "load": INNER,
    "queries": INNER,
    "writes": INNER,
}
"""The rooms of a domain that do I/O, and how far out they stand."""

DECISIONS = {"automation", "intelligence", "routing", "sla", "workflow"}
"""Domains that decide: outside of the rooms above, all their files are pure."""

PURE_FILES = {
    "deciders",
    "engine",
    "errors",
    "events",
    "fields",
    "linking",
    "merging",
    "model",
    "numbering",
    "permissions",
    "rules",
    "settle",
    "splitting",
    "subjects",
}
"""Files that are pure in every domain."""

PLAIN = ("gongdan.infra.timers.effects", "gongdan.infra.catalogue")
"""Plain data that decisions of several domains give back, and texts, which are read once."""

IO = {
    "anyio",
    "imapclient",
    "imaplib",
    "aiosmtplib",
    "asyncio",
    "granian",
    "http",
    "httpx2",
    "litestar",
    "multiprocessing",
    "obstore",
    "psycopg",
    "psycopg_pool",
    "random",
    "smtplib",
    "socket",
    "subprocess",
    "threading",
    "urllib.request",
}


def is_or_in(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def rank(module: Module) -> int | None:
    """How far out a file of a domain stands; None for one whose name makes no promise."""
    if not module.rooms:
        return None
    if is_or_in(module.name, SHAPES):
        return PURE
    if module.domain in DECISIONS:
        return ROOMS.get(module.rooms[0], PURE)
    return PURE if module.rooms[0] in PURE_FILES else ROOMS.get(module.rooms[0])


def is_pure(module: Module) -> bool:
    return module.domain is not None and rank(module) == PURE


def test_kernel_and_conditions_lean_on_the_standard_library_and_msgspec_alone() -> None:
    allowed = {*sys.stdlib_module_names, "msgspec", "gongdan"}
    wrong = [
        f"{module.name} imports {name}"
        for module in modules()
        if is_or_in(module.name, "gongdan.kernel") or is_or_in(module.name, "gongdan.conditions")
        for name in module.imports()
        if name.split(".")[0] not in allowed
    ]
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_another_domain_is_entered_through_its_front_door() -> None:
    wrong = {
        f"{module.name} imports {name}"
        for module in modules()
        if module.domain
        for name in imported_modules(module)
        if name.startswith(DOMAINS) and len(name.split(".")) > 3 and name.split(".")[2] != module.domain
        if name.split(".")[3] not in FRONT_DOORS and not is_or_in(name, SHAPES)
    }
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_a_room_imports_no_room_further_out() -> None:
    ranks = {module.name: rank(module) for module in modules() if module.domain}
    wrong = {
        f"{module.name} imports {name}"
        for module in modules()
        for name in imported_modules(module)
        if module.domain and name.startswith(f"{DOMAINS}{module.domain}.")
        if (mine := ranks[module.name]) is not None and (other := ranks[name]) is not None and other > mine
    }
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_pure_files_do_no_io() -> None:
    wrong = {
        f"{module.name} imports {name}"
        for module in modules()
        if is_pure(module)
        for name in module.imports()
        if (is_or_in(name, "gongdan.infra") and not any(is_or_in(name, one) or one.startswith(name) for one in PLAIN))
        or any(is_or_in(name, package) for package in IO)
    }
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_pure_files_are_told_the_time() -> None:
    wrong = {
        f"{module.name}:{node.lineno}"
        for module in modules()
        if is_pure(module)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and asks_the_clock(node)
    } | {f"{module.name} imports the clock" for module in modules() if is_pure(module) and uses_clock(module)}
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def asks_the_clock(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr="now" | "utcnow" | "today", value=ast.Name(id="datetime" | "date")):
            return True
        case ast.Attribute(attr="time" | "time_ns" | "monotonic", value=ast.Name(id="time")):
            return True
        case _:
            return False


def uses_clock(module: Module) -> bool:
    return any(is_or_in(name, "gongdan.kernel.clock") for name in module.imports())


def imported_modules(module: Module) -> set[str]:
    """Of what it imports, the modules: ``from a.b import c`` names ``a.b.c`` only if that is one."""
    known = {other.name for other in modules()}
    return {name for name in module.imports() if name in known}
