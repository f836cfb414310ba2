"""Years by what is said of them: results used for a past budget, a beginning after the report's year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import year_fault
from jixiao.audit.wording_fault import WordingFault

_YEAR = r"(?P<year>(?:19|20)\d\d)年"
_ANY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|〕|-|—|~|至)")
_USED = re.compile(
    rf"(?:作为|纳入|用于|编制|安排)(?:编制|安排|调整)?{_YEAR}度?[^，。；\d]{{0,16}}预算[^，。；]{{0,14}}(?:依据|参考|挂钩)"
)
_FROM = re.compile(
    rf"(?<!自)由{_YEAR}(?:末|底|年末)?的?\d[\d.]*[%\u4e00-\u9fff]{{1,6}}[^，。；]{{0,8}}?(?:降|升|增|提高|减|下降)[^，。；]{{0,3}}(?:至|到|为)"
)
_CLOSED = re.compile(rf"(?:^|(?<=[。；]))截[至止]{_YEAR}(?:12月31日|末|年末|底)，")
_FOUND = re.compile(
    rf"(?:针对|对照?){_YEAR}度?(?:部门|整体|项目)?(?:支出)?(?:绩效)?(?:自评|评价|监控|运行监控)(?:中)?(?:发现|反馈|指出)"
)
_STILL = re.compile(
    rf"截[至止]{_YEAR}(?:12月31日|年?末|年?底)，[^。；]{{0,20}}?(?:仍有|仍然|尚有|目前)|"
    rf"截[至止]{_YEAR.replace('year', 'until')}(?:12月31日|年?末|年?底)，"
    r"[^。；，]{0,16}?(?:在职|在编|编制|实有人员|干部职工)"
)
_EVALUATED = re.compile(
    rf"(?:评价组|评价小组|工作组|自评小组|第三方机构)[^，。；\d]{{0,6}}[于在]{_YEAR}|"
    r"(?P<until>(?:19|20)\d\d)年\d{1,2}月，[^，。；]{0,12}(?:印发|下发|制定)[^，。；]{0,8}评价[^，。；]{0,4}方案"
)
_MONTH = re.compile(rf"{_YEAR}(?:\d{{1,2}}月|第?[一二三四1-4]季度|[上下]半年|年?[底末初])")
_DONE = re.compile(rf"实际(?:完成|验收|竣工)?(?:值|时间|日期|情况)?(?:为|是|：|于){_YEAR}")
_AHEAD = re.compile(
    rf"(?:计划|拟|预计|将)(?:在|于)?{_YEAR}(?:\d{{1,2}}月)?[上下中]?(?:旬|半年)?[底末]?(?:前|之前|以前)|"
    rf"(?:力争|争取|确保)(?:在|于|到)?{_YEAR.replace('year', 'until')}"
)
_PLANNED = re.compile(
    r"将|计划|规划|目标|力争|预计|拟|争取|前$|之前|底前|到期|期限|有效|截止|起$|起施行|起执行|合同|质保|尚未|下一步|继续|届时|批准|印发|落款"
)
_AROUND = 16
_STATED = 15  # letters of a line that is only a date


def odd_years(context: AuditContext) -> Iterator[WordingFault]:
    """Each in a report of another year; nothing in one that names no year, or is a budget."""
    if not context.year or context.budget:
        return
    own = context.year
    for passage in context.text.prose:
        for match in _USED.finditer(passage.text):
            if int(match["year"]) <= own:
                yield _fault(
                    passage, match, f"{own + 1}年（或以后）", f"这是{own}年的结果，那年的预算早已编好"
                )
        for match in _FROM.finditer(passage.text):
            until = re.match(r"(?:19|20)\d\d年", passage.text[match.end() :])
            if int(match["year"]) > own and not until:
                yield _fault(passage, match, f"{own - 1}年", f"起点晚于报告年度（{own}年）")
        for match in _CLOSED.finditer(passage.text):
            sentence = passage.text[match.end() :].partition("。")[0]
            if int(match["year"]) == own + 1 and not _PLANNED.search(sentence):
                yield _fault(passage, match, f"{own}年", f"报告年度是{own}年")
        for match in _DONE.finditer(passage.text):
            if int(match["year"]) < own:
                yield _fault(passage, match, f"{own}年", f"完成的时间早于报告年度（{own}年）")
        for match in _EVALUATED.finditer(passage.text):
            if int(match["year"] or match["until"]) < own:
                yield _fault(passage, match, f"{own + 1}年", "评价在报告年度之后")
        for match in _AHEAD.finditer(passage.text):
            if int(match["year"] or match["until"]) < own:
                yield _fault(passage, match, f"{own + 1}年", "打算做的事不能早于报告年度")
        for match in _FOUND.finditer(passage.text):
            if int(match["year"]) < own - 1:
                yield _fault(passage, match, f"{own - 1}年", "上一次自评是上年的")
        for match in _STILL.finditer(passage.text):
            sentence = passage.sentence_at(match.start())
            compared = re.search("上年|去年|比|较|增加|减少|年初", sentence) is not None
            dated = match["year"] is not None and "12月31日" in match[0]
            told = compared or dated or str(own) in passage.text
            closed = match["until"] or _is_closed(context)
            if int(match["year"] or match["until"]) == own - 1 and not told and closed:
                yield _fault(passage, match, f"{own}年", "写的该是报告年度末")
    yield from _once(context)


def _is_closed(context: AuditContext) -> bool:
    """Whether the report tells the end of its own year elsewhere."""
    closed = re.compile(rf"截[至止]{context.year}年")
    return any(closed.search(passage.text) for passage in context.text.passages)


def _once(context: AuditContext) -> Iterator[WordingFault]:
    """The one date that lies two years or more behind the report's, in a sentence that plans nothing."""
    texts = [passage.text for passage in context.text.passages]
    later = [int(year) for text in texts for year in _ANY.findall(text) if int(year) > context.year + 1]
    if len(later) != 1:
        return
    for passage in context.text.prose:
        for match in _MONTH.finditer(passage.text):
            sentence = passage.sentence_at(match.start())
            stock = re.search("截[至止]到?$", passage.text[: match.start()])  # told elsewhere
            planned = stock or _PLANNED.search(sentence) or "《" in sentence or len(passage.text) <= _STATED
            if int(match["year"]) == later[0] and not planned and passage.number > 1:
                yield _fault(passage, match, f"{context.year}年", f"报告年度是{context.year}年")


def _fault(passage: Passage, match: re.Match[str], right: str, why: str) -> WordingFault:
    place = match.start("year") if match["year"] else match.start("until")
    why = f"“{match[0].strip('，')}”：{why}，像是年份写错了"
    return year_fault(passage, (place, place + 5), right, why, passage.around(match.span(), _AROUND))
