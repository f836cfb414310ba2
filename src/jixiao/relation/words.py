"""A relation's side -> the words an accountant uses for it: labels for terms, “…之和” for sums."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text, walk

_SIGNS = {"+": "加", "-": "减", "*": "乘", "/": "除以", "&": "连"}
_LISTED = 3  # that many addends are named one by one


def words(expression: Expression, run: Evaluation) -> str:
    """Describe a side of a relation. `run` evaluates the patterns of SUMIF in their scope."""
    match expression:
        case Number(value):
            return format(value, "f")
        case Text(value=text):
            return f"“{text}”"
        case Name(term):
            return f"“{run.scope.vocabulary[term].label}”"
        case Negative(inner):
            return f"负的{words(inner, run)}"
        case Binary("+"):
            return _sum(list(_addends(expression)), run)
        case Binary(operator, left, right):
            return f"{words(left, run)}{_SIGNS.get(operator, operator)}{words(right, run)}"
        case Call(function, arguments):
            return _call(function, arguments, run)


def kind_of(expression: Expression, vocabulary: Vocabulary) -> Kind:
    """What kind of figure a side is: that of its first numeric term."""
    for part in walk(expression):
        if isinstance(part, Name) and vocabulary[part.term].kind.numeric:
            return vocabulary[part.term].kind
    return Kind.NUMBER


def _addends(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Binary) and expression.operator == "+":
        yield from _addends(expression.left)
        yield from _addends(expression.right)
    else:
        yield expression


def _sum(addends: list[Expression], run: Evaluation) -> str:
    named = [words(addend, run) for addend in addends]
    if all(isinstance(addend, Name) for addend in addends):
        if len(named) > _LISTED:
            return f"{named[0]}等{len(named)}项之和"
        return "、".join(named[:-1]) + f"与{named[-1]}之和"
    return "加".join(named)


def _call(function: str, arguments: tuple[Expression, ...], run: Evaluation) -> str:
    if function == "SUM" and len(arguments) == 1 and isinstance(arguments[0], Name):
        return f"{_table(arguments[0].term, run)}各行{_label(arguments[0].term, run)}之和"
    if function == "SUMIF":
        keys, pattern, amounts = arguments
        assert isinstance(keys, Name) and isinstance(amounts, Name)
        which = f"{_label(keys.term, run)}{_which(run.text(pattern))}"
        return f"{_table(amounts.term, run)}中{which}的{_label(amounts.term, run)}之和"
    if function == "CODENAME":
        return "代码表中的名称"
    return f"{function}（{'、'.join(words(argument, run) for argument in arguments)}）"


def _table(term: str, run: Evaluation) -> str:
    return f"“{run.scope.vocabulary[term].path[-1].rpartition('.')[2]}”"


def _label(term: str, run: Evaluation) -> str:
    return run.scope.vocabulary[term].label


def _which(pattern: str) -> str:
    """Excel's pattern in words: ??? -> 为3位, 208?? -> 是208的下一级, *税 -> 以“税”结尾."""
    fixed = pattern.strip("*?")
    if not fixed:
        return f"为{len(pattern)}位"
    if pattern.endswith("?"):
        return f"属于{fixed}下一级"
    if pattern.startswith("*") and pattern.endswith("*"):
        return f"含“{fixed}”"
    if pattern.startswith("*"):
        return f"以“{fixed}”结尾"
    return f"为“{fixed}”" if not fixed.isdigit() else f"为{fixed}"
