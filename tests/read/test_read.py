"""The front page: everything that a command names, in order."""

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factbase.document import Document
from factbase.errors import SourceError
from factbase.read import count, read

PAGES = Path(__file__).parent / "pages"
TEXT = "Bridge closed\n\nThe minister said no.\n"
LINE = json.dumps({"text": TEXT}).encode()


def told(*sources: str | Path, stdin: bytes = b"", **given: str) -> list[str]:
    """The ids of documents, the sentences of errors."""
    return [
        found.id if isinstance(found, Document) else f"{Path(found.source).name}: {found.reason}"
        for found in read(sources, stdin=io.BytesIO(stdin), **given)
    ]


def test_a_mixed_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_bytes((PAGES / "herald.html").read_bytes())
    (tmp_path / "c.html.gz").write_bytes(gzip.compress((PAGES / "amp.html").read_bytes()))
    (tmp_path / "d.jsonl").write_bytes(LINE + b"\n{\n" + LINE)
    (tmp_path / "e").write_bytes((PAGES / "table-layout.html").read_bytes())
    (tmp_path / "f.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "g.txt").write_bytes(gzip.compress(TEXT.encode() * 99)[:-9])
    os.mkfifo(tmp_path / "h.txt")
    (tmp_path / "i.txt").write_text("Der Minister sagte am Freitag, er werde die Brücke nicht schließen. " * 5)
    (tmp_path / "j.txt").write_text("")
    (tmp_path / "k.txt").symlink_to("nowhere")
    (tmp_path / "l.txt").write_text(TEXT)
    assert told(tmp_path) == [
        "a",
        "b",
        "c",
        "d:1",
        "d.jsonl: line 2 is not JSON: expecting property name enclosed in double quotes at character 2",
        "d:3",
        "e",
        "f.txt: is a PDF document, not text",
        "g.txt: is a gzip file that breaks off before its end",
        "h.txt: is a named pipe, not a file; send its text to standard input and read -",
        "i.txt: is not in English: its language is 'de'",
        "j.txt: is empty",
        "k.txt: is a symbolic link to what does not exist",
        "l",
    ]


@pytest.mark.parametrize(
    ("stdin", "reader", "id_"),
    [
        (TEXT.encode(), "text 1", "-"),
        (gzip.compress(TEXT.encode(), mtime=0), "text 1", "-"),
        (LINE, "jsonl 1", "-:1"),
        ((PAGES / "amp.html").read_bytes(), "html 1", "-"),
    ],
)
def test_standard_input_is_told_by_its_look(stdin: bytes, reader: str, id_: str) -> None:
    (document,) = read(["-"], stdin=io.BytesIO(stdin))
    assert isinstance(document, Document)
    assert (document.reader.startswith(reader), document.id) == (True, id_)


def test_nothing_on_standard_input() -> None:
    assert told("-") == ["-: is empty"]


def test_the_programs_own_standard_input() -> None:
    program = "from factbase.read import read; [d] = read(['-']); print(d.title)"
    ran = subprocess.run([sys.executable, "-c", program], input=TEXT, capture_output=True, text=True, check=True)
    assert ran.stdout == "Bridge closed\n"


def test_what_is_given_is_of_every_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    sources = [tmp_path / "a.txt", PAGES / "herald.html"]
    for document in read(sources, published="2024-05-17", outlet="The Post", url="https://post.example/17"):
        assert isinstance(document, Document)
        assert (document.published, document.published_from) == ("2024-05-17", "option")
        assert (document.outlet, document.url) == ("The Post", "https://post.example/17")


@pytest.mark.parametrize(
    ("published", "reason"),
    [
        ("2199-01-01", "has the date of publication 2199-01-01, which is in the future"),
        ("May", "has the date of publication 'May', not one like 2024-05-17 or 2024-05-17T21:00:00Z"),
    ],
)
def test_a_date_that_cannot_be(published: str, reason: str) -> None:
    assert told("-", stdin=TEXT.encode(), published=published) == [f"-: {reason}"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"word " * 10_000_000, "is larger than 5 MB, too much for one article"),
        ("a.html", b"<html>" + b"<p>No.</p>" * 3_000_000, "is larger than 20 MB, too much for one article"),
        ("a.txt", "Bridge".encode("utf-16-le"), "is binary, not text"),
        ("a.txt", b"No" * 3_000 + b"\0", "is binary: its text holds NUL characters"),
        (
            "a.txt.gz",
            gzip.compress(gzip.compress(b"No", mtime=0), mtime=0),
            "is a gzip file inside a gzip file, not text",
        ),
        ("a.html", b"", "is empty"),
    ],
)
def test_one_sentence_for_each(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert told(tmp_path / name) == [f"{name}: {reason}"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert told(tmp_path) == ["a.txt: cannot be read: permission denied"]


def test_a_file_that_the_system_fails_to_read() -> None:
    path = Path("/proc/self/mem")  # a regular file whose first byte is no readable memory
    if not path.exists():
        pytest.skip("only Linux has such a file")
    assert told(path) == ["mem: cannot be read: input/output error"]


def test_one_article_at_a_time(tmp_path: Path) -> None:
    """The first article is there before the second is read."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as stdin, os.fdopen(writing, "wb", buffering=0) as feed:
        feed.write(LINE + b" " * 40_000 + b"\n")
        feed.write(LINE[:20] + b"\n")
        feed.close()
        documents = read(["-"], stdin=stdin)
        assert isinstance(next(documents), Document)
        assert isinstance(next(documents), SourceError)
        documents.close()  # type: ignore[attr-defined]  # read is a generator


@pytest.mark.parametrize(
    ("names", "total"),
    [
        (["a.txt", "b.html"], 2),
        (["a.txt", "missing.txt"], 2),
        (["."], 2),
        (["-"], None),
        (["a.txt", "c/d.jsonl.gz"], None),
        ([], 0),
    ],
)
def test_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str], total: int | None) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(TEXT)
    if "c/d.jsonl.gz" in names:
        (tmp_path / "c").mkdir()
        (tmp_path / "c" / "d.jsonl.gz").write_text(TEXT)
    assert count(names) == total


def test_start_up_imports_nothing_heavy() -> None:
    heavy = {"trafilatura", "htmldate", "lxml", "py3langid", "numpy", "charset_normalizer"}
    program = "import sys, factbase.read; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert heavy.isdisjoint(ran.stdout.split())
