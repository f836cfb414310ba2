"""An indicator's name and formula -> its measure over the terms of the workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from jixiao.frameworks.measures.carried_in import with_carried_in
from jixiao.frameworks.measures.formulas import SIDE, FormulaReading, formula_in, read_formula
from jixiao.frameworks.measures.standard_formulas import formulas_in_brackets, formulas_of_standard
from jixiao.frameworks.wording.texts import prose, tidy
from jixiao.pack.measure_words import BudgetItem, MeasureWords, NamedMeasure


class MeasureReading(msgspec.Struct, frozen=True):
    """`relation`: empty where people enter the value. `doubt`: why it is not sure."""

    relation: str = ""
    doubt: str = ""


def read_measure(
    name: str, explanation: str, standard: str, notes: str, words: MeasureWords
) -> MeasureReading:
    """The table's own formula goes first, then the name; the notes say which budget is meant."""
    plain = _bare(name, words)
    if _called("per_head", plain, words):
        return MeasureReading()
    texts = (explanation, *formulas_in_brackets(name), *formulas_of_standard(standard))
    formulas = [each for text in (*texts, _told_of(plain, notes)) if (each := formula_in(text, words))]
    if not formulas:
        return _by_name(plain, explanation, standard, notes, words)
    formula, found = _readable(formulas, plain, f"{explanation}\n{standard}", notes, words)
    if found is None or not found.relation:
        return MeasureReading()
    left_out = _without_policy(
        with_carried_in(found.relation, words), f"{explanation}\n{standard}\n{notes}", words
    )
    absolute = any(word in explanation + plain + formula for word in words.names["absolute"])
    relation = _absolute(left_out) if absolute else left_out
    if (
        _called("absolute", plain, words)
        and words.names["adjusted"][0] not in relation
        and "-" not in relation
    ):
        return MeasureReading(
            _by_name(plain, explanation, standard, notes, words).relation, "公式里的分子不是调整数"
        )
    if any(sum_ in relation for sum_ in words.names["odd_sums"]):
        opening, whole_year = words.budgets["opening"], words.budgets["whole_year"]
        meant = relation.replace(f"{opening} + {whole_year}", f"{opening} + {words.names['adjusted'][0]}")
        return MeasureReading(meant, "公式里年初预算又加调整预算，按加调整数理解")
    if found.doubt and not (found.doubt == SIDE and _spent_in_notes(plain, notes, words)):
        return MeasureReading(relation, found.doubt)
    if found.unclear:
        return MeasureReading(relation, f"没有说清“{found.unclear}”是年初预算还是全年预算")
    if relation.rpartition(" / ")[2] in words.names["odd_divisors"]:
        return MeasureReading(relation, "公式里的除数是调整数，可能是指调整后的预算数")
    change = _called("change", plain, words) or _called("saving", plain, words)
    return MeasureReading(relation, "名称是变动，公式却是两数之比" if change and "-" not in relation else "")


def _told_of(name: str, notes: str) -> str:
    """“本表所称预算执行率，为支出决算数与年初预算数之比”: what the notes say that this indicator is."""
    for sentence in re.split(r"[。;\n]", prose(notes)):
        match = re.search(
            rf"(?:^|[^\u4e00-\u9fff]|称|中|的){re.escape(name)},?(?:是指|指的是|指|为|是|=|:|按)", sentence
        )
        if match:
            said = sentence[match.end() :]
            return said if re.search(r"[/÷]", said) else said.partition(",")[0]
    return ""


def _readable(
    formulas: list[str], name: str, beside: str, notes: str, words: MeasureWords
) -> tuple[str, FormulaReading | None]:
    """The first formula; where that is only told in words, “A与B的比率”, the first that has terms."""
    read = [
        (each, read_formula(each, name, _base(each, beside, notes, words), words, beside))
        for each in formulas
    ]
    told = not re.search(r"[/÷]", formulas[0])
    return next((pair for pair in read if told and pair[1] and pair[1].relation), read[0])


def _bare(text: str, words: MeasureWords) -> str:
    """A name without blanks, quotes, brackets and what is said of the whole unit in front."""
    plain = re.sub(r"[()\[\]]", "", tidy(text))
    lead = "|".join(words.names["lead"])
    return re.sub(rf"^(?:{lead})+(?=.{{3}})", "", plain)


def says(patterns: Iterable[str], text: str) -> bool:
    """Whether one of the patterns stands in a text."""
    return any(re.search(pattern, text) for pattern in patterns)


def base_in(notes: str, words: MeasureWords) -> str:
    """Which budget the notes under the table mean: “whole_year”, “opening”, or empty."""
    text = prose(notes)
    said = [kind for kind in ("whole_year", "opening") if says(words.names[kind], text)]
    return said[0] if len(said) == 1 else ""


def _base(formula: str, explanation: str, notes: str, words: MeasureWords) -> str:
    """An adjustment is compared with what it adjusts; else the definitions and the notes tell."""
    adjusts = any(word in formula.partition("/")[0] for word in words.names["adjusts"])
    return base_in(f"{notes}\n{explanation}", words) or ("opening" if adjusts else "")


def _without_policy(relation: str, beside: str, words: MeasureWords) -> str:
    """An adjustment without what policy asks for, where that is said beside the formula."""
    adjusted, policy = words.names["adjusted"][0], words.names["adjusted_by_policy"][0]
    if policy in relation or not says(words.names["policy"], prose(beside)):
        return relation
    above, slash, below = relation.partition(" / ")
    return f"({adjusted} - {policy}){slash}{below}" if above == adjusted else relation


def _absolute(relation: str) -> str:
    above, _, below = relation.partition(" / ")
    if above.startswith("ABS"):
        return relation
    inner = above[1:-1] if above.startswith("(") and above.endswith(")") else above
    return f"ABS({inner}) / {below}"


# ----------------------------------------------------------------------------------------------------- a name
def _by_name(name: str, explanation: str, standard: str, notes: str, words: MeasureWords) -> MeasureReading:
    item = next((each for each in words.items if each.fits(name)), None)
    if item and says(words.names["not_money"], standard):
        return MeasureReading()  # 公务用车控制率 of the number of cars
    if item and not _names_a_rate(name, words) and says(words.names["budget_kept"], prose(standard)):
        return MeasureReading(item.control, "按评分标准推测，表上没有写计算公式")
    if item:
        return _rate_of_item(item, name, explanation, notes, words)
    exact = next((each for each in words.indicators if name in each.names), None)
    if exact:
        return _named(exact, explanation, f"{notes}\n{standard}", words)
    like = next((each for each in words.indicators if each.like(name)), None)
    if like is None:
        return MeasureReading()
    return MeasureReading(_named(like, explanation, notes, words).relation, "按名称推测，表上没有写计算公式")


def _named(measure: NamedMeasure, explanation: str, notes: str, words: MeasureWords) -> MeasureReading:
    if measure.without_policy and says(words.names["policy"], prose(f"{explanation}\n{notes}")):
        return MeasureReading(measure.without_policy)
    if not measure.base:
        return MeasureReading(measure.measure)
    base = base_in(f"{notes}\n{explanation}", words)
    relation = measure.opening if base == "opening" and measure.opening else measure.measure
    return MeasureReading(relation, "" if base else "没有说清以年初预算还是全年预算为准")


def _rate_of_item(
    item: BudgetItem, name: str, explanation: str, notes: str, words: MeasureWords
) -> MeasureReading:
    kind = next(
        (kind for kind in ("control", "execution", "change", "saving") if _called(kind, name, words)), ""
    )
    if not kind or (kind in ("change", "saving") and not item.last_year):
        return MeasureReading()
    if kind in ("change", "saving"):
        return _change(item, kind, f"{explanation}\n{notes}", words)
    return MeasureReading(
        item.control, "" if _nothing_else(item, kind, name, words) else "按名称推测，表上没有写计算公式"
    )


def _change(item: BudgetItem, kind: str, beside: str, words: MeasureWords) -> MeasureReading:
    """Of what was spent, if the table says so; last year's budget is no term."""
    text = prose(beside)
    if says(words.names["budget_change"], text):
        return MeasureReading()
    relation = item.saving if kind == "saving" else item.change
    doubt = "" if says(words.names["spent_change"], text) else "没有说清按预算数还是决算数比"
    return MeasureReading(relation, doubt)


def _spent_in_notes(name: str, notes: str, words: MeasureWords) -> bool:
    """“2.三公经费变动率按决算数计算”, of this indicator by its name."""
    own = [each for each in re.split(r"[。;\n]", prose(notes)) if name in tidy(each)]
    return any(says(words.names["spent_change"], each) for each in own) and not any(
        says(words.names["budget_change"], each) for each in own
    )


def _names_a_rate(name: str, words: MeasureWords) -> bool:
    return any(_called(kind, name, words) for kind in ("control", "execution", "change", "saving"))


def _called(kind: str, name: str, words: MeasureWords) -> bool:
    return any(word in name for word in words.names[kind])


def _nothing_else(item: BudgetItem, kind: str, name: str, words: MeasureWords) -> bool:
    """Whether the name says the item and the rate, and nothing that would make another rate of it."""
    known = sorted((*item.words, *words.names[kind], *words.names["beside_item"]), key=len, reverse=True)
    return not re.sub("|".join(map(re.escape, known)), "", name)
