import os
import socket
from pathlib import Path

import pytest

from factbase.errors import SourceError
from factbase.read.sources import Found, find


def names(top: Path, *sources: str | Path) -> list[str]:
    """What is found, relative to the folder; errors with their reason."""
    return [str(found).replace(f"{top}/", "") if isinstance(found, SourceError) else found.name.replace(f"{top}/", "")
            for found in find(sources or [top])]  # fmt: skip


def fill(top: Path, *files: str) -> None:
    for name in files:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("words")


def test_folders_are_read_below_and_in_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.html", "a/deep/er/c.jsonl.gz", "c", "10.txt")
    assert names(tmp_path) == ["10.txt", "a/deep/er/c.jsonl.gz", "a/z.html", "b.txt", "c"]


@pytest.mark.parametrize(
    "name",
    [".hidden.txt", ".git/config", "photo.JPG", "style.css", "table.csv", "a_files/b.html", "b_files/c.htm"],
)
def test_what_lies_beside_articles_is_left_out(tmp_path: Path, name: str) -> None:
    fill(tmp_path, "a.html", "b.htm", name)
    assert names(tmp_path) == ["a.html", "b.htm"]


def test_a_folder_ending_in_files_without_its_page_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "case_files/a.txt")
    assert names(tmp_path) == ["case_files/a.txt"]


def test_what_is_named_itself_is_found_whatever_its_name(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.txt", "table.csv")
    assert names(tmp_path, tmp_path / ".hidden.txt", tmp_path / "table.csv") == [".hidden.txt", "table.csv"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    fill(tmp_path, "a/one.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names(tmp_path) == ["a/one.txt", "self: cannot be read: too many levels of symbolic links"]


def test_folders_may_nest_deeper_than_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1_100):
        os.mkdir("d")  # noqa: PTH102 - relative, as an absolute path would be longer than the system takes
        os.chdir("d")
    os.chdir(tmp_path)
    found = [str(error) for error in find(["."])]
    os.chdir("/".join(["d"] * 1_099))
    for _ in range(1_100):  # pytest's own clean-up calls itself for each folder
        os.rmdir("d")  # noqa: PTH106 - as above
        os.chdir("..")
    assert found == [".: holds no article"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "does not exist"),
        ("broken.txt", "is a symbolic link to what does not exist"),
        ("empty", "holds no article"),
        ("pipe", "is a named pipe, not a file; send its text to standard input and read -"),
        ("socket", "is a socket, not a file"),
        ("nul\0.txt", "is no name that a file can have"),
        ("n" * 300, "cannot be read: file name too long"),
        ("file.txt/more", "cannot be read: not a directory"),
    ],
)
def test_what_is_no_file_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    fill(tmp_path, "file.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    (tmp_path / "empty").mkdir()
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        assert [str(found) for found in find([name, "file.txt"])][:1] == [f"{name}: {reason}"]


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_devices_are_not_read(device: str) -> None:
    assert [str(found) for found in find([device])] == [
        f"{device}: is a device, not a file; to read standard input, name -"
    ]


def test_addresses_are_not_fetched() -> None:
    assert [str(found) for found in find(["https://example.org/a"])] == [
        "https://example.org/a: is an address; save the page to a file and read that"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_gets_a_sentence(tmp_path: Path) -> None:
    fill(tmp_path, "a/b.txt", "c.txt")
    (tmp_path / "a").chmod(0)
    assert names(tmp_path) == ["a: cannot be read: permission denied", "c.txt"]
    (tmp_path / "a").chmod(0o700)


@pytest.mark.parametrize(
    ("path", "name", "stem", "suffix"),
    [
        (Path("saved/Page.HTML.gz"), "saved/Page.HTML.gz", "Page", ".html"),
        (Path("./a.b.txt"), "a.b.txt", "a.b", ".txt"),
        (Path("plain"), "plain", "plain", ""),
        (Path("plain.gz"), "plain.gz", "plain", ""),
        (Path(os.fsdecode(b"caf\xe9.txt")), "caf\\xe9.txt", "caf\\xe9", ".txt"),
        (None, "-", "-", ""),
    ],
)
def test_names(path: Path | None, name: str, stem: str, suffix: str) -> None:
    found = Found(path)
    assert (found.name, found.stem, found.suffix) == (name, stem, suffix)


def test_standard_input_is_a_dash() -> None:
    assert list(find(["-", Path("-")])) == [Found(None), Found(None)]
