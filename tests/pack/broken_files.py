"""What somebody breaks in the data files of a pack, and what is said of it; a row each."""

from __future__ import annotations

from typing import NamedTuple

from jixiao.pack import loading

PACK = loading.DEFAULT
FRAMEWORK = "frameworks/reconstructed-2022.toml"
NOWHERE = -10_000  # the complaint is about no line
RULES, BUILD = ("rules", PACK), ("build", PACK)
NEW, FROM = ("new", "{out}"), ("new", "--from", "{book}", "{out}")
RUN = ("run", "{book}")
TERMS = ("template", "terms")
LINT = ("template", "lint", "{folder}/report_templates/department-overall/report.docx")
REPORT = "../../report_templates/department-overall/report.toml"
IMPORT = ("import", "{tables}", "{out}")
FAMILY = 'over = [{ "编制" = ["全额", "差额", "自收自支", "行政", "参公"]'
LINE = "01 | 整体预算 | 全年预算数"
EXAMPLE = "10 | 4 | 6 | | | passed"


class Broken(NamedTuple):
    """What is changed in which file, how many lines below the change the complaint is, and what it says."""

    file: str
    old: str
    new: str
    said: str
    command: tuple[str, ...] = RULES
    below: int = 0


CHECKS = [
    Broken(
        "checks.toml", 'severity = "error"', 'severity = "fatal"', "“severity”不能写“fatal”，可以写：error"
    ),
    Broken(
        "checks.toml",
        'title = "在职人员不超过',
        'titel = "在职人员不超过',
        "不认识“titel”这一项，是不是“title”？",
    ),
    Broken("checks.toml", 'title = "在职人员不超过编制"\n', "", "缺少“title”（标题）这一项", below=-2),
    Broken(
        "checks.toml", '"{基础数据表} | 财政供养', '{ clause = "无" } # ', "“basis”里缺少“document”（文件）"
    ),
    Broken("checks.toml", "{基础数据表} | 财政供养", "财政供养", "“basis”应是一组（花括号）"),
    Broken(
        "checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 <= 编制数.合记", "是不是“编制数.合计”？"
    ),
    Broken("checks.toml", "实有数.合计 <= 编制数.合计", "SUMM(编制数.合计) = 1", "没有“SUMM”这个函数"),
    Broken("checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 + 编制数.合计", "没有比较"),
    Broken(
        "checks.toml",
        "relation = 'AND(本年决算.公车购置",
        'left = "公车购置"\nrelation = \'AND(本年决算.公车购置',
        "left、right 是比较的左边、右边的叫法，这个关系由几个比较合成，不能写",
        below=1,
    ),
    Broken(
        "checks.toml", 'relation = "编制数', 'says = "{编制数.合记}"\nrelation = "编制数', "没有“编制数.合记”"
    ),
    Broken(
        "checks.toml",
        'relation = "实有数.合计',
        'when = "功能分类.金额 > 经济分类.金额"\nrelation = "实有数.合计',
        "另一张表",
    ),
    Broken("checks.toml", 'id = "STAFF-03"', 'id = "STAFF-01"', "编号重复"),
    Broken("checks.toml", 'id = "STAFF-03"', "id = STAFF-03", "不合 TOML 的写法"),
    Broken("checks.toml", 'id = "STAFF-03"', "id = “STAFF-03”", "要用英文半角的"),
    Broken("checks.toml", '{ "编制" = [', "{ 编制 = [", "等号左边的中文要加英文引号"),
    Broken("checks.toml", 'relation = "实有数.合计 <= ', "relation = 3 # ", "“relation”应是文字"),
    Broken("checks.toml", "| passed", "| past", "“outcome”不能写“past”"),
    Broken("checks.toml", "[[check]]", "[[checks]]", "不认识“checks”这一项，是不是“check”？"),
    Broken("checks.toml", FAMILY, "over = 3 # ", "“over”应是一列花括号"),
    Broken("checks.toml", FAMILY, 'over = "编制" # ', "“over”应有一行列名，下面至少再有一行"),
    Broken("checks.toml", FAMILY, FAMILY + ' }, { "类" = "全额"', "“类”不是每个都有"),
    Broken("checks.toml", LINE, "01 | | 全年预算数", "“表”不能作占位词"),
    Broken("checks.toml", LINE, f"{LINE} | 多", "“over”的这一行有 4 格，列名有 3 个"),
    Broken("checks.toml", f"号 | 表 | 名\n{LINE}", f"号 | 表 | 表\n{LINE}", "“over”的第一行应是列名"),
    Broken("checks.toml", '\n"提纲" = "', '\n"多余" = "无"\n"提纲" = "', "占位词“多余”没有用到"),
    Broken("checks.toml", "表 | 编 | 决算表", "列 | 编 | 决算表", "第一列的列名应是“表”", below=1),
    Broken(
        "checks.toml",
        "功能分类 | FUNC |",
        "功能分类 | {FUNC} |",
        "占位词“编”代表的词里不能有花括号",
        below=-2,
    ),
    Broken(
        "checks.toml",
        '"经济分类"] }]\ntitle = "{表}每行',
        '"经济分类"], "编" = "X" }]\ntitle = "{表}每行',
        "占位词“编”的词已写在 [words] 里",
    ),
    Broken("checks.toml", 'title = "{表}每行', 'title = "{表名}每行', "“over”里没有占位词“{表名}”"),
    Broken(
        "checks.toml",
        'title = "{表}每行合计',
        'was = ["FUNC-01"]\ntitle = "{表}每行合计',
        "“was”里的“FUNC-01”是另一条规则的编号",
    ),
    Broken("checks.toml", FAMILY, f'{FAMILY}, was = ["A", "B"]', "“was”写了 2 个旧编号"),
    Broken(
        "checks.toml",
        'relation = \'CODENAME("{表}科目", LEFT({表}.编码, 3)) <> ""\'',
        'relation = \'CODENAME("{表}目录", LEFT({表}.编码, 3)) <> ""\'',
        "没有“功能分类目录”这个代码表，是不是“功能分类科目”？",
    ),
    Broken("checks.toml", "实有数.合计 <= 编制数.合计", "实有数.合计 <= 编制数.合计{}", "“{}”代入任何名称"),
    Broken("checks.toml", EXAMPLE, EXAMPLE.replace("4", "5"), "写的结果是“通过”，算出来是“不平”", BUILD),
    Broken("checks.toml", "| inconsistent", "| rounding", "一个通过的例子和一个不平的例子", BUILD, -3),
    Broken(
        "checks.toml",
        "实有数.合计 | 编制数.合计 | outcome",
        "实有数.合计 | 编制数.全部 | outcome",
        "例子里没有“编制数.全部”这个名称",
        BUILD,
        1,
    ),
    Broken("checks.toml", EXAMPLE, EXAMPLE.replace("4", "四"), "例子里“编制数.全额”应是数", BUILD),
]
FORMS = [
    Broken("form.toml", 'version = "1"', 'version = "1"\nunheard = 1', "不认识“unheard”这一项", below=1),
    Broken("form.toml", 'term = "单位.简称"', 'term = "单位.名称"', "名称重复", below=-1),
    Broken("form.toml", 'term = "单位.简称"', 'term = "单位 简称"', "名称应是用点连起来的"),
    Broken("form.toml", 'formula = "编制数.合计"', 'formula = "编制数.合记"', "没有“编制数.合记”"),
    Broken("form.toml", "SUM(自定指标.分值)", "自评合计.得分", "“自评合计.得分”在它以后才算"),
    Broken("form.toml", "MAX(0, SIGNED(", "自评合计.得分 + MAX(0, SIGNED(", "在它以后才算"),
    Broken("form.toml", 'kind = "status"', 'kind = "statue"', "“kind”不能写“statue”"),
    Broken(
        "form.toml",
        'id = "department-overall"',
        'id = "elsewhere"',
        "应与文件夹的名称“department-overall”相同",
    ),
    Broken("form.toml", 'year = "单位.年度"', 'year = "单位.年份"', "这不是表样里单个单元格的名称"),
    Broken(
        "form.toml", 'declines = ["社保基金"]', 'declines = ["社保资金"]', "说没有它，可是没有名称这样开头"
    ),
    Broken(
        "form.toml",
        'choices = ["无"], declines = ["社保基金"]',
        'choices = ["无", "没有"], declines = ["社保基金"]',
        "只能有一个选项",
    ),
    Broken("form.toml", 'quantum = "0.01"', 'quantum = "一分"', "“quantum”写的不是数"),
    Broken(
        "form.toml",
        'key = "社保基金.名称"',
        'key = "社保基金.名字"',
        "“key”写的“社保基金.名字”不是它的名称",
        below=-1,
    ),
    Broken("form.toml", '"functional.toml"', '"functional-2.toml"', "不存在"),
    Broken("form.toml", 'id = "表样.编号"\n', "", "“identity”里缺少“id”", below=-1),
    Broken("form.toml", 'name = "收支总表"', 'name = "单位概况"', "两张工作表同名", BUILD),
    Broken("form.toml", "year = ", "years = ", "不认识“years”这一项"),
    Broken("../codes/economic.toml", "301 工资", "30A 工资", "编码只能是数字"),
    Broken("../codes/economic.toml", "from = 20", "from = 90", "起始日期晚于终止日期"),
    Broken("../codes/economic.toml", "30701 ", "30102 ", "这个编码出现了两次"),
    Broken("../codes/economic.toml", 'below = ["类", "307"', 'below = ["类", "308"', "代码表中没有这个编码"),
    Broken("../shared-sheets.toml", 'holds = "place"', 'holds = "spot"', "“holds”不能写“spot”"),
    Broken("../buttons.toml", "limit = 180", "", "缺少“limit”这一项", NEW, NOWHERE),
]
OTHERS = [
    Broken(
        "carryover.toml",
        '"单位.简称" = "单位.简称"',
        '"单位.简成" = "单位.简称"',
        "没有这个名称，是不是“单位.简称”？",
        FROM,
    ),
    Broken("carryover.toml", 'into = "社保基金"\n', 'into = "社保金"\n', "没有这张表或这个区块", FROM),
    Broken(
        "carryover.toml",
        "= 上年表.结转结余.年末",
        "= 上年表.结转结余.年尾",
        "没有“上年表.结转结余.年尾”",
        RULES,
    ),
    Broken("carryover.toml", "years = 1", 'years = "一"', "“years”应是", BUILD),
    Broken(FRAMEWORK, 'total = "100"', 'total = "99"', "分值合计是 100，写的是 99", NEW),
    Broken(FRAMEWORK, 'id = "A2"', 'id = "A1"', "编号重复", NEW, -23),
    Broken(FRAMEWORK, 'standard = "三项', 'standards = "三项', "不认识“standards”这一项", NEW),
    Broken(
        FRAMEWORK,
        'value = "是、是、否", score = "2"',
        'value = "是、是、否", score = "1"',
        "写的得分是 1",
        BUILD,
        -10,
    ),
    Broken(FRAMEWORK, 'total = "100"', "total = ", "不合 TOML 的写法", RUN),
    Broken(REPORT, "unit = ", "units = ", "不认识“units”", RUN),
    Broken(REPORT, 'file = "report.docx"', 'file = "r.docx"', "无法读取", RUN),
    Broken("../department-final-accounts/import.toml", 'term = "', 'term = "无.', "没有“无.", IMPORT, -6),
]

UNITS = 'factors = { "元" = "1", "万元" = "10000" }'
REPORT_NAME = 'name = "{单位.名称|（未填单位）}'
SHEET = 'name = "收支总表"'
FORM_PROOFS = [
    Broken("form.toml", UNITS, "factors = {}", "至少应有一个金额单位"),
    *(
        Broken("form.toml", '"万元" = "10000"', f'"万元" = "{value}"', f"写的是“{value}”，应是大于 0 的数")
        for value in ("0", "-1", "NaN", "sNaN", "Infinity", "1E+999999")
    ),
    *(
        Broken("form.toml", 'quantum = "0.01"', f'quantum = "{value}"', f"写的是“{value}”，应是大于 0 的数")
        for value in ("0", "-1", "Infinity")
    ),
    Broken("form.toml", 'table = "指标自评"', 'table = "指标"', "没有这张表或这个区块"),
    Broken(
        "form.toml",
        'target = "指标自评.目标值"',
        'target = "指标自评.目标"',
        "（指标自评.目标）：这不是表“指标自评”的一列",
    ),
    Broken("form.toml", 'grade = "指标自评.等级"', 'grade = "支出.合计"', "这不是表“指标自评”的一列"),
    Broken("form.toml", 'points = ["指标自评.要点1"', 'points = ["要点1"', "这不是表“指标自评”的一列"),
    Broken("form.toml", REPORT_NAME, 'name = "{单位.没有}', "这不是表样里单个单元格的名称"),
    Broken("form.toml", REPORT_NAME, 'name = "{功能分类.金额}', "这不是表样里单个单元格的名称"),
    Broken("form.toml", REPORT_NAME, 'name = "{单位.名称', "花括号应成对"),
    Broken("form.toml", REPORT_NAME, 'name = "{}', "花括号应成对"),
    Broken("form.toml", REPORT_NAME, 'name = "/{单位.名称}', "文件名里不能有“/”"),
    Broken("form.toml", SHEET, 'name = "收支/总表"', "工作表的名称里不能有“/”"),
    Broken("form.toml", SHEET, 'name = "[收支总表]"', "工作表的名称里不能有“[”"),
    Broken("form.toml", SHEET, 'name = ""', "工作表的名称应有 1 到 31 个字"),
    Broken("form.toml", SHEET, f'name = "{"表" * 32}"', "工作表的名称应有 1 到 31 个字"),
    Broken("form.toml", SHEET, 'name = "History"', "Excel 自己要用这个名称"),
    *(
        Broken("form.toml", SHEET, f'name = "{name}"', "每个工作簿都有一张同名的共用工作表")
        for name in ("勾稽关系", "校验结果", "按钮用语", "代码表", "核对底稿")
    ),
    Broken("form.toml", "widths = [24, 28, 64]", "widths = []", "应写各列的宽度"),
    Broken("form.toml", "widths = [24, 28, 64]", "widths = [24, 0, 64]", "列的宽度应大于 0"),
    Broken("form.toml", "widths = [24, 28, 64]", "widths = [-1]", "列的宽度应大于 0"),
    Broken(
        "form.toml",
        'buttons = ["check", "report"',
        'buttons = ["check", "fly"',
        "没有这个按钮，可以写：check",
    ),
]

MEASURE = 'measure = "支出.合计 / 整体预算.年初预算数"'
FRAMEWORK_PROOFS = [
    *(
        Broken(FRAMEWORK, 'max_score = "3"', f'max_score = "{value}"', f"“max_score”写的是“{value}”", NEW, -4)
        for value in ("sNaN", "NaN", "Infinity", "-3", "0")
    ),
    Broken(FRAMEWORK, 'total = "100"', 'total = "sNaN"', "“total”写的是“sNaN”", RUN),
    Broken(FRAMEWORK, MEASURE, 'measure = "支出.合计 / 0"', "分母为零", BUILD, -7),
    Broken(FRAMEWORK, MEASURE, 'measure = "支出.合计 / (2 - 2)"', "分母为零", RUN, -7),
    Broken(FRAMEWORK, MEASURE, f'measure = "{"(" * 3000}1{")" * 3000}"', "括号套得太深", RUN, -7),
    Broken(FRAMEWORK, MEASURE, 'measure = "单位.名称"', "指标值应是数，这里得到的是文字", BUILD, -7),
    Broken(FRAMEWORK, MEASURE, 'measure = "支出.合计 / 单位.名称"', "文字不能参加计算", RUN, -7),
    Broken(
        FRAMEWORK, 'name = "部门整体支出绩效评价指标体系（2022年，重构）"', 'name = ""', "“name”不能空着", NEW
    ),
]

COMMON, NEW_COMMON = "frameworks/whole-53.toml", ("new", "--framework", "whole-53", "{out}")
STARTS = [
    Broken(
        COMMON, '"二级指标", "三级指标"]', '"二级", "三级指标"]', "表“自定指标”没有“二级”这一列", NEW_COMMON
    ),
    Broken(
        COMMON, '["投入", "目标设定", "绩效目标', '["投入", "绩效目标', "这一行有 2 格，应有 3 格", NEW_COMMON
    ),
]

HEADINGS = 'headings = ["{numeral}、"'
STYLE_PROOFS = [
    *(
        Broken(REPORT, 'unit = "万元"', 'unit = "角"', "表样没有金额单位“角”，可以写：元、万元", command)
        for command in (RUN, TERMS, LINT)
    ),
    Broken(REPORT, 'date = "{year}年', 'date = "{yea}年', "可以写：{year}、{month}、{day}", RUN),
    Broken(REPORT, HEADINGS, 'headings = ["{num}、"', "可以写：{numeral}、{number}", RUN),
    Broken(REPORT, HEADINGS, 'headings = ["{numeral.real}、"', "花括号写法不对", RUN),
    Broken(REPORT, 'share = "，占{of}', 'share = "，占{of', "花括号写法不对，可以写：{of}、{rate}", LINT),
    Broken(
        REPORT,
        "比{than}增加{amount}",
        "比{than}增加{amounts}",
        "花括号写法不对，可以写：{than}、{amount}",
        RUN,
    ),
    Broken(REPORT, r"typed_number = '\s*", "typed_number = '(((", "不是正则表达式", TERMS),
    Broken(REPORT, r"typed_reason = '\s*", "typed_reason = '(((", "不是正则表达式", RUN),
    Broken(REPORT, 'numerals = "零一二三四五六七八九十"', 'numerals = ""', "应是从零到十的十一个字", RUN),
    Broken(REPORT, '"亿元" = "100000000"', '"亿元" = "0"', "应是大于 0 的数", RUN),
]

BROKEN = (*CHECKS, *FORMS, *OTHERS, *FORM_PROOFS, *FRAMEWORK_PROOFS, *STARTS, *STYLE_PROOFS)
