"""One [[check]] may stand for many: what `over` and {} make of it, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from refusals import refused

from jixiao.pack.check import Check
from jixiao.pack.checks_file import ChecksFile, checks_of
from jixiao.pack.loading import load_pack

PACK = load_pack()
TOTALS = {
    "id": "T-{表}-{列}",
    "over": [
        {"表": "功能分类", "列": ["金额", "基本支出"]},
        {"表": "经济分类", "列": "项目支出"},
    ],
    "title": "{表}的{列}：合计等于各类之和",
    "relation": '{表}合计.{列} = SUMIF({表}.编码, "???", {表}.{列})',
    "severity": "error",
    "basis": {"document": "{表}表", "clause": "合计 = Σ类（{列}）"},
    "examples": [
        {
            "given": {"{表}合计.{列}": "1.00", "{表}.编码": ["201"], "{表}.{列}": ["1.00"]},
            "outcome": "passed",
        },
    ],
}


def made(*rows: dict[str, Any], words: dict[str, str] | None = None) -> list[Check]:
    return list(checks_of(ChecksFile(check=rows, words=words or {}), PACK.ground, "some.toml"))


def family(**changes: Any) -> dict[str, Any]:
    return {key: value for key, value in (TOTALS | changes).items() if value is not None}


def test_every_combination_of_a_table_is_a_member():
    ids = [check.data.id for check in made(family())]
    assert ids == ["T-功能分类-金额", "T-功能分类-基本支出", "T-经济分类-项目支出"]


def test_the_words_stand_in_every_text():
    data = made(family())[1].data
    assert data.title == "功能分类的基本支出：合计等于各类之和"
    assert data.relation == '功能分类合计.基本支出 = SUMIF(功能分类.编码, "???", 功能分类.基本支出)'
    assert (data.basis.document, data.basis.clause) == ("功能分类表", "合计 = Σ类（基本支出）")
    assert list(data.examples[0].given) == ["功能分类合计.基本支出", "功能分类.编码", "功能分类.基本支出"]


def test_a_sentence_uses_placeholders_and_terms_side_by_side():
    says = "{表}的科目“{{表}.编码}”合计不对，全年支出 {支出.合计}"
    relation, when = '{表}.{列} = SUMIF({表}.编码, "2*", {表}.{列})', "LEN({表}.编码) > 3"
    data = made(family(says=says, relation=relation, when=when))[2].data
    assert data.says == "经济分类的科目“{经济分类.编码}”合计不对，全年支出 {支出.合计}"
    assert data.conditions == ("LEN(经济分类.编码) > 3",)


def test_braces_stand_for_every_name_that_makes_terms():
    relation = "上年收入.{} = 收入.{}"
    checks = made(family(id="T-{}", over=None, title="{}", relation=relation, basis=basis("{}"), examples=[]))
    assert len(checks) == sum(term.startswith("收入.") for term in PACK.vocabulary)
    assert "上年收入.合计 = 收入.合计" in [check.data.relation for check in checks]


def test_braces_and_over_work_together():
    rows = family(
        id="T-{年}-{}",
        over=[{"年": ["本年决算", "本年预算"]}],
        title="{年}{}",
        relation="{年}.{} >= 0 * 上年决算.{}",
        basis=basis("无"),
        examples=[],
    )
    ids = {check.data.id for check in made(rows)}
    assert {"T-本年决算-水费", "T-本年预算-水费"} <= ids


def test_an_example_that_gives_nothing_is_no_placeholder():
    examples = [{"given": {}, "outcome": "not_checked"}]
    assert all(not check.data.examples[0].given for check in made(family(examples=examples)))


def test_braces_in_a_condition_alone_stand_for_every_name_too():
    changes = {"id": "T-{}", "over": None, "title": "{}", "basis": basis("无"), "examples": []}
    checks = made(family(**changes, relation="支出.合计 > 0", when=["收入.{} > 0"]))
    assert len(checks) == sum(term.startswith("收入.") for term in PACK.vocabulary)
    assert ("收入.合计 > 0",) in [check.data.conditions for check in checks]


def test_words_may_have_quotation_marks():
    over = [{"表": "功能分类", "条件": '"2*"'}]
    changes = {"id": "T", "over": over, "title": "{表}\\{条件}", "basis": basis("无"), "examples": []}
    check = made(family(**changes, relation="支出.合计 = SUMIF({表}.编码, {条件}, {表}.金额)"))[0].data
    assert check.title == '功能分类\\"2*"'
    assert check.relation == '支出.合计 = SUMIF(功能分类.编码, "2*", 功能分类.金额)'


def basis(clause: str) -> dict[str, str]:
    return {"document": "文件", "clause": clause}


# ---- words that the checks of a file share

SHARED = {"文": "决算公开表", "表": "表 | 编 | 类\n功能分类 | FUNC | 201\n经济分类 | ECON | 301\n"}
FOLLOWING = {
    "id": "{编}",
    "over": [{"表": ["功能分类", "经济分类"]}],
    "title": "{表}",
    "relation": "{表}.金额 > 0",
}
GIVEN = [{"given": {"{表}.编码": ["{类}"]}, "outcome": "passed"}]


def test_words_follow_from_a_word_of_over():
    rows = family(**FOLLOWING, basis=basis("{文}"), examples=GIVEN)
    data = [check.data for check in made(rows, words=SHARED)]
    assert [each.id for each in data] == ["FUNC", "ECON"]
    assert [each.examples[0].given for each in data] == [
        {"功能分类.编码": ["201"]},
        {"经济分类.编码": ["301"]},
    ]
    assert {each.basis.clause for each in data} == {"决算公开表"}


def test_a_check_of_its_own_may_use_a_shared_word():
    single = {
        "id": "T",
        "over": None,
        "title": "{文}",
        "relation": "支出.合计 = 收入.合计",
        "basis": basis("无"),
    }
    assert made(family(**single, examples=[]), words={"文": "决算公开表"})[0].data.title == "决算公开表"


def test_a_placeholder_of_over_may_be_used_by_what_follows_from_it_alone():
    words = {"表": "表 | 列\n甲 | 合计\n乙 | 基本支出"}
    over = {"id": "{列}", "over": [{"表": ["甲", "乙"]}], "title": "合", "relation": "支出.{列} > 0"}
    assert len(made(family(**over, basis=basis("无"), examples=[]), words=words)) == 2


def test_a_word_from_which_nothing_follows_is_a_word_like_others():
    words = {"表": "表 | 类\n功能分类 | 201"}
    rows = family(**FOLLOWING | {"id": "{表}"}, basis=basis("无"), examples=[])
    example = family(
        id="T", over=[{"表": "功能分类"}], title="{类}", relation="{表}.金额 > 0", basis=basis("无")
    )
    ids = [check.data.id for check in made(rows, example | {"examples": []}, words=words)]
    assert ids == ["功能分类", "经济分类", "T"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"无": "无"}, "the placeholder “无” is used nowhere"),
        ({"表.名": "无"}, "“表.名” is no placeholder with words"),
        ({"文": ""}, "“文” is no placeholder with words"),
        ({"文": "{表}"}, "a word of the placeholder “文” has braces"),
        ({"表": "表 | 编.类\n功能分类 | 无"}, "“编.类” is no placeholder with words"),
        ({"表": "表 | 编\n功能分类 | {表}"}, "a word of the placeholder “编” has braces"),
        ({"表": "编 | 表\nFUNC | 功能分类"}, "the first column must be “表”"),
        ({"表": "表 | 编\n功能分类 | A\n功能分类 | B"}, "the first column must be “表”"),
        ({"表": "表 | 编\n | A"}, "“表” is no placeholder with words"),
        ({"表": "表 | 编\n功能分类"}, "has 1 cells for 2 columns"),
        ({"表": "表 | 列\n功能分类 | 甲"}, "the placeholder “列” has its words in"),
        ({"列": "甲"}, "the placeholder “列” has its words in"),
    ],
)
def test_shared_words_that_cannot_be_are_refused(words: dict[str, str], reason: str):
    with refused(reason):
        made(family(), words=words)


# ---- former ids


def test_the_members_of_a_table_had_their_ids_in_order():
    over = [
        {"表": "功能分类", "列": ["金额", "基本支出"], "was": ["A-1", "A-2"]},
        {"表": "经济分类", "列": "项目支出", "was": "A-{列}"},
    ]
    assert [check.data.was for check in made(family(over=over))] == [("A-1",), ("A-2",), ("A-项目支出",)]


def test_a_new_member_had_no_id():
    over = [{"表": "功能分类", "列": ["金额", "基本支出"], "was": ["", "A-2"]}]
    assert [check.data.was for check in made(family(over=over))] == [(), ("A-2",)]


def test_a_check_of_its_own_may_have_had_several_ids():
    single = family(
        over=None, id="T", was=["A", "B"], title="合", relation="支出.合计 = 收入.合计", basis=basis("无")
    )
    assert made(single | {"examples": []})[0].data.was == ("A", "B")
