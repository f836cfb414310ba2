"""A table of outliers without a row says what was compared, and whether anything was."""

import pandas as pd
import pytest

from jixiao.desk.summary.comparison import _COLUMNS, _outliers_sheet


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([1.0] * 5 + [1.1] * 5, "这次比较了10家的人均支出，没有发现明显偏离的。"),
        ([*map(float, range(1, 10)), 900.0], "这次比较了10家的人均支出。"),
        ([1.0] * 7, "这次没有一类单位满8家，没有比较。"),
        ([], "这次没有一类单位满8家，没有比较。"),
    ],
)
def test_an_empty_table_says_what_was_compared(values: list[float], said: str) -> None:
    rows = [(f"单位{number}", "f", "行政", "人均支出", value) for number, value in enumerate(values)]
    sheet = _outliers_sheet(pd.DataFrame(rows, columns=_COLUMNS))
    assert sheet.note.endswith(said)
    assert len(list(sheet.rows)) == ("900" in str(values))
