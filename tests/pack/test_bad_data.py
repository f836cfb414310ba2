"""What a pack's author can get wrong in checks and frameworks stops with file, id and reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from refusals import refused

from jixiao.checks.proof import prove_checks
from jixiao.pack import loading
from jixiao.pack.check import Check, CheckData, Example, bind_check
from jixiao.pack.errors import PackError
from jixiao.pack.loading import load_pack

GOOD = loading.data_folder("workbook_templates")
NAME = loading.DEFAULT
PACK = load_pack()
RATIO = "支出.合计 / 整体预算.年初预算数 <= 2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pack that a test may spoil."""
    copy = Path(shutil.copytree(GOOD, tmp_path / "workbook_templates")) / NAME
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    return copy


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def place(reason: PackError) -> tuple[str, str]:
    return reason.file, reason.place


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('basis = "{基础数据表} | 财政供养人员情况"', "", "basis"),
        ('basis = "{基础数据表} | 财政', 'basis = "财政', "basis"),
        ('"{基础数据表} | 财政供养人员情况"', '{ clause = "财政供养人员情况" }', "document"),
        ('severity = "error"', 'severity = "error"\nseverness = 1', "severness"),
        ('title = "{称}合计', 'titel = "{称}合计', "titel"),
        ("| passed", "| past", "past"),
        ('severity = "error"', 'severity = "error"\nsays = "{编制数.合记}"', "did you mean “编制数.合计”"),
        ('severity = "error"', 'severity = "error"\nsays = "{功能分类.金额}"', "column of another table"),
        ("{数}.合计 = {数}.全额", "{数}.合记 = {数}.全额", "did you mean “编制数.合计”"),
        (
            'relation = "{数}',
            'relation = "SUMIF(功能分类.编码, 单位.名称, 经济分类.金额) + {数}',
            "another table",
        ),
    ],
)
def test_a_spoilt_check_is_refused_with_file_id_and_reason(folder: Path, old: str, new: str, said: str):
    spoil(folder / "checks.toml", old, new)
    with refused(said) as error:
        load_pack()
    assert place(error.value) == ("checks.toml", "STAFF-01")


def test_the_id_is_that_of_the_spoilt_check_and_not_of_the_first(folder: Path):
    spoil(folder / "checks.toml", 'id = "FUND-03"', 'id = "FUND-03"\nunheard = 1')
    with refused(r"checks\.toml: FUND-03: .*unheard"):
        load_pack()


def test_a_spoilt_indicator_is_refused_with_file_id_and_reason(folder: Path):
    name = PACK.form.framework
    spoil(folder / "frameworks" / f"{name}.toml", 'id = "B1"', 'id = "B1"\nunheard = 1')
    with refused("unheard") as error:
        load_pack().framework(name)
    assert place(error.value) == (f"{name}.toml", "B1")


def check(relation: str, *examples: tuple[dict[str, str | list[str]], str]) -> list[Check]:
    data = CheckData(
        id="X-01",
        title="试",
        relation=relation,
        severity="error",
        basis=PACK.checks[0].data.basis,
        examples=msgspec.convert(
            [{"given": given, "outcome": outcome} for given, outcome in examples], tuple[Example, ...]
        ),
    )
    return [bind_check(data, PACK.vocabulary, "checks.toml")]


FAILS = ({"支出.合计": "3.00", "整体预算.年初预算数": "1.00"}, "inconsistent")
PASSES = ({"支出.合计": "1.00", "整体预算.年初预算数": "1.00"}, "passed")


def test_the_examples_that_the_next_tests_spoil_are_good():
    prove_checks(PACK, check(RATIO, PASSES, FAILS))


@pytest.mark.parametrize("budget", ["0", ""])
@pytest.mark.parametrize("outcome", ["passed", "rounding", "inconsistent"])
def test_a_relation_that_divides_by_zero_on_its_example_is_refused(budget: str, outcome: str):
    divides = ({"支出.合计": "1.00", "整体预算.年初预算数": budget}, outcome)
    with refused(r"X-01: example 3 says .*: it divides by zero") as error:
        prove_checks(PACK, check(RATIO, PASSES, FAILS, divides))
    assert place(error.value) == ("checks.toml", "X-01")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"支出.合记": "1.00"}, "unknown term “支出.合记”; did you mean “支出.合计”"),
        ({"支出.合计": "一"}, "gives “一”, which is no number, to “支出.合计”"),
        ({"支出.合计": "NaN"}, "no number"),
        ({"支出.合计": ["1.00"]}, "must give “支出.合计” as one value"),
        ({"功能分类.金额": "1.00"}, "must give “功能分类.金额” as a list of rows"),
        ({"社保基金.支出项目.金额": "1.00"}, "as a list of rows"),
        ({"社保基金.支出合计": ["1.00"]}, "as one value"),
    ],
)
def test_an_example_that_cannot_be_typed_is_refused(given: dict[str, str | list[str]], reason: str):
    with refused(reason) as error:
        prove_checks(PACK, check(RATIO, PASSES, FAILS, (given, "passed")))
    assert place(error.value) == ("checks.toml", "X-01")


def test_the_largest_of_no_rows_is_zero_and_no_accident():
    examples = (({"功能分类.金额": []}, "not_checked"), ({"功能分类.金额": ["1.00"]}, "inconsistent"))
    with refused("example 1 says not_checked, but comes out as passed"):
        prove_checks(PACK, check("MAX(功能分类.金额) <= 0", *examples, ({"功能分类.金额": ["0"]}, "passed")))
