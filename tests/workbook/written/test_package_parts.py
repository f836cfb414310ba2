"""The built files as zips: content types and relationships complete, ids unique, code names consistent."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from pyopenvba import ExcelFile
from workbook.books import raw_members, sample, saved

from jixiao.building.workbook import MACROS, PLAIN, built, for_ending
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pipeline import run

TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
MAIN = {
    MACROS: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    PLAIN: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
BOOKS = [(name, ending) for name in pack_names() for ending in (MACROS, PLAIN)]


@pytest.fixture(scope="module", params=BOOKS, ids=lambda book: "".join(book))
def book(request: pytest.FixtureRequest) -> tuple[str, str, dict[str, bytes]]:
    name, ending = request.param
    pack = load_pack(name)
    path = pack.workbook.with_suffix(ending)
    return name, ending, members(built(for_ending(pack, path), pack.form.framework, Filling()))


def members(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as zipped:
        names = zipped.namelist()
        assert len(set(names)) == len(names)
        return {name: zipped.read(name) for name in names}


def relations(parts: dict[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    """Each relationship with the part that it leads to."""
    for name in (name for name in parts if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in etree.fromstring(parts[name]):
            target = relation.get("Target")
            yield (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target)),
                relation,
            )


def test_every_relationship_leads_to_a_part(book):
    inside = [part for part, relation in relations(book[2]) if relation.get("TargetMode") != "External"]
    assert [part for part in inside if part not in book[2]] == []


def test_every_part_is_led_to(book):
    led = {part for part, _ in relations(book[2])}
    assert [p for p in book[2] if p not in led and p != TYPES and not p.endswith(".rels")] == []


def test_the_ids_of_a_parts_relationships_are_unique(book):
    for name in (name for name in book[2] if name.endswith(".rels")):
        ids = [relation.get("Id") for relation in etree.fromstring(book[2][name])]
        assert len(set(ids)) == len(ids), name


def test_every_part_has_one_content_type_and_the_workbook_the_right_one(book):
    _, ending, parts = book
    root = etree.fromstring(parts[TYPES])
    endings = [e.get("Extension").lower() for e in root.iterfind("{*}Default")]
    overrides = {e.get("PartName"): e.get("ContentType") for e in root.iterfind("{*}Override")}
    assert len(set(endings)) == len(endings)
    assert [
        n for n in parts if n != TYPES and f"/{n}" not in overrides and n.rpartition(".")[2] not in endings
    ] == []
    assert [name for name in overrides if name.lstrip("/") not in parts] == []
    assert overrides["/xl/workbook.xml"] == MAIN[ending]


def test_only_the_one_with_buttons_has_macros_buttons_and_a_ribbon(book):
    _, ending, parts = book
    macros = {"xl/vbaProject.bin", "xl/drawings/vmlDrawing1.vml", "customUI/customUI.xml"}
    assert macros & set(parts) == (macros if ending == MACROS else set())


def test_code_names_are_those_of_the_project(book, tmp_path):
    _, ending, parts = book
    sheets = [n for n in parts if n.startswith("xl/worksheets/sheet")]
    names = [etree.fromstring(parts[n]).find("{*}sheetPr").get("codeName") for n in sheets]
    if ending == PLAIN:
        assert set(names) == {None}
        return
    (tmp_path / "book.xlsm").write_bytes(zipped(parts))
    with ExcelFile(tmp_path / "book.xlsm") as opened:
        documents = [m for m in opened.vba_modules() if not m.startswith("Jixiao")]
    assert sorted(documents) == sorted(["ThisWorkbook", *names])


def zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as out:
        for name, part in parts.items():
            out.writestr(name, part)
    return target.getvalue()


def test_ids_and_macros_of_the_ribbon_are_sound():
    root = etree.fromstring(members(sample())["customUI/customUI.xml"])
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    assert [b.get("label") for b in root.iter("{*}button")] == [
        "一键校验",
        "一键生成报告",
        "打开报告",
        "选择文件带入…",
        "读入评分表",
        "审核别人的报告…",
        "帮助",
    ]


def test_openpyxl_opens_both_twins(book):
    opened = load_workbook(BytesIO(zipped(book[2])), keep_vba=book[1] == MACROS)
    if opened.vba_archive:
        opened.vba_archive.close()
    texts = [cell.value for row in opened.worksheets[0] for cell in row if isinstance(cell.value, str)]
    assert any("不带宏" in text for text in texts) is (book[1] == PLAIN)


@pytest.mark.exhaustive  # test_build.py recalculates what is built
@pytest.mark.parametrize("ending", [MACROS, PLAIN])
def test_libreoffice_opens_both_twins(ending, office, tmp_path):
    pack = load_pack()
    path = tmp_path / f"book{ending}"
    path.write_bytes(built(for_ending(pack, path), pack.form.framework, Filling()))
    [read] = office.recalculate([path], tmp_path / "out")
    assert load_workbook(read).sheetnames == load_workbook(path).sheetnames


def test_a_run_leaves_macros_buttons_and_ribbon_byte_for_byte(tmp_path):
    path = saved(tmp_path, sample())
    run(path)
    before, after = raw_members(sample()), raw_members(path.read_bytes())
    kept = [n for n in before if n.endswith((".bin", ".vml", ".rels")) or n.startswith("customUI")]
    assert len(kept) > 4
    assert [name for name in kept if after[name] != before[name]] == []
