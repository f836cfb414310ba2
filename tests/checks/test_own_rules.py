"""An accountant's own checks stand behind those of the pack; one that can have no outcome is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from refusals import refused

from jixiao.checks.own_rules import with_own_rules
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack

PACK = load_pack()
RULE = """\
[[check]]
id = "%s"
title = "题"
relation = '%s'
severity = "warning"
basis = { document = "文件", clause = "条款" }
"""


def file(folder: Path, relation: str, *more: str, name: str = "自-01") -> Path:
    path = folder / f"{name}.toml"
    path.write_text("\n".join([RULE % (name, relation), *more]), encoding="utf-8")
    return path


def accepted(folder: Path, relation: str, *more: str) -> Pack:
    return with_own_rules(PACK, [file(folder, relation, *more)])


def test_own_checks_follow_those_of_the_pack_in_the_order_of_their_files(tmp_path: Path):
    files = [file(tmp_path, "支出.合计 > 0", name=name) for name in ("自-02", "自-01")]
    pack = with_own_rules(PACK, files)
    assert pack.checks[: len(PACK.checks)] == PACK.checks
    assert [check.data.id for check in pack.checks[len(PACK.checks) :]] == ["自-02", "自-01"]
    assert pack.own_rules == (*PACK.own_rules, *files)


def test_without_a_file_the_pack_stays_as_it_is():
    assert with_own_rules(PACK, []) is PACK


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        ("支出.合计 = 单位.名称", "it compares a number with text"),
        ("支出.合计 = 1 + 单位.名称", "it calculates with text"),
        ("单位.名称 < 单位.简称", "text is compared by = or <> only"),
        ("功能分类.名称 > 功能分类.编码", "text is compared by = or <> only"),
        ("AND(支出.合计 > 0, 支出.合计 = 单位.名称)", "it compares a number with text"),
    ],
)
def test_a_relation_without_an_outcome_is_refused(tmp_path: Path, relation: str, reason: str):
    with refused(reason):
        accepted(tmp_path, relation)


def test_a_condition_without_an_outcome_is_refused(tmp_path: Path):
    with refused("it compares a number with text"):
        accepted(tmp_path, "支出.合计 > 0", 'when = "支出.合计 = 单位.名称"')


@pytest.mark.parametrize(
    "relation",
    [
        "单位.名称 = 单位.简称",
        "单位.名称 <> 单位.简称",
        "功能分类.金额 > 0",
        "社保基金.支出项目.金额 <= 社保基金.支出合计",
        "支出.合计 / (收入.合计 - 收入.合计) > 1",  # with other figures the divisor may well be there
    ],
)
def test_a_relation_that_can_be_evaluated_is_accepted(tmp_path: Path, relation: str):
    assert len(accepted(tmp_path, relation).checks) == len(PACK.checks) + 1


def test_an_example_that_comes_out_otherwise_is_refused(tmp_path: Path):
    example = 'examples = [ { given = { "支出.合计" = "1.00" }, outcome = "inconsistent" } ]'
    with refused("example 1 says inconsistent, but comes out as passed"):
        accepted(tmp_path, "支出.合计 > 0", example)


def test_examples_are_not_demanded(tmp_path: Path):
    assert accepted(tmp_path, "支出.合计 > 0").checks[-1].data.examples == ()
