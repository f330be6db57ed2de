"""Clients of the API in a process of their own: keep-alive HTTP/1.1 over plain sockets, so that they cost little of
what they measure. Each client sends its next request when it has its answer."""

import asyncio
import time
from collections.abc import Callable
from itertools import count
from multiprocessing import get_context
from statistics import median, quantiles
from typing import Any

import msgspec

RUNS = 3
"""The rate is the median of so many runs."""
WARM_UP_S = 2.0

Make = Callable[[Any, int], bytes]
"""(world, n) → the bytes of request n. A function of a module, so that another process can import it."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    host: str
    port: int
    clients: int
    seconds: float
    """Of one run."""
    make: Make
    world: Any
    weight: int = 1
    """Operations in one request."""


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    ops_s: float
    p50_ms: float
    p95_ms: float
    p99_ms: float


def measure(load: Load) -> Figures:
    """Warm up, then measure.

    Raises:
        RuntimeError: an answer that is no success; it shows the answer.
    """
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (load,))


def _measured(load: Load) -> Figures:
    return asyncio.run(_run(load))


async def _run(load: Load) -> Figures:
    numbers = count()
    await _drive(load, numbers, WARM_UP_S if load.seconds >= WARM_UP_S else load.seconds)
    rates, latencies = [], []
    for _ in range(RUNS):
        begun = time.perf_counter()
        found = await _drive(load, numbers, load.seconds)
        rates.append(len(found) * load.weight / (time.perf_counter() - begun))
        latencies += found
    cuts = quantiles(latencies, n=100)
    return Figures(ops_s=median(rates), p50_ms=cuts[49] * 1e3, p95_ms=cuts[94] * 1e3, p99_ms=cuts[98] * 1e3)


async def _drive(load: Load, numbers: "count[int]", seconds: float) -> list[float]:
    until = time.perf_counter() + seconds
    found = await asyncio.gather(*(_client(load, numbers, until) for _ in range(load.clients)))
    return [latency for one in found for latency in one]


async def _client(load: Load, numbers: "count[int]", until: float) -> list[float]:
    reader, writer = await asyncio.open_connection(load.host, load.port)
    latencies = []
    try:
        while (begun := time.perf_counter()) < until:
            writer.write(load.make(load.world, next(numbers)))
            await _answer(reader)
            latencies.append(time.perf_counter() - begun)
    finally:
        writer.close()
    return latencies


async def _answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    at = head.lower().index(b"content-length:")
    body = await reader.readexactly(int(head[at + 15 : head.index(b"\r\n", at)]))
    if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
        raise RuntimeError(head.decode() + body.decode()[:2000])
