"""The macros in the built workbook: our own source, and nothing an antivirus minds without cause."""

import re
from pathlib import Path

import pytest
from oletools.olevba import VBA_Parser
from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB
from pyopenvba.interpreter import parse_module
from pyopenvba.vba import decompress
from workbook.books import pack, sample

from jixiao.pack.loading import data_folder, load_pack, pack_names
from jixiao.pack.reviewer_file import load_reviewer_file
from jixiao.workbook.file.print_areas import SET_BY_US
from jixiao.workbook.written.vba import NOT_COMPILED, REVIEWER, sources, vba_project

DOCUMENT = Path(__file__).parents[3] / "docs" / "macros.zh-CN.md"
# What olevba calls suspicious in our file. Each is justified in docs/macros.zh-CN.md.
SUSPICIOUS = {
    "Environ",
    "Open",
    "Shell",
    "WScript.Shell",
    "Run",
    "MkDir",
    "CreateObject",
    "Hex Strings",
    "Base64 Strings",
}
PROGRAMS = {"excel.cmd", "jixiao.exe"}  # "indicators of compromise": names of executable files


@pytest.fixture(scope="module")
def parser() -> VBA_Parser:
    return VBA_Parser("sample.xlsm", data=sample())


def test_olevba_recovers_exactly_our_sources(parser):
    found = {name.removesuffix(".bas"): code for _, _, name, code in parser.extract_macros()}
    ours = {name: code for name, code in found.items() if name in sources()}
    assert {name: code.replace("\r\n", "\n") for name, code in ours.items()} == sources()
    documents = {name.removesuffix(".cls"): code for name, code in found.items() if name not in ours}
    assert all(line.startswith("Attribute ") for code in documents.values() for line in code.splitlines())


@pytest.mark.parametrize("name", sources())
def test_a_source_is_ascii_and_names_itself(name):
    assert sources()[name].isascii()
    assert sources()[name].startswith(f'Attribute VB_Name = "{name}"\nOption Explicit\n')


def test_no_macro_runs_by_itself_and_none_calls_the_system_directly():
    text = "\n".join(sources().values())
    assert not re.search(r"\bDeclare\b|\bPtrSafe\b", text)
    assert not re.search(r"\b(Auto_?(Open|Close|Exec|Exit|New)|(Workbook|Worksheet|Document)_\w+)\b", text)


def test_the_list_of_suspicious_words_is_known_and_each_is_justified(parser):
    found = list(parser.analyze_macros())
    assert {word for kind, word, _ in found if kind == "Suspicious"} == SUSPICIOUS
    assert {word for kind, word, _ in found if kind == "IOC"} == PROGRAMS
    assert {kind for kind, _, _ in found} <= {"Suspicious", "IOC", "Hex String", "Base64 String"}
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [word for word in SUSPICIOUS if f"`{word}`" not in text] == []
    assert [word for word in PROGRAMS if f"{word}`" not in text] == []


def test_the_project_depends_on_nothing_but_the_sources_and_the_number_of_sheets():
    first = vba_project(4)
    vba_project.cache_clear()
    assert vba_project(4) == first != vba_project(5)


def test_the_project_holds_sources_and_no_trace_of_compiled_code():
    """MS-OVBA 2.3.4.1: a project of no version, without a cache; every module's source begins at 0."""
    compound = CFB.from_bytes(vba_project(4))
    assert compound.get_stream_in_storage("VBA", "_VBA_PROJECT") == NOT_COMPILED == b"\xcc\x61\xff\xff\0\0\0"
    assert not [name for name in compound.list_streams_in_storage("VBA") if name.startswith("__SRP_")]
    modules = set(compound.list_streams_in_storage("VBA")) - {"dir", "_VBA_PROJECT"}
    assert len(modules) == len(sources()) + 5
    for name in modules:
        assert decompress(compound.get_stream_in_storage("VBA", name)).startswith(b"Attribute VB_Name")


@pytest.mark.parametrize("name", sources())
def test_a_source_is_sound_vba(name):
    """pyOpenVBA's parser stands in for Excel's compiler."""
    assert parse_module(sources()[name])


def test_every_button_and_its_twin_on_the_ribbon_have_a_macro():
    buttons, ribbon = sources()["JixiaoButtons"], sources()["JixiaoRibbon"]
    for button in pack().buttons.button:
        assert f"Public Sub {button.macro}()" in buttons
        assert f"Public Sub On{button.macro}(ByVal control As Object)" in ribbon


def test_the_macros_know_a_print_area_of_ours_by_the_name_that_a_workbook_has():
    assert f'.Names("{SET_BY_US}")' in sources()["JixiaoSheets"]


def test_every_word_that_a_macro_asks_for_is_there():
    asked = {word for text in sources().values() for word in re.findall(r'Word\("(\w+)"\)', text)}
    assert asked == set(pack().buttons.words) | {"box", "limit", "typed_in"}


def test_the_reviewers_macros_find_their_words_and_its_button_its_macro():
    file, shared = load_reviewer_file(data_folder("workbook_templates"))
    texts = sources(REVIEWER)
    asked = {word for text in texts.values() for word in re.findall(r'Word\("(\w+)"\)', text)}
    assert asked <= set(shared.words) | {"box", "limit", "typed_in"}
    assert f"Public Sub {file.button.macro}()" in texts["JixiaoButtons"]
    assert parse_module(texts["JixiaoButtons"])
    assert shared.words["folder_cell"] in {field.term for field in file.fields}


@pytest.mark.parametrize("name", pack_names())
def test_every_form_names_buttons_that_exist(name):
    known = [button.name for button in load_pack(name).buttons.button]
    sections = [section for sheet in load_pack(name).form.sheets for section in sheet.sections]
    [names] = [section.buttons for section in sections if hasattr(section, "buttons")]
    assert [name for name in known if name in names] == list(names)


def test_another_reader_of_projects_finds_the_same_modules(tmp_path):
    path = tmp_path / "sample.xlsm"
    path.write_bytes(sample())
    with ExcelFile(path) as book:
        assert set(sources()) < set(book.vba_modules())


def test_a_disk_that_takes_nothing_is_an_error_of_the_system(tmp_path, monkeypatch):
    vba_project.cache_clear()

    def refuse(self: Path, content: bytes) -> int:
        raise OSError(27, "File too large")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match="File too large"):
        vba_project(1)
