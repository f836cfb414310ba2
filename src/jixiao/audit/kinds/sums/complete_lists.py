"""What speaks for a list being complete, or against it: by its figures alone."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.lists.stated_list import StatedList
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.wording.named_terms import ClosedSet
from jixiao.model.outcome import Outcome

_CLASS = re.compile("[类型级档]$|等次$")
_OVERLAPS = re.compile("以上|同时|含|重点|其中|另|累计|新增|党员|女")
_POSTS = re.compile("(?:行政|参公|事业|工勤|管理|专业技术|机关|政法|聘用)[^，]{0,4}(?:人员|编制|岗位)$")
_BESIDE = re.compile("女|党员|少数民族|骨干|青年|脱贫|残疾")  # may be one of another part, too
_SO_FAR = re.compile("累计|截至|上半年|前[一二三四五六七八九十\\d]+个?[季月]|最[高低多少大小]|^1[-—~至]")
_STATE = re.compile("^(?:在用|闲置|出租|出借)")  # what is used, whatever it is
_GROSS = re.compile("（(?:账面)?原值")
_AGE = re.compile("岁(?:及)?以上")  # no one is of two ages
_DONE = re.compile("产出|效益|效果|满意")  # levels of what has come of the money
_EFFECT = re.compile("效益|效果|满意|绩效|履职")
_MEANS = re.compile("投入|过程|决策|管理|执行|预算|资金|成本")
_THREE = 3  # digits
_FEW = 2  # members of a set that are named beside other things, too
_CROSSED = ("人", "名", "人次", "户", "个", "项", "家", "次", "件", "万人", "万人次")


def is_most(relation: StatedRelation) -> bool:
    """Whether the parts come to three quarters of the whole, or to more than it."""
    computed = relation.computed()
    return computed is not None and computed.value * 4 >= relation.target.value * 3


def is_nearly_all(relation: StatedRelation, listed: StatedList) -> bool:
    """Things of names that end alike, 小（1）型5座、小（2）型33座, and are four fifths of all."""
    computed = relation.computed()
    if relation.target.measure is not Metric.COUNT or computed is None or len(relation.operands) < 2:
        return False
    ends = {label[-1:] for label in listed.labels}
    least = 4 if len(relation.operands) > _FEW else 9  # of five; of ten, if there are but two
    most = relation.target.value * (least + 1)
    near = relation.target.value * least <= computed.value * (least + 1) <= most
    if any(_BESIDE.search(label) for label in listed.labels):
        return False
    return len(ends) == 1 and near and all(len(label) > 1 for label in listed.labels)


def falls_short_by_a_slip(relation: StatedRelation, listed: StatedList) -> bool:
    """Parts that come to nearly all, or little more: who leaves something out leaves out more than that."""
    computed = relation.computed()
    if computed is None or len(relation.operands) < 2 or not all_smaller(relation):
        return False
    if any(_OVERLAPS.search(label) for label in listed.labels) or not all(listed.labels):
        return False
    gap = abs(computed.value - relation.target.value)
    near = 10 if len(relation.operands) > 2 else 20
    over = computed.value > relation.target.value
    if over and relation.target.unit in _CROSSED and not is_disjoint(relation, listed):
        return False
    return gap * near <= relation.target.value and any(slip_in(one, relation) for one in relation.figures)


def is_all_counted(relation: StatedRelation, listed: StatedList) -> bool:
    """在职27人，其中A11人、B18人；: all, where no one is two of them; too few only by a slip."""
    computed = relation.computed()
    if relation.target.measure is not Metric.COUNT or computed is None or not all_smaller(relation):
        return False
    if any(_OVERLAPS.search(_AGE.sub("", label)) or _BESIDE.search(label) for label in listed.labels):
        return False
    if computed.value > relation.target.value:
        return True
    whole = relation.target
    if whole.unit == "辆" and all("车" in label for label in listed.labels):
        return True  # of vehicles all uses are named
    telling = [p for p in relation.operands if p.written_digits >= _THREE and p.significant_digits > 1]
    parts = any(slip_in(part, relation) for part in telling)  # of 60.00 any other is a slip away
    return whole.written_digits > 1 and (parts or slip_in(whole, relation))


def is_gross(relation: StatedRelation) -> bool:
    """资产总额3500万元，其中固定资产3218万元（原值）: more than what stands in the total."""
    return not _GROSS.match(relation.target.passage.text, relation.target.end) and any(
        _GROSS.match(part.passage.text, part.end) for part in relation.operands
    )


def is_disjoint(relation: StatedRelation, listed: StatedList) -> bool:
    """Whether no thing is counted in two parts, as people are who are young and members at once."""
    target = relation.target
    states = [bool(_STATE.search(label)) for label in listed.labels]
    if any(states) and not all(states):
        return False  # 其中房屋…；在用资产…
    if any(_SO_FAR.search(label) for label in listed.labels):
        return False
    if listed.word.startswith(("按", "分")) or all(_CLASS.search(label) for label in listed.labels):
        return True  # 资金管理类6个、工程质量类5个
    if all(_POSTS.search(label) for label in listed.labels):
        return True  # 行政人员21人、参公人员34人、事业人员102人
    return target.measure is Metric.MONEY or (target.measure is Metric.COUNT and target.unit not in _CROSSED)


def is_score(relation: StatedRelation, listed: StatedList) -> bool:
    """The parts of a score are all named, unless full marks or names say that a level is left out."""
    if relation.target.measure is not Metric.SCORE or len(relation.operands) < 2:
        return False
    computed = relation.computed()
    short = computed is not None and computed.value < relation.target.value
    if short and (_full_marks(listed) < relation.target.value or not _has_all_levels(listed)):
        return any(len(relation.operands) > 2 and slip_in(figure, relation) for figure in relation.figures)
    totals = all(part.value * 3 > relation.target.value * 2 for part in relation.operands)
    return not totals or slip_in(relation.target, relation)  # 97 written 7


def _full_marks(listed: StatedList) -> Decimal:
    """What all parts could get, if each says it: 得48分（满分50分）, 产出（50分）得48分; else no end."""
    found = []
    for part in listed.parts:
        got = max(part.figures.values(), key=lambda one: one.start)
        near = [f for f in listed.sentence.figures if f.measure is Metric.SCORE and f.role is FigureRole.BASE]
        before = [f for f in near if got.label_start <= f.start < got.start or f.end + 2 == got.label_start]
        behind = [
            f for f in near if f.passage.text[got.end : f.start] in ("（", "（满分", "（分值", "（权重")
        ]
        found += [f.value for f in (before or behind)[:1]]
    return sum(found, Decimal(0)) if len(found) == len(listed.parts) else Decimal("Infinity")


def _has_all_levels(listed: StatedList) -> bool:
    """Whether what is spent and what comes of it are both among the parts; names of no level say nothing."""
    if any("产出" in label for label in listed.labels) and not any(map(_EFFECT.search, listed.labels)):
        return False
    told = [
        bool(_DONE.search(label)) for label in listed.labels if _DONE.search(label) or _MEANS.search(label)
    ]
    return len(told) < len(listed.parts) or len(listed.parts) > 2 or len(set(told)) > 1


def names_main_ones(listed: StatedList) -> bool:
    """主要支出项目：教育…；农林水…, 分科目看，…: some of all by its own word, or of what is a part itself."""
    whole = next(iter(listed.wholes.values()))
    far = whole not in listed.sentence.figures and whole.words.startswith("其中")
    return (
        re.match("主要|分.*看$", listed.word) is not None
        and not re.match("其他|其它|其余", listed.labels[-1])
    ) or far


def all_smaller(relation: StatedRelation) -> bool:
    """Each part by itself could be one: none is larger than the whole, and none equals it."""
    return all(abs(part.value) < abs(relation.target.value) for part in relation.operands)


def ended_earlier(relation: StatedRelation) -> bool:
    """Whether a run of fewer parts makes up the whole: the list ended there, or began later."""
    values = [part.quantity for part in relation.operands]
    whole = relation.target.quantity
    for first in range(len(values)):
        total = values[first]
        for last in range(first, len(values)):
            total = total if last == first else total + values[last]
            if total.meets(whole) and whole.value and (first, last) != (0, len(values) - 1):
                return True
    return False


def is_all_of(relation: StatedRelation, closed: ClosedSet) -> bool:
    """出国、用车、接待: a list of such a set does not end earlier; one nought may have become a figure."""
    if closed.partial or closed.mostly:
        return False
    noughts = [part for part in relation.operands if _was_nought(part)]
    mended = any(relation.outcome({part: Decimal(0)}) is not Outcome.INCONSISTENT for part in noughts)
    return len(relation.operands) == len(closed.members) > _FEW or mended


def _was_nought(figure: StatedFigure) -> bool:
    """Whether one digit makes all the difference: 0.00 and 8.00."""
    return sum(sign in "123456789" for sign in figure.written) == 1


def says_twice(listed: StatedList) -> bool:
    """满意1071份，…，收回问卷中满意1071份: one part in other words."""
    parts = [(part.label, next(iter(part.figures.values())).value) for part in listed.parts if part.label]
    return any(
        one is not other and one[1] == other[1] and bool(one[1]) and one[0].endswith(other[0])
        for one in parts
        for other in parts
    )


def is_repeated(listed: StatedList) -> bool:
    """Whether labels come twice: then the list has more than one dimension."""
    labels = [label for label in listed.labels if label]
    if len(set(labels)) < len(labels) and not listed.numbered:
        return True
    said = [(part.label, figure.value) for part in listed.parts for figure in part.figures.values()]
    return any(  # 满意1071份，…收回问卷中满意1071份
        one is not other
        and one[1] == other[1]
        and one[0]
        and one[0] != other[0]
        and other[0].endswith(one[0])
        for one in said
        for other in said
    )
