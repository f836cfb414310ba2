"""Totals left old, on equations of a few cells: which totals would have to follow, and by how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.localisation import Change, Search
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.stale import MOST_CHOICES, either_side, stale_totals
from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.term import Term
from jixiao.pack.check import CheckData, bind_check
from jixiao.strict import Basis

CENT = Decimal("0.01")
TWO_TOTALS = ("合计 = 一 + 二", "总计 = 一 + 三")
Found = Callable[[Search, tuple[int, ...]], tuple[Change, ...]]


def fact(name: str, typed: str) -> Fact:
    if not typed:
        return Fact(name, name, Kind.AMOUNT, None, state=State.BLANK)
    return Fact(name, name, Kind.AMOUNT, None, Decimal(typed), CENT)


def search_of(cells: Mapping[str, str], *relations: str) -> Search:
    """A workbook of these cells, which should satisfy these relations."""
    vocabulary = {name: Term(name, name, Kind.AMOUNT, "表") for name in cells}
    data = [
        CheckData(
            id=f"X-{number}",
            title="试",
            relation=relation,
            severity="error",
            basis=Basis(document="试", clause="试"),
            examples=(),
        )
        for number, relation in enumerate(relations)
    ]
    record = Record({name: fact(name, typed) for name, typed in cells.items()}, {})
    verdicts = confront(
        record, [bind_check(each, vocabulary, "checks.toml") for each in data], vocabulary, {}
    )
    return Search(Network(verdicts, {}), CENT / 2)


def by(cells: Mapping[str, str], *relations: str, find: Found = stale_totals) -> dict[str, str]:
    """What is found over all broken equations: the cells in order, each with what it would change by."""
    search = search_of(cells, *relations)
    found = find(search, search.network.broken)
    assert all(change.low == change.high for change in found)
    return {search.network.facts[change.cell].term: str(change.middle) for change in found}


def of_two(**changed: str) -> dict[str, str]:
    """Two totals share a part."""
    return {"一": "10.00", "二": "2.00", "三": "3.00", "合计": "12.00", "总计": "13.00"} | changed


def test_where_all_agrees_nothing_is_broken():
    assert search_of(of_two(), *TWO_TOTALS).network.broken == ()


def test_the_totals_of_a_changed_part_would_have_to_follow():
    assert by(of_two(一="11.23"), *TWO_TOTALS) == {"合计": "1.23", "总计": "1.23"}


def test_totals_that_are_out_by_different_amounts_were_not_left_old_together():
    assert by(of_two(一="11.23", 二="3.00"), *TWO_TOTALS) == {}


def test_a_total_nobody_has_typed_yet_is_not_old():
    cells = {"一": "10.00", "二": "", "三": "", "合计": "", "总计": ""}
    assert by(cells, *TWO_TOTALS) == {}
    assert by({**cells, "合计": "5.00", "总计": "5.00"}, *TWO_TOTALS) == {"合计": "5.00", "总计": "5.00"}


@pytest.mark.parametrize(
    ("part", "found"),
    [("11.23", {"合计": "1.23"}), ("12.00", {}), ("10.40", {}), ("9.877", {"合计": "-0.123"})],
)
def test_a_single_total_is_old_only_if_its_gap_is_no_round_figure(part: str, found: dict[str, str]):
    cells = {"一": part, "二": "2.00", "三": "3.00", "合计": "15.00"}
    assert by(cells, "合计 = 一 + 二 + 三") == found


def test_of_a_single_pair_of_equal_figures_neither_is_a_total():
    assert by({"一": "11.23", "二": "10.00"}, "一 = 二") == {}


def test_a_total_that_is_taken_twice_changes_by_half_its_gap():
    cells = {"一": "10.00", "二": "2.00", "三": "3.00", "倍": "6.00", "总计": "13.00"}
    changed = cells | {"一": "12.46"}
    assert by(changed, "倍 * 2 = 一 + 二", "总计 = 一 + 三") == {}  # no cell stands alone on the left
    assert by(changed, "倍 = (一 + 二) / 2", "总计 = (一 + 三) / 1") == {}  # gaps of 1.23 and 2.46


def test_a_total_that_is_a_part_of_the_other_total_would_spoil_it():
    cells = {"一": "11.23", "二": "2.00", "三": "3.00", "合计": "12.00", "总计": "13.77"}
    assert by(cells, "合计 = 一 + 二", "总计 = 合计 + 三") == {}


def test_one_total_of_two_equations_changes_once():
    cells = {"一": "11.23", "二": "2.00", "三": "6.23", "四": "7.00", "合计": "12.00"}
    assert by(cells, "合计 = 一 + 二", "合计 = 三 + 四") == {"合计": "1.23"}


ROUNDED = {"六": "1.00", "七": "1.00", "八": "2.01"}  # a total that misses its parts by rounding


@pytest.mark.parametrize(
    ("second", "found"), [("6.23", "1.23"), ("6.24", "1.23"), ("6.25", "1.23"), ("6.26", None)]
)
def test_totals_of_rounded_figures_are_left_the_room_that_rounding_takes(second: str, found: str | None):
    cells = {"一": "11.23", "二": "2.00", "三": second, "四": "7.00", "合计": "12.00", **ROUNDED}
    relations = ("合计 = 一 + 二", "合计 = 三 + 四", "八 = 六 + 七")
    assert by(cells, *relations) == ({"合计": found} if found else {})


def test_totals_of_exact_figures_are_left_no_room():
    cells = {"一": "11.23", "二": "2.00", "三": "6.24", "四": "7.00", "合计": "12.00"}
    assert by(cells, "合计 = 一 + 二", "合计 = 三 + 四") == {}


def test_of_copies_of_a_changed_figure_the_copies_are_old():
    """The figure is in both equations, each copy in one."""
    cells = {"甲": "11.23", "乙": "10.00", "丙": "10.00"}
    assert by(cells, "甲 = 乙", "甲 = 丙") == {"乙": "1.23", "丙": "1.23"}
    assert by(cells, "乙 = 甲", "丙 = 甲") == {"乙": "1.23", "丙": "1.23"}


def test_a_copy_of_a_total_follows_with_it():
    cells = {"一": "11.23", "二": "2.00", "合计": "12.00", "抄": "13.23"}
    assert by(cells, "抄 = 合计", "合计 = 一 + 二") == {"合计": "1.23"}


def test_the_total_of_a_single_row_is_old_before_its_row():
    cells = {"一": "11.23", "二": "2.00", "合计": "10.00", "总计": "12.00"}
    assert by(cells, "合计 = SUM(一)", "总计 = 一 + 二") == {"合计": "1.23", "总计": "1.23"}


def test_the_own_total_of_an_equation_is_old_before_a_total_of_another():
    """Either would do: 甲 is the total here and in more equations, 乙 the total of the next one."""
    cells = {"甲": "11.23", "乙": "10.00", "丙": "11.23", "丁": "10.00", "戊": "10.00"}
    relations = ("甲 = SUM(乙)", "乙 = SUM(丙)", "甲 = 丁", "甲 = 戊")
    assert by(cells, *relations) == {"甲": "-1.23", "丙": "-1.23"}


SPOILS = {"一": "10.00", "二": "2.00", "合计": "11.23", "总计": "12.00"}
SPOILT = ("合计 = SUM(一)", "总计 = 合计 + 二")


def test_where_the_likeliest_totals_spoil_each_other_the_next_ones_are_tried():
    """合计 was changed: to take it back would mend its own row and leave 总计 out."""
    assert by(SPOILS, *SPOILT) == {"一": "1.23", "总计": "1.23"}


@pytest.mark.parametrize(("pairs", "found"), [(3, True), (4, False)])
def test_only_so_many_choices_are_tried(pairs: int, found: bool):
    cells = SPOILS | {
        f"{side}{n}": typed for n in range(pairs) for side, typed in (("左", "11.23"), ("右", "10.00"))
    }
    relations = (*SPOILT, *(f"左{n} = 右{n}" for n in range(pairs)))
    assert (2**pairs < MOST_CHOICES) is found  # each pair doubles the choices before the right one
    assert bool(by(cells, *relations)) is found


def test_of_two_tables_that_look_the_figure_up_in_each_other_neither_has_the_total():
    cells = {"甲": "11.23", "乙": "10.00"}
    assert by(cells, "甲 = SUM(乙)", "乙 = SUM(甲)") == {"乙": "1.23"}


def test_of_two_equal_figures_the_one_that_agrees_with_the_others_was_changed_along_with_them():
    cells = {"甲": "11.23", "乙": "10.00", "丙": "11.23", "丁": "10.00"}
    assert by(cells, "甲 = 乙", "丙 = 丁", "甲 = 丙") == {"乙": "1.23", "丁": "1.23"}
    assert by(cells, "甲 = 乙", "丙 = 丁", "乙 = 丁") == {"甲": "-1.23", "丙": "-1.23"}


def test_an_equation_with_cells_that_are_out_of_it_speaks_for_nothing():
    cells = {"甲": "11.23", "乙": "10.00", "丙": "11.23", "丁": "10.00", "戊": "11.23"}
    assert by(cells, "甲 = 乙", "丙 = 丁", "甲 = 戊") == {"甲": "-1.23", "丙": "-1.23"}


def either(cells: Mapping[str, str], *relations: str) -> list[tuple[str, str]]:
    return list(by(cells, *relations, find=either_side).items())


PAIR = {"甲": "11.23", "乙": "10.00"}


def test_of_two_equal_figures_either_may_be_old():
    assert either(PAIR, "甲 = 乙") == [("甲", "-1.23"), ("乙", "1.23")]
    assert either({"甲": "11.23", "乙": "5.00"}, "甲 = 乙 * 2") == [("甲", "-1.23"), ("乙", "0.615")]


@pytest.mark.parametrize(
    ("cells", "relations"),
    [
        ({"甲": "11.00", "乙": "10.00"}, ["甲 = 乙"]),  # a round gap
        ({"甲": "11.23", "乙": "10.00", "丙": "1.00"}, ["甲 = 乙 + 丙 - 丙 * 2"]),
        ({"甲": "11.23", "乙": "10.00", "丙": "10.00"}, ["甲 = 乙", "甲 = 丙"]),
    ],
)
def test_only_a_single_pair_with_a_gap_that_is_no_round_figure_leaves_the_choice(cells, relations):
    assert either(cells, *relations) == []


def test_what_nothing_else_depends_on_is_forgotten_first():
    assert either(PAIR | {"丙": "11.23"}, "甲 = 乙", "甲 = 丙")[0] == ("乙", "1.23")
    assert either(PAIR | {"丙": "10.00"}, "甲 = 乙", "乙 = 丙")[0] == ("甲", "-1.23")


def test_what_has_details_of_its_own_is_forgotten_last():
    cells = PAIR | {"一": "5.00", "二": "6.23", "三": "1.00", "总计": "11.00"}
    assert either(cells, "甲 = 乙", "甲 = 一 + 二", "总计 = 乙 + 三")[0] == ("乙", "1.23")
    cells = PAIR | {"一": "5.00", "二": "5.00", "三": "1.00", "总计": "12.23"}
    assert either(cells, "甲 = 乙", "乙 = 一 + 二", "总计 = 甲 + 三")[0] == ("甲", "-1.23")


def test_of_two_that_others_depend_on_the_one_in_more_equations_is_forgotten_first():
    cells = PAIR | {"丙": "11.23", "丁": "10.00", "戊": "10.00"}
    assert either(cells, "甲 = 乙", "甲 = 丙", "乙 = 丁", "乙 = 戊")[0] == ("乙", "1.23")
    cells = PAIR | {"丙": "11.23", "丁": "10.00", "戊": "11.23"}
    assert either(cells, "甲 = 乙", "甲 = 丙", "乙 = 丁", "甲 = 戊")[0] == ("甲", "-1.23")


def test_an_equation_that_is_not_linear_takes_no_part():
    cells = PAIR | {"一": "2.00", "二": "3.00"}
    search = search_of(cells, "一 * 二 / 一 = 甲", "甲 = 乙")
    assert search.network.broken == (1,)
    assert either(cells, "一 * 二 / 一 = 甲", "甲 = 乙") == [("甲", "-1.23"), ("乙", "1.23")]
