"""What is left, beside a rate whose budget stands elsewhere."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

BEFORE = ("全年预算数为2798.75万元。", "机构情况见附件。", "任务完成。", "以下分述。", "情况如下。")
SPENT = "全年执行2705.78万元，整体预算执行率96.68%，"


@pytest.mark.parametrize(
    "text",
    [
        "年末结转结余{}万元。",
        "年末结转和结余{}万元。",
        "年末结余{}万元。",
        "结转结余{}万元。",
        "结余资金{}万元。",
        "结转下年{}万元。",
        "结转下年使用{}万元。",
        "剩余{}万元。",
        "剩余资金{}万元。",
        "资金结余{}万元。",
    ],
)
def test_what_is_left(text: str):
    assert ids(*BEFORE, SPENT + text.format("92.97")) == []
    assert [one[1:] for one in said(*BEFORE, SPENT + text.format("92.79"))] == [("92.79万元", "92.97万元")]


def test_of_other_money():
    assert ids(*BEFORE, SPENT + "年末结转结余136.40万元。") == []
    assert ids(*BEFORE, SPENT + "其中年初结转结余92.79万元。") == []
