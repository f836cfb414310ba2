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
    assert ids(*OWN, "年底，云岭市林业局共有车辆2辆。") == ["UNIT-NAME"]


def test_a_town():
    own = ("石榴乡人民政府2023年度自评报告", "石榴乡人民政府是基层政府。")
    assert ids(*own, "按要求，柏木乡人民政府对2023年度支出开展自评。") == ["UNIT-NAME"]
    assert ids(*own, "与柏木乡人民政府共同修路。") == []


def test_one_letter_otherwise():
    assert ids(*OWN, "造林任务按期完成，石乔县林业局牵头验收。") == ["UNIT-NAME"]


def test_a_neighbour_with_one_letter_otherwise():
    assert ids(*OWN, "造林任务按期完成，与石乔县林业局联合验收。") == []


def test_a_unit_that_speaks_of_itself_alone():
    own = ("石桥县图书馆2023年度单位决算", "石桥县图书馆是公益一类事业单位。")
    assert ids(*own, "石桥县文化馆内设部门4个。") == ["UNIT-NAME"]
    assert ids(*own, "下属单位有石桥县文化馆。", "石桥县文化馆内设部门4个。") == []


def test_words_before_the_name():
    assert ids(*OWN, "现将石桥县林业局2023年部门决算公开如下。") == []


def test_another_county_in_a_report_without_a_unit():
    own = ("石桥县2023年度项目绩效自评报告", "项目在石桥县各乡镇实施。", "资金已全部到位。")
    assert ids(*own, "白沙县财政局将进一步加强管理。") == ["UNIT-NAME"]
    assert ids(*own, "石桥县财政局将进一步加强管理。") == []


def test_the_line_above_a_table():
    assert ids(*OWN, "白沙市林业局    单位：元") == ["UNIT-NAME"]


def test_another_county_in_a_report_that_names_its_own_in_the_title():
    title = "禾泽县2022年度高标准农田建设项目绩效评价报告"
    lines = [title, "禾泽县承担建设任务。", "管护责任未落实。{}各乡镇均未足额安排管护经费。"]
    wrong = said(*(line.format("泽源县") for line in lines))
    assert wrong == [("UNIT-NAME", "泽源县", "禾泽县")]
    assert ids(*(line.format("禾泽县") for line in lines)) == []


def test_another_office_that_has_evaluated_itself():
    title = "漳湾市住房公积金管理中心部门整体支出绩效自评报告"
    own = "漳湾市住房公积金管理中心负责归集。"
    text = "根据评价指标体系，2023年度{}整体支出绩效自评得95分。"
    assert ids(title, own, text.format("漳湾市公共资源交易中心")) == ["UNIT-NAME"]
    assert ids(title, own, text.format("漳湾市住房公积金管理中心")) == []


def test_silent_where_several_offices_are_evaluated():
    title = "漳湾市财政局部门整体支出绩效自评报告"
    others = "漳湾市民政局整体支出绩效自评得95分。漳湾市教育局整体支出绩效自评得93分。"
    assert ids(title, "漳湾市财政局负责预算管理。", others) == []


def test_a_school_with_another_number():
    own = ("江州市石桥县第三中学校2023年度单位决算", "学校内设5个机构。")
    assert ids(*own, "石桥县第一中学校承担高中学历教育任务。") == ["UNIT-NAME"]
    assert ids(*own, "石桥县第三中学校承担高中学历教育任务。") == []


def test_words_before_a_county_that_are_no_name():
    own = ("石桥县残疾人联合会2023年度部门决算", "石桥县残疾人联合会包括石桥县残疾人综合服务中心。")
    assert ids(*own, "其中县残疾人综合服务中心为新增预算单位。") == []


def test_the_budget_of_another_office_of_the_same_county():
    text = "根据预算绩效管理要求，石桥县{}局在2023年度预算编制阶段，对14个项目编制了绩效目标。"
    assert said(*OWN, text.format("水利")) == [("UNIT-NAME", "石桥县水利局", "石桥县林业局")]
    assert ids(*OWN, text.format("林业")) == []
    assert ids(*OWN, "石桥县水利局在2023年度防汛中参加抢险。") == []


def test_the_finance_bureau_of_the_same_county_does_its_own_work():
    text = "根据预算绩效管理要求，石桥县{}局在2023年度预算编制阶段，审核了14个项目的绩效目标。"
    assert ids(*OWN, text.format("财政")) == []
    assert ids(*OWN, text.format("水利")) == ["UNIT-NAME"]
    assert ids(*OWN, "石桥县财政局组织对2023年度支出开展评价。") == []
    assert ids(*OWN, "石桥县财政局2023年度机关运行经费支出3.00万元。") == ["UNIT-NAME"]


def test_a_former_name_before_a_kind_of_budget():
    own = (
        "石桥县综合行政执法局2023年度部门决算",
        "石桥县综合行政执法局下属单位3个。石桥县综合行政执法局在编30人。",
    )
    text = "2023年度石桥县{}局政府性基金预算财政拨款支出603.40万元。"
    assert ids(*own, text.format("城市管理")) == ["UNIT-NAME"]
    assert ids(*own, text.format("综合行政执法")) == []


def test_a_unit_below_speaks_of_itself():
    own = ("石桥县水利局2023年度部门决算", "石桥县水利局下属单位3个，在编30人。石桥县水利局负责防汛。")
    text = "石桥县{}2023年度政府性基金预算财政拨款支出20.00万元。"
    assert ids(*own, text.format("河道管理所")) == []
    assert ids(*own, text.format("林业局")) == ["UNIT-NAME"]


def test_a_heading_of_another_office():
    assert ids(*OWN, "一、石桥县教育局基本情况") == ["UNIT-NAME"]
    assert ids(*OWN, "一、石桥县林业局基本情况", "石桥县教育局基本情况良好。") == []


def test_units_below_of_the_same_county():
    own = ("石桥县民政局2023年度自评报告", "石桥县民政局为工作部门。", "石桥县福利院在职9人。")
    assert ids(*own, "内设6个股室，下辖县福利院、县救助管理站2个二级机构。") == []
    assert ids(*own, "下辖石桥县福利院、石桥县救助管理站。") == []
