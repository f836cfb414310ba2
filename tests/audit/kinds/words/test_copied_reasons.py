"""The reason of a project for the running of the office."""

from __future__ import annotations

from audit.reports import ids

HEAD = "（{}）交通运输支出（类）公路水路运输（款）{}（项）预算数为{}万元，比上年增加5.00万元，主要原因是{}。"


def _report(running: str, other: str) -> tuple[str, str]:
    return HEAD.format(1, "行政运行", "687.35", running), HEAD.format(2, "公路运输管理", "606.67", other)


def test_the_words_of_a_project():
    subsidy = "新增城乡客运补贴"
    assert ids(*_report(subsidy, subsidy)) == ["ACCOUNT-REASON"]
    assert ids(*_report("人员工资正常晋升", subsidy)) == []


def test_what_both_may_have():
    assert ids(*_report("新增工资性补贴", "新增工资性补贴")) == []
    assert ids(*_report("新增城乡客运补贴", "新建客运站")) == []


def test_words_of_no_project_in_particular():
    assert ids(*_report("本年项目支出有所增加", "本年项目支出有所增加")) == []
    assert ids(*_report("上年部分项目增加", "上年部分项目增加")) == []
