"""How much memory an export of a hundred thousand stances takes, and how many rows a second it writes.

    python -m benchmarks.export [--stances 100000]

Makes a SQLite file of random statements, always the same, one in four with a stance, exports some and then all of
them as CSV, each in a process of its own, and prints the rows, the megabytes at the peak and the rows a second of
processor time as JSON. Of the growth SQLite's own cache of the file is 64 MB at most.
"""

import argparse
import json
import resource
import sys
import tempfile
from pathlib import Path
from subprocess import run
from time import process_time
from typing import Any

from benchmarks.queries import generate
from factbase import query, store
from factbase.export import Format, Layout, listing, write
from factbase.query import Filters
from factbase.rows import StanceRow

PARTS = (1_000, 10_000, None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stances", type=int, default=100_000)
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        url, limit = options.part
        print(json.dumps(export(url, int(limit) or None)))
        return
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'export.db'}"
        engine = store.open_engine(url)
        store.prepare(engine)
        generate(engine, options.stances * 4)
        engine.dispose()
        print(json.dumps([part(url, limit) for limit in PARTS], indent=1))


def part(url: str, limit: int | None) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.export", "--part", url, str(limit or 0)]
    found: dict[str, Any] = json.loads(run(command, capture_output=True, text=True, check=True).stdout)
    return found


def export(url: str, limit: int | None) -> dict[str, Any]:
    """In a process that has done nothing else."""
    engine = store.open_engine(url)
    started = process_time()
    with store.reading(engine) as session, tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as stream:
        write(listing(query.stances(session, Filters(limit=limit)), StanceRow), stream, Layout(Format.CSV))
        seconds = process_time() - started
        stream.seek(0)
        rows = sum(1 for _ in stream) - 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rows": rows, "mb": round(peak, 1), "rows_a_second": round(rows / seconds)}


if __name__ == "__main__":
    main()
