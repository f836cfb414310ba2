"""The open workbook and its file say the same, and Excel is asked few times."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from live_engine import opened
from openpyxl import load_workbook
from slips.books import GENERATORS
from workbook.books import (
    Raw,
    Typed,
    after_run,
    pack,
    package_of,
    sample,
    silent,
    silent_sample,
    typed,
    with_text,
    without_live_cells,
)

from jixiao.building.samples import samples
from jixiao.building.workbook import built
from jixiao.identity import pack_of
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import State
from jixiao.pack.loading import load_pack
from jixiao.workbook.excel.open_book import OpenBook, defined, open_book
from jixiao.workbook.file.source import CellSource, SavedBook
from jixiao.workbook.reading.filled_workbook import Reading, read_facts
from jixiao.workbook.results.explanations import read_explanations

ODD: Mapping[str, Typed] = {
    "收入.事业": Raw("", ""),
    "收入.经营": "１２３．４５",
    "收入.其他": "346.08万元",
    "收入.上级补助": Raw('t="e"', "<f>1/0</f><v>#DIV/0!</v>"),
    "收入.附属单位上缴": Raw("", "<f>1+1</f>"),
    "收入.国有资本经营": Raw('t="str"', '<f>""</f><v></v>'),
    "收入.合计": Raw("", "<f>1+1</f><v>2</v>"),
    "支出.合计": Raw("", "<v>346.07999999999998</v>"),
    "支出.基本支出": Raw('t="b"', "<v>1</v>"),
    "支出.项目支出": "  ",
    "支出.经营": Decimal("1E+30"),
    "单位.年度": Raw('t="str"', "<f>2022</f><v>2022</v>"),
    "单位.简称": 208,
    "实有数.全额": Raw('t="e"', "<v>#N/A</v>"),
    "填报.日期": Raw("", "<v>45056.5</v>"),
    "社保基金.统筹层次": "县级\n统筹",
}


def facts(source: CellSource) -> Reading:
    return read_facts(source, pack_of(source))


def assert_equal_facts(content: bytes) -> None:
    file, screen = (
        facts(SavedBook(package_of(content))),
        facts(OpenBook(opened(content, "/书.xlsm"), Path("book.xlsm"))),
    )
    assert list(screen.record.walk()) == list(file.record.walk())
    assert (screen.record, screen.findings, screen.unit) == (file.record, file.findings, file.unit)
    assert screen.framework == file.framework


@pytest.mark.parametrize("name", [found.workbook.name for found in samples()])
def test_the_samples_say_the_same_from_their_file_and_from_the_screen(name):
    path = next(found.workbook for found in samples() if found.workbook.name == name)
    assert_equal_facts(path.read_bytes())


@pytest.mark.parametrize("pack_name", GENERATORS)
@pytest.mark.parametrize("seed", [3, 14])
def test_random_years_say_the_same_from_their_file_and_from_the_screen(pack_name, seed):
    loaded = load_pack(pack_name)
    assert_equal_facts(built(silent(loaded), loaded.form.framework, GENERATORS[pack_name](seed)))


def test_odd_cells_say_the_same_from_their_file_and_from_the_screen():
    book = typed(silent_sample(), ODD)
    states = {fact.state for fact in facts(SavedBook(package_of(book))).record.walk()}
    assert states == set(State) - {State.LOST, State.ABSENT}
    assert_equal_facts(book)


def test_a_lost_name_and_a_renamed_sheet_say_the_same():
    book = with_text(silent_sample(), "xl/workbook.xml", 'name="支出.合计"', 'name="x"')
    assert_equal_facts(with_text(book, "xl/workbook.xml", "收支总表", "收支（新）"))


def test_explanations_say_the_same(tmp_path):
    done = after_run(tmp_path, silent_sample())
    book = typed(done, {"校验结果.审核说明#1": "追加了预算\n有文件", "校验结果.审核说明#5": 7})
    sources = SavedBook(package_of(book)), OpenBook(opened(book, "/书.xlsm"), Path("book.xlsm"))
    file, screen = (read_explanations(source, pack()) for source in sources)
    assert file == screen
    assert sorted(written.text for written in file.values()) == ["7", "追加了预算\n有文件"]


def test_each_sheet_is_read_once():
    """Two reads, a third where a formula shows nothing; and the stamp."""
    book = opened(sample(), "/书.xlsm")
    source = OpenBook(book, Path("/书.xlsm"))
    facts(source)
    areas = [area for name, area in source.structure.names.items() if name in pack().vocabulary]
    content = without_live_cells(sample())
    file, formulas = load_workbook(BytesIO(content), data_only=True), load_workbook(BytesIO(content))
    entered = {area.sheet for area in areas}
    nothing = {
        area.sheet
        for area in areas
        for row in formulas[area.sheet].iter_rows()
        for cell in row
        if cell.data_type == "f" and not file[area.sheet][cell.coordinate].value
    }
    assert 0 < len(nothing) < len(entered)
    assert book.impl.app.reads <= 2 * len(entered) + len(nothing) + 2


def test_what_is_on_the_screen_counts_and_not_what_was_saved(tmp_path):
    path = tmp_path / "书.xlsm"
    path.write_bytes(silent_sample())
    book = opened(silent_sample(), str(path))
    place = facts(open_book(book)).record.fields["支出.合计"].place
    book.sheets[place.sheet].range(place.cell).value = 12.5
    assert facts(open_book(book)).record.fields["支出.合计"].value == 125000


def test_what_a_format_does_to_a_number_is_known():
    """An amount in a currency format keeps its digits; a ratio in per cent is read as people see it."""
    book = typed(silent_sample(), {"支出.合计": Decimal("12.34567"), "单位.简称": Decimal("0.965")})
    source = OpenBook(opened(book, "/书.xlsm"), Path("/书.xlsm"))
    for name, format_ in (("支出.合计", "¥#,##0.00"), ("单位.简称", "0.0%")):
        area = source.structure.names[name]
        source.book.sheets[area.sheet].range(area.cell).number_format = format_
    area = source.structure.names["支出.合计"]
    assert source.book.sheets[area.sheet].range(area.cell).value == Decimal("12.3457")
    fields = facts(source).record.fields
    assert (fields["支出.合计"].value, fields["单位.简称"].value) == (Decimal("123456.70"), "96.5%")


def test_a_workbook_that_is_calculated_by_hand_is_calculated_before_it_is_read():
    book = opened(silent_sample(), str(Path("/书.xlsm").absolute()))
    open_book(book)
    assert book.app.impl.calculated == 0
    book.app.calculation = "manual"
    open_book(book)
    assert (book.app.impl.calculated, book.app.calculation) == (1, "manual")


def test_a_workbook_that_was_never_saved_gets_a_sentence():
    with pytest.raises(UnusableInput, match=r"“工作簿1”还没有保存过.*另存为"):
        open_book(opened(silent_sample(), "工作簿1"))


def test_a_workbook_on_a_net_drive_without_a_local_folder_gets_a_sentence():
    book = opened(silent_sample(), "https://公司.sharepoint.com/书.xlsm")
    with pytest.raises(UnusableInput, match=r"“书.xlsm”存放在网盘上.*另存到本机"):
        open_book(book)


def test_a_workbook_of_another_kind_gets_a_sentence():
    other = with_text(silent_sample(), "xl/workbook.xml", 'name="表样.编号"', 'name="x"')
    with pytest.raises(UnusableInput, match="不是本工具的标准工作簿"):
        facts(OpenBook(opened(other, "/书.xlsm"), Path("/书.xlsm")))


def test_the_test_engine_hands_dates_and_errors_over_as_excel_does():
    source = OpenBook(opened(typed(silent_sample(), ODD), "/书.xlsm"), Path("/书.xlsm"))

    def handed_over(name: str) -> object:
        area = source.structure.names[name]
        return source.book.sheets[area.sheet].range(area.cell).raw_value

    assert handed_over("填报.日期") == datetime(2023, 5, 10, 12)
    assert handed_over("收入.上级补助") == -2146826281


@pytest.mark.parametrize(
    ("name", "local"),
    [("支出.合计", False), ("'收支总表 (2)'!支出.合计", True), ("收支总表!支出.合计", True)],
)
def test_a_name_of_one_sheet_comes_with_the_sheet_before_it(name, local):
    assert defined(name, "='表'!$B$3") == ("支出.合计", local, "'表'!$B$3")
