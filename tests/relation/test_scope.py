"""Where a relation stands, what a term means there, and which rows match."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from small_sheet import fact, record, scope, with_blocks, with_rows

from jixiao.model.fact import Record, State
from jixiao.relation.scope import Scope

ROWS = [("208", "社保", "10"), ("２０８０１", "管 理", "4"), (None, "无", "3"), ("208", "又", "1")]
BASE = with_blocks(with_rows(record(总_一="4"), ROWS), [("3", ["1", "2"]), ("5", ["5"])])


def blocks() -> list[Scope]:
    return list(scope(BASE).each(("块",)))


def items() -> list[Scope]:
    return list(scope(BASE).each(("块", "块.项")))


def texts(found: list[Record]) -> list[str]:
    return [row.fields["表.名称"].text for row in found]


def test_the_workbook_itself_has_no_key_and_is_its_own_record():
    root = scope(BASE)
    assert (root.key, root.innermost, list(root.each(()))) == ("", BASE, [root])


def test_there_is_a_scope_for_every_record_of_every_block():
    assert [block.key for block in blocks()] == ["第1块", "第2块"]
    assert [item.cell("块.项.金额").number for item in items()] == [10000, 20000, 50000]
    assert [item.innermost.fields["块.项.金额"] for item in items()] == [
        i.cell("块.项.金额") for i in items()
    ]


def test_keys_are_joined_from_the_outside_in():
    inner = Record({"块.项.金额": fact("块.项.金额", "1")}, {}, "甲")
    outer = Record({"块.合计": fact("块.合计", "1")}, {"块.项": (inner,)}, "第1块")
    [only] = scope(Record(BASE.fields, {"块": (outer,)})).each(("块", "块.项"))
    assert only.key == "第1块·甲"


def test_a_table_that_is_not_there_has_no_scopes():
    assert list(scope(Record({}, {})).each(("表",))) == []
    assert scope(Record({}, {})).column("表.金额") == []


def test_a_term_means_the_cell_of_the_record_around():
    first, second = blocks()
    assert (first.cell("块.合计").number, second.cell("块.合计").number) == (30000, 50000)
    assert second.cell("总.一").number == 40000


@pytest.mark.parametrize(
    ("where", "term", "numbers"),
    [
        ("root", "表.金额", [100000, 40000, 30000, 10000]),
        ("root", "块.合计", [30000, 50000]),
        ("root", "块.项.金额", [10000, 20000, 50000]),
        ("block", "块.项.金额", [50000]),
        ("block", "块.合计", [30000, 50000]),
        ("block", "表.金额", [100000, 40000, 30000, 10000]),
        ("root", "总.一", [40000]),
    ],
)
def test_a_column_is_what_lies_within_the_scope(where: str, term: str, numbers: list[int]):
    here = scope(BASE) if where == "root" else blocks()[1]
    assert [cell.number for _, cell in here.column(term)] == numbers
    assert all(row.fields[term] is cell for row, cell in here.column(term))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("208", ["社保", "又"]),
        ("208??", ["管 理"]),
        ("208*", ["社保", "又", "管 理"]),
        ("???", ["社保", "又"]),
        ("*1", ["管 理"]),
        ("209", []),
        ("", []),
        ("*", ["社保", "又", "管 理"]),
    ],
)
def test_rows_match_by_their_key_and_a_blank_key_matches_nothing(pattern: str, found: list[str]):
    here = scope(BASE)
    assert texts(here.matching("表.编码", pattern)) == found
    assert texts(here.matching("表.编码", pattern)) == found  # asked again


def test_two_patterns_and_two_keys_do_not_answer_for_each_other():
    here = scope(BASE)
    assert texts(here.matching("表.编码", "208")) == ["社保", "又"]
    assert texts(here.matching("表.名称", "208")) == []
    assert texts(here.matching("表.名称", "管理")) == ["管 理"]
    assert texts(here.matching("表.编码", "208??")) == ["管 理"]


def test_an_unreadable_key_matches_nothing():
    [row, *_] = BASE.groups["表"]
    odd = Record({**row.fields, "表.编码": replace(row.fields["表.编码"], state=State.ERROR)}, {})
    assert scope(Record({}, {"表": (odd,)})).matching("表.编码", "208") == []


def test_the_rows_of_one_block_do_not_answer_for_another():
    first, second = blocks()
    assert [len(block.matching("块.项.金额", "20000")) for block in (first, second)] == [1, 0]
    assert [len(block.matching("块.项.金额", "50000")) for block in (first, second)] == [0, 1]
