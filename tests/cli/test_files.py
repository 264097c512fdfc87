import os
import stat
import threading
from pathlib import Path

import pytest

from factbase.cli.files import replacing
from factbase.errors import FactbaseError


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with replacing(tmp_path / "new") as stream:
        stream.write(b"words")
        assert not (tmp_path / "new").exists()
    assert (tmp_path / "new").read_bytes() == b"words"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"before")
    old.chmod(0o640)
    with replacing(old) as stream:
        stream.write(b"after")
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode)) == (b"after", 0o640)


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt])
def test_trouble_leaves_what_was_there(tmp_path: Path, trouble: type[BaseException]) -> None:
    (tmp_path / "old").write_bytes(b"before")

    def write_half() -> None:
        with replacing(tmp_path / "old") as stream:
            stream.write(b"half")
            raise trouble

    with pytest.raises(trouble):
        write_half()
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("old", b"before")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    (tmp_path / "link").symlink_to("file")
    with replacing(tmp_path / "link") as stream:
        stream.write(b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"after"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    with replacing(tmp_path / "pipe") as stream:
        stream.write(b"words")
    reader.join()
    assert read == [b"words"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize("name", ["no/such/file", "."])
def test_a_file_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(FactbaseError, match="cannot be written"), replacing(tmp_path / name):
        pytest.fail("there is nothing to write to")
