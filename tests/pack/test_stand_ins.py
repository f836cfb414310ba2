"""What an entry cell says while nobody has typed into it: the name of a code that a list has."""

from decimal import Decimal

import pytest
from workbook.books import Raw, Typed, book_with, pack, read, silent_pack, typed

from jixiao.building.workbook import built
from jixiao.model.fact import Fact, State
from jixiao.model.filling import Entry, Filling
from jixiao.pack.computed import record_of

KNOWN, UNKNOWN = "208", "2089797"
NAME = "社会保障和就业支出"
FORMULA = "<f>UPPER(A7)</f>"


def row(**columns: Entry) -> Filling:
    """A workbook's filling with one row of functions."""
    return Filling(
        {}, {"功能分类": (Filling({f"功能分类.{name}": entry for name, entry in columns.items()}),)}
    )


def name_in(cells: dict[str, Typed]) -> Fact:
    """The name in the first row after somebody typed into the cells of an empty form."""
    (record,) = read(typed(book_with({}), cells)).record.groups["功能分类"]
    return record.fields["功能分类.名称"]


def missing(filling: Filling) -> list[str]:
    found = read(built(silent_pack(), pack().form.framework, filling)).missing
    return [fact.term for fact in found if fact.term.startswith("功能分类.")]


def test_the_name_of_a_listed_code_need_not_be_typed():
    (record,) = record_of(row(编码=KNOWN), pack()).groups["功能分类"]
    name = record.fields["功能分类.名称"]
    assert (name.text, name.state, name.typed) == (NAME, State.FILLED, NAME)
    assert missing(row(编码=KNOWN)) == []


def test_a_typed_name_counts_before_the_one_of_the_list():
    (record,) = record_of(row(编码=KNOWN, 名称="别的名称"), pack()).groups["功能分类"]
    assert record.fields["功能分类.名称"].text == "别的名称"


def test_a_code_that_no_list_has_keeps_needing_a_name():
    assert missing(row(编码=UNKNOWN)) == ["功能分类.名称"]
    assert missing(row(编码=UNKNOWN, 名称="某项")) == []


def test_the_units_own_name_of_a_code_comes_before_that_of_the_list():
    own = {"自有科目": (Filling({"自有科目.编码": KNOWN, "自有科目.名称": "本地名称"}),)}
    (record,) = record_of(Filling({}, {**row(编码=KNOWN).groups, **own}), pack()).groups["功能分类"]
    assert record.fields["功能分类.名称"].text == "本地名称"


def test_the_new_workbook_shows_the_name_before_any_program_has_computed_it():
    (record,) = read(built(silent_pack(), pack().form.framework, row(编码=KNOWN))).record.groups["功能分类"]
    name = record.fields["功能分类.名称"]
    assert (name.text, str(name.place)) == (NAME, "功能分类!B7")


def test_the_formulas_of_an_empty_form_are_no_rows():
    assert read(book_with({})).record.groups["功能分类"] == ()


@pytest.mark.parametrize(
    "formula",
    [
        Raw("", FORMULA),
        Raw('t="str"', f"{FORMULA}<v></v>"),
        Raw('t="e"', f"{FORMULA}<v>#REF!</v>"),
        Raw("", ""),
    ],
    ids=["never calculated", "found nothing", "lost its code", "deleted"],
)
def test_a_formula_without_a_value_leaves_the_name_to_the_list(formula: Raw):
    assert name_in({"功能分类.编码": KNOWN, "功能分类.名称": formula}).text == NAME


def test_the_value_of_a_formula_is_what_the_cell_says():
    own = Raw('t="str"', f"{FORMULA}<v>别的名称</v>")
    assert name_in({"功能分类.编码": KNOWN, "功能分类.名称": own}).text == "别的名称"


def test_a_row_of_nothing_but_a_formula_without_value_is_none():
    cells: dict[str, Typed] = {"功能分类.名称": Raw("", FORMULA)}
    assert read(typed(book_with({}), cells)).record.groups["功能分类"] == ()


def test_the_name_is_compared_like_a_typed_one():
    amounts = {"金额": Decimal(1), "基本支出": Decimal(1)}
    assert read(built(silent_pack(), pack().form.framework, row(编码=KNOWN, **amounts))).findings == ()


def indicator(**columns: Entry) -> Filling:
    """A workbook's filling with one indicator of the unit's own: 18 of 36, worth ten points."""
    whole = {"计算符号": "≥", "年度指标值": "36", "实际完成值": "18", "分值": Decimal(10), **columns}
    row = Filling({f"自定指标.{name}": entry for name, entry in whole.items()})
    return Filling({"自评.超标计分": "直线递减"}, {"自定指标": (row,)})


def score_of(filling: Filling) -> Fact:
    """As the new workbook has it, before any program has computed it."""
    (record,) = read(built(silent_pack(), pack().form.framework, filling)).record.groups["自定指标"]
    return record.fields["自定指标.得分"]


def test_a_score_that_follows_from_its_row_need_not_be_typed():
    assert (score_of(indicator()).number, score_of(indicator()).state) == (5, State.FILLED)
    assert score_of(indicator(得分=Decimal(4))).number == 4


def test_without_what_it_follows_from_there_is_no_score():
    assert score_of(indicator(实际完成值="")).state is State.BLANK
    assert score_of(indicator(计算符号="定性")).state is State.BLANK
