"""Python and a spreadsheet program agree: on products, quotients, extremes, texts and all operators."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from small_sheet import VOCABULARY, fact, record, scope, with_rows

from jixiao.model.fact import Kind, Record
from jixiao.model.listed_codes import TOP, ListedCodes
from jixiao.relation.agreement import verdict_word
from jixiao.relation.applicability import unfilled_formula
from jixiao.relation.binding import Bound, bind
from jixiao.relation.comparison import judge
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.places import Column, comparable
from jixiao.relation.spread import Spread
from jixiao.relation.syntax import Call, walk
from jixiao.relation.translation import Translation

# a plain number beside money is 元, whatever the unit of the workbook
OF_YUAN = ("总.合计 = SUM(总.一, 20000)", "总.合计 = MAX(总.一, 20000, 3 * 2)", "总.合计 = MIN(20000, 总.一)")
# shares of an amount, and amounts by amounts: the unit is in them as often as amounts were multiplied
OF_POWERS = (
    "总.一 * 总.二 / 总.三 = 总.四",
    "ABS(总.一 * 总.二) = 总.三 * 总.四",
    "OR(总.一 * 总.二 / 总.三 = 总.四, 1 = 2)",
    "1 / 总.一 * 总.二 < 0.3",
    "1 / 总.一 <= 0.00005",
    "总.一 * 总.二 = 1200000000",
    "MAX(总.一 * 总.二, 400000000) = 总.三 * 总.四",
    "总.一 * 总.二 + 100000000 > 总.三 * 总.四",
)
# function -> a relation of each shape that it has; a function without its line here is refused
OF_FUNCTIONS = {
    "SUM": (
        "总.合计 = SUM(表.金额)",
        "总.合计 = SUM(表.金额, 总.一)",
        OF_YUAN[0],
        "SUM(COUNT(总.一, 总.二), 2) = 4",
    ),
    "SUMIF": ("总.合计 = SUMIF(表.编码, LEFT(总.名称, 2), 表.金额)",),
    "COUNT": ("COUNT(表.金额) = COUNT(总.一, 总.二, 总.三, 总.四)", "COUNT(总.一, 总.二) = 2"),
    "COUNTIF": ("COUNTIF(表.编码, 总.名称) <> 1", 'COUNTIF(表.编码, LEFT(总.名称, 2) & "*") = 3'),
    "MAX": ("总.合计 = MAX(总.一, 总.二, 总.三)", "总.合计 = MAX(表.金额)", OF_YUAN[1]),
    "MIN": ("总.合计 >= MIN(总.一, 总.二)", "总.合计 = MIN(表.金额)", OF_YUAN[2]),
    "OUTLIER": (
        "OUTLIER(总.一, 总.二, 总.三) < 2",
        "OUTLIER(总.一, 总.二, 总.三, 总.四) <= 1.5",
        "OUTLIER(总.一 / 总.二, 总.三 / 总.四, 2) < 3",
        "OUTLIER(总.一, 20000, 总.二) = 1",
    ),
    "ABS": ("ABS(总.一 - 总.二) <= 总.三", "ABS(总.一 - 总.二) = 总.三"),
    "LEN": ("LEN(总.名称) > 3",),
    "LEFT": ('LEFT(总.名称, 2) & "0" = "210"', 'LEFT(总.名称, LEN(总.名称) - 3) = "2"'),
    "CONTAINS": (
        'CONTAINS(总.名称, "21") = 1',
        'CONTAINS(总.名称, "0", LEFT(总.名称, 1), "*") > 1',
        'CONTAINS(LEFT(总.名称, 2), "20") = 0',
    ),
    "VALUE": ("VALUE(总.名称) > 208", "VALUE(LEFT(总.名称, 2)) <= 20", 'VALUE("97.5%") = 0.9'),
    "ISNUMBER": ("ISNUMBER(总.名称) = 1", "ISNUMBER(LEFT(总.名称, 1)) = 0"),
    "SIGNED": (
        'SIGNED("≥", "300", 总.名称, 10, "按比例") = 10',
        'SIGNED("≤", "150", 总.名称, 10, "按比例") > 7',
        'SIGNED("≤", "150", 总.名称, 10, "直线递减") < 7',
        'SIGNED("=", "0", 总.名称, 10, "直线递减") = 10',
        'SIGNED(">", 总.名称, "210", 总.一 / 总.二, "直线递减") > 1',
    ),
    "CODENAME": ('CODENAME("科目", 总.名称) <> ""', 'CODENAME("科目", LEFT(总.名称, 3)) = "社会保障"'),
    "CODENAMEAT": (
        'CODENAMEAT("科目", 总.名称, 2023) = "社会保障"',
        'CODENAMEAT("科目", LEFT(总.名称, 3), 2019) = ""',
        'CODENAMEAT("科目", "210", 2022) = 总.名称',
    ),
    "CODECHECKED": ('CODECHECKED("科目", 总.名称) = 1', 'CODECHECKED("科目", LEFT(总.名称, 3)) = 1'),
    "CODECOMPLETE": (
        'CODECOMPLETE("科目", 总.名称, 2022) = 1',
        'CODECOMPLETE("科目", 总.名称 & "01", 2023) = 1',
        'CODECOMPLETE("科目", 总.名称, 2024) = 1',
    ),
    "XLOOKUP": (
        'XLOOKUP(总.名称, 表.编码, 表.编码) = "208"',
        'XLOOKUP(LEFT(总.名称, 2) & "0", 表.编码, 表.编码) <> ""',
    ),
    "IN": (
        "IN(LEN(总.名称), 3, 5, 7)",
        'IN(总.名称, "208", "（甲）A1")',
        "IN(总.合计, 总.一, 总.二 + 总.三, 30000)",
        "IN(总.合计, 总.一 / 总.二, 总.三)",
    ),
    "AND": (
        "AND(总.合计 >= 总.一, 总.二 <= 总.三)",
        "AND(总.一 / 总.二 > 1, 总.三 < 总.四)",
        'AND(COUNTIF(表.编码, 总.名称) > 0, COUNTIF(表.编码, "2*") > 0)',
    ),
    "OR": (
        "OR(总.合计 = 总.一, 总.合计 = 总.二 + 总.三)",
        'OR(总.合计 <= 总.一, AND(总.名称 = "208", 总.三 = 总.四))',
        "OR(总.一 / 总.二 > 1, IN(总.三, 总.四, 20000))",
    ),
}
WITH_ROUNDING = ("AND(总.合计 ", "OR(总.合计 = ", "IN(总.合计, 总.一, ")
RELATIONS = (
    "总.合计 = 总.一 + 总.二 - 总.三",
    "总.合计 = -(总.一 - 总.二)",
    "总.合计 = 总.一 * 3",
    "总.合计 * 0.5 = 总.一",
    "总.合计 = 总.一 / 4",
    "总.合计 / 总.一 <= 50%",
    "总.合计 / (总.一 - 总.二) = 2",
    "总.一 / 总.二 + 总.三 = 总.四",
    "总.一 * 总.二 = 总.三 * 总.四",
    *OF_POWERS,
    "总.一 < 总.二",
    "总.一 > 总.二",
    "总.一 <> 总.二",
    "总.合计 <= 总.一",
    "总.合计 >= 30000",  # 元, whatever the unit of the workbook
    "总.合计 = 总.一 + 10000",
    '总.名称 = "（甲）A1"',
    "总.名称 = 总.一",
    *(text for texts in OF_FUNCTIONS.values() for text in texts),
)
NAMES = ("总.合计", "总.一", "总.二", "总.三", "总.四", "总.名称")
TEXTS = (
    "",
    "208",
    "21",
    "2100",
    "（甲） a1",
    "(甲)Ａ１",
    "甲",
    "-3",
    "０",
    "2,080",
    "95%",
    "8月7日",
    "2023-5-1",
    "1E2",
    "1/2",
)
FIGURES = ("", "0", "1", "2", "2.01", "3", "3.02", "4", "6", "6.01", "12", "-2", "1.5", "2.005", "0.0001")
ROWS = 150
ANY_ROW = 77777  # in a formula that is made once for all rows
_COLUMNS = "ABCDEF"
_TABLE = "H"  # codes; amounts, halves and both ends follow


@dataclass(frozen=True)
class Typed:
    """One row of the test's sheet: figures in 万元, and the small table that goes with it."""

    cells: dict[str, str]
    table: list[tuple[str, str]]

    @property
    def record(self) -> Record:
        filled = {name: value or None for name, value in self.cells.items()}
        base = record()
        facts = {name: fact(name, value, quantum_of(value)) for name, value in filled.items()}
        rows = [(code, "", amount) for code, amount in self.table]
        return with_rows(Record({**base.fields, **facts}, base.groups), rows)


def quantum_of(value: str | None) -> Decimal:
    """0.01 万元, or 0.01 元 where more digits are given."""
    fine = bool(value) and len((value or "").partition(".")[2]) > 2
    return Decimal("0.01") if fine else Decimal(100)


class Here:
    """The places of one row of the sheet."""

    unit, digits = "10000", "6"

    def __init__(self, row: int, rows: int) -> None:
        self.row = row
        self.rows = rows

    def cell(self, term: str) -> str:
        return f"{_COLUMNS[NAMES.index(term)]}{self.row}"

    def figure(self, term: str) -> Spread:
        cell = self.cell(term)
        half = f"IF({cell}=0,0,IF(ROUND({cell},2)=ROUND({cell},8),0.005,0.0000005))"
        return Spread(f"ROUND({cell},6)", half, half, money=True)

    def text(self, term: str) -> str:
        return f'TRIM({self.cell(term)}&"")'

    def words(self, term: str) -> str:
        return comparable(self.text(term))

    def columns(self, term: str) -> tuple[Column, ...]:
        if not VOCABULARY[term].path:
            spread = self.figure(term)
            return (Column(self.cell(term), spread.value, spread.below, single=True),)
        codes, amounts, halves, lows, highs = (f"'表'!{c}1:{c}3" for c in "ABCDE")
        return (
            Column(
                codes if VOCABULARY[term].kind is Kind.CODE else amounts, amounts, halves, lows, highs, codes
            ),
        )

    def used_rows(self, term: str) -> str:
        return f"COUNTA('表'!A1:B{self.rows})"


def formula(relation: Bound, row: int, rows: int) -> str:
    """The whole verdict in one cell."""
    places = Here(row, rows)
    run = Translation(places, VOCABULARY)
    verdict = run.agreement(relation.expression).formula
    blank = unfilled_formula(relation, (), run)
    verdict = f'IFERROR({verdict},"无法核对")'
    return f'=IF({blank},"未填",{verdict})' if blank else f"={verdict}"


CODES = ListedCodes(
    {"208": "社会保障", "210": "卫生健康", "21": "待核对的"},
    {"208": (2022, 2023), "210": (2019, 2021)},
    {TOP: (2022, 2022), "208": (2023, 2024)},
)
TABLE = [("208", "2"), ("21", "4"), ("210", "-1.5")]


def typed_rows() -> Iterator[Typed]:
    chance = random.Random(7)
    for _ in range(ROWS):
        cells = {name: chance.choice(FIGURES) for name in NAMES}
        yield Typed({**cells, "总.名称": chance.choice(TEXTS)}, TABLE)


def _days(years: tuple[int, int] | None) -> tuple[str, str]:
    return (f"{years[0]}-01-01", f"{years[1]}-12-31") if years else ("", "")


def sheet(relations: list[Bound], rows: list[Typed]) -> bytes:
    from xlsxwriter import Workbook

    from jixiao.workbook.written.paper import Paper

    target = BytesIO()
    with Workbook(target) as book:
        paper, table, look = book.add_worksheet("甲", Paper), book.add_worksheet("表"), book.add_format()
        book.define_name("科目", f"='表'!$G$1:$L${len(CODES) + 1}")
        for number, (code, name) in enumerate({TOP: "", **CODES}.items()):
            days = (*_days(CODES.years.get(code)), *_days(CODES.complete.get(code)))
            days = days if code == TOP or CODES.is_checked(code) else ("2022-01-01", "待核对", *days[2:])
            table.write_row(number, 6, (code, name, *days))
        for number, (code, amount) in enumerate(TABLE):
            table.write_string(number, 0, code)
            value = float(amount)
            for left, figure in enumerate((value, 0.005, value - 0.005, value + 0.005), 1):
                table.write_number(number, left, figure)
        formulas = [formula(relation, ANY_ROW, len(TABLE)).removeprefix("=") for relation in relations]
        for number, row in enumerate(rows):
            for left, (name, value) in enumerate(row.cells.items()):
                if value:
                    write = paper.write_string if name == "总.名称" else paper.write_number
                    write(number, left, value if name == "总.名称" else float(value))
            for left, text in enumerate(formulas, len(NAMES)):
                paper.write_formula(number, left, text.replace(str(ANY_ROW), str(number + 1)), look, 0)
    return target.getvalue()


def test_a_spreadsheet_program_and_python_come_to_the_same_word(office: ModuleType, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    relations, rows = [bind(text, VOCABULARY) for text in RELATIONS], list(typed_rows())
    path = tmp_path / "relations.xlsx"
    path.write_bytes(sheet(relations, rows))
    paper = load_workbook(office.recalculate([path], tmp_path / "out")[0], data_only=True)["甲"]
    met: dict[str, set[str]] = {}
    for number, row in enumerate(rows, 1):
        facts = scope(row.record)
        for left, relation in enumerate(relations, len(NAMES) + 1):
            word = verdict_word(judge(relation, (), facts, {"科目": CODES}))
            met.setdefault(relation.text, set()).add(word)
            assert paper.cell(number, left).value == word, (relation.text, row.cells)
    assert [text for text, words in met.items() if "不平" not in words] == []
    assert [text for text in OF_POWERS if "通过" not in met[text]] == []
    truths = [text for name in ("IN", "AND", "OR") for text in OF_FUNCTIONS[name]]
    assert [text for text in truths if "通过" not in met[text]] == []
    assert [text for text in OF_YUAN if "通过" not in met[text]] == []
    assert all("尾差" in words for text, words in met.items() if text.startswith(WITH_ROUNDING))


def _called(text: str) -> set[str]:
    return {part.function for part in walk(bind(text, VOCABULARY).expression) if isinstance(part, Call)}


def test_every_function_is_compared_with_the_spreadsheet_program():
    assert list(OF_FUNCTIONS) == list(FUNCTIONS)
    for name, texts in OF_FUNCTIONS.items():
        assert all(name in _called(text) for text in texts)


@pytest.mark.parametrize("text", RELATIONS)
def test_every_translation_is_short_enough_for_excel(text: str) -> None:
    assert len(formula(bind(text, VOCABULARY), 1, 3)) < 8192
