"""What the framework prints and somebody has typed over is told with its cell."""

from decimal import Decimal

import pytest
from scoring.records import ASSESSMENT, framework, record

from jixiao.model.fact import Fact, Record, State
from jixiao.model.outcome import Severity
from jixiao.pack.loading import load_pack
from jixiao.scoring.changed_presets import changed_presets

PRESETS = load_pack().presets
TABLE = ASSESSMENT.table


def printed(changed=None, gone=()) -> Record:
    """The workbook as it was made, but for some cells and rows."""
    changed = changed or {}
    whole = record()
    rows = []
    for row, indicator in zip(whole.groups[TABLE], framework().indicators, strict=True):
        cells = {term: getattr(indicator, attribute) for term, attribute in PRESETS.items()}
        cells |= {
            f"{TABLE}.{column}": value for (id_, column), value in changed.items() if id_ == indicator.id
        }
        key = str(cells[f"{TABLE}.编号"])
        if indicator.id not in gone:
            rows.append(
                Record({**row.fields, **{t: with_value(row.fields[t], v) for t, v in cells.items()}}, {}, key)
            )
    return Record(whole.fields, {TABLE: tuple(rows)})


def with_value(fact: Fact, value) -> Fact:
    state = State.BLANK if value == "" else State.FILLED
    return Fact(fact.term, fact.label, fact.kind, fact.place, value or None, state=state, typed=str(value))


def found(changed=None, gone=()):
    return changed_presets(printed(changed, gone), framework(), TABLE, PRESETS)


def test_a_workbook_as_it_was_made_has_nothing_to_tell():
    assert found() == ()


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("分值", Decimal(6), "“分值”改成了“6”，评分仍按指标体系的“5”"),
        ("三级指标", "支出进度", "“三级指标”改成了“支出进度”，评分仍按指标体系的“整体支出预算执行率”"),
        ("二级指标", "", "“二级指标”被清空了，评分仍按指标体系的“预算执行”"),
    ],
)
def test_a_changed_cell_is_an_error_with_its_place(column, value, said):
    (finding,) = found({("B1", column): value})
    assert said in finding.message
    assert finding.severity is Severity.ERROR
    assert finding.place is not None
    assert finding.place.sheet == "指标自评"


def test_a_standard_in_other_words_can_be_explained():
    (finding,) = found({("B1", "评分标准"): "等于100%得5分。"})
    assert finding.severity is Severity.WARNING
    assert finding.message.endswith("评分仍按指标体系的“按执行率偏离100%的程度计分：等于100%得5…”。")


def test_blanks_and_width_are_no_change():
    assert found({("B1", "三级指标"): " 整体支出 预算执行率"}) == ()


def test_a_row_that_is_gone_is_told_with_its_points():
    (finding,) = found(gone=("B1",))
    assert "“指标自评”表中找不到这一行，评分仍按指标体系计它的5分" in finding.message


def test_another_number_is_a_row_that_does_not_count_and_one_that_is_gone():
    strange, gone = found({("B1", "编号"): "Z9"})
    assert strange.message == "“Z9”这一行不在指标体系里，没有计分。"
    assert gone.message.startswith("B1 ")


def test_what_is_told_to_be_lost_is_not_told_twice():
    lost = {term: with_value(fact, "") for term, fact in printed().groups[TABLE][0].fields.items()}
    cells = {t: Fact(f.term, f.label, f.kind, None, state=State.LOST) for t, f in lost.items()}
    whole = Record(printed().fields, {TABLE: (Record(cells, {}, "第1行"),)})
    assert changed_presets(whole, framework(), TABLE, PRESETS) == ()
