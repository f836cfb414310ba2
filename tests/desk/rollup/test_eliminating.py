from decimal import Decimal

from jixiao.desk.rollup.adding import Member
from jixiao.desk.rollup.eliminating import Eliminated, eliminate
from jixiao.desk.rollup.total import Total
from jixiao.pack.loading import load_pack
from jixiao.pack.rollup_file import load_rollup

RULES = load_rollup(load_pack()).elimination[:1]


def unit(name: str, **figures: int) -> Member:
    terms = {"received": "收入.上级补助", "paid": "支出.对附属单位补助"}
    return Member(name, Total({terms[what]: Decimal(value) for what, value in figures.items()}))


def total(received: int, paid: int, *codes: str) -> Total:
    figures = {"收入.上级补助": received, "支出.对附属单位补助": paid, "收入.合计": 100, "支出.合计": 90}
    rows = tuple(
        Total({"功能分类.金额": Decimal(50), "功能分类.其他支出": Decimal(30)}, {"功能分类.编码": code})
        for code in codes
    )
    return Total(
        {term: Decimal(value) for term, value in figures.items()}, {}, {"功能分类": rows} if rows else {}
    )


def taken(
    whole: Total, members: list[Member], rows: dict[str, tuple[str, ...]] | None = None
) -> tuple[Total, Eliminated]:
    left, (one,) = eliminate(whole, "甲部门", members, RULES, rows or {})
    return left, one


def test_what_one_pays_and_another_receives_is_in_no_total() -> None:
    left, one = taken(total(20, 20), [unit("本级", paid=20), unit("一所", received=20)])
    amounts = {"收入.上级补助": 0, "支出.对附属单位补助": 0, "收入.合计": 80, "支出.合计": 70}
    assert left.figures == {term: Decimal(value) for term, value in amounts.items()}
    assert (one.taken, one.gap, one.paid, one.received) == (20, 0, {"本级": 20}, {"一所": 20})


def test_of_two_sides_that_differ_the_smaller_is_taken_out_and_the_gap_told() -> None:
    left, one = taken(
        total(25, 20), [unit("本级", paid=20), unit("一所", received=15), unit("二所", received=10)]
    )
    assert (one.taken, one.gap) == (20, 5)
    assert left.figures["收入.上级补助"] == 5
    _, nothing = taken(total(25, 0), [unit("一所", received=25)])
    assert (nothing.taken, nothing.gap) == (0, 25)


def test_of_two_units_with_one_name_both_are_taken_out() -> None:
    members = [unit("本级", paid=30), unit("中心小学", received=10), unit("中心小学", received=20)]
    _, one = taken(total(30, 30), members)
    assert (one.taken, one.gap) == (30, 0)


def test_the_row_that_people_name_and_those_above_it_are_freed_of_it() -> None:
    members = [unit("本级", paid=20), unit("一所", received=20)]
    left, one = taken(total(20, 20, "208", "20801", "2080199", "210"), members, {"功能分类": ("2080199",)})
    assert one.left == ("经济分类",)
    amounts = [
        (row.figures["功能分类.金额"], row.figures["功能分类.其他支出"]) for row in left.groups["功能分类"]
    ]
    assert amounts == [(30, 10), (30, 10), (30, 10), (50, 30)]


def test_a_row_with_others_below_it_or_with_less_is_left_and_told() -> None:
    members = [unit("本级", paid=40), unit("一所", received=40)]
    reasons = {
        "208": "不是最末级，下面还有 20801、2080199",
        "2080199": "“其他支出”只有 30.00 元，不够抵销 40.00 元",
        "999": "里没有编码是“999”的一行",
    }
    for code, reason in reasons.items():
        left, one = taken(total(40, 40, "208", "20801", "2080199"), members, {"功能分类": (code,)})
        assert sorted((*one.left, *dict(one.unfit))) == ["功能分类", "经济分类"], code
        assert reason in dict(one.unfit).get("功能分类", "")
        assert left.groups == total(40, 40, "208", "20801", "2080199").groups


def test_a_row_that_is_named_and_does_not_fit_is_told_apart_from_one_that_is_not_named() -> None:
    members = [unit("本级", paid=20), unit("一所", received=20)]
    _, one = taken(total(20, 20, "208", "20801"), members, {"功能分类": ("2080199",)})
    assert (one.left, list(dict(one.unfit))) == (("经济分类",), ["功能分类"])


def test_of_several_rows_the_one_that_fits_counts_and_two_that_fit_are_told() -> None:
    members = [unit("本级", paid=20), unit("一所", received=20)]
    whole = total(20, 20, "207", "20701", "2070199")
    left, one = taken(whole, members, {"功能分类": ("2130199", "2070199")})
    assert (one.rows, one.unfit) == ({"功能分类": "2070199"}, ())
    assert {row.figures["功能分类.其他支出"] for row in left.groups["功能分类"]} == {10}
    both = total(20, 20, "2070199", "2130199")
    left, one = taken(both, members, {"功能分类": ("2130199", "2070199")})
    assert "的 2130199、2070199 都放得下" in dict(one.unfit)["功能分类"]
    assert left.groups == both.groups
    _, one = taken(whole, members, {"功能分类": ("1", "2")})
    assert dict(one.unfit)["功能分类"].count("里没有编码是") == 2
