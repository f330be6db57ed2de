"""``python -m benchmarks``: measure, print a table, and write ``benchmarks/out/<scenario>.json``."""

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec
import psycopg

from benchmarks import floor
from benchmarks.client import Figures, Load, measure
from benchmarks.exporting import rows_a_second
from benchmarks.importing import tickets_a_second
from benchmarks.inside import calendar_us, sweep
from benchmarks.scenarios import SCENARIOS, Scenario, World, create, reply, world_of
from benchmarks.stand import Stand, built, once, web

OUT = Path(__file__).parent / "out"
EXPORTS: Mapping[str, Literal["csv", "xlsx"]] = {"export_csv": "csv", "export_xlsx": "xlsx"}


class Result(msgspec.Struct, frozen=True, kw_only=True):
    scenario: str
    clients: int
    ops_s: float
    floor_ops_s: float | None = None
    ratio: float | None = None
    p50_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    rows: int
    machine: str


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    rows: int
    seconds: float
    clients: int
    web_processes: int
    only: frozenset[str]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=int(os.environ.get("ROWS", "100000")))
    parser.add_argument("--seconds", type=float, default=5.0, help="of each of the three runs of a scenario")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--web-processes", type=int, default=2)
    parser.add_argument("--only", default="", help="scenarios, by comma")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    asked = Asked(
        rows=given.rows,
        seconds=given.seconds,
        clients=given.clients,
        web_processes=given.web_processes,
        only=frozenset(filter(None, given.only.split(","))),
    )
    given.out.mkdir(parents=True, exist_ok=True)
    print(machine())
    for result in run(asked):
        (given.out / f"{result.scenario}.json").write_bytes(msgspec.json.format(msgspec.json.encode(result)) + b"\n")
        print(line(result), flush=True)


def run(asked: Asked) -> Iterator[Result]:
    """Each scenario's result, as soon as there is one."""
    with (
        tempfile.TemporaryDirectory(prefix="gongdan-bench-") as directory,
        built(Path(directory), rows=asked.rows, web_processes=asked.web_processes) as stand,
    ):
        yield from _over_http(asked, stand)
        yield from _inside(asked, stand)


def _over_http(asked: Asked, stand: Stand) -> Iterator[Result]:
    wanted = [one for one in SCENARIOS if not asked.only or one.name in asked.only]
    with psycopg.connect(stand.urls.owner, autocommit=True) as connection, web(stand):
        world = world_of(stand, connection)
        scripts = _scripts(stand, connection, world)
        for scenario in wanted:
            load = Load(
                host=stand.settings.host,
                port=stand.settings.port,
                clients=asked.clients,
                seconds=asked.seconds,
                make=scenario.make,
                world=world,
                weight=scenario.weight,
            )
            least = floor.pgbench(
                stand.urls,
                scripts[scenario.floor],
                directory=stand.settings.data,
                clients=asked.clients,
                seconds=asked.seconds,
                copies=stand.copies,
            )
            yield _result(scenario, asked, stand, measure(load), least)
        yield from _exports(asked, stand)


def _exports(asked: Asked, stand: Stand) -> Iterator[Result]:
    """One operation is a row of the file."""
    for name, form in EXPORTS.items():
        if not asked.only or name in asked.only:
            rate = round(rows_a_second(stand, form), 1)
            yield Result(scenario=name, clients=1, ops_s=rate, rows=stand.rows, machine=machine())


def _scripts(stand: Stand, connection: psycopg.Connection, world: World) -> dict[str, str]:
    """The floors, recorded from one request of each kind."""
    opened = once(stand, create(world, -1))
    ticket, number = connection.execute(
        "select id, number from ticket where workspace_id = %s and phase = 'open' and id < 10000000 limit 1",
        [stand.workspace],
    ).fetchone() or (0, "")
    once(stand, reply(msgspec.structs.replace(world, numbers=[number]), -1))
    names = {"workspace": stand.workspace, "team": "service", "ticket": ticket}
    return {
        "create": floor.write_script(floor.recorded(connection, opened["number"])),
        "reply": floor.write_script(floor.recorded(connection, number)),
        "queue": floor.QUEUE.format_map(names),
        "detail": floor.DETAIL.format_map(names),
    }


def _result(scenario: Scenario, asked: Asked, stand: Stand, found: Figures, least: float) -> Result:
    return Result(
        scenario=scenario.name,
        clients=asked.clients,
        ops_s=round(found.ops_s, 1),
        floor_ops_s=round(least, 1),
        ratio=round(found.ops_s / least, 4),
        p50_ms=round(found.p50_ms, 2),
        p95_ms=round(found.p95_ms, 2),
        p99_ms=round(found.p99_ms, 2),
        rows=stand.rows,
        machine=machine(),
    )


def _inside(asked: Asked, stand: Stand) -> Iterator[Result]:
    """What no client asks for: an import, firing timers, and the arithmetic of calendars."""
    measures: dict[str, Callable[[], float]] = {
        "import_tickets": lambda: tickets_a_second(stand, seconds=asked.seconds),
        "sweep": lambda: sweep(stand, seconds=asked.seconds),
        "calendar": lambda: 1e6 / calendar_us(),
    }
    for name, figure in measures.items():
        if not asked.only or name in asked.only:
            yield Result(scenario=name, clients=1, ops_s=round(figure(), 1), rows=stand.rows, machine=machine())


def machine() -> str:
    """What it was measured on."""
    cpu = next(
        (text.split(":")[1].strip() for text in _lines(Path("/proc/cpuinfo")) if text.startswith("model name")),
        platform.processor(),
    )
    return f"{os.cpu_count()} × {cpu}, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def line(result: Result) -> str:
    beside = "" if result.floor_ops_s is None else f"  floor {result.floor_ops_s:8.1f}/s  = {result.ratio:6.1%}"
    spread = "" if result.p50_ms is None else f"  p50 {result.p50_ms} p95 {result.p95_ms} p99 {result.p99_ms} ms"
    return f"{result.scenario:14} {result.ops_s:10.1f}/s{beside}{spread}  at {result.rows} tickets"


if __name__ == "__main__":
    main()
