"""A new place is data: one file beside the other frameworks; all from the workbook to the score follows."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from workbook.books import silent

from jixiao.building.samples import samples
from jixiao.building.shipped import prove_pack
from jixiao.building.workbook import built
from jixiao.checks.confront import confront
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome
from jixiao.pack import loading
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect

# A made-up place: two first levels of its own, names of grades that were seen in print, bounds that were not
ELSEWHERE = """\
name = "部门整体支出绩效自评表（某市，履职效能和管理效率）"
printed = "某市部门整体支出绩效自评表"
basis = { document = "某市通知", clause = "附件1" }
total = "100"
grades = [
  { name = "优秀", lowest = "95" },
  { name = "良好", lowest = "85" },
  { name = "合格", lowest = "70" },
  { name = "不合格", lowest = "0" },
]
levels = [
  { name = "管理效率", max_score = "40", parts = { "预算管理" = "10", "内部管理" = "30" } },
  { name = "履职效能", max_score = "60", parts = { "履职效能" = "60" } },
]

[[indicator]]
id = "A1"
level1 = "管理效率"
level2 = "预算管理"
name = "预算执行率"
max_score = "10"
standard = "执行率达到95%得满分，低于80%不得分，其间按比例计分。"
measure = "支出.合计 / 整体预算.全年预算数"
method = { type = "linear", zero_at = "0.8", full_at = "0.95" }
basis = { document = "某市通知", clause = "附件1第1行" }
examples = [{ value = "95%", score = "10" }, { value = "87.5%", score = "5" }, { value = "80%", score = "0" }]

[[indicator]]
id = "A2"
level1 = "管理效率"
level2 = "内部管理"
name = "资金使用合规性"
max_score = "30"
standard = "每发现一次扣5分，最多扣20分。"
method = { type = "each_violation", deduct = "5", floor = "10" }
basis = { document = "某市通知", clause = "附件1第2行" }
examples = [{ value = "0", score = "30" }, { value = "4", score = "10" }, { value = "5", score = "10" }]

[[indicator]]
id = "自定1"
level1 = "履职效能"
level2 = "履职效能"
name = "单位自定的指标"
max_score = "60"
standard = "由单位分配分值。"
measure = 'SUMIF(自定指标.一级指标, "履职效能", 自定指标.得分)'
method = { type = "free_rows" }
basis = { document = "某市通知", clause = "附件1第3行" }
examples = [{ value = "60", score = "60" }, { value = "0", score = "0" }]
"""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("workbook_templates", "report_templates"):
        shutil.copytree(loading.data_folder(name), tmp_path / name, ignore=shutil.ignore_patterns("*.xls*"))
    here = loading.data_folder("samples")
    monkeypatch.setattr(loading, "data_folder", lambda name: here if name == "samples" else tmp_path / name)
    folder = tmp_path / "workbook_templates" / loading.DEFAULT / "frameworks"
    (folder / "whole-elsewhere.toml").write_text(ELSEWHERE, encoding="utf-8")
    return "whole-elsewhere"


def indicator(name: str, weight: int, actual: str, reason: str = "") -> Filling:
    cells = {
        "一级指标": "履职效能",
        "二级指标": "数量指标",
        "三级指标": name,
        "计算符号": "≥",
        "年度指标值": "100",
        "实际完成值": actual,
        "分值": Decimal(weight),
        "偏差原因": reason,
        "佐证材料": "台账",
    }
    return Filling({f"自定指标.{column}": value for column, value in cells.items() if value != ""})


def test_a_place_is_added_by_one_file(elsewhere: str, tmp_path: Path):
    pack = load_pack()
    prove_pack(pack)
    (sample,) = (each for each in samples() if each.values.stem == "leiyang-2022-balanced")
    filling = read_filling(sample.values, pack)
    own = (indicator("甲", 40, "100"), indicator("乙", 20, "50", "任务年底才下达"))
    judged = Filling({"指标自评.编号": "A2", "指标自评.违规次数": 5, "指标自评.扣分原因": "审计发现"})
    groups = {**filling.groups, "自定指标": own, "指标自评": (judged,)}
    texts = {**filling.entries, "自评目标.完成情况": "基本完成。"}
    book = tmp_path / "某单位.xlsm"
    book.write_bytes(built(silent(pack), elsewhere, Filling(texts, groups)))
    found = inspect(book, pack)
    card = found.scorecard
    assert card is not None
    assert {score.id: score.score for score in card.scores} == {"A1": 10, "A2": 10, "自定1": 50}
    assert (card.framework, card.total, card.grade) == ("某市部门整体支出绩效自评表", 70, "合格")
    assert not found.draft


def test_weights_that_do_not_add_up_are_told_for_it_too(elsewhere: str, tmp_path: Path):
    pack = load_pack()
    own = Filling({}, {"自定指标": (indicator("甲", 50, "100"),)})
    book = tmp_path / "某单位.xlsm"
    book.write_bytes(built(silent(pack), elsewhere, own))
    record = inspect(book, pack).record
    broken = {
        verdict.check.data.id
        for verdict in confront(record, pack.checks, pack.vocabulary, pack.names_of_codes)
        if verdict.outcome is Outcome.INCONSISTENT
    }
    assert {"SELF-06-一级", "SELF-06-全部"} <= broken


def test_a_workbook_of_the_common_indicators_starts_with_their_names(tmp_path: Path):
    pack = load_pack()
    book = tmp_path / "某单位.xlsm"
    book.write_bytes(built(silent(pack), "whole-53", Filling()))
    rows = inspect(book, pack).record.groups["自定指标"]
    names = [row.fields["自定指标.三级指标"].text for row in rows if row.used]
    assert (len(names), names[0], names[-1]) == (28, "绩效目标合理性", "社会公众或服务对象满意度")
