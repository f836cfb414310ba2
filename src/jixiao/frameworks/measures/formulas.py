"""The formula of a rate in words -> a relation over terms: phrases are figures, the signs are kept."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from jixiao.frameworks.measures.elliptic_formulas import completed
from jixiao.frameworks.measures.relation_brackets import without_needless
from jixiao.frameworks.wording.texts import prose
from jixiao.pack.measure_words import BudgetItem, MeasureWords

_TOKEN = re.compile(r"[()+\-/×*]|[^()+\-/×*]+")
_KINDS = str.maketrans("[]{}÷~", "()()/-")
_BEHIND = re.compile(r"(?<=[×*]100%)[,(].*$")  # what is said behind a whole formula
_AWARDED = re.compile(r"(?<=[\u4e00-\u9fff)%]),[^/]*[得计扣]\d.*$")  # the awards behind a formula
_PERCENT_OF = re.compile(r"[×*]100%(?=/)")  # 支出数×100%/预算数
_BARS = re.compile(r"\|([^|\n]{2,40})\|")  # |A-B|/B
_SHARED = re.compile(r"\(([^()+/-]{2,12})\+([^()+/-]{2,12})\)([\u4e00-\u9fff]{2,8})(?=[/)]|$)")  # (A+B)决算数
_SUM_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])\([^()]*[+\-][^()]*\)")  # 全年预算(年初预算+调整)
_BARE_DIFFERENCE = re.compile(r"^([^()/]+[+-][^()/]+)/([^()/+-]+)$")
_BARE = "公式里的增减没有写括号，按先增减、后相除理解"
_BUDGET, SIDE = "预算", "没有说清按预算数还是决算数比"  # what a phrase leaves open
_ASIDE = "\0"  # stands for the bracket that only explains a phrase


class FormulaReading(msgspec.Struct, frozen=True):
    """`relation`: empty where the terms do not have it. `unclear`: a phrase that may mean either budget.

    `doubt`: why the relation may not be what the words say.
    """

    relation: str = ""
    unclear: str = ""
    doubt: str = ""


def formula_in(explanation: str, words: MeasureWords) -> str:
    """What stands behind the equals sign, else “A与B的比率”; empty if there is no formula."""
    text = prose(explanation).replace("⟦", "(").replace("⟧", ")").translate(_KINDS)
    text = _PERCENT_OF.sub("", text)
    text = _BARS.sub(r"(\1)的绝对值", text)
    sentences = [sentence for sentence in re.split(r"[。;\n]", text) if sentence]
    for sentence in sorted(sentences, key=lambda each: "=" not in each):
        left, _, body = sentence.rpartition("=")
        if any(word in left for word in words.names["score"]):
            continue
        body = _AWARDED.sub("", _BEHIND.sub("", body))
        for pattern in words.names["behind"]:
            body = re.sub(pattern, "", body)
        if "/" in body or (body == sentence and _ratio(body, words)):
            return str(body.rpartition(":")[2])
    return ""


def _ratio(text: str, words: MeasureWords) -> tuple[str, str] | None:
    for pattern in words.names["ratio"]:
        if match := re.search(pattern, text):
            return match["above"], match["below"]
    return None


def read_formula(
    formula: str, name: str, base: str, words: MeasureWords, beside: str = ""
) -> FormulaReading | None:
    """None for a formula that is none. `base`: which budget the table means where it does not say.

    `beside`: what else the row says.
    """
    for word in words.names["not_figures"]:
        formula = formula.replace(word, "")
    formula = formula.replace("()", "")  # 调整数（绝对值）
    text = _SHARED.sub(r"(\1\3+\2\3)", re.sub(r"[×*]100%?$", "", formula.rstrip(",、 ")))
    without = _SUM_BEHIND.sub("", text)
    text = _asides_kept(without if "/" in without else text)
    text = completed(text)
    bare = _BARE_DIFFERENCE.fullmatch(text)
    text = f"({bare[1]})/{bare[2]}" if bare else text
    sides = None if re.search(r"[()/]", text) else _ratio(text, words)
    expression = f"({sides[0]})/({sides[1]})" if sides else text
    parts: list[str] = []
    unclear, doubt = "", _BARE if bare else ""
    for token in _TOKEN.findall(expression):
        if token in "()+-/×*":
            parts.append("*" if token == "×" else token)
            continue
        term, vague = _figure(token.replace(_ASIDE, "("), name, base, words, beside)
        if not term:
            return FormulaReading()
        unclear = unclear or (token.replace(_ASIDE, "（").strip() if vague == _BUDGET else "")
        doubt = doubt or (SIDE if vague == SIDE else _left_out(token, words))
        parts.append(term if not re.search(r" [+-] ", term) else f"({term})")
    if "/" not in parts or parts.count("(") != parts.count(")") or any(map(_side_by_side, pairwise(parts))):
        return None
    if doubt == SIDE and any(each.budgeted in parts for each in words.items):
        return FormulaReading()  # 本年预算数与上年之比: last year's budget is no term
    of_item = any(part in (each.budgeted, each.spent) for each in words.items for part in parts)
    if of_item and any(word in parts for word in words.names["adjusted"]):
        return FormulaReading()  # 培训费预算数－追减数: of the item, and not of the whole budget
    relation = without_needless(" ".join(parts))
    return FormulaReading() if _says_nothing(parts) else FormulaReading(relation, unclear, doubt)


def _left_out(token: str, words: MeasureWords) -> str:
    """年初预算数（不含上级专项）: what is taken off is no figure of the workbook."""
    _, sign, aside = token.partition(_ASIDE)
    changed, known = (
        any(re.search(pattern, aside) for pattern in words.names[kind])
        for kind in ("changed_aside", "known_aside")
    )
    return f"公式里的“{aside}”没有算进去" if sign and changed and not known else ""


def _says_nothing(parts: list[str]) -> bool:
    """A figure that stands twice on one side, or above and below: two things were taken for one."""
    split = parts.index("/")
    sides = [[part for part in side if part not in "()+-/×*"] for side in (parts[:split], parts[split + 1 :])]
    return any(len(side) != len(set(side)) for side in sides) or sides[0] == sides[1]


def _side_by_side(pair: tuple[str, str]) -> bool:
    """Two figures with no sign between them: what was read is no formula."""
    first, second = pair
    return (first == ")" or first not in "()+-/×*") and (second == "(" or second not in "()+-/×*")


def _asides_kept(text: str) -> str:
    """A bracket that only explains a phrase belongs to it: 全年预算数（调整后）."""
    return re.sub(r"(?<=[\u4e00-\u9fff])\(([^()+\-/×*]{1,16})\)", lambda match: _ASIDE + match[1], text)


# ------------------------------------------------------------------------------------------------ its phrases
def _figure(phrase: str, name: str, base: str, words: MeasureWords, beside: str) -> tuple[str, str]:
    """The term that a phrase means, and what it leaves open: which budget, or budgeted or spent."""
    text = phrase.strip(" ,:、的")
    if re.fullmatch(r"\d+(?:\.\d+)?%?", text) or any(word in text for word in words.names["per_head"]):
        return "", ""
    if item := next((each for each in words.items if each.fits(text)), None):
        return _side_or_year(item, text, words)
    own = next((each for each in words.items if each.fits(name)), None)
    if own and any(re.fullmatch(pattern, text) for pattern in words.names["unsaid"]):
        return _side_or_year(own, text, words)
    of_last_year = any(word in text for word in words.sides["last_year"])
    for figure in words.figures:
        if figure.last_year >= of_last_year and figure.means(text, name + beside):
            return figure.term, ""
    if text in words.names["some_spending"]:
        return words.names["spent_in_all"][0], ""
    if _without_lead(text, words) in words.names["some_budget"]:
        return words.budgets[base or "whole_year"], "" if base else _BUDGET
    return "", ""


def _without_lead(text: str, words: MeasureWords) -> str:
    for pattern in words.names["around"]:
        text = re.sub(pattern, "", text)
    return text


def _side_or_year(item: BudgetItem, text: str, words: MeasureWords) -> tuple[str, str]:
    """The figure of an item; “本年公务接待费” says the year only, and may be what was budgeted."""
    sides = words.sides
    said = any(word in text for kind in ("budgeted", "spent") for word in sides[kind])
    if said or not any(word in text for word in (*sides["last_year"], *sides["this_year"])):
        return _side(item, text, words), ""
    of_last_year = any(word in text for word in sides["last_year"])
    difference = _side(item, text, words)
    term = difference or (item.last_year if of_last_year else item.changed or item.spent)
    return term, SIDE if item.last_year and not difference else ""


def _side(item: BudgetItem, text: str, words: MeasureWords) -> str:
    """The figure of an item that a phrase means; empty for last year's budget, which is no term."""
    sides = words.sides

    def says(kind: str) -> bool:
        return any(word in text for word in sides[kind])

    differences = {
        "less_than_last_year": f"{item.last_year} - {item.spent}",
        "more_than_last_year": f"{item.spent} - {item.last_year}",
    }
    for kind, difference in differences.items():
        if any(re.search(pattern, text) for pattern in sides[kind]):
            return difference if item.last_year else ""
    budgeted = says("budgeted") and not says("spent_first")
    if says("last_year"):
        return item.last_year if says("spent") and not budgeted else ""
    if budgeted:
        return item.budgeted
    return item.spent if says("spent") else ""
