"""What a change belongs to, and what it is against: figures beside it, else those of the name before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence, blanked
from jixiao.audit.kinds.changes.changed_names import LONG, SHORTEST, is_of, is_wider, same_name
from jixiao.audit.kinds.changes.compared import ComparedFigures, before_its_bracket, whole_of_list

_OPENING = re.compile("(?:年初|期初)[^，。；]*$")
_SHORT = 3  # letters of a name before what it is compared with
_BACK = 4  # sentences in which a figure of that very name may stand
_BEYOND = re.compile("(?:超额?|超出|超过|多于|比|较)(?:年度)?(?:目标|计划|任务)")  # 超目标1286人
_BOTH_SIDES = re.compile("收入?、支出?(?:总计|合计|总额)[各均]")
_COMPARED = re.compile("(?:相比|相较|比较|对比)，?")
_MEAN = re.compile("[人户亩次车生床件]均|平均")
_CURRENT = (FigureRole.RESULT, FigureRole.PLAIN)


def priors_of(compared: ComparedFigures, context: AuditContext) -> Iterator[StatedFigure]:
    """The earlier figure, where the same sentence names it, or what the change is said to be against."""
    before = compared.sentence.before(compared.first.start)
    if direct := _directly_before(compared):
        yield direct
        return
    against = _against(compared, context)
    if against == "opening":
        yield from [f for f in before if _OPENING.search(f.words) and _measures(f, compared)][-1:]
        return
    if against == "budget":
        bases = [f for f in reversed(before) if f.role is FigureRole.BASE and _measures(f, compared)]
        initial = [f for f in bases if re.search("年初", f.words)]
        yield from initial[:1] if "年初" in compared.first.base and initial else bases
        return
    start = _own_start(compared.sentence, compared.first)
    found = [f for f in before if f.role is FigureRole.PRIOR and _measures(f, compared) and f.start >= start]
    found = [f for f in found if not _is_compared_itself(f, compared)]
    if not found:
        last = compared.rate or compared.first
        behind = compared.sentence.passage.text[last.end : last.end + 2]
        if behind.startswith("（"):
            closing = compared.sentence.passage.text.find("）", last.end)
            inside = compared.sentence.between(last.end, closing)
            found = [f for f in inside if f.role is FigureRole.PRIOR and _measures(f, compared)]
    if not found and compared.amount is None:
        for sentence in context.before(compared.sentence):
            found = [f for f in sentence.figures if f.role is FigureRole.PRIOR and _measures(f, compared)]
    yield from found[-1:]


def _is_compared_itself(figure: StatedFigure, compared: ComparedFigures) -> bool:
    """2022年度支出151.49万元，比上年减少…: what has changed since the year before."""
    between = compared.sentence.passage.text[figure.end : compared.first.label_start]
    dated = re.search(r"(?:19|20)\d\d年", figure.words) and not re.search("上年|去年", figure.words)
    said = re.match("(?:比|较|与|同)(?:上年|去年|上一年)|同比", compared.first.words)
    return bool(dated and said and re.fullmatch("[，、（]?", between))


def _directly_before(compared: ComparedFigures) -> StatedFigure | None:
    """较计划5000个增加280个: what the change is against stands within its words."""
    before = compared.sentence.before(compared.first.start)
    if not before or not _measures(before[-1], compared):
        return None
    between = compared.sentence.passage.text[before[-1].end : compared.first.label_start]
    if between and not _COMPARED.fullmatch(between):  # 与概算2480.00万元相比，节约
        return None
    return before[-1] if re.search(r"(?:比|较|与|同|由|从)[^，。；]*$", before[-1].words) else None


def _measures(figure: StatedFigure, compared: ComparedFigures) -> bool:
    if compared.amount is not None:
        return figure.fits(compared.amount) and figure.measure is compared.amount.measure
    return figure.measure in (Metric.MONEY, Metric.COUNT)


def _against(compared: ComparedFigures, context: AuditContext) -> str:
    """What the change is measured against: 上年, or a budget; "" if the sentence does not say."""
    text = compared.sentence.passage.text
    start = max(compared.sentence.start, compared.first.start - 60)
    clause = text[start : compared.first.start]
    marks = list(
        re.finditer(r"(?:比|较|与|同|相比|超出|低于|高于)([^，。；]*?)(?=相比|增|减|下降|上升|，|$)", clause)
    )
    said = next((mark[1] for mark in reversed(marks) if mark[1]), "")
    if re.search(r"(?:19|20)\d\d|上年|去年|上一年|同期|以前年度", said):
        return "earlier"
    if re.fullmatch("(?:年初|期初)(?:数|余额)?", said):
        return "opening"
    if re.search(r"预算|计划", said):
        return "budget"
    return "earlier" if re.search(r"同比|上年|去年|同期|(?:19|20)\d\d年", clause) else ""


def currents_of(compared: ComparedFigures, context: AuditContext) -> Iterator[StatedFigure]:
    """The figure that has changed: in the same sentence, else one of that name in the sentence before."""
    sentence, first = compared.sentence, compared.first
    if (bracketed := before_its_bracket(compared)) is not None and _measures(bracketed, compared):
        yield bracketed
        return
    start, direct = _own_start(sentence, first), _directly_before(compared)
    text = blanked(sentence.passage.text)
    here = [
        f
        for f in sentence.before(first.start)
        if f.start >= start
        and f is not direct
        and _measures(f, compared)
        and not is_wider(f, first.base)
        and (text[f.start] != "\0" or text[first.start] == "\0")
    ]
    here = [f for f in here if not _BEYOND.match(f.words) and not _is_other_side(compared.first.base, f)]
    if direct is not None:
        here = [f for f in here if f.fits(direct) and f.measure is direct.measure]
    own = [f for f in here if f.role in _CURRENT or _is_compared_itself(f, compared)]
    beside = len(here) == 1 and text[here[0].end : first.label_start] == "，"  # 人均收入21486元，比上年增加
    if not own and len(here) == 1 and here[0].role is FigureRole.SIDE and (direct is not None or beside):
        own = here  # 月人均养老金192.88元，比上年的181.50元提高11.38元
    if direct is not None and (mean := _MEAN.search(direct.words)):
        own = [f for f in here if mean[0] in f.words] or own  # 人均2.37万元，比2023年的人均2.51万元减少
    results = [f for f in own if f.role is FigureRole.RESULT] or own
    if results:
        yield results[-1]
        yield from _wholes_of(results[-1], compared, context)
        return
    subject = _subject(compared)
    others = start > sentence.start or any(
        f.role in (FigureRole.CHANGE, FigureRole.RATE) for f in sentence.before(first.start)
    )
    if others and len(cleaned(subject)) < LONG:
        return
    for distance, before in enumerate(context.before(sentence, _BACK if len(subject) > 3 else 1)):
        candidates = [f for f in before.figures if f.role in _CURRENT and _measures(f, compared)]
        candidates = [f for f in candidates if not is_wider(f, first.base)]
        named = [f for f in candidates if subject and subject in f.words]
        if 0 < len(subject) < SHORTEST and len({f.value for f in named}) > 1:
            named = []  # 支出: of 基本支出, 项目支出 neither
        named = named or [f for f in candidates if subject and is_of(f, subject, before)]
        if not named and not distance:
            named = [f for f in candidates if subject and same_name(subject, f)]
        if named:
            yield named[-1]
            return
        behind = whole_of_list(before, context.lists) if len(subject) <= _SHORT and not distance else None
        if behind is not None and subject in behind.words:
            if _measures(behind, compared):
                yield behind
            return
        of_both = not subject or (subject.startswith("支") and _BOTH_SIDES.search(sentence.text))
        if candidates and of_both and len({f.value for f in candidates}) == 1:
            yield candidates[0]


def _is_other_side(said: str, figure: StatedFigure) -> bool:
    """收入1134.54万元，增长3.30%，支出增加35.18万元: what one side is says nothing of the other."""
    own = re.sub("^.*(?:上年|去年|预算|决算)数?", "", said)
    sides = [("支出", "收入"), ("收入", "支出")]
    return any(
        own.startswith(one) and other in figure.label and one not in figure.label for one, other in sides
    )


def whole_of_paragraph(compared: ComparedFigures, context: AuditContext) -> StatedFigure | None:
    """支出预算…万元，其中，…。支出较上年增加…: what the paragraph begins with."""
    said = _subject(compared) or re.split("[比较与同]", compared.first.base)[0]
    if not re.fullmatch(r"(?:总|部门)?(?:收入|支出|收支|预算)(?:预算|总额|合计)?", said):
        return None
    passage = compared.sentence.passage
    first = context.figures[passage.number][0]
    if "其中" not in passage.text[: compared.first.start] or first.role not in (*_CURRENT, FigureRole.BASE):
        return None
    return first if _measures(first, compared) and re.search("预算|总计|合计|总额", first.words) else None


def _wholes_of(
    figure: StatedFigure, compared: ComparedFigures, context: AuditContext
) -> Iterator[StatedFigure]:
    """案件1286件，其中民事842件、…、行政28件，较上年1140件增长: behind a list it may be the whole."""
    if _subject(compared) or re.search("合计|总计|总额", figure.words):
        return
    for listed in context.lists:
        last = listed.parts[-1].figures.values()  # what a part before others has changed by is its own
        inside = any(figure in part.figures.values() for part in listed.parts) and figure in last
        if inside and listed.sentence is compared.sentence:
            roles = (*_CURRENT, FigureRole.BASE) if "预算" in compared.first.base else _CURRENT
            yield from (w for w in listed.wholes.values() if w.role in roles and _measures(w, compared))


def _own_start(sentence: Sentence, first: StatedFigure) -> int:
    """Where the part of the sentence begins to which a change belongs; 比上年… goes on before it."""
    start = segment_start(sentence, first.start)
    clause = sentence.passage.text[start : first.start]
    if start > sentence.start and re.match(r"(?:比|较|与|同比|同)", clause) and not re.search("，", clause):
        return segment_start(sentence, start - 1)
    return start


def _subject(compared: ComparedFigures) -> str:
    """What is said to have changed, in the clause of the change."""
    text = re.sub(
        r"^.*?(?:比|较|与|同)(?:(?:19|20)\d\d年?度?|上年度?|去年|上一年度?|同期|上年同期|年初)+"
        r"(?:决算|预算|执行|支出|收入)*数?(?:相比|比较|对比)?[，,]?",
        "",
        re.sub("^(?:相比|比较|对比)，?", "", compared.first.base),
    )
    if not text and not compared.first.base and (direct := _directly_before(compared)) is not None:
        text = re.split("[比较与同]", direct.words)[0]  # 总收入较上年10562.17万元增加
        text = "" if len(cleaned(text)) < _SHORT else text
    if not text:  # 基本支出较上年增加
        text = re.split(r"(?:比|较|与|同)(?:上年|去年|上一年|同期|(?:19|20)\d\d)", compared.first.base)[0]
        text = "" if re.fullmatch("(?:总|部门|本年|收、?支|收入|支出|预算|决算|经费|计|各)*", text) else text
    return text.lstrip("，、：各均共").rstrip("，、：总额数各均共")
