"""The name of another unit."""

from __future__ import annotations

from audit.reports import ids, said

OWN = ("石桥县林业局2023年度部门决算", "石桥县林业局是政府组成部门。", "石桥县林业局共有车辆2辆。")


def test_the_office_of_another_county():
    assert said(*OWN, "白沙县林业局内设机构10个。") == [("UNIT-NAME", "白沙县林业局", "石桥县林业局")]


def test_another_unit_in_an_aside():
    assert ids(*OWN, "根据白沙县林业局2023年的文件，与白沙县林业局共同防火。") == []


def test_the_other_place_behind_a_year():
    assert ids(*OWN, "2023年度白沙县林业局整体支出绩效自评得分94分。") == ["UNIT-NAME"]


def test_an_office_of_one_word():
    own = ("石桥县文化馆2023年度部门决算", "石桥县文化馆是事业单位。", "石桥县文化馆共有车辆2辆。")
    assert ids(*own, "白沙县文化馆内设机构10个。") == ["UNIT-NAME"]
    assert ids(*own, "与白沙县文化馆共同演出。") == []


def test_the_office_above():
    assert ids(*OWN, "年底，云岭市林业局组织了复核。") == []
    assert ids(*OWN, "年底，云岭市林业局共有车辆3辆。") == ["UNIT-NAME"]
