"""Every check of every pack comes out on its own examples as they say, and the proof itself can fail."""

from __future__ import annotations

import re

import msgspec
import pytest
from refusals import refused

from jixiao.checks.proof import prove_checks, prove_examples
from jixiao.pack.check import Check, Example, bind_check
from jixiao.pack.loading import load_pack

PACK = load_pack()


@pytest.mark.parametrize("check", PACK.checks, ids=lambda check: check.data.id)
def test_the_examples_of_a_check_come_out_as_they_say(check: Check):
    prove_checks(PACK, [check])


def changed(**changes: object) -> list[Check]:
    data = msgspec.structs.replace(PACK.checks[0].data, **changes)
    return [bind_check(data, PACK.vocabulary, "checks.toml")]


def test_an_example_that_comes_out_otherwise_is_refused():
    with refused("STAFF-01: example 2 says inconsistent, but comes out as passed$"):
        prove_checks(PACK, changed(relation="编制数.合计 > 0"))


def test_a_check_without_a_failing_example_is_refused():
    with refused("an example that passes and one that fails"):
        prove_checks(PACK, changed(examples=PACK.checks[0].data.examples[:1]))


def test_a_check_without_a_passing_example_is_refused():
    failing = tuple(each for each in PACK.checks[0].data.examples if each.outcome != "passed")
    with refused("an example that passes and one that fails"):
        prove_checks(PACK, changed(examples=failing))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"没有.的": "1"}, "its example uses the unknown term “没有.的”"),
        ({"编制数.合记": "1"}, "unknown term “编制数.合记”; did you mean “编制数.合计”?"),
        ({"编制数.合计": ["1"]}, "must give “编制数.合计” as one value"),
        ({"功能分类.金额": "1"}, "must give “功能分类.金额” as a list of rows"),
        ({"编制数.合计": "一"}, "gives “一”, which is no number, to “编制数.合计”"),
        ({"功能分类.金额": ["1", "NaN"]}, "gives “NaN”, which is no number"),
    ],
)
def test_an_example_that_gives_a_term_what_it_cannot_hold_is_refused(given: dict[str, object], reason: str):
    with refused(re.escape(reason)):
        prove_examples(example(given, "passed"), PACK)


def example(given: dict[str, object], outcome: str, relation: str = "编制数.合计 > 0") -> Check:
    """A check with this example alone."""
    one = Example(given=given, outcome=outcome)
    return changed(relation=relation, when=(), examples=(one,))[0]


def test_a_blank_cell_is_no_fault_of_an_example():
    prove_examples(example({"编制数.合计": ""}, "not_checked"), PACK)


def test_of_several_rows_the_worst_one_counts():
    rows: dict[str, object] = {"功能分类.金额": ["5.00", "-1.00"]}
    prove_examples(example(rows, "inconsistent", "功能分类.金额 >= 0"), PACK)


def test_an_example_that_divides_by_zero_is_told_so():
    check = example({"编制数.合计": "0"}, "passed", "1 / 编制数.合计 > 0")
    with refused("example 1 says passed, but comes out as not_checked: it divides by zero"):
        prove_examples(check, PACK)
