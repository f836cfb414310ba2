"""Said again with two digits exchanged, where one of the two is borne out."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("first", "text", "right", "wrong"),
    [
        ("全年共火化遗体1286具，其中本县1042具、县外244具。", "全年火化遗体{}具，服务到位。", "1286", "1268"),
        ("年初部门预算512.84万元，年中追加55.40万元，全年预算568.24万元。", "年初预算{}万元有偏差。",
         "512.84", "521.84"),
        ("采购预算110.00万元，实际采购106.43万元，采购执行率96.75%。", "全年实际采购{}万元。",
         "106.43", "104.63"),
        ("收回192份，满意178份，满意度92.71%。", "群众满意度{}%，评价良好。", "92.71", "97.21"),
    ],
)  # fmt: skip
def test_the_one_that_nothing_bears_out(first: str, text: str, right: str, wrong: str):
    assert ids(first, "结论。", text.format(right)) == []
    (one,) = said(first, "结论。", text.format(wrong))
    assert wrong in one[1]


@pytest.mark.parametrize(
    "lines",
    [
        ("火化遗体1286具，其中本县1042具、县外244具。", "计划火化遗体1268具。"),  # a goal
        ("火化遗体1286具，其中本县1042具、县外244具。", "2022年火化遗体1268具。"),
        ("火化遗体1286具。", "全年火化遗体1268具。"),  # nobody knows which
        ("火化遗体1286具，其中本县1042具、县外244具。", "火化遗体1268具，其中本县1024具、县外244具。"),
    ],
)
def test_silent_where_it_may_be_of_another_thing(lines: tuple[str, ...]):
    assert ids(*lines) == []
