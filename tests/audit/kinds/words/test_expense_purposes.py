"""What expenses are used for."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("公务接待费支出2.00万元，主要用于{}。", "接待上级检查", "车辆燃油、维修、保险"),
        ("公务用车运行维护费2.00万元，主要用于{}。", "车辆燃油、维修", "接待上级部门"),
        ("会议费2.00万元，用于{}。", "召开全县民政工作会议", "开展业务培训"),
        ("培训费2.00万元，用于{}。", "开展业务培训", "召开全县工作会议"),
        ("会议费2.00万元，用于{}。", "召开业务培训会", "举办业务培训班"),
    ],
)
def test_the_purpose_of_another_expense(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) == ["EXPENSE-PURPOSE"]


def test_without_an_amount():
    assert ids("公务用车运行维护费主要用于来访人员就餐。") == ["EXPENSE-PURPOSE"]
    assert ids("公务用车运行维护费主要用于车辆燃油、维修。") == []
