"""Records as a reading would give them, built from what a test cares about; all other cells are blank."""

from decimal import Decimal
from functools import cache

import msgspec

from jixiao.model.fact import Fact, Kind, Place, Record, State
from jixiao.model.scorecard import Score, Scorecard
from jixiao.pack.form import Form
from jixiao.pack.framework import Framework
from jixiao.pack.frameworks import load_framework
from jixiao.pack.loading import data_folder
from jixiao.pack.toml_file import read_toml
from jixiao.pack.vocabulary import vocabulary_of
from jixiao.scoring.scorecard import score_framework

FOLDER = data_folder("workbook_templates") / "department-overall"
FORM = read_toml(FOLDER / "form.toml", Form)
VOCABULARY = vocabulary_of(FORM)
ASSESSMENT = FORM.assessment
FRAMEWORKS = ("reconstructed-2022", "reconstructed-2022-53")

FIGURES_2022 = {
    "支出.合计": "346.08",
    "整体预算.年初预算数": "323.56",
    "整体预算.调整数": "22.52",
    "整体预算.政策性调整数": "22.52",
    "整体预算.全年预算数": "346.08",
    "结转结余.年末": "0",
    "上年结转结余.年末": "0",
    "基本支出.公用经费": "38.17",
    "基本支出预算.公用经费": "38.17",
    "本年决算.三公经费": "0",
    "本年预算.三公经费": "0",
    "本年决算.政府采购金额": "0",
    "本年预算.政府采购金额": "0",
}
_TICKED = {"要点1": "是", "要点2": "是", "要点3": "是"}
_DONE = {"目标值": "36", "实际值": "36"}
ROWS_2022 = {
    **dict.fromkeys(("A1", "A2", "C1", "C3", "C4", "D1", "E1"), _TICKED),
    **dict.fromkeys(("F1", "F2", "F3", "F4"), _DONE),
    **{name: {"违规次数": "0"} for name in ("C2", "D2")},
    **{name: {"等级": "好"} for name in ("G1", "G2", "G3")},
    "B1": {"扣分原因": "年中追加预算"},
    "B3": {"目标值": "100%", "实际值": "100%"},
    "B8": {"扣分原因": "年中追加预算"},
    "D3": {"实际值": "100%"},
    "G4": {"实际值": "96%"},
}


@cache
def framework(name: str = FRAMEWORKS[0]) -> Framework:
    return load_framework(FOLDER / "frameworks" / f"{name}.toml", VOCABULARY)


def with_indicator(id_: str, **changes) -> Framework:
    """The shipped framework with one indicator changed."""
    whole, change = framework(), msgspec.structs.replace
    changed = (change(each, **changes) if each.id == id_ else each for each in whole.indicators)
    return change(whole, indicators=tuple(changed))


def record(figures=None, rows=None, name: str = FRAMEWORKS[0]) -> Record:
    """The 2022 report's workbook, with some figures or some rows of the self-evaluation replaced."""
    figures = FIGURES_2022 | (figures or {})
    rows = ROWS_2022 | (rows or {})
    single = [term for term in VOCABULARY.values() if not term.path]
    fields = {term.name: fact(term.name, figures.get(term.name, ""), "B2") for term in single}
    ids = [indicator.id for indicator in framework(name).indicators]
    table = tuple(_row(id_, rows.get(id_, {}), number) for number, id_ in enumerate(ids, 5))
    return Record(fields, {ASSESSMENT.table: table})


def with_free_rows(whole: Record, rows) -> Record:
    """The workbook with indicators of the unit's own."""
    columns = [term for term in VOCABULARY if VOCABULARY[term].path == ("自定指标",)]
    records = tuple(
        Record(
            {term: fact(term, row.get(term.removeprefix("自定指标."), ""), f"A{number}") for term in columns}
        )
        for number, row in enumerate(rows, 5)
    )
    return Record(whole.fields, {**whole.groups, "自定指标": records})


def score(record: Record, name: str = FRAMEWORKS[0]) -> Scorecard:
    return score_framework(record, framework(name), ASSESSMENT, VOCABULARY, {})


def scored(id_: str, figures=None, rows=None, name: str = FRAMEWORKS[0]) -> Score:
    """One indicator's score."""
    card = score(record(figures, rows, name), name)
    return next(each for each in card.scores if each.id == id_)


def fact(term: str, typed: str, cell: str) -> Fact:
    """A cell with what was typed into it; "" is blank, words where a number belongs are unreadable."""
    known = VOCABULARY[term]
    place = Place(known.sheet, cell)
    if not typed:
        return Fact(term, known.label, known.kind, place, state=State.BLANK)
    if not known.kind.numeric:
        return Fact(term, known.label, known.kind, place, typed, typed=typed)
    try:
        value = Decimal(typed.rstrip("%")) / (100 if typed.endswith("%") else 1)
    except ArithmeticError:
        return Fact(term, known.label, known.kind, place, state=State.TEXT, typed=typed)
    quantum = Decimal("0.01") if known.kind is Kind.AMOUNT and value else Decimal(0)
    return Fact(term, known.label, known.kind, place, value, quantum, typed=typed)


def _row(id_: str, cells: dict[str, str], number: int) -> Record:
    prefix = f"{ASSESSMENT.table}."
    columns = [term for term in VOCABULARY if VOCABULARY[term].path == (ASSESSMENT.table,)]
    fields = {
        term: fact(term, cells.get(term.removeprefix(prefix), ""), f"{chr(65 + index)}{number}")
        for index, term in enumerate(columns)
    }
    return Record(fields, {}, id_)
