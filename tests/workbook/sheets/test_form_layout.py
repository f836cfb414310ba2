from decimal import Decimal

import pytest
from msgspec.structs import replace
from refusals import refused

from jixiao.methods.judgements import Checklist
from jixiao.methods.signs import Signed
from jixiao.pack.codes import CodeList
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.sections import TableSection
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import Box, CellRole, Layout, SheetLayout, SheetSlot, address
from jixiao.workbook.sheets.page import Page
from jixiao.workbook.sheets.table_section import is_open


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def framework(pack: Pack) -> Framework:
    return pack.framework(pack.form.framework)


@pytest.fixture(scope="module")
def layout(pack: Pack, framework: Framework) -> Layout:
    return lay_out(pack.form, framework, pack.codes)


def sheet_of(layout: Layout, name: str) -> SheetLayout:
    return next(sheet for sheet in layout.sheets if sheet.name == name)


def row_of(pack: Pack, layout: Layout, framework: Framework, indicator: Indicator) -> dict[str, SheetSlot]:
    """The self-evaluation cells of one indicator, by term."""
    table = pack.groups[pack.form.assessment.table]
    row = layout.names[table.key].top + framework.indicators.index(indicator)
    sheet = sheet_of(layout, layout.names[table.key].sheet)
    at = {slot.box.left: slot for slot in sheet.slots if slot.box.top == row}
    return {term: at[layout.names[term].left] for term in table.terms}


def test_every_term_has_a_name_for_every_repetition(pack: Pack, layout: Layout) -> None:
    for term in pack.vocabulary.values():
        repeat = pack.groups[term.path[0]].repeat if term.path else 0
        for number in range(repeat or 1):
            assert layout.names[defined_name(term, number)].sheet == term.sheet


def test_every_entry_cell_lies_inside_its_name(layout: Layout) -> None:
    for sheet in layout.sheets:
        if sheet.name == "指标体系":  # what is typed there is no fact, see reading/framework_sheet.py
            continue
        for slot in (slot for slot in sheet.slots if slot.role is CellRole.ENTRY):
            assert slot.term
            names = [defined_name(slot.term, number) for number in range(7 if slot.at else 1)]
            boxes = [layout.names[name] for name in names if name in layout.names]
            assert any(
                box.top <= slot.box.top <= box.bottom and box.left == slot.box.left for box in boxes
            ), slot


def test_no_two_cells_overlap(layout: Layout) -> None:
    for sheet in layout.sheets:
        taken = [
            (row, column)
            for slot in sheet.slots
            for row in range(slot.box.top, slot.box.bottom + 1)
            for column in range(slot.box.left, slot.box.right + 1)
        ]
        assert len(taken) == len(set(taken)), sheet.name


def test_a_column_is_named_from_its_first_row_to_its_last(pack: Pack, layout: Layout) -> None:
    table = next(
        section
        for sheet in pack.form.sheets
        for section in sheet.sections
        if isinstance(section, TableSection) and section.rows
    )
    box = layout.names[f"{table.name}.{table.columns[0].name}"]
    assert box.bottom - box.top + 1 == table.rows
    assert box.left == box.right


def test_later_repetitions_of_a_block_start_a_page_and_carry_their_number(layout: Layout) -> None:
    first, second = layout.names["社保基金.名称"], layout.names["社保基金_2.名称"]
    between = [row for row in sheet_of(layout, first.sheet).breaks if first.top < row <= second.top]
    assert len(between) == 1


def test_a_table_inside_a_block_has_columns_of_its_own_in_each_repetition(layout: Layout) -> None:
    first, second = layout.names["社保基金.支出项目.金额"], layout.names["社保基金_2.支出项目.金额"]
    assert first.bottom < second.top
    assert first.bottom - first.top == second.bottom - second.top


def test_a_computed_indicator_takes_no_target_and_no_actual_value(
    pack: Pack, layout: Layout, framework: Framework
) -> None:
    assessment = pack.form.assessment
    measured = next(indicator for indicator in framework.indicators if indicator.measure)
    cells = row_of(pack, layout, framework, measured)
    assert cells[assessment.target].role is CellRole.CLOSED
    assert cells[assessment.actual].prompt
    assert cells[assessment.reason].role is CellRole.ENTRY


def test_a_checklist_opens_as_many_ticks_as_it_has_points(
    pack: Pack, layout: Layout, framework: Framework
) -> None:
    for indicator in framework.indicators:
        if isinstance(indicator.method, Checklist):
            cells = row_of(pack, layout, framework, indicator)
            ticks = [cells[term].role is CellRole.ENTRY for term in pack.form.assessment.points]
            points = len(indicator.method.points)
            assert ticks == [True] * points + [False] * (len(ticks) - points)


def test_a_graded_indicator_opens_only_its_grade(pack: Pack, layout: Layout, framework: Framework) -> None:
    graded = next(i for i in framework.indicators if i.method.__struct_config__.tag == "graded")
    cells = row_of(pack, layout, framework, graded)
    form = pack.form.assessment
    judged = (form.target, form.actual, *form.points, form.violations, form.grade, form.score)
    assert [term for term in judged if cells[term].role is CellRole.ENTRY] == [form.grade]
    assert cells[form.grade].cell.choices == graded.method.choices == ("好", "较好", "一般", "差")


def test_a_target_of_the_rule_is_not_entered(pack: Pack, framework: Framework) -> None:
    done = next(each for each in framework.indicators if each.method.columns == ("target", "actual"))
    for target, opened in ((None, True), (Decimal(95), False)):
        signed = replace(done, measure="", entered="", method=Signed(sign="≥", target=target))
        assert is_open(pack.form.assessment.target, signed, pack.form.assessment) is opened


def test_a_subtotal_sums_the_indicators_above_it_and_the_total_sums_the_subtotals(
    layout: Layout, framework: Framework
) -> None:
    scores, total = layout.names["评分表.得分"], layout.names["评分表.总分"]
    sums = {slot.box.top: slot.formula for slot in sheet_of(layout, "评分表").slots if slot.formula}
    first = [i for i in framework.indicators if i.level1 == framework.levels[0].name]
    top, bottom = scores.top, scores.top + len(first) - 1
    assert f"SUM({address(top, scores.left)}:{address(bottom, scores.left)})" in sums[bottom + 1]
    subtotals = [address(row, scores.left) for row in sorted(sums) if row != total.top]
    assert f"SUM({','.join(subtotals)})" in sums[total.top]
    assert len(subtotals) == len(framework.levels)


def test_where_others_make_up_the_whole_rows_with_a_measure_and_no_score_are_left_out(
    pack: Pack, framework: Framework
) -> None:
    layout = lay_out(pack.form, replace(framework, not_applicable="rescale"), pack.codes)
    total = layout.names["评分表.总分"]
    formula = next(s.formula for s in sheet_of(layout, "评分表").slots if s.box == total)
    weights, measures, scores = (
        f"{address(box.top, box.left)}:{address(total.top - 1, box.left)}"
        for box in (layout.names[f"评分表.{name}"] for name in ("分值", "指标值", "得分"))
    )
    assert f'100-SUMIFS({weights},{measures},"?*",{scores},"")' in formula


def test_two_cells_of_one_name_are_refused(pack: Pack, framework: Framework) -> None:
    codes = CodeList(title="", source="", entries=())
    with refused("share this defined name"):
        lay_out(pack.form, framework, {"单位.名称": codes})


def test_a_name_that_excel_refuses_is_refused_first(pack: Pack, framework: Framework) -> None:
    codes = CodeList(title="", source="", entries=())
    with refused("no such defined name"):
        lay_out(pack.form, framework, {"科目（2022）": codes})


def test_totals_stand_over_the_columns_they_are_the_totals_of(layout: Layout) -> None:
    assert layout.names["功能分类合计.金额"].left == layout.names["功能分类.金额"].left


def test_a_long_sheet_repeats_the_header_of_its_table_on_every_page(layout: Layout) -> None:
    for name in ("功能分类.编码", "文字材料.正文", "校验结果.问题", "评分表.得分"):
        box = layout.names[name]
        assert sheet_of(layout, box.sheet).repeat == box.top - 1


def test_a_part_that_fits_on_a_page_is_not_torn() -> None:
    page = Page("A", (90.0,))
    for _ in range(3):
        page.parts.append(page.row)
        for _ in range(20):
            page.end_row(20)  # three parts of 400 points; a page has room for one
    assert page.finished("entry", landscape=False).breaks == (20, 40)


def test_a_chinese_character_takes_the_room_of_two() -> None:
    assert text_height("预" * 20, 21.5) == text_height("x" * 40, 21.5) > text_height("x" * 20, 21.5)


def test_a_box_says_its_place_as_defined_names_do() -> None:
    assert Box("收支 '表", 2, 1, 8, 1).reference == "'收支 ''表'!$B$3:$B$9"
    assert Box("表", 2, 1, 2, 1).reference == "'表'!$B$3"


def test_preset_cells_say_what_the_framework_says(pack: Pack, layout: Layout, framework: Framework) -> None:
    indicator = framework.indicators[1]
    cells = row_of(pack, layout, framework, indicator)
    contents = [slot.content for slot in cells.values() if slot.role is CellRole.PRESET]
    assert contents[0] == indicator.id
    assert Decimal(indicator.max_score) in contents
