"""A spoilt carryover.toml stops with file, place and reason before any workbook is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from refusals import refused

from jixiao.pack.carryover import FILE, load_sources, load_two_years
from jixiao.pack.errors import PackError
from jixiao.pack.loading import load_pack

PACK = load_pack()
DATA = (PACK.folder / FILE).read_text(encoding="utf-8")

SPOILT = [
    ('"单位.简称" = "单位.简称"', '"单位.简成" = "单位.简称"', "unknown term; did you mean “单位.简称”"),
    ('"单位.简称" = "单位.简称"', '"单位.简称" = "单位.简成"', "unknown term “单位.简成”"),
    ('"单位.简称" = "单位.简称"', '"执行率.全年预算" = "支出.合计"', "a computed cell takes nothing over"),
    ('"单位.简称" = "单位.简称"', '"项目明细.用途" = "单位.简称"', "it does not belong to"),
    ('"单位.简称" = "单位.简称"', '"单位.简称" = "项目明细.用途"', "it speaks of another table"),
    ('"上年收入.{}" = "收入.{}"', '"上年收入.{}" = "收入来源.{}"', "{} fits no name"),
    ('into = "社保基金"\n', 'into = "社保金"\n', "unknown table or block; did you mean “社保基金”"),
    ("years = 1", "years = 1\nyear = 1", "unknown field `year`"),
]
SPOILT_CHECKS = [
    (
        'relation = "结转结余.年初 = 上年表.结转结余.年末"',
        'relation = "上年表.结转结余.年末 = 结转结余.年初"',
        "left side",
    ),
    (
        'relation = "上年收入.{} = 上年表.收入.{}"',
        'relation = "上年收入.{} = 上年表.收入来源.{}"',
        "fits no name",
    ),
    ('id = "YEAR-05"', 'id = "YEAR-04"', "the id occurs twice"),
]


def spoilt(tmp_path: Path, old: str, new: str):
    assert old in DATA
    (tmp_path / FILE).write_text(DATA.replace(old, new, 1), encoding="utf-8")
    return replace(PACK, folder=tmp_path)


@pytest.mark.parametrize(("old", "new", "reason"), SPOILT)
def test_a_spoilt_source_is_refused_with_its_reason(tmp_path, old, new, reason):
    with pytest.raises(PackError) as refusal:
        load_sources(spoilt(tmp_path, old, new), load_pack)
    assert refusal.value.file == FILE
    assert reason in refusal.value.reason


@pytest.mark.parametrize(("old", "new", "reason"), SPOILT_CHECKS)
def test_a_spoilt_check_across_the_years_is_refused_with_its_reason(tmp_path, old, new, reason):
    with pytest.raises(PackError) as refusal:
        load_two_years(spoilt(tmp_path, old, new))
    assert refusal.value.file == FILE
    assert reason in refusal.value.reason


def test_rows_inside_a_block_need_the_block_itself(tmp_path):
    start = DATA.index('[[source.take]]\ninto = "社保基金"\n')
    block = DATA[start : DATA.index('[[source.take]]\ninto = "社保基金.收入项目"\n')]
    with refused("the records around it are not taken over"):
        load_sources(spoilt(tmp_path, block, ""), load_pack)


def test_a_pack_without_the_file_takes_nothing_over_and_compares_nothing(tmp_path):
    bare = replace(PACK, folder=tmp_path)
    assert load_sources(bare, load_pack) == ()
    assert load_two_years(bare) is None
