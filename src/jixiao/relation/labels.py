"""A relation as an accountant writes it: its equation with the labels of the form instead of terms."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model.fact import Kind
from jixiao.model.figures import percent
from jixiao.model.term import Vocabulary
from jixiao.relation.binding import Bound
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text
from jixiao.relation.words import kind_of

_SIGNS = {
    "=": " ＝ ",
    "<>": " ≠ ",
    "<=": " ≤ ",
    ">=": " ≥ ",
    "<": " ＜ ",
    ">": " ＞ ",
    "+": " ＋ ",
    "-": " － ",
    "*": " × ",
    "/": " ÷ ",
    "&": "接",
}


def equation(relation: Bound, vocabulary: Vocabulary) -> str:
    """One line.

    The sheet is named before a label where the relation joins several sheets; what all labels have in
    brackets, such as the column of a grid, is said once in front.
    """
    terms = [vocabulary[term] for term in relation.terms]
    with_sheet = len({term.sheet for term in terms}) > 1
    columns = {_column(term.label) for term in terms}
    column = columns.pop() if len(columns) == 1 and len(terms) > 1 else ""
    as_percent = kind_of(relation.expression, vocabulary) is Kind.PERCENT
    said = _Labels(vocabulary, with_sheet, column, as_percent).said(relation.expression)
    return f"{column[1:-1]}：{said}" if column else said


def conditions(when: Iterable[Bound], vocabulary: Vocabulary) -> str:
    """Relations that must all hold, in one line; empty for none."""
    return "，并且".join(equation(condition, vocabulary) for condition in when)


def _column(label: str) -> str:
    """The last bracket of a label; empty for none."""
    start = label.rfind("（")
    return label[start:] if start > 0 and label.endswith("）") else ""


class _Labels:
    def __init__(self, vocabulary: Vocabulary, with_sheet: bool, column: str, as_percent: bool) -> None:
        self.vocabulary = vocabulary
        self.with_sheet = with_sheet
        self.column = column
        self.as_percent = as_percent

    def said(self, expression: Expression) -> str:
        match expression:
            case Number(value):
                return percent(value) if self.as_percent else format(value, "f")
            case Text(value=text):
                return f"“{text}”" if text else "空"
            case Name(term):
                return self.label(term)
            case Negative(inner):
                return f"－{self.part(inner)}"
            case Binary("+" as sign, left, right):
                return f"{self.said(left)}{_SIGNS[sign]}{self.said(right)}"
            case Binary("-" as sign, left, right):
                return f"{self.said(left)}{_SIGNS[sign]}{self.part(right)}"
            case Binary(sign, left, right) if sign in "*/":
                return f"{self.part(left)}{_SIGNS[sign]}{self.part(right)}"
            case Binary(sign, left, right):
                return f"{self.said(left)}{_SIGNS[sign]}{self.said(right)}"
            case Call(function, arguments):
                return self.call(function, arguments)

    def part(self, expression: Expression) -> str:
        """In brackets where it is no single thing."""
        said = self.said(expression)
        return f"（{said}）" if isinstance(expression, Binary | Negative) else said

    def call(self, function: str, arguments: tuple[Expression, ...]) -> str:
        match function, arguments:
            case "SUM", (Name(term),):
                return f"{self.table(term)}各行{self.bare(term)}之和"
            case "SUMIF", (Name(keys), pattern, Name(amounts)):
                return f"{self.which(keys, pattern)}的{self.bare(amounts)}之和"
            case "COUNTIF", (Name(keys), pattern):
                return f"{self.which(keys, pattern)}的行数"
            case "COUNT", (Name(term),):
                return f"{self.label(term)}已填的个数"
            case "LEN", (inner,):
                return f"{self.said(inner)}的字数"
            case "LEFT", (inner, length):
                return f"{self.said(inner)}的前{self.said(length)}位"
            case "CODENAME", (Text(value=codes), code):
                return f"《{codes}》中{self.said(code)}的名称"
            case "ABS", (inner,):
                return f"{self.part(inner)}的绝对值"
        word = {"SUM": "之和", "MAX": "中最大的", "MIN": "中最小的"}.get(function, function)
        return f"（{'、'.join(self.said(argument) for argument in arguments)}）{word}"

    def label(self, term: str) -> str:
        sheet = f"{self.vocabulary[term].sheet}·" if self.with_sheet else ""
        return f"{sheet}{self.bare(term)}"

    def bare(self, term: str) -> str:
        return self.vocabulary[term].label.removesuffix(self.column)

    def table(self, term: str) -> str:
        path = self.vocabulary[term].path
        return path[-1].rpartition(".")[2] if path else ""

    def row(self, expression: Expression) -> str:
        """Inside a pattern, a column means the cell of the row that is being checked."""
        here = "本行" if isinstance(expression, Name) and self.table(expression.term) else ""
        said = self.bare(expression.term) if isinstance(expression, Name) else self.said(expression)
        return f"{here}{said}"

    def which(self, keys: str, pattern: Expression) -> str:
        """Excel's pattern in words."""
        label = self.label(keys)
        match pattern:
            case Text(value=text):
                return f"{label}{_matching(text)}"
            case Binary("&", left, Text(value=text)) if not text.strip("?"):
                return f"{label}为{self.row(left)}加{len(text)}位"
            case Call("LEFT", (inner, length)):
                return f"{label}为{self.row(inner)}前{self.said(length)}位"
        return f"{label}为{self.row(pattern)}"


def _matching(pattern: str) -> str:
    fixed = pattern.strip("*?")
    if not fixed:
        return f"为{len(pattern)}位"
    if pattern.startswith("*") and pattern.endswith("*"):
        return f"含“{fixed}”"
    if pattern.startswith("*"):
        return f"以“{fixed}”结尾"
    if pattern.endswith("*"):
        return f"以“{fixed}”开头"
    return f"为“{fixed}”"
