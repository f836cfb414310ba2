"""A row of the sheet 指标体系 that was changed -> its indicator, or what cannot be understood."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
from msgspec.structs import replace

from jixiao.methods.judgements import Manual
from jixiao.methods.method import ScoringMethod
from jixiao.pack.framework import Framework, Indicator, UnsureReading
from jixiao.pack.framework_proof import unsound_measure
from jixiao.pack.framework_rows import SheetRow, row_of, typed_points
from jixiao.pack.measure_words import NAMED, load_measure_words
from jixiao.pack.method_words import MethodWords, method_words
from jixiao.pack.pack import Pack
from jixiao.pack.parameter_words import NotUnderstood
from jixiao.pack.printed_cells import without_formula
from jixiao.pack.reasons import in_chinese
from jixiao.pack.sections import FrameworkSection, Held
from jixiao.relation.texts import same_text
from jixiao.scoring.declared import veto_hint
from jixiao.scoring.framework_sheet.outdated_method import OUTDATED, awaits, outdated

ZERO = Decimal(0)


class RowFault(Exception):  # noqa: N818 - people wrote something that is no indicator
    """What is wrong, in which cell, and how to mend it; in Chinese."""

    def __init__(self, held: Held, what: str, mend: str) -> None:
        super().__init__(what)
        self.held = held
        self.what = what
        self.mend = mend


class EditedRow(msgspec.Struct, frozen=True):
    """`base` is the indicator that stood there; None in a row that somebody has added."""

    row: SheetRow
    section: FrameworkSection
    base: Indicator | None
    pack: Pack

    @property
    def former(self) -> dict[Held, str]:
        return row_of(self.base, self.section) if self.base else {}

    def keeps(self, *columns: Held) -> bool:
        """Whether the same stands there as when the workbook was made."""
        return bool(self.base) and all(
            same_text(self.row.texts[each]) == same_text(self.former[each]) for each in columns
        )

    def indicator(self, id_: str, framework: Framework) -> Indicator:
        """Raises RowFault."""
        if self.base and not self.row.changed:
            return self.base
        points = self._read_weight()
        method, relation = self.method(points), self.relation()
        for held, reason in self._unfit(method, relation):
            raise RowFault(held, f"用不上：{reason}", "请改评分方法、参数或指标值。")
        base, texts = self.base, self.row.texts
        stale = outdated(base, texts, self.section, method)
        unsure = self.unsure() and not stale
        doubt = base.offer.doubt if base and base.offer else self.section.unsure
        told: dict[str, Any] = {"offer": UnsureReading(doubt=OUTDATED)} if stale else {}
        return Indicator(
            id=id_,
            level1=texts["level1"],
            level2=texts["level2"] or texts["level1"],
            name=texts["name"],
            max_score=points,
            standard=texts["standard"],
            formula=texts["formula"],
            hint=self._hint(doubt, unsure=unsure),
            basis=base.basis if base else framework.basis,
            examples=base.examples if base else (),
            not_applicable=base.not_applicable if base else "",
            printed=self._printed(),
            assumed=self._assumed(),
            **(_by_hand(doubt, method, relation) if unsure else told | self._measured(method, relation)),
        )

    def _read_weight(self) -> Decimal:
        """The points of a row that can be read and says what it is. Raises RowFault."""
        for held in self.row.broken:
            raise RowFault(held, "显示的是错误值，或公式还没有算出结果", "请直接填写文字或数。")
        points = self.weight()
        for held in ("level1", "name"):
            if not self.row.texts[held]:
                raise RowFault(held, "没有填", "请填写；不要这个指标的，把这一行的浅黄色格都清空。")
        return points

    def _assumed(self) -> str:
        """What the reading made up, until somebody has said it is right or has written another rule."""
        confirmed = same_text(self.row.texts["sure"]) == same_text(self.section.confirmed)
        kept = self.base and self.keeps("method", "parameters") and not confirmed
        return self.base.assumed if self.base and kept else ""

    def _hint(self, doubt: str, *, unsure: bool) -> str:
        """That people score it is no longer true of a row that was confirmed."""
        base = self.base
        if base and (unsure or not base.offer):
            return base.hint
        return veto_hint(doubt, self.pack.form.assessment) if base else ""

    def _printed(self) -> tuple[str, ...]:
        """What the printed table says beside is no longer true where it was a part of what was changed."""
        base = self.base
        if base is None or self.keeps("formula"):
            return base.printed if base else ()
        return without_formula(base.printed, base.formula)

    def weight(self) -> Decimal:
        points = typed_points(self.row.texts["max_score"])
        if points is None or points <= 0:
            raise RowFault(
                "max_score", "不是大于0的数", "请填分值；不要这个指标的，把这一行的浅黄色格都清空。"
            )
        return points

    def method(self, points: Decimal) -> ScoringMethod:
        """As it was, or as it is written now."""
        base, texts = self.base, self.row.texts
        try:
            if base and self.keeps("method", "parameters"):
                method: ScoringMethod = base.offer.method if base.offer and base.offer.method else base.method
            elif self.by_hand_now and self.keeps("parameters"):
                method = Manual()
            else:
                words = self.words()
                counts = method_words().counts(texts["name"])
                method = words.method(texts["parameters"], counts=counts) if words else Manual()
        except NotUnderstood as trouble:
            raise RowFault("parameters", f"用不上：{trouble}", "请照表下面的写法改。") from None
        if reason := next(method.unsound(points), ""):
            said = method_words().of(method).with_labels(reason)
            raise RowFault("parameters", f"与分值不合：{said}", "请改参数或分值。")
        return method

    @property
    def by_hand_now(self) -> bool:
        """Whether people score from now on; what stands beside from before is no longer asked."""
        chosen = self.row.texts["method"]
        return not self.keeps("method") and bool(chosen) and chosen == method_words().of(Manual()).name

    def words(self) -> MethodWords | None:
        """Of the method that is chosen; None where people score. Raises RowFault."""
        texts = self.row.texts
        if not texts["method"] and texts["parameters"]:
            raise RowFault("method", "没有选，填了的参数用不上", "请选评分方法；由人评分的，把参数清空。")
        try:
            return method_words().named(texts["method"]) if texts["method"] else None
        except NotUnderstood as trouble:
            raise RowFault("method", f"用不上：{trouble}", "请从下拉列表里选。") from None

    def unsure(self) -> bool:
        """As it is chosen; only a new row need not say it. Raises RowFault."""
        said = same_text(self.row.texts["sure"])
        if said in map(same_text, (self.section.confirmed, self.section.unsure)):
            return said == same_text(self.section.unsure)
        if said or (self.base and self.base.offer):
            choices = f"“{self.section.confirmed}”或“{self.section.unsure}”"
            raise RowFault("sure", f"应是{choices}", f"请选{choices}。")
        return False

    def relation(self) -> str:
        """Bare, without the name that the drop-down puts before it; that name alone is enough."""
        text = "" if self.by_hand_now and self.keeps("relation") else self.row.texts["relation"]
        known = load_measure_words(self.pack)
        return text.partition(NAMED)[2].strip() or (known and known.named(text)) or text

    def _unfit(self, method: ScoringMethod, relation: str) -> Iterator[tuple[Held, str]]:
        assessment = self.pack.form.assessment
        name = method_words().of(method).name
        if assessment and method.point_columns > len(assessment.points):
            yield "parameters", f"“{name}”最多 {len(assessment.points)} 个要点"
        if relation and not method.rate:
            yield "relation", f"“{name}”不能用工作簿里的数算出的指标值"
        if not relation and method.of_rows:
            yield "relation", f"“{name}”要有指标值"
        if relation:
            reasons = unsound_measure(relation, self.pack.vocabulary)
            yield from (("relation", f"“{relation}”不能作指标值：{in_chinese(each)}") for each in reasons)

    def _measured(self, method: ScoringMethod, relation: str) -> dict[str, Any]:
        """Where the measure comes from; a rate that is not computed is entered."""
        base = self.base if self.keeps("relation") and self.base else None
        base = None if base and base.offer and not awaits(base) else base
        if relation:
            return {
                "method": method,
                "measure": relation,
                "special": base.special if base and base.measure == relation else (),
            }
        as_before = base and base.method == method and self.keeps("name")
        rates = method_words().typed_rates(method, self.row.texts["name"])
        lowest, highest = (base.lowest, base.highest) if base and as_before else rates
        entered = (base.entered if base else "") or "actual"
        rated = {"entered": entered if method.rate else "", "lowest": lowest, "highest": highest}
        return {"method": method, **rated}


def _by_hand(doubt: str, method: ScoringMethod, relation: str) -> dict[str, Any]:
    offered: Any = None if isinstance(method, Manual) else method
    return {"method": Manual(), "offer": UnsureReading(doubt=doubt, method=offered, measure=relation)}


def same_indicator(one: Indicator, other: Indicator) -> bool:
    """Whether they are printed and scored alike; that somebody has looked at a rule changes nothing."""
    return _essence(one) == _essence(other)


def _essence(each: Indicator) -> Indicator:
    plain = replace(each, offer=None, assumed="", hint="", examples=())
    return plain if each.method.rate else replace(plain, lowest=ZERO, highest=None)
