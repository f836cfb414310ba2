import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from balanced import Year
from live_twins import shortened
from openpyxl import Workbook, load_workbook
from volume import ALL, volume
from workbook.books import sample as made_before
from workbook.books import silent_pack

from jixiao.model.fact import Record
from jixiao.model.filling import Entry, Filling
from jixiao.pack.computed import record_of
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import CellRole, address
from jixiao.workbook.written.build import build_workbook
from jixiao.workbook.written.cell_contents import FillingError


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def blank(pack: Pack) -> bytes:
    return built(pack)


@pytest.fixture(scope="module")
def sample(pack: Pack) -> Filling:
    return read_filling(data_folder("samples") / "leiyang-2022.toml", pack)


def built(pack: Pack, filling: Filling | None = None) -> bytes:
    return build_workbook(pack, pack.framework(pack.form.framework), filling)


def with_entry(term: str, entry: Entry) -> bytes:
    """Without live sheets, which are six sevenths of a workbook."""
    return built(silent_pack(), Filling({term: entry}))


@lru_cache(maxsize=2)  # nobody changes what all look at
def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def cell(book: Workbook, name: str):
    sheet, reference = next(iter(book.defined_names[name].destinations))
    return book[sheet][reference.replace("$", "").partition(":")[0]]


def members(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def raw_cell(content: bytes, sheet: int, where: str) -> str:
    part = members(content)[f"xl/worksheets/sheet{sheet}.xml"].decode()
    found = re.search(rf'<c r="{where}"[^>]*?(/>|>.*?</c>)', part)
    assert found
    return found[0]


def values(record: Record) -> Iterator[tuple[str, object]]:
    return ((fact.term, fact.value) for fact in record.walk() if fact.value is not None)


def test_building_twice_gives_the_same_bytes(pack: Pack, sample: Filling) -> None:
    assert built(pack, sample) == made_before()


def test_each_framework_of_a_pack_is_laid_out_by_itself(pack: Pack) -> None:
    term = pack.form.identity["framework"]
    for name in pack.framework_names:
        framework = pack.framework(name)
        assert cell(opened(build_workbook(silent_pack(), framework)), term).value == framework.name


def test_it_says_that_it_may_hold_macros(blank: bytes) -> None:
    types = members(blank)["[Content_Types].xml"]
    assert b"macroEnabled.main+xml" in types
    assert b"spreadsheetml.sheet.main+xml" not in types


def test_what_is_filled_in_is_what_is_read(pack: Pack, sample: Filling, tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsm"
    path.write_bytes(made_before())
    reading = read_facts(saved_book(path), pack)
    assert set(values(record_of(sample, pack))) <= set(values(reading.record))
    assert reading.findings == ()


def test_every_sheet_is_protected_without_a_password(blank: bytes) -> None:
    for sheet in opened(blank).worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None


def test_only_entry_cells_are_open(pack: Pack, blank: bytes) -> None:
    book = opened(blank)
    layout = lay_out(pack.form, pack.framework(pack.form.framework), pack.codes)
    for sheet in layout.sheets:
        for slot in sheet.slots:
            locked = book[sheet.name][address(slot.box.top, slot.box.left)].protection.locked
            assert locked is (slot.role not in (CellRole.ENTRY, CellRole.REMARK)), slot


def test_an_amount_keeps_its_digits() -> None:
    """XlsxWriter alone would make 9.199999999999999 of it."""
    assert "<v>9.2</v>" in raw_cell(with_entry("收入.事业", Decimal("9.20")), 3, "B9")


def test_an_amount_too_long_for_a_float_is_kept_as_text() -> None:
    digits = "12345678901234567.89"
    assert cell(opened(with_entry("收入.事业", Decimal(digits))), "收入.事业").value == digits


def test_text_is_never_a_formula() -> None:
    found = cell(opened(with_entry("单位.名称", "=1+1")), "单位.名称")
    assert (found.value, found.data_type) == ("=1+1", "s")


def test_a_date_is_a_date() -> None:
    found = cell(opened(with_entry("填报.日期", date(2023, 5, 10))), "填报.日期")
    assert found.is_date
    assert found.number_format == "yyyy-m-d"


def test_a_code_is_text() -> None:
    row = Filling({"功能分类.编码": Decimal(208)})
    found = cell(opened(built(silent_pack(), Filling(groups={"功能分类": (row,)}))), "功能分类.编码")
    assert (found.value, found.number_format) == ("208", "@")


def test_a_note_becomes_a_comment_on_its_cell() -> None:
    filling = Filling({"收入.事业": Decimal(1)}, notes={"收入.事业": "推算"})
    assert "推算" in cell(opened(built(silent_pack(), filling)), "收入.事业").comment.text


def test_an_initial_value_gives_way_to_the_filling(pack: Pack, blank: bytes) -> None:
    term = pack.form.units.term
    assert cell(opened(blank), term).value == "万元"
    assert cell(opened(with_entry(term, "元")), term).value == "元"


def test_an_indicator_row_finds_its_indicator_by_its_key(pack: Pack) -> None:
    indicator = pack.framework(pack.form.framework).indicators[2]
    row = Filling({"指标自评.编号": indicator.id, "指标自评.依据": "文件"})
    book = opened(built(silent_pack(), Filling(groups={"指标自评": (row,)})))
    assert cell(book, "指标自评.依据").offset(row=2).value == "文件"


@pytest.mark.parametrize(
    "filling",
    [
        Filling({"没有.这个": "1"}),
        Filling({"执行率.年初预算": Decimal(1)}),
        Filling(groups={"内设股室": tuple(Filling({"内设股室.名称": "股"}) for _ in range(21))}),
        Filling(groups={"指标自评": (Filling({"指标自评.编号": "没有"}),)}),
        Filling({"单位.名称": "长" * 40000}),
    ],
    ids=["unknown term", "computed cell", "too many rows", "unknown indicator", "longer than a cell"],
)
def test_an_entry_without_a_cell_is_refused(filling: Filling) -> None:
    with pytest.raises(FillingError):
        built(silent_pack(), filling)


def test_a_computed_cell_holds_its_formula_and_its_value() -> None:
    filling = Filling({"支出.合计": Decimal("50"), "整体预算.年初预算数": Decimal("200")})
    content = built(silent_pack(), filling)
    assert "支出.合计/整体预算.年初预算数" in cell(opened(content), "执行率.年初预算").value
    calculated = load_workbook(BytesIO(content), data_only=True)
    assert cell(calculated, "执行率.年初预算").value == 0.25


def test_a_computed_cell_is_blank_while_one_of_its_inputs_is() -> None:
    content = built(silent_pack(), Filling({"一般公共预算.支出": Decimal("50")}))
    formula = "COUNTA(一般公共预算.支出,上年一般公共预算.支出)<2"
    assert formula in cell(opened(content), "一般公共预算增减额.支出").value
    calculated = load_workbook(BytesIO(content), data_only=True)
    assert not cell(calculated, "一般公共预算增减额.支出").value


def test_a_formula_in_a_table_speaks_of_its_own_row(blank: bytes) -> None:
    found = cell(opened(blank), "楼堂馆所.规模控制率").offset(row=1)
    assert re.search(rf"[A-Z]+{found.row}/[A-Z]+{found.row}\b", found.value)


def test_a_score_that_adds_up_another_table_is_blank_in_a_blank_row() -> None:
    content = built(silent_pack(), Year(1).filling())
    total = load_workbook(BytesIO(content), data_only=True)["项目绩效"][
        cell(opened(content), "项目自评.总分").coordinate
    ]
    below = [total.offset(row=number).value for number in range(30)]
    assert [isinstance(value, float | int) for value in below] == [True] * 6 + [False] * 24
    assert total.number_format == "0.00"


def test_a_formula_without_result_is_blank_and_not_uncalculated(blank: bytes) -> None:
    assert re.search(r' t="str"><f>.*</f><v></v>', raw_cell(blank, 3, "B39"))


def test_a_closed_list_refuses_other_words_and_an_open_one_takes_them(blank: bytes) -> None:
    book = opened(blank)
    rules = {
        str(rule.sqref): rule.showErrorMessage for rule in book["单位概况"].data_validations.dataValidation
    }
    assert rules[cell(book, "单位.金额单位").coordinate] is True
    assert not rules[cell(book, "单位.机构类型").coordinate]


def test_codes_are_offered_from_the_code_sheet(pack: Pack, blank: bytes) -> None:
    rules = opened(blank)["功能分类"].data_validations.dataValidation
    assert {"功能分类科目.编码", "功能分类科目.名称"} == {rule.formula1 for rule in rules if rule.formula1}
    codes = pack.codes["功能分类科目"].codes
    assert cell(opened(blank), "功能分类科目.编码").value == next(iter(codes))


def test_the_state_says_that_nothing_was_checked_yet(blank: bytes) -> None:
    texts = [
        found.value for row in load_workbook(BytesIO(blank), data_only=True)["填报说明"] for found in row
    ]
    assert texts.count("尚未校验") == 1


def test_levels_of_findings_are_coloured_to_the_last_row(blank: bytes) -> None:
    book = opened(blank)
    column = cell(book, "校验结果.级别").column_letter
    ranges = [str(area.sqref) for area in book["校验结果"].conditional_formatting]
    assert ranges == [f"{column}{cell(book, '校验结果.级别').row}:{column}2000"]


def half_filled(filling: Filling) -> Filling:
    """Last year is declared not to exist, and some figures that others are computed from are blank."""
    blank = ("上年一般公共预算", "整体预算.年初预算数", "实有数.合计")
    kept = {term: entry for term, entry in filling.entries.items() if not term.startswith(blank)}
    return Filling({**kept, "没有的业务.上年数": "无"}, filling.groups)


MOST_ROWS = 60 if ALL else 24  # that these fill
FILLINGS: dict[str, Callable[[Filling], Filling]] = {
    "the sample": lambda sample: sample,
    "a year with projects": lambda _: Year(1).filling("万元"),
    "a sample half filled": half_filled,
}
TRIED = tuple(FILLINGS)[: volume(3, 1)]


@pytest.fixture(scope="module")
def computed(
    pack: Pack, sample: Filling, office: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, Path]]:
    """Ours and theirs of each filling; of fewer rows, for what they cost grows with the square of these."""
    folder = tmp_path_factory.mktemp("computed")
    short = shortened(pack, MOST_ROWS)
    for name in TRIED:
        (folder / f"{name}.xlsm").write_bytes(built(short, FILLINGS[name](sample)))
    ours = [folder / f"{name}.xlsm" for name in TRIED]
    theirs = office.recalculate(ours, folder / "out")
    return dict(zip(TRIED, zip(ours, theirs, strict=True), strict=True))


@pytest.mark.volume
@pytest.mark.parametrize("filling", TRIED)
def test_a_spreadsheet_program_computes_what_we_wrote(
    computed: dict[str, tuple[Path, Path]], filling: str
) -> None:
    path, recalculated = computed[filling]
    ours = load_workbook(path, data_only=True)
    theirs = load_workbook(recalculated, data_only=True)
    for sheet in load_workbook(path).worksheets:
        for found in (found for row in sheet for found in row if found.data_type == "f"):
            place = sheet.title, found.coordinate
            wanted, got = (book[place[0]][place[1]].value for book in (ours, theirs))
            assert (got or "") == pytest.approx(wanted or ""), place
