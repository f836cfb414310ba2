"""Years that cannot be meant: a comparison with the report's own year, headings and dates of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import year_fault, year_span
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Severity

_SPAN = r"年?度?[-—–－~～至到]+(?:19|20)\d\d"  # 2018—2020年平均数: no year
_COMPARED = re.compile(
    rf"(?:比|较|与|同)(?P<year>(?:19|20)\d\d)(?!{_SPAN})"
    r"年?(?:度)?(?:决算|预算|支出|收入|执行)*数?(?:的?[\d.,]+(?:万元|亿元|元))?(?:相比|比较|对比)?，?[^，。；]{0,24}?"
    r"(?:增加|减少|增长|下降|上升|降低|持平|增收|减收|增支|减支)"
)
_UNTIL = re.compile(r"截至?(?P<year>(?:19|20)\d\d)年12月31日")
_VEHICLES = re.compile("车辆|公务用车|资产总额|保有量")
_STOCK = re.compile(
    r"截[至止]到?(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日|底|末)，?[^。]{0,20}(?:共有|实有|现有|拥有|已)"
)
_SAID = re.compile(
    r"[^，。；]{0,30}?(?P<year>(?:19|20)\d\d)年度?，?[^，。；]{2,40}?(?:支出|收入|经费|决算|预算|收、支)"
)
_TOPIC = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|[\d一二三四五六七八九十]{1,2}[.、．])[\u4e00-\u9fff“”、]{2,16}。|"
)
_RELATIVE = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年)")
_RESULT = re.compile(
    r"(?P<year>(?:19|20)\d\d)年度?[^，。；]{0,24}决算数?(?:小于|大于|低于|高于|等于)[^，。；]{0,8}预算"
)
_SCORED = re.compile(
    r"(?<![比较与同])(?P<year>(?:19|20)\d\d)年度?[^，。；\d《]{0,40}(?:自评|评价|综合)[^，。；\d]{0,10}(?:得分|评分|总分)(?:为|是|：)?\d"
)
_OPENING = re.compile(
    r"(?:（[一二三四五六七八九十\d]）|\d[.、．])?(?P<year>(?:19|20)\d\d)年度?[^，。；\d]{0,16}?(?:年初预算|全年预算|预算安排|总收入|总支出|本年收入|本年支出|下达|安排资金)"
)
_OTHERS = re.compile(r"上年|去年|上一年|比较|相比|同比|历年|连续|提高|下降|较")
_PLAN = re.compile(r"(?P<year>(?:19|20)\d\d)年起，?[^。]{0,12}将")
_ACCOUNTS = re.compile("(?:部门|单位)(?:决算|预算)")
_YEARLY = r"{year}年度?[^，。；]{{0,16}}(?:收入|支出|经费|预算|决算|拨款)[^，。；]{{0,8}}\d"
_LONG = re.compile("规划|基期|基年|疫情|期初|累计|五年|三年|以来|年均")
_PLANNED_SINCE = re.compile("十[一二三四五]五|基期|基准年|以来")
_FIRST = 4  # passages among which the title stands
_SHORT = 60  # letters of a title
_AROUND = 20
_USUAL = 1  # comparisons that make another one odd


def years(context: AuditContext) -> Iterator[WordingFault]:
    """Each year that contradicts the year of the report; where the report names none, nothing."""
    if not context.year:
        return
    yield from _odd_ones(context)
    for passage in context.text.prose:
        yield from _compared(passage, context)
        yield from _later(passage, context)
        if not context.budget:
            yield from _dates(passage, context)
            yield from _left_over(passage, context)
            yield from _opening(passage, context)
        yield from _headings(passage, context)


def _odd_ones(context: AuditContext) -> Iterator[WordingFault]:
    """与2021年相比 where all other comparisons of the report are with the year before it."""
    found = [(passage, match) for passage in context.text.prose for match in _COMPARED.finditer(passage.text)]
    usual = [match for _, match in found if int(match["year"]) == context.year - 1] or [
        match for passage in context.text.prose if (match := _RELATIVE.search(passage.text))
    ][0 if _is_of_accounts(context) else 1 :]  # 上年, at least twice
    odd = [(passage, match) for passage, match in found if int(match["year"]) < context.year - 1]
    odd = [(p, m) for p, m in odd if not re.search(rf"{int(m['year']) + 1}年", p.text[: m.start()])]
    odd = [(p, m) for p, m in odd if not _is_one_of_two(p, m, context)]
    if len(usual) >= _USUAL and len(odd) == 1:
        passage, match = odd[0]
        why = f"别处都是与{context.year - 1}年比较"
        yield _fault(passage, match, int(match["year"]), context.year - 1, why)
    elif len(odd) == len(found) == 1 and _is_of_this_year(*odd[0], context):
        passage, match = odd[0]
        why = f"{context.year}年的数一般与上年比较"
        fault = _fault(passage, match, int(match["year"]), context.year - 1, why)
        yield msgspec.structs.replace(fault, severity=Severity.NOTE)


def _is_one_of_two(passage: Passage, match: re.Match[str], context: AuditContext) -> bool:
    """比2022年的52批减少13批；比2019年的78批减少39批: last year's is told, too, or a plan of years."""
    own = [one for one in _COMPARED.finditer(passage.sentence_at(match.start())) if one[0] != match[0]]
    relative = _RELATIVE.search(passage.sentence_at(match.start()))
    if _PLANNED_SINCE.search(passage.sentence_at(match.start())):
        return True  # 能耗比2020年下降12.50%，完成“十四五”目标的90%
    return relative is not None or any(int(one["year"]) == context.year - 1 for one in own)


def _is_of_this_year(passage: Passage, match: re.Match[str], context: AuditContext) -> bool:
    """2024年度总收入…万元，与2021年度相比减少…: this year's amount beside one long past."""
    begins = passage.sentence_start(match.start())
    said = re.search(_YEARLY.format(year=context.year), passage.text[begins : match.start()])
    return said is not None and not _LONG.search(passage.text)


def _is_of_accounts(context: AuditContext) -> bool:
    """Whether the title is that of accounts or of a budget, where nothing else is compared with."""
    return any(_ACCOUNTS.search(p.text) for p in context.text.passages[:_FIRST] if len(p.text) < _SHORT)


def _compared(passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    """与2024年度相比 in a report about 2024."""
    for match in _COMPARED.finditer(passage.text):
        year = int(match["year"])
        begins = passage.sentence_start(match.start())
        sentence = passage.text[begins : match.start()]
        later = re.search(rf"{context.year + 1}年", sentence)
        if year == context.year and not later and str(context.year) in sentence + match[0]:
            planned = re.search("预算|计划|目标", match[0][:-2])
            budgets = context.budget and not re.search("年初|执行|调整|追加", match[0])  # of one year
            if not planned or budgets:
                yield _fault(passage, match, year, context.year - 1, "比较的年份就是报告年度本身")
        elif year > context.year and not later:
            yield _fault(
                passage, match, year, context.year - 1, f"比较的年份晚于报告年度（{context.year}年）"
            )


def _left_over(passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    """2021年度支出决算数小于预算数, 2018年起…将: a statement about this year, a plan for the next."""
    for pattern, latest, right in (
        (_RESULT, context.year, context.year),
        (_SCORED, context.year, context.year),
        (_PLAN, context.year + 1, context.year + 1),
    ):
        for match in pattern.finditer(passage.text):
            if pattern is _SCORED and _is_of_another_year(passage, match, context):
                continue
            if int(match["year"]) < latest and (pattern is not _PLAN or int(match["year"]) < context.year):
                yield _fault(passage, match, int(match["year"]), right, _about(context))


def _opening(passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    """2022年项目年初预算…。截至2023年12月31日，…: the paragraph goes on with the year of the report."""
    match = _OPENING.match(passage.text)
    if match is None or int(match["year"]) >= context.year:
        return
    first, _, rest = passage.text.partition("。")
    years = re.findall(r"((?:19|20)\d\d)年", first)
    if (
        len(years) == 1
        and f"截至{context.year}年" in rest
        and match["year"] not in rest
        and not _OTHERS.search(first)
    ):
        yield _fault(passage, match, int(match["year"]), context.year, _about(context))


def _is_of_another_year(passage: Passage, match: re.Match[str], context: AuditContext) -> bool:
    """Whether a score is told beside this year's, to compare them."""
    sentence = passage.sentence_at(match.start())
    years = set(re.findall(r"((?:19|20)\d\d)年", sentence))
    return _OTHERS.search(sentence) is not None or years != {match["year"]}


def _later(passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    """截至2027年8月31日，共有车辆… in a budget of 2026: nobody knows yet."""
    for match in _STOCK.finditer(passage.text):
        if int(match["year"]) > context.year + (0 if context.budget else 1):
            right = context.year - context.budget
            yield _fault(passage, match, int(match["year"]), right, _about(context))


def _dates(passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    for match in _UNTIL.finditer(passage.text):
        year = int(match["year"])
        if year != context.year and year <= context.year + 1 and _VEHICLES.search(passage.text):
            yield _fault(passage, match, year, context.year, _about(context))


def _headings(passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    """A statement that begins with another year and goes on with 与上年相比: left from before.

    Before it may stand what it is about: （一）机关运行经费。2025年….
    """
    topic = _TOPIC.match(passage.text)
    start = topic.end() if topic else 0
    match = _SAID.match(passage.text, start)
    if match is None or int(match["year"]) == context.year or "由" in match[0]:
        return
    end = passage.text.find("。", start) + 1 or len(passage.text)
    sentence = passage.text[start:end]
    others = set(re.findall(r"((?:19|20)\d\d)年", sentence)) - {match["year"]}
    behind = passage.text[end:].partition("。")[0]
    relative = _RELATIVE.search(sentence) and not others
    beside = behind.startswith(f"与{context.year - 1}年")  # 2019年度…。与2020年度相比
    one_by_one = start and f"{context.year}年" in passage.text[end:]  # （一）收入。2022年…。2023年…
    if int(match["year"]) < context.year and (relative or beside) and not one_by_one:
        yield _fault(passage, match, int(match["year"]), context.year, _about(context))


def _about(context: AuditContext) -> str:
    return f"报告年度是{context.year}年"


def _fault(passage: Passage, match: re.Match[str], year: int, right: int, why: str) -> WordingFault:
    why = f"“{match[0]}”：{why}，像是上年的文字没有改"
    return year_fault(passage, year_span(match), f"{right}年", why, passage.around(match.span(), _AROUND, 0))
