"""A filled workbook, read into facts and into findings about what could not be read."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from volume import volume
from workbook.books import (
    BALANCED,
    Raw,
    Typed,
    book_with,
    cell_xml,
    fact,
    pack,
    package_of,
    part_of,
    read,
    saved,
    silent_sample,
    structure_of,
    typed,
    with_members,
    with_text,
    without_live_cells,
)
from workbook.books import silent_sample as sample

from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind, State
from jixiao.model.outcome import Outcome, Severity

BOOK = "xl/workbook.xml"
AMOUNTS = [t for t in pack().vocabulary.values() if t.kind is Kind.AMOUNT and not t.path and not t.formula]
CENTS = st.integers(0, 10**11).map(lambda cents: Decimal(cents) / 100)


def findings(cells: dict[str, Typed], book: bytes | None = None) -> list[tuple[str, Severity, str]]:
    """What is said about the sample after somebody typed into its cells."""
    found = read(typed(book or sample(), cells)).findings
    return [(finding.id, finding.severity, str(finding.place)) for finding in found]


def facts(book: bytes) -> list[tuple[str, object, Decimal, State]]:
    return [(fact.term, fact.value, fact.quantum, fact.state) for fact in read(book).record.walk()]


@pytest.mark.parametrize("name", ["leiyang-2022", BALANCED])
def test_the_samples_are_read_without_a_remark(name):
    assert read(sample(name)).findings == ()


def test_amounts_are_read_in_yuan_with_cell_and_precision():
    total = fact(sample(), "支出.合计")
    assert (total.value, total.quantum) == (Decimal(3460800), Decimal(100))
    assert (total.place.sheet, total.label, total.typed) == ("收支总表", "本年支出合计（本年数）", "346.08")


def test_texts_years_and_dates_are_read():
    record = read(sample()).record
    assert record.fields["单位.简称"].value == "我中心"
    assert record.fields["单位.年度"].value == 2022
    assert record.fields["填报.日期"].value == date(2023, 5, 10)


def test_rows_of_a_table_come_in_sheet_order_with_their_key():
    rows = read(sample()).record.groups["内设股室"]
    assert [row.key for row in rows][:2] == ["办公室", "医疗待遇审核股"]


def test_a_gap_between_rows_is_no_row():
    book = typed(sample(), {"内设股室.名称#2": Raw("", ""), "内设股室.名称#15": "新股"})
    rows = read(book).record.groups["内设股室"]
    assert [row.key for row in rows][:2] == ["办公室", "老工伤股"]
    assert rows[-1].key == "新股"


@pytest.mark.parametrize(
    ("cells", "table"),
    [
        ({"项目明细.项目名称": "无", "项目明细.预算数": 0, "项目明细.支出数": 0}, "项目明细"),
        ({"楼堂馆所.项目名称": "（本单位没有）"}, "楼堂馆所"),
        ({"楼堂馆所.预算投资": 0, "楼堂馆所.实际投资": "-"}, "楼堂馆所"),
    ],
)
def test_a_row_that_says_there_is_none_is_no_row_and_that_is_told(cells: dict[str, Typed], table: str):
    reading = read(typed(sample(), cells))
    assert reading.record.groups[table] == ()
    assert reading.missing == ()
    assert [finding.id for finding in reading.findings] == ["READ-23"]
    assert "按没有这一行处理" in reading.findings[0].message


def test_only_used_instances_of_a_block_are_records():
    (fund,) = read(sample()).record.groups["社保基金"]
    assert fund.key == "工伤保险基金"
    assert fund.groups["社保基金.支出项目"][0].key == "工伤保险待遇支出"


def test_a_second_fund_is_a_second_record():
    book = typed(sample(), {"社保基金_2.名称": "失业保险基金", "社保基金_2.收入合计": 5})
    second = read(book).record.groups["社保基金"][1]
    assert second.fields["社保基金.收入合计"].value == 50000


def test_blank_zero_text_error_never_calculated_and_lost_are_told_apart():
    cells = {
        "整体预算.调整数": Raw("", ""),
        "收入.经营": 0,
        "收入.其他": "见附表",
        "收入.上级补助": Raw('t="e"', "<f>1/0</f><v>#DIV/0!</v>"),
        "收入.国有资本经营": Raw("", "<f>1+1</f>"),
    }
    book = with_text(typed(sample(), cells), BOOK, 'name="收入.附属单位上缴"', 'name="x"')
    states = [fact(book, name).state for name in (*cells, "收入.附属单位上缴")]
    expected = [State.BLANK, State.FILLED, State.TEXT, State.ERROR, State.UNCALCULATED, State.LOST]
    assert states == expected


@pytest.mark.parametrize(
    ("typed_in", "id_", "severity"),
    [
        ("346.08元", "READ-01", Severity.NOTE),
        ("—", "READ-01", Severity.NOTE),
        ("见附表", "READ-02", Severity.ERROR),
        ("1234,567", "READ-02", Severity.ERROR),
        (Raw('t="e"', "<v>#REF!</v>"), "READ-03", Severity.ERROR),
        (Raw("", "<f>SUM(A1:A2)</f><v/>"), "READ-04", Severity.ERROR),
        (-1, "READ-07", Severity.ERROR),
        (Decimal("1E+30"), "READ-12", Severity.ERROR),
    ],
)
def test_what_is_wrong_with_an_amount_is_a_finding_at_its_cell(typed_in, id_, severity):
    place = str(fact(sample(), "支出.合计").place)
    assert findings({"支出.合计": typed_in}) == [(id_, severity, place)]


def test_a_note_counts_as_read_and_an_error_as_not_checked():
    (note,) = read(typed(sample(), {"支出.合计": "346.08"})).findings
    (error,) = read(typed(sample(), {"支出.合计": "见附表"})).findings
    assert (note.outcome, error.outcome) == (Outcome.PASSED, Outcome.NOT_CHECKED)


@pytest.mark.parametrize(
    ("term", "typed_in", "id_"),
    [
        ("填报.日期", "五月", "READ-05"),
        ("实有数.全额", Decimal("27.5"), "READ-06"),
        ("单位.金额单位", "千元", "READ-08"),
        ("社保基金.统筹层次", "乡级统筹", "READ-08"),
        ("单位.年度", 44562, "READ-13"),
    ],
)
def test_other_cells_have_findings_of_their_own(term, typed_in, id_):
    assert [found[0] for found in findings({term: typed_in})] == [id_]


def test_a_required_cell_is_only_missed_in_rows_that_are_used():
    reading = read(typed(sample(), {"功能分类.金额#30": 5}))
    assert [fact.term for fact in reading.missing] == ["功能分类.编码", "功能分类.名称"]
    assert reading.findings == ()


def test_a_required_cell_that_is_blank_is_missed():
    assert [fact.term for fact in read(typed(sample(), {"单位.名称": Raw("", "")})).missing] == ["单位.名称"]


def test_what_is_declared_not_to_exist_is_a_zero_where_it_is_blank():
    book = typed(sample(), {"没有的业务.结转结余": "无", "结转结余.年初": Raw("", ""), "结转结余.年末": 5})
    opening, closing = fact(book, "结转结余.年初"), fact(book, "结转结余.年末")
    assert (opening.state, opening.number) == (State.DECLINED, 0)
    assert (closing.state, closing.number) == (State.FILLED, 50000)


@pytest.mark.parametrize(("unit", "yuan"), [("元", "346.08"), ("万元", "3460800.00")])
def test_the_unit_chosen_in_the_workbook_holds_for_all_amounts(unit, yuan):
    book = typed(sample(), {"单位.金额单位": unit})
    assert fact(book, "支出.合计").value == Decimal(yuan)
    assert read(book).unit.name == unit


def test_cells_are_found_by_name_wherever_they_have_moved():
    place = read(sample()).structure.names["支出.合计"]
    old, new = f"${place.column}${place.first}<", "$H$99<"
    moved = with_text(
        sample(), BOOK, f"name=\"支出.合计\">'收支总表'!{old}", f"name=\"支出.合计\">'收支总表'!{new}"
    )
    row = '<row r="99"><c r="H99"><v>5</v></c></row></sheetData>'
    moved = with_text(moved, read(sample()).structure.parts["收支总表"], "</sheetData>", row)
    assert fact(moved, "支出.合计").value == 50000


def test_a_renamed_sheet_is_still_read():
    renamed = with_text(sample(), BOOK, "收支总表", "收支（新）")
    assert fact(renamed, "支出.合计").place.sheet == "收支（新）"
    assert read(renamed).findings == ()


def test_a_lost_name_of_a_second_fund_is_called_by_its_own_name():
    book = typed(sample(), {"社保基金_2.名称": "失业保险基金"})
    (lost,) = read(with_text(book, BOOK, 'name="社保基金_2.收入合计"', 'name="x"')).findings
    assert (lost.id, lost.label) == ("READ-10", "社保基金_2.收入合计")


def test_a_cached_value_of_a_computed_cell_is_not_trusted():
    book = typed(sample(), {"执行率.年初预算": Raw("", "<f>1</f><v>0.5</v>")})
    assert fact(book, "执行率.年初预算").value > 1


def test_a_workbook_of_another_version_says_which_is_needed():
    with pytest.raises(UnusableInput, match=r"第2版.*第1版"):
        read(typed(sample(), {"表样.版本": "2"}))


def test_a_workbook_saved_by_openpyxl_gives_the_same_facts():
    target = BytesIO()
    load_workbook(BytesIO(without_live_cells(sample()))).save(target)
    assert facts(target.getvalue()) == facts(sample())


def test_a_workbook_saved_by_libreoffice_gives_the_same_facts(office, tmp_path):
    (copy,) = office.recalculate([saved(tmp_path, silent_sample())], tmp_path / "out")
    assert facts(copy.read_bytes()) == facts(sample())


@pytest.mark.volume
@pytest.mark.parametrize("unit", ["元", "万元"])
@settings(max_examples=volume(15, 4))
@given(data=st.data())
def test_random_amounts_come_back_exactly_from_a_built_workbook(unit, data):
    amounts = {term.name: data.draw(CENTS) for term in AMOUNTS}
    record = read(book_with({**amounts, "单位.金额单位": unit})).record
    factor = pack().form.units.factors[unit]
    assert {name: record.fields[name].value / factor for name in amounts} == amounts


SPELT = ("支出.合计", "支出.基本支出", "支出.项目支出", "收入.事业", "收入.经营")


@pytest.mark.volume
@settings(max_examples=volume(15, 6))
@given(amount=st.decimals(0, 10**7, places=2))
def test_the_same_amount_is_read_from_a_number_and_from_all_its_spellings(amount):
    spellings: list[Typed] = [
        amount,
        f"{amount}",
        f"{amount:,}",
        f"￥{amount}万元",
        Raw("", f"<v>{float(amount):.17g}</v>"),
    ]
    cells = dict(zip(SPELT, spellings, strict=True))
    fields = read(typed(silent_sample(), cells)).record.fields
    assert {fields[term].value for term in SPELT} == {amount * 10000}


def test_every_single_term_of_the_form_is_read():
    assert set(read(sample()).record.fields) == {t.name for t in pack().vocabulary.values() if not t.path}


def test_a_row_with_nothing_but_formulas_is_no_row():
    book = typed(sample(), {"楼堂馆所.规模控制率": Raw('t="e"', "<f>1/0</f><v>#DIV/0!</v>")})
    assert read(book).record.groups["楼堂馆所"] == ()


def rows_named(count: int) -> dict[str, Typed]:
    return {f"内设股室.名称#{number}": f"{number}股" for number in range(1, count + 1)}


def test_a_table_without_a_blank_row_is_a_note_that_says_where_to_insert_one():
    area = read(sample()).structure.names["内设股室.名称"]
    rows = area.last - area.first + 1
    assert findings(rows_named(rows - 1)) == []
    assert findings(rows_named(rows)) == [
        ("READ-20", Severity.NOTE, f"{area.sheet}!{area.column}{area.last}")
    ]
    (full,) = read(typed(sample(), rows_named(rows))).findings
    assert f"“内设股室”的 {rows} 行都填满了" in full.message
    assert "中间插入行" in full.mend


def test_a_date_among_texts_is_read_as_a_date():
    date_style = cell_xml(sample(), *place_of("填报.日期")).get("s")
    assert fact(in_style("单位.简称", "45056", date_style), "单位.简称").value == "2023-5-10"
    assert fact(in_style("单位.简称", "45056", None), "单位.简称").value == "45056"


def place_of(term: str) -> tuple[str, str]:
    area = structure_of(sample()).names[term]
    return area.sheet, area.cell


def in_style(term: str, stored: str, style: str | None) -> bytes:
    """The sample after a number was pasted into a cell together with its format."""
    sheet, address = place_of(term)
    part = part_of(sample(), sheet)
    root = etree.fromstring(package_of(typed(sample(), {term: Decimal(stored)})).part(part))
    cell = root.find(f".//{{*}}c[@r='{address}']")
    if style:
        cell.set("s", style)
    return with_members(sample(), {part: etree.tostring(root)})


def test_an_error_for_a_code_with_a_wildcard_stands_at_its_cell():
    assert findings({"功能分类.编码#1": "208*"})[0][0] == "READ-18"


@pytest.mark.parametrize("cached", ["<v>0</v>", ""])
def test_a_formula_that_shows_a_picture_is_no_figure_whatever_is_stored_beside_it(cached):
    picture = Raw("", f'<f>_xlfn.DISPIMG("ID_0A1B",1)</f>{cached}')
    assert findings({"支出.合计": picture})[0][0] == "READ-17"


def test_a_row_is_named_by_what_it_belongs_to_and_its_key():
    cells = {f"项目指标.项目名称#{number}": name for number, name in ((1, "甲"), (2, "乙"))}
    cells |= {f"项目指标.三级指标#{number}": "时效指标完成情况" for number in (1, 2, 3)}
    rows = read(typed(sample(BALANCED), cells)).record.groups["项目指标"]
    assert [row.key for row in rows] == ["甲·时效指标完成情况", "乙·时效指标完成情况", "时效指标完成情况"]
