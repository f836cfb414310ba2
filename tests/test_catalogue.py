"""The rule catalogue: the pages in docs/ say what the packs hold, and `jixiao rules` lists it."""

from __future__ import annotations

import json
import re

import pytest
from commands import Done, called

from jixiao.faces.reference.glossary import glossary_of
from jixiao.faces.reference.page import page_name, page_of
from jixiao.faces.reference.rules import catalogue_of
from jixiao.pack.carryover import load_two_years
from jixiao.pack.loading import DEFAULT, data_folder, load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.workbook.file.source import open_package
from jixiao.workbook.file.structure import read_structure

DOCS = data_folder("docs")
PACKS = [pytest.param(load_pack(name), id=name) for name in pack_names()]


def page(pack: Pack) -> str:
    return (DOCS / page_name(pack.form.id)).read_text(encoding="utf-8")


def rule(number: str):  # type: ignore[no-untyped-def]
    return next(rule for rule in catalogue_of(load_pack()).rules if rule.id == number)


@pytest.mark.parametrize("pack", PACKS)
def test_the_committed_page_is_what_the_pack_says(pack: Pack):
    assert page(pack) == page_of(pack), "run: jixiao build"


def test_every_page_belongs_to_a_pack():
    assert {path.name for path in DOCS.glob("rules-*")} == {page_name(name) for name in pack_names()}


@pytest.mark.parametrize("pack", PACKS)
def test_every_check_has_its_heading_relation_and_basis(pack: Pack):
    text = page(pack)
    for check in pack.checks:
        assert f"#### {check.data.id} " in text
        assert f"- 关系：`{check.data.relation}`" in text
    assert text.count("- 依据：") >= len(pack.checks)


@pytest.mark.parametrize("pack", [param for param in PACKS if load_two_years(param.values[0])])
def test_the_checks_against_last_year_have_a_section_that_says_when_they_run(pack: Pack):
    years = load_two_years(pack)
    assert years
    text = page(pack).partition("### 与上年核对\n")[2]
    assert "--last-year" in text.partition("####")[0]
    headings = re.findall(r"^#### (\S+) ", text, re.MULTILINE)
    assert headings == [check.data.id for check in years.pack.checks]
    assert f"- 关系：`{years.pack.checks[0].relation.text}`" in text


@pytest.mark.parametrize("pack", PACKS)
def test_the_code_lists_are_named_with_their_years(pack: Pack):
    text = page(pack).partition("## 代码表")[2]
    for title, codes in pack.codes.items():
        assert f"- {title}（{codes.years[0]}至{codes.years[1]}年，" in text


@pytest.mark.parametrize("pack", PACKS)
def test_every_indicator_and_every_term_is_listed(pack: Pack):
    text = page(pack)
    for name in pack.framework_names:
        assert all(f"| {indicator.id} |" in text for indicator in pack.framework(name).indicators)
    assert all(f"| `{term}` |" in text for term in pack.vocabulary)


@pytest.mark.parametrize("pack", PACKS)
def test_the_links_of_the_contents_lead_to_headings(pack: Pack):
    text = page(pack)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings}
    targets = re.findall(r"\]\(#(.*?)\)", text)
    assert len(targets) > 3
    assert set(targets) <= slugs


@pytest.mark.parametrize("pack", PACKS)
def test_the_glossary_names_the_cells_of_the_built_workbook(pack: Pack):
    if not pack.workbook.is_file():
        pytest.skip("the pack's workbook is not built yet")
    structure = read_structure(open_package(pack.workbook))
    for entry in glossary_of(pack):
        area = structure.names[entry.term]
        last = f"{area.column}{area.last}"
        cells = area.cell if area.cell == last else f"{area.cell}:{last}"
        assert (entry.sheet, entry.cells.partition("（")[0]) == (area.sheet, cells)


def test_a_rule_says_where_it_applies_and_how_far_it_may_miss():
    total = rule("INC-01")
    assert (total.tolerance, total.each, total.sheets) == (
        "不超过 0.04（9 个数，每个前后各 0.005）",
        "",
        ("收支总表",),
    )
    assert rule("FUND-02").each == "每个社保基金"
    assert rule("FUNC-10").each == "功能分类每一行"
    assert rule("FUNC-10").applies
    assert rule("STAFF-03").tolerance == "无"


def test_conditions_that_must_all_hold_are_listed_and_said_in_one_sentence():
    check = next(check.data for check in load_pack().checks if check.data.id == "FUNC-19")
    relations = "，并且 ".join(f"`{condition}`" for condition in check.conditions)
    said = f"- 适用条件：{relations}，即 科目编码的位数 ＞ 3，并且《功能分类科目》收全"
    assert said in page_of(load_pack())


def test_an_example_is_a_row_of_a_table():
    assert (
        "| 例 | `功能分类.编码` | `功能分类.金额` | 结果 |\n"
        "| --- | --- | --- | --- |\n"
        "| 1 | 208、20801、20802 | 10.00、4.00、6.00 | 通过 |\n"
    ) in page(load_pack())


def test_entry_computed_and_fixed_cells_are_told_apart():
    filled = {entry.term: entry.filled for entry in glossary_of(load_pack())}
    wanted = ("支出.合计", "执行率.年初预算", "表样.编号", "指标自评.编号", "指标自评.等级")
    assert [filled[term] for term in wanted] == ["填写", "计算", "固定", "预置", "填写"]


def jixiao(*arguments: str) -> Done:
    return called("rules", *arguments)


@pytest.mark.parametrize("pack", PACKS)
def test_the_command_lists_a_pack_in_plain_text(pack: Pack):
    done = jixiao(pack.form.id)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"] {check.data.id} {check.data.title}\n" in done.stdout for check in pack.checks)
    assert "\x1b" not in done.stdout


def test_the_command_gives_scripts_one_document():
    document = json.loads(jixiao("--json").stdout)
    assert set(document) == {
        *("pack", "version", "title", "rules", "frameworks", "unusable_frameworks", "code_lists", "terms")
    }
    assert document["pack"] == DEFAULT
    first = document["rules"][0]
    assert (first["id"], first["severity"], first["section"]) == ("STAFF-01", "error", "人员")
    assert first["examples"][1]["outcome"] == "inconsistent"
    assert len(document["terms"]) == len(load_pack().vocabulary)
    last = document["rules"][-1]
    assert (last["section"], "--last-year" in last["note"]) == ("与上年核对", True)


def test_an_unknown_pack_is_answered_with_those_that_there_are():
    done = jixiao("没有这种表样")
    assert done.returncode == 2
    assert DEFAULT in done.stderr
