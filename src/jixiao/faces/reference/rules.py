"""The rule catalogue: what a pack checks, in the words of people; page, listing and JSON are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import msgspec

from jixiao.faces.reference.glossary import speaks_of
from jixiao.model.figures import plain
from jixiao.model.term import Group
from jixiao.pack.carryover import load_two_years
from jixiao.pack.check import Check, Example
from jixiao.pack.codes import CodeList
from jixiao.pack.framework import Framework
from jixiao.pack.frameworks import sound_frameworks
from jixiao.pack.pack import Pack
from jixiao.pack.reasons import SEVERITIES
from jixiao.pack.toml_file import text_of
from jixiao.pack.toml_lines import TomlLines
from jixiao.relation.functions.traits import Slack
from jixiao.relation.slack import slack_of
from jixiao.relation.words.equation import conditions, equation

NATURES = {"error": "逻辑性", "warning": "核实性", "note": "提醒"}
NO_SLACK = "无"
LAST_YEAR = "与上年核对"
ONLY_WITH_LAST_YEAR = (
    "这些规则把本年的工作簿与上年的同种工作簿核对，只在 `jixiao check` 或 `jixiao run` "
    "加上 `--last-year 上年工作簿` 时运行；“{prefix}.”开头的名称是上年工作簿里的单元格。"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check in words. `each` says for which records, one by one; `applies` under which conditions."""

    id: str
    title: str
    severity: str
    relation: str
    reading: str
    sheets: tuple[str, ...]
    each: str
    applies: tuple[str, ...]
    applies_reading: str
    tolerance: str
    document: str
    clause: str
    mend: str
    examples: tuple[Example, ...]

    @property
    def weight(self) -> str:
        return f"{SEVERITIES[self.severity]}（{NATURES[self.severity]}）"


@dataclass(frozen=True, slots=True)
class Section:
    """The rules under one heading of their file. `note` says when they run, if not always."""

    title: str
    rules: tuple[Rule, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything a pack holds that people may want to look up, but its terms."""

    pack: str
    version: str
    title: str
    unit: str  # of the amounts in examples
    sections: tuple[Section, ...]
    frameworks: tuple[Framework, ...]
    codes: tuple[CodeList, ...]
    unusable: tuple[str, ...]  # what is wrong with frameworks that are half done

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for section in self.sections for rule in section.rules)


def catalogue_of(pack: Pack) -> Catalogue:
    """The pack's checks as its file orders them, an accountant's own, those against last year; frameworks."""
    frameworks, broken = sound_frameworks(pack.framework_files, pack.vocabulary)
    return Catalogue(
        pack=pack.form.id,
        version=pack.form.version,
        title=pack.form.title,
        unit=pack.default_unit,
        sections=(*_sections(pack), *_against_last_year(pack)),
        frameworks=frameworks,
        unusable=tuple(map(str, broken)),
        codes=tuple(pack.codes.values()),
    )


def narrowed(catalogue: Catalogue, words: Sequence[str]) -> Catalogue:
    """What speaks of all the words: rules by text, id or sheet; indicators and code lists by text."""
    if not words:
        return catalogue
    sections = (
        replace(section, rules=tuple(rule for rule in section.rules if _speaks(rule, words)))
        for section in catalogue.sections
    )
    frameworks = (
        msgspec.structs.replace(
            framework,
            indicators=tuple(
                indicator
                for indicator in framework.indicators
                if speaks_of(words, indicator.id, indicator.name, indicator.standard)
            ),
        )
        for framework in catalogue.frameworks
    )
    return replace(
        catalogue,
        sections=tuple(section for section in sections if section.rules),
        frameworks=tuple(framework for framework in frameworks if framework.indicators),
        codes=tuple(codes for codes in catalogue.codes if speaks_of(words, codes.title)),
        unusable=(),
    )


def _speaks(rule: Rule, words: Sequence[str]) -> bool:
    texts = rule.id, rule.title, rule.relation, rule.reading, rule.applies_reading, rule.mend
    return speaks_of(words, *texts, *rule.sheets)


def reach(codes: CodeList) -> str:
    """How far a code list goes, in words."""
    first, last = codes.years
    unchecked = len(codes.codes) - len(codes.codes.years)
    pending = f"（{unchecked} 个待核对）" if unchecked else ""
    return f"{first}至{last}年，{len(codes.codes)} 个科目{pending}，其中 {len(codes.levels)} 处的下级收全"


def _sections(pack: Pack) -> list[Section]:
    own = [file.name for file in pack.own_rules]
    files = {check.file for check in pack.checks} - set(own)
    titles = {file: TomlLines.read(text_of(pack.folder / file)).sections("check") for file in files}
    sections: dict[str, list[Rule]] = {}
    for check in pack.checks:
        title = f"自定规则（{check.file}）" if check.file in own else titles[check.file][check.number]
        title = title or check.data.id.partition("-")[0]  # a file that is not divided by comments
        sections.setdefault(title, []).append(_rule(check, pack))
    return [Section(title, tuple(rules)) for title, rules in sections.items()]


def _against_last_year(pack: Pack) -> Iterator[Section]:
    years = load_two_years(pack)
    if years is not None:
        rules = tuple(_rule(check, years.pack) for check in years.pack.checks)
        yield Section(LAST_YEAR, rules, ONLY_WITH_LAST_YEAR.format(prefix=years.prefix))


def _rule(check: Check, pack: Pack) -> Rule:
    data, terms = check.data, [term for bound in check.bounds for term in bound.terms]
    return Rule(
        id=data.id,
        title=data.title,
        severity=data.severity,
        relation=data.relation,
        reading=equation(check.relation, pack.vocabulary),
        sheets=tuple(dict.fromkeys(pack.vocabulary[term].sheet for term in terms)),
        each=_each(check.path, pack.groups),
        applies=data.conditions,
        applies_reading=conditions(check.when, pack.vocabulary),
        tolerance=_tolerance(
            slack_of(check.relation, pack.vocabulary, pack.formulas), pack.form.units.quantum
        ),
        document=data.basis.document,
        clause=data.basis.clause,
        mend=data.mend,
        examples=data.examples,
    )


def _each(path: tuple[str, ...], groups: Mapping[str, Group]) -> str:
    """每个基金的每一行; empty for a relation over the whole workbook."""
    names = [(name.rpartition(".")[2], groups[name].repeat) for name in path]
    return "的".join(f"每个{name}" if repeat else f"{name}每一行" for name, repeat in names)


def _tolerance(slack: Slack, quantum: Decimal) -> str:
    """How far the sides may miss each other, in the unit of the workbook; figures end at the quantum."""
    if slack.exact:
        return NO_SLACK
    half = plain(quantum / 2)
    if slack.scaled:
        return f"由每个数前后各 {half} 的区间推算"
    if slack.columns:
        single = f"，另有 {slack.cells} 个数" if slack.cells else ""
        return f"不超过 {half} × 数的个数（相加的每一行算一个{single}）"
    most = slack.cells * quantum / 2 // quantum * quantum
    return f"不超过 {plain(most)}（{slack.cells} 个数，每个前后各 {half}）"
