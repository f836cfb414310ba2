"""What a record of a function says of its arguments, and what it says where nothing else is given."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from msgspec.structs import replace
from small_sheet import VOCABULARY

from jixiao.relation.functions.function import Function, Gives
from jixiao.relation.functions.traits import NotLinear, Read, Slack
from jixiao.relation.syntax import Binary, Call, Expression, Name, Number, parse

PLAIN = Function(
    name="PLAIN",
    arguments=("one", "other"),
    example="",
    description="",
    evaluate=lambda run, arguments: "",
    translate=lambda run, arguments: "",
    say=lambda words, arguments: "",
)


def arguments(text: str) -> tuple[Expression, ...]:
    call = parse(f"PLAIN({text})")
    assert isinstance(call, Call)
    return call.arguments


def of_names(expression: Expression) -> Iterator[Read]:
    if isinstance(expression, Name):
        yield Read(expression.term)


@pytest.mark.parametrize(
    ("columns", "repeated", "found"),
    [
        ((), False, [False, False, False]),
        ((0,), False, [True, False, False]),
        ((1,), True, [False, True, True]),
        ((0, 1), True, [True, True, True]),
    ],
)
def test_what_is_repeated_is_like_the_last_argument(
    columns: tuple[int, ...], repeated: bool, found: list[bool]
):
    function = replace(PLAIN, columns=columns, repeated=repeated)
    assert [function.is_column(index) for index in range(3)] == found


def test_it_takes_its_arguments_and_any_number_more_if_the_last_is_repeated():
    assert [PLAIN.takes(count) for count in (1, 2, 3)] == [False, True, False]
    repeated = replace(PLAIN, repeated=True)
    assert [repeated.takes(count) for count in (1, 2, 3, 9)] == [False, True, True, True]


def test_plain_terms_at_the_place_of_columns_are_no_single_cells():
    function = replace(PLAIN, columns=(0,))
    assert list(function.singles(arguments("表.金额, 总.一"))) == [Name("总.一")]
    product, three = Binary("*", Name("表.金额"), Number(Decimal(2))), Number(Decimal(3))
    assert list(function.singles(arguments("表.金额 * 2, 3"))) == [product, three]


def test_columns_are_read_as_a_whole():
    function = replace(PLAIN, columns=(0,))
    reads = list(function.all_reads(of_names, arguments("表.金额, 总.一")))
    assert reads == [Read("表.金额", whole=True), Read("总.一")]
    assert list(function.all_reads(of_names, arguments("表.金额 * 2, 3"))) == []


def test_only_what_joins_comparisons_as_they_are_is_of_truths():
    assert not PLAIN.of_truths
    truth = replace(PLAIN, gives=Gives.TRUTH)
    assert truth.of_truths
    assert not replace(truth, comparisons=lambda found: found).of_truths


def test_a_record_that_says_no_more_is_exact_counts_nothing_and_is_no_equation():
    assert PLAIN.slack(None, ()) == Slack()  # type: ignore[arg-type]
    assert PLAIN.unit(None, ()) == ""  # type: ignore[arg-type]
    assert PLAIN.refuse((), VOCABULARY) == ""
    with pytest.raises(NotLinear):
        PLAIN.linear(None, ())  # type: ignore[arg-type]
