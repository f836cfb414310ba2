"""What a [[check]] that stands for many cannot be, and how that is said."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pack.test_families import basis, family, made
from refusals import refused

NAMED = {
    "id": "T-{}",
    "title": "{}",
    "relation": "上年收入.{} = 收入.{}",
    "basis": {"document": "文", "clause": "款"},
}


@pytest.mark.parametrize("over", [None, [{"表": "甲"}]])
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"basis": {}}, "missing required field `document`"),
        ({"examples": [{}]}, "missing required field `given`"),
        ({"when": {}}, "Expected `.*`, got `object`"),
        ({"when": 3}, "Expected `.*`, got `int`"),
        ({"when": [3]}, "Expected `str`, got `int`"),
        ({"title": date(2020, 1, 1)}, "Expected `str`, got `date`"),
        ({"mend": time(7, 32)}, "Expected `str`, got `time`"),
    ],
)
def test_a_family_is_refused_what_a_check_of_its_own_is(over: Any, changes: dict[str, Any], reason: str):
    says = {"says": "{表}"} if over else {}
    with refused(reason) as error:
        made(family(**NAMED | {"over": over, "examples": []} | says | changes))
    assert error.value.at[:3] == ("check", 0, next(iter(changes)))


def test_a_relation_that_is_no_text_is_no_family():
    with refused("Expected `str`, got `object`"):
        made(family(**NAMED | {"over": None, "examples": [], "relation": {}}))


def test_cells_of_an_example_that_become_the_same_are_refused():
    given = {"收入.{}": "1.00", "收入.合计": "2.00"}
    with refused("two keys become “收入.合计”") as error:
        made(family(**NAMED | {"over": None, "examples": [{"given": given, "outcome": "passed"}]}))
    assert error.value.at == ("check", 0, "examples")


# ---- what is refused


@pytest.mark.parametrize(
    ("changes", "reason", "at"),
    [
        ({"over": 3}, "“over” must be a list of tables", ("over",)),
        ({"over": []}, "“over” has no words", ("over",)),
        ({"over": [{}]}, "“over” has no words", ("over",)),
        ({"over": [{"表": "功能分类"}]}, "has no words for the placeholder “{列}”", ("id",)),
        ({"over": [{"表": "甲", "列": "乙"}, {"表": "丙"}]}, "not all have “列”", ("over", 1)),
        ({"over": [{"表": "甲", "列": "乙", "行": "丙"}]}, "the placeholder “行” is used nowhere", ("over",)),
        ({"over": [{"表.名": "甲"}]}, "“表.名” is no placeholder with words", ("over", 0, "表.名")),
        ({"over": [{"表": "甲", "列": []}]}, "“列” is no placeholder", ("over", 0, "列")),
        ({"over": [{"表": "甲", "列": ["乙", ""]}]}, "“列” is no placeholder", ("over", 0, "列")),
        ({"over": [{"表": "甲", "列": "{表}"}]}, "a word of the placeholder “列” has", ("over", 0, "列")),
        ({"over": [{"表": "甲", "列": "乙\n"}]}, "a word of the placeholder “列” has", ("over", 0, "列")),
        ({"over": [{"表": "甲", "列·": "乙"}]}, "“列·” is no placeholder", ("over", 0, "列·")),
        ({"over": [{"表": "甲", "列": ["乙", "乙"]}]}, "“over” says “甲、乙” twice", ("over", 0)),
        ({"over": [{"表": "甲", "列": "乙"}] * 2}, "“over” says “甲、乙” twice", ("over", 1)),
        (
            {"over": [{"表": "功能分类", "列": ["金额"], "was": ["A", "B"]}]},
            "2 ids for 1 members",
            ("over", 0, "was"),
        ),
        ({"title": "{表名}"}, "has no words for the placeholder “{表名}”", ("title",)),
        ({"title": "{}"}, "has no words for the placeholder “{}”", ("title",)),
        ({"id": "T-{表}"}, "the id occurs twice", ("id",)),
        ({"relation": "{表}.{} = {表}.{}无"}, "{} fits no name", ("relation",)),
        ({"relation": "{表}.{列} = {表}.无"}, "unknown term “功能分类.无”", ("relation",)),
        ({"severity": "fatal"}, "fatal", ("severity",)),
        (
            {"when": 'CODENAME("功能分类", 功能分类.编码) <> ""'},
            "unknown code list “功能分类”; did you mean “功能分类科目”",
            ("when",),
        ),
        (
            {"over": [{"表": [f"甲{n}" for n in range(30)], "列": [f"乙{n}" for n in range(30)]}]},
            "too many",
            ("over", 0),
        ),
    ],
)
def test_what_a_family_cannot_be_is_refused_with_its_place(
    changes: dict[str, Any], reason: str, at: tuple[Any, ...]
):
    good = family(
        id="G", over=None, title="合", relation="支出.合计 = 收入.合计", basis=basis("无"), examples=[]
    )
    with refused(reason.replace("{", r"\{")) as error:
        made(good, family(**changes))
    assert error.value.at == ("check", 1, *at)


def test_a_member_is_named_in_what_is_said_about_it():
    with refused("^some.toml: T-经济分类-项目支出: unknown term “经济分类.项目”"):
        made(
            family(relation="{表}.{列} = {表}.{列}", when="LEN({表}.编码) > 0"),
            family(
                id="T-{表}-{列}",
                over=[{"表": "经济分类", "列": "项目支出"}],
                relation="{表}.项目 = {表}.{列}",
            ),
        )


@pytest.mark.parametrize("was", ["G", "A-1"])
def test_an_id_that_another_check_has_or_had_is_refused(was: str):
    plain = {"title": "合", "relation": "支出.合计 = 收入.合计", "basis": basis("无"), "examples": []}
    good = family(id="G", over=None, was=["A-1"], **plain)
    with refused(f"“was” names “{was}”, which is the id of another check"):
        made(good, family(id="H", over=None, was=[was], **plain))


@pytest.mark.parametrize(
    ("was", "reason"),
    [(["H"], "“was” names “H”, which is its own id"), (["A", "A", "H"], "“was” names “A” twice")],
)
def test_an_id_that_a_check_has_or_names_already_is_refused_as_such(was: list[str], reason: str):
    plain = {"title": "合", "relation": "支出.合计 = 收入.合计", "basis": basis("无"), "examples": []}
    with refused(reason):
        made(family(id="H", over=None, was=was, **plain))


@pytest.mark.parametrize(
    "changes", [{"was": ["A"]}, {"over": [{"表": "功能分类", "列": ["金额", "基本支出"], "was": "A"}]}]
)
def test_a_former_id_for_several_members_is_refused(changes: dict[str, Any]):
    with refused("“was” names “A” for several checks of a family"):
        made(family(**changes))


@pytest.mark.parametrize("empty", ["", " "])
def test_a_check_without_an_id_is_refused(empty: str):
    plain = {"title": "合", "relation": "支出.合计 = 收入.合计", "basis": basis("无"), "examples": []}
    with refused("“id” is empty") as error:
        made(family(id=empty, over=None, **plain))
    assert error.value.at == ("check", 0, "id")
