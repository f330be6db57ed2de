"""``gongdan bench``."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from gongdan.kernel.errors import Refusal

CHECKOUT: Final = Path(__file__).resolve().parents[4]


class BenchmarksAbsent(Refusal):
    """The benchmarks are part of the source, not of the installed package."""

    code = "cli.benchmarks_absent"
    status = 500


def bench(*arguments: Annotated[str, Parameter(allow_leading_hyphen=True)]) -> int:
    """Measure this machine; needs a checkout of the source.

    Parameters
    ----------
    arguments
        Given on to the benchmarks; ``gongdan bench -- --help`` explains them.
    """
    if not (CHECKOUT / "benchmarks" / "__main__.py").is_file():
        raise BenchmarksAbsent
    return subprocess.run([sys.executable, "-m", "benchmarks", *arguments], cwd=CHECKOUT).returncode
