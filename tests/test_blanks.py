"""A blank is no zero: it is told once for each sheet, printed as nothing, and never compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from balanced import Year
from msgspec.structs import replace
from report.small import docx
from workbook.books import BALANCED, Raw, Typed, inspected, pack, read, saved, silent_pack, typed
from workbook.books import silent_sample as sample

from jixiao.blanks.findings import BLANK, CONTRADICTED, blank_findings
from jixiao.building.workbook import built
from jixiao.checks.acceptance import explained
from jixiao.inspection import Inspection
from jixiao.model.fact import Fact, Record, State
from jixiao.model.filling import Filling
from jixiao.model.finding import Finding
from jixiao.model.outcome import Severity
from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pipeline import Run, run
from jixiao.report.word.projection import projection
from jixiao.scoring.scorecard import score_framework

BUILDINGS = "楼堂馆所"
EMPTY = Raw("", "")
LAST_YEAR = (
    "上年收入.一般公共预算",
    "上年收入.合计",
    "上年支出.基本支出",
    "上年支出.合计",
    "上年一般公共预算.收入",
    "上年一般公共预算.支出",
)
STAFF = tuple(
    f"{count}.{kind}" for count in ("编制数", "实有数") for kind in ("全额", "差额", "自收自支", "合计")
)
NO_OTHER_POSTS: dict[str, Typed] = {"没有的业务.其他编制": "无"}
CARRIED_OVER = ("结转结余.年初", "结转结余.年末", "上年结转结余.年末")


def emptied(*terms: str, **typed_in: Typed) -> bytes:
    """The balanced sample after somebody has emptied some cells, and typed into others."""
    cells: dict[str, Typed] = dict.fromkeys(terms, EMPTY)
    return typed(
        sample(BALANCED), cells | {name.replace("_", "."): value for name, value in typed_in.items()}
    )


def told(inspection: Inspection) -> dict[str, Finding]:
    """The findings about blanks by sheet; there is one for each."""
    found = [finding for finding in inspection.findings if finding.id == BLANK]
    assert len({finding.label for finding in found}) == len(found)
    return {finding.label: finding for finding in found}


def done(folder: Path, book: bytes) -> Run:
    return run(saved(folder, book), pack())


def text(run: Run) -> str:
    assert run.report is not None
    return projection(run.report.read_bytes())


@pytest.mark.parametrize("name", ["leiyang-2022", BALANCED])
def test_nothing_is_blank_in_a_sample(tmp_path: Path, name: str):
    assert told(inspected(tmp_path, sample(name))) == {}


@pytest.mark.parametrize("fiscal_only", [True, False])
def test_a_consistent_year_lacks_nothing_but_its_judgements(tmp_path: Path, *, fiscal_only: bool):
    year = Year(5, fiscal_only=fiscal_only).filling("万元")
    assert list(told(inspected(tmp_path, built(silent_pack(), pack().form.framework, year)))) == ["指标自评"]


def test_without_last_years_figures_nothing_is_said_to_have_grown(tmp_path: Path):
    made = done(tmp_path, emptied(*LAST_YEAR))
    found = told(made.inspection)
    assert {sheet: finding.severity for sheet, finding in found.items()} == {
        "收支总表": Severity.WARNING,
        "一般公共预算": Severity.ERROR,
    }
    assert [place.cell for place in found["收支总表"].cells] == ["C5", "C13", "C17", "C22"]
    compared = [line for line in text(made).split("\n") if "比上年" in line]
    assert all(line.startswith("“三公”经费支出") for line in compared)  # of which last year is filled in
    assert "一般公共预算支出346.08万元，（未填）。" in text(made)


@pytest.mark.parametrize(("terms", "sheet"), [(STAFF, "单位概况"), (CARRIED_OVER, "收支总表")])
def test_a_block_that_nobody_has_filled_in_does_not_vanish_without_a_word(tmp_path: Path, terms, sheet: str):
    assert len(told(inspected(tmp_path, emptied(*terms)))[sheet].cells) == len(terms)


def test_parts_that_are_blank_under_a_total_are_not_printed_as_none(tmp_path: Path):
    parts = [term for term in STAFF if not term.endswith("合计")]
    made = done(tmp_path, emptied(*parts, 编制数_合计=6, 实有数_合计=6))
    assert "核定编制共6个，其中：全额编制（未填）个；差额编制（未填）个" in text(made)
    assert len(told(made.inspection)["单位概况"].cells) == 6
    [finding] = [finding for finding in made.inspection.findings if finding.id == "STAFF-01"]
    assert "“合计（编制数）”6，明细还没有填（“全额编制" in finding.message
    assert "若为" not in finding.message
    assert (finding.suggestions, finding.expected) == ((), "")


def test_a_chapter_without_a_word_is_no_empty_item_of_a_final_report(tmp_path: Path):
    found = told(inspected(tmp_path, emptied("文字材料.正文#2")))["文字材料"]
    assert (found.severity, found.cells[0].cell) == (Severity.ERROR, "B6")


def test_rows_without_their_amounts_are_needed_by_the_report(tmp_path: Path):
    made = done(tmp_path, emptied("功能分类.金额", "功能分类.金额#2"))
    assert "社会保障和就业支出（未填）万元；卫生健康支出（未填）万元" in text(made)
    assert [str(place) for place in told(made.inspection)["功能分类"].cells] == ["功能分类!C7", "功能分类!C8"]


def test_a_new_workbook_has_one_line_for_each_sheet(tmp_path: Path):
    new = built(silent_pack(), pack().form.framework, Filling())
    inspection = inspected(tmp_path, new)
    assert len(told(inspection)) == len(inspection.findings)
    assert told(inspection)["指标自评"].severity is Severity.ERROR
    assert "必须填写的：“单位全称”（B3）、“文中简称”（B4）" in told(inspection)["单位概况"].message


def test_what_a_score_needs_is_said_with_all_its_cells(tmp_path: Path):
    message = told(inspected(tmp_path, emptied("指标自评.要点1", "指标自评.要点3")))["指标自评"].message
    assert "评分要用的：“要点①”（H5）、“要点③”（J5）。有关指标不能评分。" in message


def test_who_has_no_such_business_hears_how_to_say_so_where_the_table_has_a_rule(tmp_path: Path):
    own = replace(pack().framework("reconstructed-2022"), own=True, not_applicable="full")
    for rule, said in ((own, True), (replace(own, not_applicable=""), False)):
        card = score_framework(
            read(emptied("指标自评.等级#24")).record, rule, pack().form.assessment, pack().vocabulary, {}
        )
        found = blank_findings(read(emptied("指标自评.等级#24")), card, silent_pack())
        (told,) = (each for each in found if each.label == "指标自评")
        assert ("没有这项业务的指标，在“扣分原因”写“不适用：…”" in told.mend) is said


def test_a_warning_is_closed_by_an_explanation_or_by_a_zero(tmp_path: Path):
    assert told(inspected(tmp_path, emptied("上年收入.合计")))["收支总表"].open
    assert told(inspected(tmp_path, emptied(上年收入_合计=0))) == {}


def test_a_template_of_ones_own_needs_what_it_prints(tmp_path: Path):
    own = tmp_path / "模板.docx"
    own.write_bytes(docx("上年收入{{ 上年收入.合计 }}万元"))
    made = run(saved(tmp_path, emptied("上年收入.合计")), pack(), template=str(own))
    assert told(made.inspection)["收支总表"].severity is Severity.ERROR
    assert "上年收入（未填）万元" in text(made)
    assert "草稿" in made.report.name


@pytest.mark.parametrize("kind", ["行政", "参公"])
def test_who_fills_the_posts_of_civil_servants_is_not_asked_for_those_paid_in_full(tmp_path: Path, kind: str):
    def asked(people: int) -> dict[str, Finding]:
        cells: dict[str, Typed] = {f"{count}.{kind}": people for count in ("编制数", "实有数")}
        totals: dict[str, Typed] = {"编制数.合计": 27, "实有数.合计": 27}
        book = sample(BALANCED)
        return told(
            inspected(tmp_path, typed(book, dict.fromkeys(STAFF, EMPTY) | NO_OTHER_POSTS | totals | cells))
        )

    assert "单位概况" not in asked(27)
    assert "“全额编制（编制数）”" in asked(0)["单位概况"].message


# ---- declared not to exist


def test_what_is_declared_not_to_exist_is_asked_by_nobody(tmp_path: Path):
    made = done(tmp_path, emptied(*CARRIED_OVER, 没有的业务_结转结余="无"))
    assert told(made.inspection) == {}
    assert "结转结余情况\n（无）\n" in text(made)
    assert made.inspection.scorecard.complete


def test_a_unit_founded_this_year_declares_that_it_had_no_last_year(tmp_path: Path):
    columns = [
        name for name, term in pack().vocabulary.items() if name.startswith("上年") and not term.formula
    ]
    made = done(tmp_path, emptied(*columns, 没有的业务_上年数="无", 结转结余_年初="5"))
    assert told(made.inspection) == {}
    assert "BAL-02" not in {finding.id for finding in made.inspection.findings}
    assert "年度一般公共预算支出346.08万元，上年无可比数。" in text(made)
    assert "| 差旅费 | — | " in text(made)


def test_a_tiny_unit_declares_the_rest_and_has_no_blank_left(tmp_path: Path):
    declarations = pack().declarations
    fund = {"社保基金"}
    chosen = [
        one for one in declarations if not fund & set(one.groups) and one.cell.name != "没有的业务.上年数"
    ]
    blank = {
        term: EMPTY
        for one in chosen
        for term in one.terms
        if not pack().vocabulary[term].path and pack().vocabulary[term].kind.numeric
    }
    staff: dict[str, Typed] = {"编制数.合计": 27, "实有数.合计": 27}
    other: dict[str, Typed] = {one.cell.name: "无" for one in chosen}
    inspection = inspected(tmp_path, typed(sample(BALANCED), {**blank, **staff, **other}))
    assert told(inspection) == {}
    assert inspection.counts["error"] == 0


def test_figures_where_none_should_be_contradict_the_declaration(tmp_path: Path):
    inspection = inspected(tmp_path, emptied(没有的业务_政府性基金="无", 政府性基金_本年收入=5))
    [finding] = [finding for finding in inspection.findings if finding.id == CONTRADICTED]
    assert finding.severity is Severity.ERROR
    assert [str(place) for place in finding.cells] == ["单位概况!B52", "政府性基金与国资!B6"]
    assert finding.message == (
        "单位概况!B52 “政府性基金预算”选了“无”，"
        "可是政府性基金与国资!B6 “本年收入（政府性基金预算）”填有 5.00万元。"
    )


def test_rows_where_none_should_be_contradict_it_too(tmp_path: Path):
    inspection = inspected(tmp_path, emptied(没有的业务_社会保险基金="无"))
    assert CONTRADICTED in {finding.id for finding in inspection.findings}


def test_a_table_without_rows_is_remarked_on_unless_that_is_declared(tmp_path: Path):
    asked = told(inspected(tmp_path, emptied("没有的业务.楼堂馆所")))
    assert {sheet: finding.severity for sheet, finding in asked.items()} == {"基础数据表": Severity.NOTE}


def test_an_explanation_of_blanks_does_not_cover_further_ones():
    def found(*terms: str) -> Finding:
        told = blank_findings(read(emptied(*terms)), None, pack())
        return next(finding for finding in told if finding.severity is Severity.WARNING)

    one, both = found(CARRIED_OVER[0]), found(*CARRIED_OVER[:2])
    why = WrittenExplanation("年初没有结转", one.figures)
    assert one.key == both.key
    assert [each.open for each in explained([one], {one.key: why})] == [False]
    assert [each.open for each in explained([both], {one.key: why})] == [True]


def test_a_table_that_cannot_be_read_is_not_called_blank():
    record = read(emptied("没有的业务.楼堂馆所")).record
    unread = replace(record, groups={**record.groups, BUILDINGS: (Record(lost_row()),)})
    readings = (replace(read(sample(BALANCED)), record=each) for each in (record, unread))
    asked = [blank_findings(reading, None, pack()) for reading in readings]
    assert [any(finding.severity is Severity.NOTE for finding in found) for found in asked] == [True, False]


def lost_row() -> dict[str, Fact]:
    terms = (pack().vocabulary[name] for name in pack().groups[BUILDINGS].terms)
    return {term.name: Fact(term.name, term.label, term.kind, None, state=State.LOST) for term in terms}
