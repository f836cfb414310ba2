"""The purpose of the account above."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

HEAD = "{}.社会保障和就业支出（类）退役安置（款）{}（项）2023年决算{}万元，主要用于{}。"
ABOVE = "退役士兵一次性经济补助和安置期间生活费支出"
SOLDIERS, RETIRED = "退役士兵安置", "军队移交政府的离退休人员安置"


def _report(above: str, name: str, purpose: str) -> tuple[str, str]:
    return HEAD.format(1, SOLDIERS, "942.00", above), HEAD.format(2, name, "418.70", purpose)


def test_copied_word_for_word():
    assert said(*_report(ABOVE, RETIRED, ABOVE)) == [("ACCOUNT-PURPOSE", ABOVE, RETIRED)]
    assert ids(*_report(ABOVE, RETIRED, "军休干部离退休费和医疗补助支出")) == []


def test_what_both_accounts_may_be_for():
    general = "机关在职人员的工资和日常开支"
    assert ids(*_report(general, RETIRED, general)) == []
    assert ids(*_report(ABOVE, "其他退役士兵支出", ABOVE)) == []


WATER = "{}.农林水支出（类）水利（款）{}（项），主要用于{}。"
DIKES = "堤防、涵闸日常维修养护"


def test_a_list_of_things_that_only_one_can_be_for():
    def told(name: str, purpose: str, above: str = DIKES) -> list[str]:
        first = WATER.format(10, "水利工程运行与维护", above)
        return ids(first, WATER.format(11, name, purpose))

    assert told("防汛", DIKES) == ["ACCOUNT-PURPOSE"]
    assert told("防汛", "防汛物资储备、险情处置") == []
    assert told("水利工程建设", DIKES) == told("江河堤防治理", DIKES) == []
    both = "人员工资、津贴补贴发放"
    assert told("防汛", both, both) == []


CARE = "卫生健康支出（类）行政事业单位医疗（款）{}（项）：2023年决算数为{}万元，主要用于{}。"


def _care(above: str, below: str) -> list[str]:
    return ids(CARE.format("行政单位医疗", "4.00", above), CARE.format("事业单位医疗", "5.00", below))


def test_the_purpose_of_the_account_above_for_other_staff():
    assert _care("缴纳局机关及参公单位人员医疗保险", "缴纳局机关及参公单位人员医疗保险") == [
        "ACCOUNT-PURPOSE"
    ]
    assert _care("缴纳局机关及参公单位人员医疗保险", "缴纳事业单位人员医疗保险") == []


@pytest.mark.parametrize(
    "said",
    ["缴纳局机关人员医疗保险", "缴纳行政事业单位人员医疗保险", "缴纳局机关、参公和事业单位人员医疗保险"],
)
def test_a_purpose_that_may_be_for_both_kinds_of_staff(said: str):
    assert _care(said, said) == []


def test_an_account_of_both_kinds_of_staff():
    of = "社会保障和就业支出（类）行政事业单位养老支出（款）{}（项）：2023年决算数为{}万元，主要用于{}。"
    paid = "缴纳参公人员职业年金"
    below = of.format("机关事业单位职业年金缴费支出", "5.00", paid)
    assert ids(of.format("行政单位离退休", "4.00", paid), below) == []
