"""A long report: 60 indicators, 30 projects with ten each, three funds, some twenty pages of text."""

from decimal import Decimal

from msgspec.structs import replace
from report.filled import FUND, THE_2022_REPORT, Row

from jixiao.model.scorecard import Score, Scorecard, Subtotal

SENTENCE = (
    "本年按照批复的预算和年度工作计划组织实施，逐项落实责任股室和完成时限，按月核对支出进度，"
    "对执行偏慢的事项及时调度，对执行偏快的事项从严把关，做到有预算才支出、有手续才付款。"
)
SECTIONS = (
    *("部门职责", "部门预算管理", "绩效评价原则", "绩效自评公开情况", "整改和反馈", "存在的问题"),
    *("改进措施", "其他说明"),
)
PROJECTS = 30
INDICATORS = 60
PROJECT_INDICATORS = 10
LEVELS = (
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "服务对象满意度指标"),
)


def entries() -> Row:
    """The 2022 figures with everything that repeats repeated as often as the form allows."""
    texts = [{"章节": section, "正文": SENTENCE * (2 + nth % 2)} for section in SECTIONS for nth in range(5)]
    return THE_2022_REPORT | {
        "文字材料": texts,
        "项目明细": [_project(number) for number in range(PROJECTS)],
        "项目自评": [_evaluation(number) for number in range(PROJECTS)],
        "项目指标": [
            _indicator(number, nth) for number in range(PROJECTS) for nth in range(PROJECT_INDICATORS)
        ],
        "社保基金": [
            FUND | {"名称": name} for name in ("工伤保险基金", "失业保险基金", "企业职工基本养老保险基金")
        ],
        "楼堂馆所": [_building(number) for number in range(6)],
        "基础数据.厉行节约措施": SENTENCE * 3,
    }


def _name(number: int) -> str:
    return f"第{number + 1}批城乡居民社会保险经办服务能力提升与信息系统运行维护项目"


def _project(number: int) -> Row:
    return {
        "项目名称": _name(number),
        "预算数": "120.5",
        "支出数": "118.37",
        "类别": "专项经费" if number % 2 else "其他项目",
        "用途": "窗口服务、档案整理、系统维护和人员培训",
    }


def _evaluation(number: int) -> Row:
    return {
        "项目名称": _name(number),
        "预期目标": SENTENCE,
        "实际完成情况": SENTENCE,
        "年初预算数": "120.5",
        "全年预算数": "120.5",
        "全年执行数": "118.37",
        "当年财政拨款": "118.37",
        "执行率": "0.98232365",
        "执行率得分": "9.8232365",
        "分值合计": "100",
        "总分": "99.3232365",
    }


def _indicator(number: int, nth: int) -> Row:
    level1, level2 = LEVELS[nth * len(LEVELS) // PROJECT_INDICATORS]
    return {
        "项目名称": _name(number),
        "一级指标": level1,
        "二级指标": level2,
        "三级指标": f"第{nth + 1}项服务事项按期办结情况",
        "年度指标值": "≥95%",
        "实际完成值": "94.2%" if nth == 0 else "97.5%",
        "分值": "9",
        "得分": "8.5" if nth == 0 else "9",
        "偏差原因": "下半年业务系统升级，部分事项延期办结；将错峰安排升级" if nth == 0 else "",
    }


def _building(number: int) -> Row:
    return {
        "项目名称": f"{number + 1}号综合业务用房及附属设施",
        "批复规模": "1200",
        "实际规模": "1198.5",
        "预算投资": "2650.4",
        "实际投资": "2648.99",
    }


def scorecard() -> Scorecard:
    """60 indicators in 4 first and 12 second levels; every fifth one has lost half a point, with a reason."""
    scores = tuple(_score(number) for number in range(INDICATORS))
    firsts = tuple(dict.fromkeys(score.level1 for score in scores))
    seconds = tuple(dict.fromkeys((score.level1, score.level2) for score in scores))
    return Scorecard(
        framework="六十项指标的体系",
        scores=scores,
        level1=tuple(_sum(name, [s for s in scores if s.level1 == name]) for name in firsts),
        level2=tuple(
            (one, _sum(two, [s for s in scores if (s.level1, s.level2) == (one, two)]))
            for one, two in seconds
        ),
        total=_sum("", scores).score,
        max_total=_sum("", scores).max_score,
        grade="优",
    )


def _score(number: int) -> Score:
    full = Score(
        id=f"X{number + 1}",
        level1=("投入", "过程", "产出", "效果")[number // 15],
        level2=f"第{number // 5 + 1}组二级指标",
        name=f"第{number + 1}项三级指标完成率",
        max_score=Decimal("1.5"),
        standard="完成率达到100%得满分；每低于目标5个百分点扣0.5分，扣完为止；没有目标值的，不得分。",
        score=Decimal("1.5"),
        measure="100%",
        working="",
    )
    if number % 5:
        return full
    return replace(
        full, score=Decimal(1), measure="96.2%", reason="下半年资金下达较晚，部分任务跨年完成，进度低于目标"
    )


def _sum(name: str, scores: list[Score] | tuple[Score, ...]) -> Subtotal:
    return Subtotal(
        name,
        sum((s.max_score for s in scores), Decimal(0)),
        sum((s.score or Decimal(0) for s in scores), Decimal(0)),
    )
