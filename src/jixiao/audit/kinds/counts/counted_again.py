"""Things that are counted at two places: 重点工作任务共9项, and later 8项重点工作任务全部办结."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.kinds.counts.unlike_counts import unlike_counts
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.wording.named_terms import CountedTerms

_SHORTEST, _LONGEST = 3, 10  # letters of a name
_GENERAL = re.compile("^(?:项目|单位|人员|部门|指标|工作|任务|问题|方面|县市区|行政单位|事业单位)$")
_EVALUATED = re.compile("自评|评价")
_OF_EVALUATED = re.compile("项目(?:支出)?(?:绩效)?(?:自评|评价|平均)")
_JOINED = "（、和与及街或"  # another name begins: 19个乡镇（街道）
_REACHED = re.compile("覆盖|涉及|纳入|惠及|开展")
_THERE_ARE = re.compile("共有|辖|现有|设有|全[县市区镇乡街]")
_YEARS = re.compile(r"(?:19|20)\d\d(?=年)")
_EARLIER = re.compile("上年|去年|上一年|比|较")
_APART = Decimal("0.2")  # of the larger: farther apart they are of other things
_NEAR = 1  # so far apart they never are
_BEFORE, _BEHIND = 30, 16
_MOST = 500  # counts that are compared with each other; a report of a hundred pages has some hundreds


class _Counted(msgspec.Struct, eq=False):
    """`label`: the words before a figure; `behind`: those behind it; `whole`: whether all are meant."""

    figure: StatedFigure
    label: str
    behind: str
    before: str
    sentence: int


def counted_again(context: AuditContext) -> Iterator[StatedRelation]:
    """Each pair of counts of one name that are near each other and not the same."""
    terms = context.words.counted
    counted = list(islice(_counts(context, terms), _MOST))
    found: dict[str, dict[StatedFigure, None]] = defaultdict(dict)
    for one in counted:
        for other in counted:
            apart = one.sentence != other.sentence
            if apart and (name := _name(one, other, terms)):
                found[name].update({one.figure: None, other.figure: None})
    for name, figures in found.items():
        in_order = sorted(figures, key=lambda figure: figure.place)
        yield from unlike_counts("COUNT-TWICE", in_order, f"别处所写的“{name}”", _APART, _NEAR)


def _counts(context: AuditContext, terms: CountedTerms) -> Iterator[_Counted]:
    """Counts of things in the year of the report that are said of all of them, or may be."""
    never = _patterns(terms)[2]
    for sentence in context.sentences:
        text = sentence.passage.text
        for figure in sentence.figures:
            if figure.measure is not Metric.COUNT or figure.unit not in ("个", "项", "家", "所", "类"):
                continue
            before = text[max(sentence.start, figure.start - _BEFORE) : figure.start]
            clause = re.split("[，；：]", before)[-1]
            years = {int(year) for year in _YEARS.findall(clause)}
            if never.search(clause) or _EARLIER.search(clause) or years - {context.year, 0}:
                continue
            yield _Counted(
                figure, figure.label, text[figure.end : figure.end + _BEHIND], clause, sentence.number
            )


@lru_cache(maxsize=2)
def _patterns(terms: CountedTerms) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return re.compile(terms.whole_before), re.compile(terms.whole_behind), re.compile(terms.other)


def _name(one: _Counted, other: _Counted, terms: CountedTerms) -> str:
    """The name that both bear, the second one behind its figure and of all; "" if they bear none."""
    if {one.figure.unit, other.figure.unit} - {"个", "项"} and one.figure.unit != other.figure.unit:
        return ""
    name = _behind_and_before(one, other, terms) or _behind_both(one, other, terms)
    evaluated = _OF_EVALUATED.match(other.behind) and one.label.endswith("项目")
    if not name and evaluated and _EVALUATED.search(one.label):
        return "自评项目"
    return name


def _behind_and_before(one: _Counted, other: _Counted, terms: CountedTerms) -> str:
    """重点工作任务共9项, 8项重点工作任务全部…."""
    for length in range(min(_LONGEST, len(one.label)), 1, -1):
        name = one.label[-length:]
        if other.behind.startswith(name):
            own = re.search(terms.named_before, one.label[:-length]) is not None
            return name if own and _is_name(name, terms) and _is_whole(other, name, terms) else ""
    return ""


def _behind_both(one: _Counted, other: _Counted, terms: CountedTerms) -> str:
    """37个行政村 with 涉及 before it, 39个行政村中有…."""
    length = 0
    for left, right in zip(one.behind[:_LONGEST], other.behind, strict=False):
        if left != right:
            break
        length += 1
    for end in range(length, 1, -1):
        name = one.behind[:end]
        if _are_apart(one, other, name, terms) or _are_apart(other, one, name, terms):
            continue
        if _is_name(name, terms) and all(_is_whole(each, name, terms) for each in (one, other)):
            return name
    return ""


def _are_apart(one: _Counted, other: _Counted, name: str, terms: CountedTerms) -> bool:
    """全县共有15个乡镇, 项目覆盖12个乡镇，其中…: all that there are, and those that something reaches."""
    reached = _REACHED.search(other.before) and not _patterns(terms)[1].match(other.behind[len(name) :])
    return bool(reached) and _THERE_ARE.search(one.before) is not None


def _is_name(name: str, terms: CountedTerms) -> bool:
    if _GENERAL.match(name) or not re.fullmatch("[\u4e00-\u9fff]+", name):
        return False
    return len(name) >= _SHORTEST or name in terms.short


def _is_whole(one: _Counted, name: str, terms: CountedTerms) -> bool:
    """Whether all things of a name are meant, by the words behind it or before the figure."""
    before, behind, _ = _patterns(terms)
    rest = one.behind[len(name) :]
    if rest[:1] and rest[0] in _JOINED and not rest[1:2].isdigit():  # 16个行政村、87个村民小组
        return False
    return behind.match(rest) is not None or (
        before.search(one.before) is not None and not re.match(r"[\u4e00-\u9fff]", rest)
    )
