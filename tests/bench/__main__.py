"""`python -m tests.bench [starts|keys|lists|rules ...]`: the table of timings."""

from __future__ import annotations

import importlib
import sys

PARTS = ("starts", "keys", "lists", "rules")


def main(names: list[str]) -> None:
    """Print the rows of these parts, all without any."""
    print(f"{'what':<52}{'ours':>9} {'floor':>9}      ratio  aim        floor is")
    for name in names or PARTS:
        for row in importlib.import_module(f"tests.bench.{name}").rows():
            print(row.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
