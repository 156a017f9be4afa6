"""Who may import whom, read from the source and not from what happens to be loaded."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "index").rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top-level packages a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


def importers(package: str) -> list[str]:
    """The files of index/ that import a package."""
    return [path.relative_to(ROOT).as_posix() for path in MODULES if package in imported(path)]


def test_the_sources_are_where_these_tests_look() -> None:
    assert ROOT / "index" / "library.py" in MODULES


@pytest.mark.parametrize("package", ["bot", "telegram", "config", "tests"])
def test_index_knows_nothing_of(package: str) -> None:
    assert importers(package) == []


@pytest.mark.parametrize(("package", "only"), [("pyvi", "index/words.py"), ("rank_bm25", "index/bm25.py")])
def test_one_module_alone_imports(package: str, only: str) -> None:
    assert importers(package) == [only]


def test_only_the_plot_imports_matplotlib() -> None:
    # few runs draw: the others need not spend a second and its memory
    assert importers("matplotlib") == ["index/plot.py"]


def test_only_the_tool_that_fits_weights_imports_scikit_learn() -> None:
    # importing it costs a second and 60 MB at every start
    assert importers("sklearn") == ["index/fit.py"]
