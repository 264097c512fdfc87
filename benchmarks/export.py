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
from subprocess import PIPE, run
from time import process_time
from typing import Any

from benchmarks.queries import generate
from factbase import query, store
from factbase.export import Format, Layout, listing, write
from factbase.query import Filters
from factbase.rows import StanceRow

PARTS = (1_000, 10_000, 0)  # 0 is all


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stances", type=int, default=100_000)
    parser.add_argument("--make", help=argparse.SUPPRESS)
    parser.add_argument("--export", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        make(options.make, options.stances)
    elif options.export:
        url, limit = options.export
        print(json.dumps(export(url, int(limit) or None)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'export.db'}"
            child("--make", url, "--stances", f"{options.stances}")
            print(json.dumps([json.loads(child("--export", url, f"{limit}")) for limit in PARTS], indent=1))


def child(*words: str) -> str:
    """This process must stay small: the peak of a child begins with its parent's."""
    command = [sys.executable, "-m", "benchmarks.export", *words]
    return run(command, stdout=PIPE, text=True, check=True).stdout


def make(url: str, stances: int) -> None:
    engine = store.open_engine(url)
    store.prepare(engine)
    generate(engine, stances * 4)
    engine.dispose()


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
