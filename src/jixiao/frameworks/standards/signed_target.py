"""“≥95%”, “≤800元”, “健全”: a target with its sign, scored by what the notes under the form say."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from jixiao.frameworks.standards.grade_ranges import read_graded_ranges, share_levels
from jixiao.frameworks.standards.grades import read_grades
from jixiao.frameworks.standards.rate_span import HIGHEST_RATE
from jixiao.frameworks.standards.rule import Parameters, RuleReading, by_hand
from jixiao.frameworks.standards.standard import take_apart
from jixiao.frameworks.wording.texts import POINT, prose, tidy
from jixiao.frameworks.wording.words import Listed, ScoreTableWords, score_table_words
from jixiao.model import figures

_FIGURE = re.compile(r"(-?\d+(?:,\d{3})*(?:\.\d+)?)(%|‰|[万亿])?([^\d]*)")
_SCALE = re.compile(r"^([万亿])[\u4e00-\u9fff].*$")  # 万元, 万人次 in a column of their own
_HUNDRED = Decimal(100)
_SCALES = {"%": Decimal("0.01"), "‰": Decimal("0.001"), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_BEHIND = re.compile(r"(?:及|或)?以[上下内](?:\(含\))?$")
_RATES = ("%", "‰")
_TOPIC = re.compile(r"\n|(?=⟦)|(?<=[。;])(?=[^。;:]{0,6}(?:定量|正向|反向|执行率))")  # each about one
_STEP = re.compile(r"每超[^。;\d]*(\d+(?:\.\d+)?)%,?扣[^。;\d]*(\d+(?:\.\d+)?)%")
_LETTERED = re.compile(r"\([A-Z]\)")  # 年度指标值（A）


class FormRules(msgspec.Struct, frozen=True):
    """What the notes under a form say of its rows. `reverse`: how more than a ≤ target is scored."""

    direct: bool = False
    reverse: str = ""
    zero: bool = False
    qualitative: RuleReading = RuleReading()  # of targets in words
    thresholds: tuple[str, ...] = ()  # sentences that say more of targets than such a rule holds


class SignedTarget(msgspec.Struct, frozen=True):
    """1.5万件 are 15000; a `rate` is written in percent."""

    sign: str
    value: Decimal
    rate: bool = False


def form_rules(notes: str) -> FormRules:
    """What the notes say."""
    words, text = score_table_words(), _LETTERED.sub("", prose(notes))

    def says(kind: str) -> bool:
        return words.found(words.forms, kind, text) is not None

    reverse = "linear" if _falls_in_line(text) else "ratio" if says("inverse_ratio") else ""
    return FormRules(says("direct"), reverse, says("target_zero"), _qualitative(text, words), _beyond(text))


def _beyond(text: str) -> tuple[str, ...]:
    """“完成率低于60%的不得分”; what is said of the execution is that row's, and a linear rule is read."""
    words = score_table_words()
    sentences = [POINT.sub("", each) for each in re.split(r"[。;\n]", text)]
    return tuple(
        each
        for each in sentences
        if words.found(words.forms, "threshold", each)
        and "执行率" not in each
        and not _falls_in_line(each)
        and not words.found(words.forms, "qualitative", each)
    )


def _falls_in_line(text: str) -> bool:
    """Each per cent beyond the target takes one of the weight; 每超1%扣5% is another rule."""
    words = score_table_words()
    odd = any(Decimal(match[1]) != Decimal(match[2]) for match in _STEP.finditer(text))
    return not odd and words.found(words.forms, "inverse_linear", text) is not None


def _told_beyond(sign: str, name: str, rules: FormRules) -> list[str]:
    """Of those sentences what is about this row: about its kind of sign, or what it measures, or all."""
    words = score_table_words()
    below = sign in ("≤", "<")
    told = []
    for each in rules.thresholds:
        kinds = [kind for kind in ("above_targets", "below_targets") if words.found(words.forms, kind, each)]
        other = kinds == ["above_targets" if below else "below_targets"]
        satisfied = "满意" in each and "满意" not in name
        told += [] if other or satisfied else [f"表下写着“{each}”，没有纳入计分"]
    return told


def _qualitative(text: str, words: ScoreTableWords) -> RuleReading:
    """What a sentence about targets in words says of its levels."""
    for sentence in _TOPIC.split(text):
        if match := words.found(words.forms, "qualitative", sentence):
            if levels := share_levels(sentence[match.start() :]):
                return RuleReading("graded_range", {"levels": levels})
            standard = take_apart("", _HUNDRED, sentence[match.start() :])
            for reader in (read_graded_ranges, read_grades):
                rule = reader(standard)
                if rule and rule.sure:
                    return rule
    return RuleReading()


def read_target(text: str, sign: str, unit: str) -> SignedTarget | None:
    """None for a target in words. The sign stands in front or in a column of its own, so may the unit."""
    words = score_table_words()
    plain, printed = tidy(text), tidy(sign)
    found = _sign(printed, words.signs, whole=True)
    for each, written_so in sorted(_pairs(words.signs), key=lambda pair: -len(pair[1])):
        if plain.startswith(written_so):
            found, plain = each, plain[len(written_so) :]
            break
    match = _FIGURE.fullmatch(plain)
    if match is None:
        return None
    if not found and (behind := _BEHIND.search(match[3])):
        found = "≥" if "上" in behind[0] else "≤"  # 90%以上
    scale = match[2] or _SCALE.sub(r"\1", tidy(unit))
    value = Decimal(match[1].replace(",", ""))
    return SignedTarget(found, value * _SCALES.get(scale, Decimal(1)), scale in _RATES)


def of_rate(target: SignedTarget, name: str) -> SignedTarget:
    """98 of a 合格率 are 98%, though nothing says so; 1.05 of it is a rate, too."""
    words = score_table_words()
    if target.rate or target.value > _HUNDRED or not words.found(words.conditions, "rate_names", tidy(name)):
        return target
    return SignedTarget(target.sign, target.value / (_HUNDRED if target.value > HIGHEST_RATE else 1), True)


def _pairs(signs: Listed) -> list[tuple[str, str]]:
    return [(sign, written_so) for sign, ways in signs.items() for written_so in ways]


def _sign(text: str, signs: Listed, whole: bool) -> str:
    return next((sign for sign, written_so in _pairs(signs) if text == written_so), "") if whole else ""


def read_signed(text: str, sign: str, unit: str, rules: FormRules, name: str = "") -> RuleReading:
    """The rule of a row that has nothing but a target."""
    words = score_table_words()
    if not tidy(text) and not words.found(words.forms, "qualitative", tidy(sign)):
        return by_hand("没有指标值")
    target = read_target(text, sign, unit)
    in_words = words.said("dates", prose(text)) or words.found(words.forms, "qualitative", tidy(sign))
    if target is None or in_words:
        return _in_words(text, sign, rules, words)
    if not target.sign:
        doubts = ["指标值前面没有≥、≤或＝，暂按“＝”"]
        return RuleReading("signed", {"sign": "=", "target": figures.plain(target.value)}, tuple(doubts))
    return _signed(target, rules, name)


def _in_words(text: str, sign: str, rules: FormRules, words: ScoreTableWords) -> RuleReading:
    if re.search(r"\d", tidy(text)) or words.said("dates", prose(text)):
        return by_hand(f"指标值“{tidy(text)}”是日期或几个数，要由人评分")
    return rules.qualitative if rules.qualitative.type else by_hand("定性指标，表下没有说各档按多少计分")


def _signed(target: SignedTarget, rules: FormRules, name: str) -> RuleReading:
    parameters: Parameters = {"sign": target.sign, "target": figures.plain(target.value)}
    doubts = _told_beyond(target.sign, tidy(name), rules)
    if target.sign in ("≤", "<"):
        parameters["reverse"] = rules.reverse or "ratio"
        doubts += [] if rules.reverse else ["表下没有说“≤”的指标超过以后怎么计分，暂按指标值÷实际值"]
    elif not rules.direct and target.value:
        doubts.append("表下没有说没达到指标值时怎么计分，暂按实际值÷指标值")
    if not target.value and not rules.zero:
        doubts.append("指标值是0，表下没有说发生了怎么计分，暂按不得分")
    return RuleReading("signed", parameters, tuple(doubts))
