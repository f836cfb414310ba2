"""report.toml gives every phrase its name, and nothing else."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from report.small import PACK

from jixiao.pack.errors import PackError
from jixiao.report.language.phrase import PhraseUse, phrases_of
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.style_file import load_style
from jixiao.report.language.style_proof import prove_style

UNITS = PACK.form.units.factors
TEXT = (PACK.reports / "report.toml").read_text(encoding="utf-8")


def changed(folder: Path, old: str, new: str) -> Path:
    assert old in TEXT
    (folder / "report.toml").write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_phrases_of_a_use_are_the_marked_methods() -> None:
    assert phrases_of(Phrases, PhraseUse.TEST).keys() == {"empty", "unfilled", "none_typed", "same"}
    assert phrases_of(Phrases, PhraseUse.FUNCTION)["share"] == "占总数的百分比"


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('grouped = "千分位"\n', "", "[filters]", "缺少“grouped”这一项"),
        ('share = "占比"', 'sharr = "占比"', "sharr", "不认识“sharr”这一项，是不是“share”？"),
        ('share = "占比"', 'share = "占比"\nempty = "空"', 'empty = "空"', "不认识“empty”这一项"),
        ('same = "同名"', "same = 1", "same = 1", "“same”应是文字"),
    ],
)
def test_a_phrase_without_a_name_and_a_name_without_a_phrase_are_refused(
    tmp_path: Path, old: str, new: str, line: str, told: str
) -> None:
    folder = changed(tmp_path, old, new)
    lines = (folder / "report.toml").read_text(encoding="utf-8").splitlines()
    number = next(number for number, text in enumerate(lines, 1) if text.startswith(line))
    with pytest.raises(PackError) as refused:
        load_style(folder, UNITS)
    assert f"第{number}行" in str(refused.value)
    assert told in str(refused.value)


def test_a_section_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="“tests”"):
        load_style(changed(tmp_path, "[tests]", "[test]"), UNITS)


def test_a_report_needs_an_outline(tmp_path: Path) -> None:
    without = replace(load_style(PACK.reports, UNITS), outlines=())
    with pytest.raises(PackError, match="至少应有一个大纲"):
        prove_style(without, UNITS, tmp_path / "report.toml")
