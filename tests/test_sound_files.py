"""Every Office file of ours passes the checks of Microsoft's Open XML SDK, as openxml-audit has them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from workbook.books import sample, saved, silent_sample, with_members

from jixiao.building.samples import samples
from jixiao.faces.excel.button import ANSWER_FILE, CHECK, serve
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pipeline import run
from jixiao.tracing import write_trace
from jixiao.uploading import upload_tables

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted(ROOT.glob("report_templates/*/*.docx"))
SHIPPED = [
    *(load_pack(name).workbook.with_suffix(ending) for name in pack_names() for ending in (".xlsm", ".xlsx")),
    *(file for sample in samples() for file in (sample.workbook, sample.report) if file.exists()),
]


def faults(content: bytes, ending: str, folder: Path) -> list[str]:
    """What is wrong with a file and with the workbooks inside it."""
    path = folder / f"file{ending}"
    path.write_bytes(content)
    found = [f"{error.part_uri} {error.description}" for error in OpenXmlValidator().validate(path).errors]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inner = [name for name in archive.namelist() if name.endswith(".xlsx")]
        return found + [fault for name in inner for fault in faults(archive.read(name), ".xlsx", folder)]


def test_a_fault_would_be_found(tmp_path):
    broken = with_members(TEMPLATES[0].read_bytes(), {"word/theme/theme1.xml": None})
    assert faults(broken, ".docx", tmp_path)


@pytest.mark.parametrize("template", sorted(ROOT.glob("report_templates/*/*.docx")), ids=lambda p: p.stem)
def test_a_template_is_sound(template, tmp_path):
    assert faults(template.read_bytes(), ".docx", tmp_path) == []


def test_all_that_a_run_leaves_is_sound(tmp_path):
    """Report with its charts and the workbooks in them, copy with comments, tables, answer."""
    done = run(saved(tmp_path, silent_sample()))
    assert done.report
    upload_tables(done.workbook, tmp_path / "系统填报.xlsx")
    write_trace(done)
    job = tmp_path / "jobs" / "20240510-120000-1"
    job.mkdir(parents=True)
    serve(CHECK, saved(job, silent_sample()), job, done.workbook)
    files = [*(file for file in tmp_path.iterdir() if file.is_file()), job / ANSWER_FILE]
    files.remove(done.workbook)  # takes longer than all others; see below
    assert len(files) == 5
    assert {file.name: faults(file.read_bytes(), file.suffix, tmp_path) for file in files} == {
        file.name: [] for file in files
    }


@pytest.mark.exhaustive
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_what_is_shipped_is_sound(file, tmp_path):
    assert faults(file.read_bytes(), file.suffix, tmp_path) == []


@pytest.mark.exhaustive
def test_a_whole_workbook_with_its_results_is_sound(tmp_path):
    done = run(saved(tmp_path, sample()))
    assert faults(done.workbook.read_bytes(), ".xlsm", tmp_path) == []
