"""What may import what, read from the source: the arrows of the design all go one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "factbase"

FORBIDDEN = {
    "document": ("factbase",),
    "errors": ("factbase",),
    **dict.fromkeys(
        ("read", "text", "extract", "linking", "resolve", "when", "stance", "suggest", "terms", "score"),
        ("factbase.store", "factbase.cli", "factbase.pipeline", "sqlmodel", "sqlalchemy", "click"),
    ),
    "store": ("factbase.extract", "factbase.resolve", "factbase.cli", "factbase.pipeline", "click"),
    "query": ("factbase.extract", "factbase.resolve", "factbase.cli", "factbase.pipeline", "click"),
    "export": ("sqlmodel", "sqlalchemy", "factbase.store", "factbase.query", "factbase.cli", "click"),
    "plot": ("sqlmodel", "sqlalchemy", "factbase.store", "factbase.query", "factbase.cli", "click"),
    "pipeline": ("click", "factbase.cli"),
}


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {module(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(path: Path, *, at_the_top: bool = False) -> Iterator[str]:
    """Absolute names of what a file imports; `at_the_top` leaves out what is imported inside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = _run_at_import(tree) if at_the_top else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            assert node.module
            # "from factbase.store import tables" imports the module tables, not what the package's front page gathers
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in SOURCES else node.module for name in names)


def _run_at_import(tree: ast.Module) -> Iterator[ast.AST]:
    for node in tree.body:
        if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
            yield node


@pytest.mark.parametrize("part", FORBIDDEN)
def test_arrows_go_one_way(part: str) -> None:
    of_part = [m for m in SOURCES if m == f"factbase.{part}" or m.startswith(f"factbase.{part}.")]
    assert of_part
    wrong = [
        f"{name} imports {found}"
        for name in of_part
        for found in imports(SOURCES[name])
        for banned in FORBIDDEN[part]
        if found == banned or found.startswith(f"{banned}.")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("library", "home"),
    [("click", "factbase.cli"), ("onnxruntime", "factbase.extract.tagger"), ("trafilatura", "factbase.read")],
)
def test_libraries_that_one_room_alone_knows(library: str, home: str) -> None:
    users = [m for m, path in SOURCES.items() if any(i.split(".")[0] == library for i in imports(path))]
    assert users
    assert [m for m in users if not (m == home or m.startswith(f"{home}."))] == []


@pytest.mark.parametrize("outside", ["training", "benchmarks", "tests", "torch"])
def test_the_program_needs_nothing_of_the_workshop(outside: str) -> None:
    assert [m for m, path in SOURCES.items() if any(i.split(".")[0] == outside for i in imports(path))] == []


def test_no_circles() -> None:
    graph = {
        name: {i for i in imports(path, at_the_top=True) if i in SOURCES and i != name}
        for name, path in SOURCES.items()
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_migrations_are_no_package() -> None:
    assert not (ROOT / "alembic" / "__init__.py").exists()
