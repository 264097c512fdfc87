"""How fast, as JSON: words per second, memory and start-up, each beside a yardstick timed in the same run.

    python -m benchmarks.speed FOLDER_OF_TEXTS > benchmarks/speed.json

The yardstick is `re.findall` of words and marks over the same text, on one core: machines differ and are shared, the
ratio to it is what can be compared. Every figure is the best of several runs.
"""

import argparse
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import postgresql

WORDS_AND_MARKS = re.compile(r"\w+|[^\w\s]")
RUNS = 3


def best(action: Callable[[], object], *, runs: int = RUNS) -> float:
    """Seconds on the wall of the fastest run."""
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def child(*arguments: str, cores: int) -> dict[str, float]:
    """This file in a process of its own on so many cores, which prints one figure set."""
    command = [sys.executable, "-m", "benchmarks.speed", *arguments]
    chosen = sorted(os.sched_getaffinity(0))[:cores]

    def pin() -> None:
        os.sched_setaffinity(0, chosen)

    done = subprocess.run(command, check=True, capture_output=True, text=True, preexec_fn=pin)
    return dict(json.loads(done.stdout))


def extraction(folder: Path, threads: int) -> dict[str, float]:
    from factbase.extract import Tagger, extract  # noqa: PLC0415  its import is not what is timed

    texts = [p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))]
    words = sum(len(t.split()) for t in texts)
    tagger = Tagger(threads=threads)
    list(extract(texts[:3], tagger))
    yard = best(lambda: [WORDS_AND_MARKS.findall(t) for t in texts], runs=10)
    seconds = best(lambda: list(extract(texts, tagger)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "words": words, "words_per_second": round(words / seconds), "times_yardstick": round(seconds / yard, 1),
        "peak_mb": round(peak),
    }  # fmt: skip


def ingest(folder: Path, url: str) -> dict[str, float]:
    from factbase import pipeline, store  # noqa: PLC0415  as above
    from factbase.read import read  # noqa: PLC0415  as above

    texts = [p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))]
    words = sum(len(t.split()) for t in texts)
    yard = best(lambda: [WORDS_AND_MARKS.findall(t) for t in texts], runs=10)
    engine = store.open_engine(url)
    store.prepare(engine)
    started = time.perf_counter()
    statements = sum(o.statements for o in pipeline.ingest(engine, read([str(folder)], published="2016-10-01")))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "statements": statements, "words_per_second": round(words / seconds),
        "times_yardstick": round(seconds / yard, 1), "peak_mb": round(peak),
    }  # fmt: skip


def start_up() -> dict[str, float]:
    """Seconds of `factbase --help`, and as a multiple of importing click and sqlmodel."""

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    helped = best(run("-c", "from factbase.cli import main; main(['--help'])"), runs=10)
    imports = best(run("-c", "import click, sqlmodel"), runs=10)
    return {"help_seconds": round(helped, 3), "times_import": round(helped / imports, 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("extraction", "ingest"), help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=1, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.part:
        part = extraction(args.folder, args.threads) if args.part == "extraction" else ingest(args.folder, args.url)
        print(json.dumps(part))
        return
    folder = str(args.folder)
    with tempfile.TemporaryDirectory() as scratch:
        out = {
            "machine": {"processor": platform.processor() or platform.machine(), "python": platform.python_version()},
            "extraction_one_core": child(folder, "--part", "extraction", cores=1),
            "extraction_two_cores": child(folder, "--part", "extraction", "--threads", "2", cores=2),
            "ingest_sqlite": child(folder, "--part", "ingest", "--url", f"sqlite:///{scratch}/bench.db", cores=1),
            "start_up": start_up(),
        }
        if postgresql.is_installed():
            with postgresql.server() as server:
                out["ingest_postgresql"] = child(folder, "--part", "ingest", "--url", f"{server}/postgres", cores=1)
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
