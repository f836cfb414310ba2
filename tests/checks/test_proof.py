"""Every check of every pack comes out on its own examples as they say, and the proof itself can fail."""

from __future__ import annotations

import msgspec
import pytest
from refusals import refused

from jixiao.checks.proof import prove_checks
from jixiao.pack.check import Check, bind_check
from jixiao.pack.loading import load_pack

PACK = load_pack()


@pytest.mark.parametrize("check", PACK.checks, ids=lambda check: check.data.id)
def test_the_examples_of_a_check_come_out_as_they_say(check: Check):
    prove_checks(PACK, [check])


def changed(**changes: object) -> list[Check]:
    data = msgspec.structs.replace(PACK.checks[0].data, **changes)
    return [bind_check(data, PACK.vocabulary, "checks.toml")]


def test_an_example_that_comes_out_otherwise_is_refused():
    with refused("STAFF-01: example 2 says inconsistent, but comes out as passed"):
        prove_checks(PACK, changed(relation="编制数.合计 > 0"))


def test_a_check_without_a_failing_example_is_refused():
    with refused("an example that passes and one that fails"):
        prove_checks(PACK, changed(examples=PACK.checks[0].data.examples[:1]))


def test_an_example_with_an_unknown_term_is_refused():
    example = msgspec.structs.replace(PACK.checks[0].data.examples[0], given={"没有.的": "1"})
    examples = (example, PACK.checks[0].data.examples[1])
    with refused("unknown term"):
        prove_checks(PACK, changed(examples=examples))
