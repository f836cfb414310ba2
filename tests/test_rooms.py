"""A stranger finds her way: one name stands for one thing, no circles, a test twin for each core module."""

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

TESTS, SOURCE = Path(__file__).parent, Path(__file__).parents[1] / "src"
ROOT = TESTS.parent
FILES = {".".join(file.relative_to(SOURCE).with_suffix("").parts): file for file in SOURCE.rglob("*.py")}
TWINNED = (
    "jixiao.relation.",
    "jixiao.checks.",
    "jixiao.methods.",
    "jixiao.scoring.",
    "jixiao.workbook.file.",
    "jixiao.documents.",
    "jixiao.importing.",
)


@cache  # not while tests are collected, which each worker does
def trees() -> dict[str, ast.Module]:
    return {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in FILES.items()}


def test_a_public_class_name_stands_for_one_thing():
    nodes = [node for tree in trees().values() for node in tree.body if isinstance(node, ast.ClassDef)]
    assert [
        name for name, n in Counter(node.name for node in nodes).items() if n > 1 and name[0] != "_"
    ] == []


def test_no_files_import_each_other_in_a_circle_type_checking_included():
    lines = {name: [i for i in ast.walk(t) if isinstance(i, ast.ImportFrom)] for name, t in trees().items()}
    used = {
        n: {f"{i.module}.{a.name}" for i in ls for a in i.names} | {i.module for i in ls}
        for n, ls in lines.items()
    }
    TopologicalSorter(
        {name: FILES.keys() & found for name, found in used.items()}
    ).prepare()  # raises CycleError


def test_every_module_of_the_core_has_a_test_twin():
    parts = [name.split(".")[1:] for name in FILES if name.startswith(TWINNED) and "__init__" not in name]
    twins = [TESTS.joinpath(*rooms, f"test_{module}.py") for *rooms, module in parts]
    assert [str(twin) for twin in twins if not twin.is_file()] == []


def layers() -> str:
    """The first contract of import-linter, in one line."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    first = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return " > ".join(first).replace("jixiao.", "")


def test_contributing_draws_the_layers_that_are_held():
    assert f"`{layers()}`" in " ".join((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())


def test_what_stands_in_no_layer_belongs_to_nobody_and_is_named_as_such():
    rooms = {name.split(".")[1] for name in FILES if "." in name and "__" not in name.split(".")[1]}
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    nobodys = re.search(r"^`files\.py`(.|\n)*?belong to nobody", text, re.MULTILINE)
    assert nobodys
    assert rooms - set(re.findall(r"\w+", layers())) == set(re.findall(r"`(\w+)\.py`", nobodys[0]))
