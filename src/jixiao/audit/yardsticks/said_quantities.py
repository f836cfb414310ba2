"""Which figures of a report are of which quantity and time; those that are unsure are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import StatedList
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.yardsticks.beside import told_again, told_beside, with_antecedent
from jixiao.audit.yardsticks.known import Moment, QuantityName
from jixiao.audit.yardsticks.quantity_names import TOTAL_SCORE, QuantityWords, quantity_words
from jixiao.audit.yardsticks.said_quantity import SaidQuantity

_EARLIER = re.compile(r"(?<![比较与同])(?:上年|去年|上一年)(?!年?末|年?度?结转|年?度?结余|期末)")
_YEAR = re.compile(r"(?<![比较与同])(20\d\d)年(?!末)")
_NOW = re.compile(r"本年|当年|今年")
_BUDGETED = re.compile(r"预算(?:数|为|安排|资金|金额|共|是|：)*$")
_LIMITED = re.compile(r"基本支出|项目支出|财政拨款|一般公共预算")
_OPENER = re.compile(r"其中|包括|主要用于|分别为|来源为|构成")
_PLAIN = (FigureRole.PLAIN, FigureRole.RESULT)
_FAR = 2  # a part that is so many times its whole is none, rather than a slip
_HEADS = (
    (Moment.PRIOR, re.compile(r"^(?:上年|去年|上一年)度?(?:决算|执行|支出|收入)?(?:数|金额)?$")),
    (Moment.INITIAL, re.compile(r"^年初预算(?:数|金额)?$")),
    (Moment.FULL, re.compile(r"^(?:全年|调整后?的?|调整后全年)预算(?:数|金额)?(?:（A）)?$")),
    (Moment.BUDGET, re.compile(r"^(?:本年|当年)?预算(?:数|金额)?$")),
    (
        Moment.CURRENT,
        re.compile(r"^(?:(?:本年|当年)?(?:决算|支出|收入|执行)数?|全年执行数(?:（B）)?|本年数|金额|合计)$"),
    ),
)


def said_quantities(context: AuditContext, year: int, unit: str = "") -> list[SaidQuantity]:
    """Those of the running text. `year`: that the report is about; `unit`: whose it is."""
    words = quantity_words()
    listed = _listed(context)
    said: list[SaidQuantity] = []
    headings: list[str] = []
    position = 0
    passages = list(context.text.prose)
    for sentence in context.sentences:
        while position < len(passages) and passages[position].number <= sentence.passage.number:
            if passages[position].heading:
                headings = [passages[position].text]
            position += 1
        for number, figure in enumerate(sentence.figures):
            found = told_beside(figure, sentence.figures[:number], said, words)
            found = found or told_again(figure, sentence, said)
            if found is None and (found := _said(figure, sentence, (words, headings, year, unit))):
                found.whole = listed.get(figure) or _whole_before(figure, sentence)
                found.part = found.whole is not None or _is_opened_part(figure, sentence)
                found = with_antecedent(found, said, words)
            if found is not None:
                said.append(found)
    return said


def _listed(context: AuditContext) -> dict[StatedFigure, StatedFigure]:
    """Part -> whole, by the lists of the report; what is far less than a part is not its whole."""
    found: dict[StatedFigure, StatedFigure] = {}
    for one in context.lists:
        for part in one.parts:
            for role, figure in part.figures.items():
                for whole in (one.wholes.get(role), *one.wholes.values()):
                    if whole is not None and _may_be_whole(whole, role, one):
                        found[figure] = whole
    return found


def _may_be_whole(whole: StatedFigure, role: FigureRole, listed: StatedList) -> bool:
    if whole.role is FigureRole.PRIOR and role is not FigureRole.PRIOR:
        return False
    parts = [part.figures[role] for part in listed.parts if role in part.figures]
    return not any(one.measure is whole.measure and one.value > whole.value * _FAR for one in parts)


def _said(
    figure: StatedFigure, sentence: Sentence, about: tuple[QuantityWords, list[str], int, str]
) -> SaidQuantity | None:
    words, headings, year, unit = about
    before = figure.passage.text[sentence.start : figure.start]
    moment = moment_of(figure, before, year)
    if moment is None or figure.measure not in (Metric.MONEY, Metric.COUNT, Metric.SCORE):
        return None
    behind = figure.passage.text[figure.end : figure.end + 2]
    if re.search(words.silent.before, figure.words) or re.search(words.silent.behind, behind):
        return None
    if re.search(words.silent.sentence, before + behind + "|".join(headings)):
        return None
    if re.search(words.silent.clause, before.rpartition("；")[2]):
        return None
    if figure.measure is Metric.SCORE:
        of_all = words.is_total_score(figure.words, unit) and not re.search("项目|专项", "".join(headings))
        total = QuantityName(TOTAL_SCORE)
        return SaidQuantity(figure, total, moment, sentence=sentence.number) if of_all else None
    scope = _scope(figure, sentence, (words, headings))
    if scope is None:
        return None
    name = words.name_of(figure.words, unit, scope)
    firm = bool(scope) or words.is_firm(name, figure.words) or moment is Moment.PRIOR
    of = QuantityName(name, scope)
    limited = _LIMITED.search("".join(headings) + figure.passage.text[: figure.start]) is not None
    found = SaidQuantity(figure, of, moment, firm=firm, sentence=sentence.number, limited=limited)
    return found if name else None


def _scope(figure: StatedFigure, sentence: Sentence, about: tuple[QuantityWords, list[str]]) -> str | None:
    """The fund that a figure is of, "" for none in particular; None if it may be one or another."""
    words, headings = about
    text = figure.passage.text
    own = words.scopes_in(figure.words)
    clause = words.scopes_in(text[max(text.rfind("；", 0, figure.start) + 1, sentence.start) : figure.start])
    listed = words.scopes_in(text[sentence.start : figure.start]) if _opened(figure, sentence) else set()
    scopes = own or clause or listed or words.scopes_in("".join(headings))
    if len(scopes) > 1:
        return None
    if not own and words.scopes_in(text[: figure.start]) - scopes:
        return None
    return next(iter(scopes), "")


def moment_of(figure: StatedFigure, before: str, year: int) -> Moment | None:
    """Of which time a figure is, by its role and the words before it; None if it is unclear."""
    text = figure.words
    if figure.year and figure.year not in (year, year - 1):
        return None
    if figure.role is FigureRole.PRIOR or (figure.year and figure.year == year - 1):
        sure = figure.year == year - 1 and "预算" not in re.sub(r"预算(?:财政)?(?:拨款|收入|支出)", "", text)
        return Moment.PRIOR if sure and figure.role in (FigureRole.PRIOR, *_PLAIN) else None
    if figure.role is FigureRole.BASE or (figure.role in _PLAIN and _BUDGETED.search(text)):
        if re.search(r"年初(?:部门)?预算|年初安排|年初批复", text):
            return Moment.INITIAL
        return Moment.FULL if re.search(r"全年预算|调整后?的?(?:全年)?预算", text) else Moment.BUDGET
    if figure.role not in _PLAIN:
        return None
    said = [match.end() for match in _EARLIER.finditer(before)]
    now = [match.end() for match in _NOW.finditer(before)]
    years = [int(match[1]) for match in _YEAR.finditer(before)]
    if year and years and years[-1] != year:
        return None
    return Moment.CURRENT if years or max(said, default=-1) < max(now, default=0) else None


def _opened(figure: StatedFigure, sentence: Sentence) -> bool:
    return _OPENER.search(figure.passage.text, sentence.start, figure.start) is not None


def _whole_before(figure: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    whole = _before_opener(figure, sentence)
    return whole if whole is not None and whole.fits(figure) else None


def _is_opened_part(figure: StatedFigure, sentence: Sentence) -> bool:
    """Behind 其中, if what stands before that has its unit: not 9人次 in 活动8场，其中讲座2场；进馆9人次."""
    whole = _before_opener(figure, sentence)
    return _opened(figure, sentence) and (whole is None or whole.fits(figure))


def _before_opener(figure: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The amount before the last 其中 that stands before a figure."""
    openers = list(_OPENER.finditer(figure.passage.text, sentence.start, figure.start))
    if not openers:
        return None
    before = [f for f in sentence.before(openers[-1].start()) if f.measure is figure.measure]
    return next((f for f in reversed(before) if f.role in (*_PLAIN, FigureRole.BASE)), None)


def said_in_table(table: EntryTable, year: int, unit: str = "") -> Iterator[SaidQuantity]:
    """Those of a table, of a report about `year`, whose columns say of which time their figures are."""
    if not table.whole:
        return
    words = quantity_words()
    scope = next(iter(words.scopes_in(table.title)), "")
    moments = {column: _moment_of_head(head, year) for column, head in table.heads.items()}
    limited = _LIMITED.search(table.title) is not None
    for entry in table.entries:
        name = words.name_of(entry.name, unit, scope)
        for column, figure in entry.figures.items():
            moment = moments.get(column)
            if name and moment and figure.measure is Metric.MONEY:
                yield SaidQuantity(figure, QuantityName(name, scope), moment, limited=limited)


def _moment_of_head(head: str, year: int) -> Moment | None:
    text = head.replace("（万元）", "").replace("（元）", "")
    for number, word in ((year, "本年"), (year - 1, "上年")) if year else ():
        text = re.sub(rf"^{number}年度?", word, text)
    return next((moment for moment, pattern in _HEADS if pattern.match(text)), None)
