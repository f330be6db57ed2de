"""Measures everything for which data is there."""

import sys
from pathlib import Path

from tools.quality.page import write
from tools.quality.samples import Samples


def main() -> int:
    samples = Samples.found()
    if samples is None:
        sys.stderr.write("REAL DATA ABSENT: set GONGDAN_TEST_DATA; docs/quality.md stays as it is\n")
        return 1
    page = write(samples)
    (Path(__file__).parent.parent.parent / "docs" / "quality.md").write_text(page, "utf-8")
    sys.stdout.write(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
