"""A broken data file of a pack ends every command in one sentence: file, line, reason, what to do."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pack.broken_files import BROKEN, BUILD, FROM, IMPORT, NEW, PACK, RULES, RUN, Broken

from jixiao.building import samples
from jixiao.faces.cli import main
from jixiao.pack import loading
from jixiao.pack.reasons import in_chinese

REAL = loading.data_folder
BOOK = REAL("samples") / "leiyang-2022.xlsm"
TEMPLATE = next((REAL("report_templates") / PACK).glob("*.docx"))


def test_a_key_that_is_known_elsewhere_is_not_offered_in_its_own_place():
    assert in_chinese("Object contains unknown field `name`").startswith("不认识“name”这一项")
    assert "是不是“name”" not in in_chinese("Object contains unknown field `name`")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the packs, to be spoilt; nothing is written elsewhere."""
    data = tmp_path_factory.mktemp("data")
    for name in ("workbook_templates", "report_templates"):
        shutil.copytree(REAL(name), data / name, ignore=shutil.ignore_patterns("*.xls*"))
    (data / "samples").mkdir()
    for ending in (".xlsm", ".toml"):
        shutil.copy2(BOOK.with_suffix(ending), data / "samples")
    return data


@pytest.fixture
def folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a pack. What a test spoils is as before afterwards: all else stays loaded."""
    before = _state(data)
    monkeypatch.setattr(loading, "data_folder", lambda name: data / name)
    monkeypatch.setattr(samples, "data_folder", lambda name: data / name)
    yield data / "workbook_templates" / PACK
    for file, _ in _state(data) ^ before:
        file.unlink(missing_ok=True)
        if (whole := REAL(file.relative_to(data).parts[0]).parent / file.relative_to(data)).exists():
            shutil.copy2(whole, file)  # with its time
    assert _state(data) == before


def _state(data: Path) -> set[tuple[Path, int]]:
    return {(file, file.stat().st_mtime_ns) for file in data.rglob("*") if file.is_file()}


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def jixiao(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run a command; its exit code, what it said, and what it complained about."""
    book = Path(shutil.copy(BOOK, tmp_path / "2022.xlsm"))
    words = {"out": tmp_path / "新.xlsm", "book": book, "tables": tables_of(tmp_path), "folder": data}

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["jixiao", *(text.format(**words) for text in arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return run


def tables_of(folder: Path) -> Path:
    path = folder / "表.xlsx"
    path.write_bytes(a_table())
    return path


@cache
def a_table() -> bytes:
    from openpyxl import Workbook

    book, content = Workbook(), BytesIO()
    book.active.append(["收入支出决算总表"])
    book.save(content)
    return content.getvalue()


def spoil(file: Path, old: str, new: str) -> int:
    """The line of the change."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    start = text.index(old)
    common = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: start + common].count("\n") + 1


@pytest.mark.parametrize(
    "broken",
    BROKEN,
    ids=lambda broken: f"{broken.file}: {broken.said}",
)
def test_a_broken_file_ends_in_one_sentence(folder: Path, jixiao: Command, broken: Broken):
    line = spoil(folder / broken.file, broken.old, broken.new) + broken.below
    code, out, complaint = jixiao(*broken.command)
    assert (code, out) == (2, "")
    assert complaint.count("\n") == 1
    assert broken.said in complaint
    named = re.escape(broken.file.rpartition("/")[2]) if "不存在" not in complaint else ".*"
    where = f"第{line}行" if line > 0 and named != ".*" else ""
    assert re.match(rf"表样文件“[\w./-]*{named}”{where}", complaint), (line, complaint)
    assert re.search("请|是不是|可以|应|不合 TOML", complaint)
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", complaint)  # nothing is left in English


@pytest.mark.parametrize(
    "command",
    [
        *(RULES, BUILD, NEW, FROM, RUN, IMPORT),
        *(
            ("check", "{book}"),
            ("check", "{book}", "--json"),
            ("verify", "{book}", "{book}"),
            ("demo", "{folder}/demo"),
        ),
        *(("template", "terms"), ("template", "lint", str(TEMPLATE)), ("rules", PACK, "--json")),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_every_command_ends_in_the_sentence(folder: Path, jixiao: Command, command: tuple[str, ...]):
    name = "department-final-accounts" if command is IMPORT else PACK
    spoil(folder.parent / name / "checks.toml", 'severity = "error"', 'severity = "fatal"')
    code, _, complaint = jixiao(*command)
    assert code == 2
    assert complaint.startswith("表样文件“workbook_templates/")
    assert complaint.count("\n") == 1
    assert "“severity”不能写“fatal”" in complaint


@pytest.mark.parametrize("content", [b"[[check]", None, "编码".encode("gbk")])
def test_a_file_that_cannot_be_read_is_named(folder: Path, jixiao: Command, content: bytes | None):
    file = folder / "checks.toml"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    code, _, complaint = jixiao(*RULES)
    assert code == 2
    assert "checks.toml”" in complaint
    assert re.search("请检查路径|选 UTF-8|不合 TOML", complaint)


def test_a_half_done_framework_stops_nobody_who_does_not_use_it(folder: Path, jixiao: Command):
    (folder / "frameworks" / "a-draft.toml").write_text('name = "草稿', encoding="utf-8")
    (folder / "frameworks" / "b-draft.toml").write_text('name = "草稿"\n[[indicator]]\n', encoding="utf-8")
    assert jixiao(*FROM)[0] == 0
    assert jixiao("check", "{book}")[0] == 1
    assert jixiao(*RUN)[0] == 1
    code, listed, _ = jixiao(*RULES)
    assert code == 0
    told = listed.partition("== 还不能用的评价指标体系\n")[2].splitlines()[:2]
    assert [line.partition("”")[0].rpartition("/")[2] for line in told] == ["a-draft.toml", "b-draft.toml"]
    code, _, complaint = jixiao(*BUILD)
    assert code == 2
    assert "a-draft.toml”第1行" in complaint


def test_a_workbook_of_a_sound_pack_does_not_mind_a_broken_form_beside_it(folder: Path, jixiao: Command):
    spoil(folder.parent / "department-final-accounts" / "form.toml", "[identity]", "[identity")
    assert jixiao("check", "{book}")[0] == 1


def test_the_watcher_says_the_sentence_and_goes_on(folder: Path, tmp_path: Path):
    from jixiao.faces.saved_workbook import checked, made

    spoil(folder / "checks.toml", 'severity = "error"', 'severity = "fatal"')
    book = Path(shutil.copy(BOOK, tmp_path / "2022.xlsm"))
    for examined in (checked(book), made(book, None)):
        assert examined.line.startswith("表样文件“workbook_templates/department-overall/checks.toml”第")


def test_the_names_of_the_sheets_that_the_build_adds_are_kept_for_them():
    from jixiao.pack.form_proof import TOOL_SHEETS
    from jixiao.workbook.live.colours import COLOUR_SHEET
    from jixiao.workbook.live.draft import DRAFT_SHEET
    from jixiao.workbook.sheets.code_sheet import CODE_SHEET

    assert {CODE_SHEET, DRAFT_SHEET, COLOUR_SHEET} == set(TOOL_SHEETS)
