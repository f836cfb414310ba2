"""Other programs that load a workbook and save it again, as scripts of offices do."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

MODULES = Path(__file__).parents[2] / "build" / "node" / "node_modules"  # filled by .ci/run
EXCELJS = """
const excel = require('exceljs'), [from, to] = process.argv.slice(1);
const book = new excel.Workbook();
book.xlsx.readFile(from).then(() => book.xlsx.writeFile(to));
"""
SHEETJS = """
const excel = require('xlsx'), [from, to] = process.argv.slice(1);
excel.writeFile(excel.readFile(from, {cellStyles: true, bookVBA: true}), to);
"""


def by_openpyxl(source: Path, target: Path) -> None:
    from openpyxl import load_workbook

    load_workbook(source).save(target)


def by_pandas(source: Path, target: Path) -> None:
    """A sheet is appended, as people do who summarise something."""
    import pandas as pd

    shutil.copy(source, target)
    with pd.ExcelWriter(target, engine="openpyxl", mode="a") as writer:
        pd.DataFrame({"单位": ["某局"], "金额": [1.5]}).to_excel(writer, sheet_name="汇总", index=False)


def by_wolfxl(source: Path, target: Path) -> None:
    from wolfxl import load_workbook

    load_workbook(str(source), modify=True).save(str(target))


def by_exceljs(source: Path, target: Path) -> None:
    _node(EXCELJS, source, target)


def by_sheetjs(source: Path, target: Path) -> None:
    _node(SHEETJS, source, target)


def has_wolfxl() -> bool:
    return find_spec("wolfxl") is not None


def has_node() -> bool:
    return shutil.which("node") is not None and all((MODULES / name).is_dir() for name in ("exceljs", "xlsx"))


def _node(script: str, source: Path, target: Path) -> None:
    command = ["node", "-e", script, str(source), str(target)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "NODE_PATH": str(MODULES)})
