"""A pack with an accountant's own checks behind its own: read, bound, tried out and proven like these."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from jixiao.checks.proof import prove_examples
from jixiao.model.fact import Kind
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.check import Check
from jixiao.pack.errors import PackError
from jixiao.pack.example import Given, record_of_example
from jixiao.pack.own_rules import OwnRulesError, of_own_rules, read_own_rules
from jixiao.pack.pack import Pack
from jixiao.pack.rule_files import lies_beside
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import DIVISOR_ZERO, Evaluation, NotEvaluable
from jixiao.relation.functions import comparisons
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary

UNUSABLE, MISNAMED = "RULES-01", "RULES-02"


def with_rules_beside(
    pack: Pack, files: Iterable[Path], missed: Iterable[tuple[Path, str]] = ()
) -> tuple[Pack, tuple[Finding, ...]]:
    """The pack with the checks of these files, and a finding for each that cannot be used.

    `missed` are files that only nearly have the name by which they would be used, with that name.
    One bad file in a folder does not stop the workbooks that lie there. Raises OwnRulesError for a file that
    somebody has named.
    """
    told = [_about_name(*each) for each in missed]
    for file in files:
        try:
            pack = with_own_rules(pack, (file,))
        except OwnRulesError as error:
            if not lies_beside(file):
                raise
            told.append(_about(file, error))
    return pack, tuple(told)


def _about(file: Path, error: OwnRulesError) -> Finding:
    return Finding(
        id=UNUSABLE,
        severity=Severity.ERROR,
        outcome=Outcome.NOT_CHECKED,
        label="自定规则",
        message=f"{error}这个文件里的规则都没有用上。",
        mend=f"请改正“{file.name}”，或把它移走。",
        key=f"{UNUSABLE}@{file.name}",
    )


def _about_name(file: Path, name: str) -> Finding:
    return Finding(
        id=MISNAMED,
        severity=Severity.WARNING,
        outcome=Outcome.NOT_CHECKED,
        label="自定规则",
        message=f"工作簿旁边的“{file.name}”像是自定规则，但文件名应为“{name}”，里面的规则都没有用上。",
        mend=f"请把“{file.name}”改名为“{name}”（在文件夹的“查看”里勾选“文件扩展名”才看得到末尾的 .txt），"
        "或把它移走。",
        key=f"{MISNAMED}@{file.name}",
    )


def with_own_rules(pack: Pack, files: Iterable[Path]) -> Pack:
    """The pack with the checks of these files. Raises OwnRulesError with file, line, id and reason."""
    for file in files:
        checks = read_own_rules(file, pack)
        try:
            for check in checks:
                _prove(check, pack)
        except PackError as error:
            raise of_own_rules(error, file) from error
        pack = replace(pack, checks=(*pack.checks, *checks), own_rules=(*pack.own_rules, file))
    return pack


def _prove(check: Check, pack: Pack) -> None:
    for key, relation in (("relation", check.relation), *(("when", condition) for condition in check.when)):
        reason = _unevaluable(relation, pack)
        if reason:
            raise PackError(check.file, check.data.id, reason, check.at(key))
    prove_examples(check, pack)


def _unevaluable(relation: Bound, pack: Pack) -> str:
    """Why the relation has no outcome even where every cell is filled; empty if it has one."""
    record = record_of_example(_all_filled(relation, pack), pack, pack.form.units.factors[pack.default_unit])
    run = Evaluation(next(Scope(record, pack.vocabulary).each(relation.path)), pack.names_of_codes)
    reasons = (_uncomparable(tree, run) for tree in comparisons(relation.expression))
    return next((reason for reason in reasons if reason), "")


def _uncomparable(tree: Binary, run: Evaluation) -> str:
    try:
        left, right = run.value(tree.left), run.value(tree.right)
    except NotEvaluable as obstacle:
        # with other figures the divisor may well be there
        return "" if obstacle.reason == DIVISOR_ZERO else "it calculates with text"
    if isinstance(left, str) != isinstance(right, str):
        return "it compares a number with text"
    if isinstance(left, str) and tree.operator not in ("=", "<>"):
        return "text is compared by = or <> only"
    return ""


def _all_filled(relation: Bound, pack: Pack) -> Given:
    """Something in every cell of the relation, and in one row of every table on its way."""
    return {term: _value(term, pack) for term in _terms(relation, pack)}


def _terms(relation: Bound, pack: Pack) -> list[str]:
    inner = [term for name in relation.path for term in pack.groups[name].terms[:1]]
    return [*relation.terms, *inner]


def _value(term: str, pack: Pack) -> str | list[str]:
    known = pack.vocabulary[term]
    value = "1" if known.kind.numeric or known.kind is Kind.CODE else known.label
    in_table = bool(known.path) and not pack.groups[known.path[-1]].repeat
    return [value] if in_table else value
