"""What benchmarks print alike: precision, recall and F, and the scorer that lies beside the gold."""

import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from subprocess import run
from typing import Any

Row = dict[str, Any]


def prf(right: int, found: int, gold: int, *, digits: int = 4) -> dict[str, float]:
    """Precision, recall and F from 0 to 1; 0 where nothing was found or there is nothing to find."""
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, digits), "r": round(r, digits), "f": round(f, digits)}


def score_speakers(scorer: Path, split: Path, gold: Iterable[str], predictions: Iterable[str]) -> Row:
    """What score_speakers.py prints of predictions; both they and the gold are lines of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        for file, lines in zip(files, (gold, predictions), strict=True):
            file.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, *map(str, (scorer, split, *files)), "--json"]
        printed: Row = json.loads(run(command, check=True, capture_output=True, text=True).stdout)
    return printed
