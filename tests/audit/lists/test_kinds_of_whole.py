"""Lists that say how many kinds they have."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("在用设备{}台，由三类设备构成：电梯1562台、锅炉64台、容器738台，检验1546台。", "2364", "2374"),
        (
            "硬化道路{}公里，按宽度分为4米宽道路28.3公里和3米宽道路32.5公里两类；架线31.8公里。",
            "60.8",
            "63.5",
        ),
        ("总投资{}万元，由三部分组成：中央400.00万元，省级200.00万元，县级60.00万元。", "660.00", "680.00"),
        ("受理诉求{}件，分为咨询类540件、投诉类312件、求助类386件三类。", "1238", "1268"),
    ],
)
def test_all_kinds(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert [one[0] for one in said(text.format(wrong))] == ["SUM-LIST"]


@pytest.mark.parametrize(
    "text",
    [
        "受理诉求1268件，分为咨询、投诉、求助三类，其中咨询540件、投诉312件。",
        "发放补助资金2500元，补助标准分为两档：一档1200元、二档800元。",
        "预算660.00万元，实际支出600.00万元，由两部分组成：中央资金360.00万元，省级资金240.00万元。",
        "全年受理诉求1268件，分为三类：咨询类540件、投诉类312件。",
    ],
)
def test_silent(text: str):
    assert ids(text) == []
