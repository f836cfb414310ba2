"""A stranger finds her way: one name stands for one thing, no circles, a test twin for each core module."""

from __future__ import annotations

import ast
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "jixiao"
FILES = {
    ".".join(("jixiao", *path.relative_to(SOURCE).with_suffix("").parts)): path
    for path in SOURCE.rglob("*.py")
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}
TWINNED = ("relation", "checks", "scoring", "workbook/file")


def test_a_public_class_name_stands_for_one_thing():
    names = [node.name for tree in TREES.values() for node in tree.body if isinstance(node, ast.ClassDef)]
    assert [name for name, times in Counter(names).items() if times > 1 and not name.startswith("_")] == []


def test_no_files_import_each_other_in_a_circle_type_checking_included():
    TopologicalSorter({name: _imported(tree) for name, tree in TREES.items()}).prepare()  # raises CycleError


def _imported(tree: ast.Module) -> set[str]:
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    named = {f"{node.module}.{alias.name}" for node in froms for alias in node.names}
    return FILES.keys() & (named | {str(node.module) for node in froms})


def test_every_module_of_the_core_has_a_test_twin():
    modules = [path for room in TWINNED for path in (SOURCE / room).rglob("*.py") if path.stem != "__init__"]
    twins = [ROOT / "tests" / path.relative_to(SOURCE).with_name(f"test_{path.name}") for path in modules]
    assert [str(twin.relative_to(ROOT)) for twin in twins if not twin.is_file()] == []
