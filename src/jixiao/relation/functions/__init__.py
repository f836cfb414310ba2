"""The functions of the relation language, by name. A new one is a record and a line in this table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from jixiao.model.term import Vocabulary
from jixiao.relation.functions.codes import CODECHECKED, CODECOMPLETE, CODENAME, CODENAMEAT
from jixiao.relation.functions.counts import COUNT, COUNTIF
from jixiao.relation.functions.extremes import MAX, MIN
from jixiao.relation.functions.function import Function, Gives
from jixiao.relation.functions.logic import AND, IN, OR
from jixiao.relation.functions.lookups import XLOOKUP
from jixiao.relation.functions.numbers import ISNUMBER, VALUE
from jixiao.relation.functions.outliers import OUTLIER
from jixiao.relation.functions.signed import SIGNED
from jixiao.relation.functions.sums import ABS, SUM, SUMIF
from jixiao.relation.functions.texts import CONTAINS, LEFT, LEN
from jixiao.relation.syntax import COMPARISONS, Binary, Call, Expression, Name, Text

_ALL = (
    SUM,
    SUMIF,
    COUNT,
    COUNTIF,
    MAX,
    MIN,
    OUTLIER,
    ABS,
    LEN,
    LEFT,
    CONTAINS,
    VALUE,
    ISNUMBER,
    SIGNED,
    CODENAME,
    CODENAMEAT,
    CODECHECKED,
    CODECOMPLETE,
    XLOOKUP,
    IN,
    AND,
    OR,
)

FUNCTIONS: Mapping[str, Function] = MappingProxyType({function.name: function for function in _ALL})


def is_truth(expression: Expression) -> bool:
    """True for what holds or does not: a comparison, or comparisons joined into one."""
    match expression:
        case Binary(operator):
            return operator in COMPARISONS
        case Call(name):
            return name in FUNCTIONS and FUNCTIONS[name].gives is Gives.TRUTH
    return False


def is_text(expression: Expression, vocabulary: Vocabulary) -> bool:
    """True for what comes to a text, so that nothing can be calculated with it."""
    match expression:
        case Text() | Binary("&", _, _):
            return True
        case Call(function):
            return FUNCTIONS[function].gives is Gives.TEXT
        case Name(term):
            return not vocabulary[term].kind.numeric
    return False


def members(truth: Call) -> tuple[Expression, ...]:
    """The truths that are joined into one."""
    function = FUNCTIONS[truth.function]
    return function.comparisons(truth.arguments) if function.comparisons else truth.arguments


def comparisons(truth: Expression) -> Iterator[Binary]:
    """The comparisons that a truth consists of, in reading order."""
    match truth:
        case Binary():
            yield truth
        case Call():
            for member in members(truth):
                yield from comparisons(member)


def listed_in(expression: Expression) -> str:
    """The title of the code list that a call looks through; empty for everything else."""
    if not isinstance(expression, Call) or FUNCTIONS[expression.function].arguments[0] != "list":
        return ""
    title = expression.arguments[0]
    return title.value if isinstance(title, Text) else ""
