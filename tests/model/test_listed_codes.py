"""Codes that differ from another one by a slip of the hand."""

import pytest

from jixiao.model.listed_codes import slipped


def test_the_codes_beside_one() -> None:
    assert {"202", "021", "20", "2011", "301"} <= set(slipped("201"))


@pytest.mark.parametrize(("digits", "some"), [(20, True), (21, False), (900_000, False)])
def test_what_is_longer_than_any_code_has_none(digits: int, some: bool) -> None:
    assert (next(slipped("1" * digits), None) is not None) is some
