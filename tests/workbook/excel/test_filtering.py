"""A column's filter as Excel tells it, set again; the macros' twin is tested in the model of Excel."""

from types import SimpleNamespace
from typing import Any

import pytest

from jixiao.workbook.excel.filtering import unfiltered

RED = SimpleNamespace(Color=255)


class Filters(list):
    @property
    def Count(self) -> int:  # noqa: N802
        return len(self)

    def __call__(self, number: int) -> Any:
        return self[number - 1]


@pytest.mark.parametrize(
    ("operator", "criteria", "again"),
    [
        (0, ("=错误",), ("=错误",)),
        (2, ("=错误", "=警告"), ("=错误", 2, "=警告")),
        (7, (["=错误", "=警告", "="],), (["错误", "警告", "="], 7)),
        (3, (">=40",), (">=40",)),
        (8, (RED,), (255, 8)),
        (11, (33,), (33, 11)),
    ],
)
def test_a_filter_is_set_again_as_it_was(operator, criteria, again):
    set_to: list[tuple[Any, ...]] = []
    columns = {f"Criteria{number}": value for number, value in enumerate(criteria, 1)}
    kept = Filters([SimpleNamespace(On=False), SimpleNamespace(On=True, Operator=operator, **columns)])
    area = SimpleNamespace(AutoFilter=lambda *arguments: set_to.append(arguments))
    excel = SimpleNamespace(
        FilterMode=True, ShowAllData=lambda: None, AutoFilter=SimpleNamespace(Filters=kept, Range=area)
    )
    with unfiltered(SimpleNamespace(api=excel)):
        assert not set_to
    assert set_to == [(2, *again)]
