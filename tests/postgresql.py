"""A PostgreSQL server for tests and benchmarks: data in a temporary folder, a free port of the loopback interface."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def is_installed() -> bool:
    return _programs() is not None


@contextmanager
def server() -> Iterator[str]:
    """Its URL, without the name of a database."""
    programs = _programs()
    assert programs, "PostgreSQL is not installed"
    user = _other_than_root()
    folder = Path(tempfile.mkdtemp(prefix="factbase-postgresql-"))
    if user:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    try:
        _run(programs / "initdb", "-D", data, "-U", "factbase", "-A", "trust", "-E", "UTF8", "--locale=C", user=user)
        _run(programs / "pg_ctl", "-D", data, "-o", settings, "-l", folder / "log", "-w", "start", user=user)
        yield f"postgresql://factbase@127.0.0.1:{port}"
    finally:
        if data.is_dir():
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop", user=user)
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl: on the path, else the newest that Debian installed."""
    on_path = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    found = Path(on_path) if on_path else next(reversed(installed), None)
    return found.parent if found else None


def _other_than_root() -> str | None:
    """PostgreSQL refuses to run as root; its own user or nobody will do. None where we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(program: Path, *options: str | Path, user: str | None) -> None:
    """Without pipes: what pg_ctl starts would keep them open."""
    done = subprocess.run(
        [program, *options],
        check=False,
        user=user,
        extra_groups=[] if user else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{program.name} failed"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
