"""Right figures beside others that they are not about: nothing is said; a twin with a slip is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit.reports import said

_TEXT = (Path(__file__).parent / "right_figures.txt").read_text(encoding="utf-8")
RIGHT = [tuple(one.splitlines()) for one in _TEXT.strip().split("\n\n")[1:]]

_PUBLIC = (
    "本部门“三公”经费全年预算数为24.60万元，决算数为19.37万元，其中：",
    "（一）因公出国（境）支出全年预算数为0万元，决算数为0万元。",
    "（二）公务接待费支出全年预算数为6.00万元，决算数为3.12万元。",
)
_VEHICLES = (
    "其中公务用车购置全年预算数为0万元，决算数为0万元；"
    "公务用车运行维护费支出全年预算数为18.60万元，决算数为16.25万元。"
)
_QUARTERS = "分季度看，一季度支出386.40万元；二季度支出1052.18万元；三季度支出1244.66万元；四季度支出{}万元。"
_LESS = "2023年发生事故35起，比2022年减少3起，下降7.89%。"
# id -> (right, the same with a slip, what is told of the slip)
TWINS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, str, str]]] = {
    "the amounts of an item, not those of its inner list": (
        (*_PUBLIC, f"（三）公务用车购置及运行维护费支出16.25万元，{_VEHICLES}"),
        (*_PUBLIC, f"（三）公务用车费用全年预算数为18.60万元，决算数为16.52万元，{_VEHICLES}"),
        ("SUM-LIST", "16.52万元", "16.25万元"),
    ),
    "a span of years": (
        (_LESS, "比2018—2020年平均数46.3起下降24.4%。"),
        (_LESS, "比2018年的46.3起下降24.4%。"),
        ("YEAR", "2018年", "2022年"),
    ),
    "two years to compare with": (
        (_LESS, "接待39批，比2022年的52批减少13批；比2019年的78批减少39批。"),
        (_LESS, "接待39批，比2019年的78批减少39批。"),
        ("YEAR", "2019年", "2022年"),
    ),
    "quarters of all, not of what is left": (
        (
            "累计支出5318.74万元。剔除上年结转312.60万元后，当年预算执行5006.14万元。",
            _QUARTERS.format("2635.50"),
        ),
        ("累计支出5318.74万元。", _QUARTERS.format("2653.50")),
        ("SUM-LIST", "5318.74万元", "5336.74万元"),
    ),
    "what was executed of a budget": (
        ("剔除上年结转312.60万元后，当年预算执行338.25万元，占当年预算的91.35%。",),
        ("当年预算执行338.25万元，当年预算350.00万元，执行率94.64%。",),
        ("RATE-DONE", "94.64%", "96.64%"),
    ),
    "a rate of all, not of last year's": (
        ("培训5850人，为计划6500人的90%，比上年的5210人增加640人；培训后就业3978人，培训后就业率68%。",),
        ("培训5850人，培训后就业3978人，培训后就业率86.00%，比上年的5210人增加640人。",),
        ("RATE-NAMED", "86.00%", "68.00%"),
    ),
    "an equation within a longer list": (
        ("全年预算数1200.00万元，其中：年初预算1000.00万元，上年结转120.00万元，年中追加80.00万元。",),
        ("全年预算数1200.00万元，其中：年初预算1000.00万元，上年结转120.00万元，年中追加90.00万元。",),
        ("SUM-LIST", "1200.00万元", "1210.00万元"),
    ),
    "what came from last year is no rest": (
        ("除上年结转的45.00万元外，当年预算955.00万元，实际支出900.00万元。",),
        ("当年预算955.00万元，实际支出900.00万元，结转下年45.00万元。",),
        ("REMAINDER", "45.00万元", "55.00万元"),
    ),
    "the main kinds of assets": (
        ("固定资产3218.47万元，其中房屋1406.22万元、通用设备1128.51万元。",),
        ("固定资产3218.47万元，其中房屋1406.22万元、通用设备1821.25万元。",),
        ("SUM-LIST", "3218.47万元", "3227.47万元"),
    ),
    "assets in use": (
        (
            "固定资产3218.47万元，其中房屋1406.22万元、通用设备1128.51万元；在用资产3127.05万元，固定资产利用率97.16%。",
        ),
        ("固定资产3218.47万元，其中房屋1406.22万元、通用设备1821.25万元；在用资产3127.05万元。",),
        ("SUM-LIST", "3218.47万元", "3227.47万元"),
    ),
    "gross amounts in a net total": (
        ("资产总额3500.00万元，其中流动资产300.00万元、固定资产3218.47万元（原值），累计折旧1200.00万元。",),
        ("资产总额3500.00万元，其中流动资产300.00万元、固定资产3218.47万元。",),
        ("SUM-LIST", "3500.00万元", "3518.47万元"),
    ),
    "of this year's, not of last year's": (
        ("2023年抽检1200批次，比上年的1100批次增加100批次，不合格24批次，合格率98.00%。",),
        ("2023年抽检1200批次，不合格24批次，合格率89.00%。",),
        ("RATE-NAMED", "89.00%", "98.00%"),
    ),
    "a rate of last year": (
        ("上年毕业生500人，就业450人，就业率90.00%；本年600人，就业552人，就业率92.00%。",),
        ("本年600人，就业552人，就业率92.00%。", "就业率90.00%。"),
        ("SAID-TWICE", "90.00%", "92.00%"),
    ),
    "the first year of a plan": (
        (_LESS, "单位能耗比2020年下降12.50%，完成“十四五”目标的90%。"),
        (_LESS, "单位能耗比2020年下降12.50%。"),
        ("YEAR", "2020年", "2022年"),
    ),
    "two kinds of several": (
        ("发现问题45个，其中资金管理类20个、项目管理类18个，已整改40个。",),
        ("发现问题45个，其中资金管理类20个、项目管理类23个，已整改40个。",),
        ("SUM-LIST", "45个", "43个"),
    ),
    "a rate of what is left": (
        ("当年预算500.00万元，支出470.00万元；剔除退回资金后执行率100.00%。",),
        ("当年预算500.00万元，支出470.00万元；执行率49.00%。",),
        ("RATE-NAMED", "49.00%", "94.00%"),
    ),
    "what the estimate is without": (
        ("工程概算1200.00万元（不含征地费150.00万元），累计完成投资1080.00万元，完成率90.00%。",),
        ("工程概算1200.00万元，累计完成投资1080.00万元，完成率80.00%。",),
        ("RATE-NAMED", "80.00%", "90.00%"),
    ),
    "what was spent, not what was planned": (
        (
            "维修费支出27.00万元，其中房屋维修预算数为10.00万元，决算数为9.00万元；设备维修预算数为20.00万元，决算数为18.00万元。",
        ),
        (
            "维修费支出28.00万元，其中房屋维修预算数为10.00万元，决算数为9.00万元；设备维修预算数为20.00万元，决算数为18.00万元。",
        ),
        ("SUM-LIST", "28.00万元", "27.00万元"),
    ),
}


@pytest.mark.parametrize("lines", RIGHT, ids=[one[0][:24] for one in RIGHT])
def test_nothing_is_said_of_right_figures(lines: tuple[str, ...]):
    assert said(*lines) == []


@pytest.mark.parametrize(("right", "slip", "told"), TWINS.values(), ids=TWINS)
def test_only_the_slip_is_told(right: tuple[str, ...], slip: tuple[str, ...], told: tuple[str, str, str]):
    assert said(*right) == []
    assert told in said(*slip)
