"""What the accountant chose in the workbook about the report's looks."""

import pytest
from report.filled import PACK, THE_2022_REPORT, record, scorecard

from jixiao.report.language.style_file import load_style
from jixiao.report.making import chosen_outline, chosen_style, maker_for
from jixiao.report.word.projection import projection

STYLE = load_style(PACK.reports, PACK.form.units.factors)
OPTIONS = STYLE.options


def text(template: str | None = None, **chosen: str) -> str:
    facts = record(THE_2022_REPORT | {getattr(OPTIONS, name): said for name, said in chosen.items()})
    return projection(maker_for(facts, PACK, template).make(facts, scorecard(), draft=False))


def test_the_options_are_cells_of_the_form_that_offer_what_there_is():
    offered = {
        term: PACK.vocabulary[term].choices for term in (OPTIONS.outline, OPTIONS.contents, OPTIONS.charts)
    }
    assert offered[OPTIONS.outline] == tuple(outline.name for outline in STYLE.outlines)
    assert offered[OPTIONS.contents] == offered[OPTIONS.charts] == (OPTIONS.yes, OPTIONS.no)


@pytest.mark.parametrize("outline", STYLE.outlines, ids=lambda outline: outline.name)
def test_the_workbook_chooses_the_outline(outline):
    facts = record({OPTIONS.outline: outline.name})
    assert maker_for(facts, PACK).name == outline.file


def test_a_template_named_on_the_command_line_wins():
    first, second, *_ = STYLE.outlines
    facts = record({OPTIONS.outline: first.name})
    assert maker_for(facts, PACK, second.name).name == second.file


def test_charts_and_contents_come_as_the_workbook_says():
    assert "‹图：" in text(charts=OPTIONS.yes)
    assert "‹图：" not in text(charts=OPTIONS.no)
    assert "目录" in text(contents=OPTIONS.yes).splitlines()
    assert "目录" not in text(contents=OPTIONS.no).splitlines()


@pytest.mark.parametrize("said", [None, "", "也许"])
def test_what_is_blank_or_unknown_is_left_to_the_pack(said):
    facts = record({OPTIONS.outline: said, OPTIONS.charts: said, OPTIONS.contents: said})
    assert chosen_outline(STYLE, facts) is None
    assert chosen_style(STYLE, facts) == STYLE
