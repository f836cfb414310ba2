"""Years left over: where data come from, the day of reckoning, next steps that are planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import year_fault, year_span
from jixiao.audit.wording_fault import WordingFault

_YEAR = r"(?P<year>(?:19|20)\d\d)年度?"
_SOURCE = re.compile(
    r"(?:数据|数字|金额|资料|口径)[^，。；\d《]{0,10}(?:来自|来源于|来源为|来源|取自|摘自|源自|出自|依据|根据|以|按照|按|为)"
    rf"[^，。；\d《]{{0,10}}{_YEAR}[^，。；\d]{{0,14}}(?:决算|报表|账|批复)"
)
_DAY = re.compile(rf"基准日[^，。；\d]{{0,6}}{_YEAR}12月31日")
_UNTIL = re.compile(
    rf"(?:^|(?<=[。；）]))截[至止]到?{_YEAR}(?:12月31日|年?[底末])，[^，。；\d]{{0,12}}(?:支出|支付|拨付|使用|执行|到位)[^，。；\d]{{0,6}}\d"
)
_SPAN = re.compile(rf"评价(?:时段|时间段|时间范围|期间|年度|基准年度?)[^，。；\d]{{0,4}}(?:为|是|：){_YEAR}")
_STEP = re.compile(
    r"(?:将|把|做好|编制好?|编报|申报|制定|完善|细化|落实|分解|谋划|优化|提高|提升|抓好|加快|推进|启动|组织|开展|强化|加强)"
    rf"{_YEAR}(?:部门|单位|整体|项目|支出|工作|年度|各项)*(?:预算|绩效(?!评价|自评)|指标|目标|计划|项目(?:库|申报|谋划|储备|安排))"
)
_ASKED = re.compile(
    rf"请[^。；，\d]{{0,24}}?(?:对|审[议查批][^。；，\d]{{0,6}}?){_YEAR}[^，。；\d]{{0,16}}?决算(?:草案)?(?:予以|进行|（草案）|$|。|的)"
)
_SECTION = re.compile(r"下一步|改进|整改|措施|打算|建议")
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、")
_FIRST = 6  # passages among which the titles stand
_NEXT = re.compile(r"下一步|今后|下一年度|下阶段|明年")
_BACK = re.compile(r"上年|去年|上一年|对比|比较|同期|历史|基期|历年|以来")
_OLD = re.compile(r"发现|反馈|审计|结转|结余|遗留|教训|经验|基础上|结果|存在|问题|未完成|应付|尾款|欠")


def stale_years(context: AuditContext) -> Iterator[WordingFault]:
    """Each year before that of the report; nothing in one that names no year, or is a budget."""
    if not context.year or context.budget:
        return
    own, ahead = context.year, False
    titles = "".join(p.text for p in context.text.passages[:_FIRST] if "。" not in p.text)
    for passage in context.text.prose:
        if _CHAPTER.match(passage.text):
            ahead = _SECTION.search(passage.text[:24]) is not None
        for pattern, why in (
            (_SOURCE, "报告的数据该是报告年度的"),
            (_DAY, "评价的基准日该在报告年度末"),
            (_SPAN, "评价的该是报告年度"),
        ):
            for match in pattern.finditer(passage.text):
                sentence = passage.sentence_at(match.start())
                if int(match["year"]) < own and not _BACK.search(sentence) and f"{own}年" not in sentence:
                    yield _fault(passage, match, own, f"{why}（{own}年）")
        yield from _until(passage, own)
        for match in _ASKED.finditer(passage.text):
            if int(match["year"]) < own and f"{match['year']}年" not in titles:
                yield _fault(passage, match, own, f"请审的该是报告年度（{own}年）的决算")
        for match in _STEP.finditer(passage.text):
            sentence = passage.sentence_at(match.start())
            planned = ahead or _NEXT.search(sentence)
            if int(match["year"]) < own and planned and not (_BACK.search(sentence) or _OLD.search(sentence)):
                yield _fault(passage, match, own + 1, "打算做的事不能是过去的年度")


def _until(passage: Passage, own: int) -> Iterator[WordingFault]:
    """截至2023年12月31日，累计支出…。与2023年支出…相比: an end of the very year it is compared with."""
    for match in _UNTIL.finditer(passage.text):
        year = match["year"]
        than = rf"(?:与|较|比){year}年度?(?:支出|实际支出|同期)?\d[\d,.]*(?:万元|亿元|元)(?:相比|增|减)"
        behind = passage.text[match.end() :]
        if int(year) == own - 1 and f"{own}年" not in passage.text and re.search(than, behind):
            yield _fault(passage, match, own, f"后文拿它与{year}年的相比，截至的该是报告年度（{own}年）末")


def _fault(passage: Passage, match: re.Match[str], right: int, why: str) -> WordingFault:
    why = f"“{match[0]}”：{why}，像是往年的文字没有改"
    return year_fault(passage, year_span(match), f"{right}年", why, match.span())
