"""Which files the sources of a command name: files, folders, standard input."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factbase.errors import SourceError

# What lies beside articles in a folder and holds none. Such a file is read only where it is named itself.
ASIDE = re.compile(
    r"""\.(?: avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp | m4a|mov|mp3|mp4|ogg|wav|webm | otf|ttf|woff2?
    | css|js|map|mjs|py|sh|sql | csv|ini|toml|tsv|xlsx|xml|ya?ml )""",
    re.IGNORECASE | re.VERBOSE,
)
SPECIAL = {
    stat.S_IFIFO: "is a named pipe, not a file; send its text to standard input and read -",
    stat.S_IFSOCK: "is a socket, not a file",
    stat.S_IFCHR: "is a device, not a file; to read standard input, name -",
    stat.S_IFBLK: "is a device, not a file",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file, or standard input, which has no path."""

    path: Path | None

    @property
    def name(self) -> str:
        """The path as it is shown and stored, "-" for standard input."""
        return shown(self.path) if self.path else "-"

    @property
    def stem(self) -> str:
        """ "page" for "saved/page.html.gz", "-" for standard input."""
        return Path(shown(self._unpacked)).stem if self.path else "-"

    @property
    def suffix(self) -> str:
        """ ".html" for "saved/Page.HTML.gz", nothing for standard input."""
        return self._unpacked.suffix.lower()

    @property
    def _unpacked(self) -> Path:
        path = self.path or Path()
        return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def find(sources: Iterable[str | Path]) -> Iterator[Found | SourceError]:
    """Every file that the sources name, folders recursively and sorted; an error for each that is no file.

    Hidden files, a folder that comes a second time (by a symbolic link) and the pictures and scripts that a browser
    saves beside a page are left out.
    """
    for source in sources:
        if str(source) == "-":
            yield Found(None)
        elif str(source).startswith(("http://", "https://")):
            yield SourceError(str(source), "is an address; save the page to a file and read that")
        else:
            yield from _below(Path(source))


def shown(path: Path) -> str:
    """The path as text; a name that is no UTF-8 keeps its odd bytes as "\\xff"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _below(top: Path) -> Iterator[Found | SourceError]:
    # A stack and no recursion: folders nest deeper than Python's calls.
    waiting, seen, empty = [top], set[tuple[int, int]](), True
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                empty = False
                yield _file(path, status.st_mode)
            elif (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting += reversed(_entries(path))
        except OSError as error:
            empty = False
            yield SourceError(shown(path), _absent(path, error))
        except ValueError:  # os.stat refuses a name with a NUL character
            empty = False
            yield SourceError(shown(path), "is no name that a file can have")
    if empty:
        yield SourceError(shown(top), "holds no article")


def _file(path: Path, mode: int) -> Found | SourceError:
    if stat.S_ISREG(mode):
        return Found(path)
    return SourceError(shown(path), SPECIAL.get(stat.S_IFMT(mode), "is not a file"))


def _entries(folder: Path) -> list[Path]:
    names = sorted(entry.name for entry in folder.iterdir())
    pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
    beside = {f"{stem}_files" for stem in pages}  # what a browser saves with "page.html" lies in "page_files"
    return [
        folder / name
        for name in names
        if not name.startswith(".") and name not in beside and not ASIDE.fullmatch(Path(name).suffix)
    ]


def _absent(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a symbolic link to what does not exist" if path.is_symlink() else "does not exist"
    return why(error)


def why(error: OSError) -> str:
    """ "cannot be read: permission denied"."""
    return f"cannot be read: {(error.strerror or str(error)).lower()}"
