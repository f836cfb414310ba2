"""What was typed into a workbook for people, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.total_findings import shown
from jixiao.checks.unit import Unit
from jixiao.model.quotes import nested
from jixiao.model.written_explanation import BY_THE_TOOL
from jixiao.totals import FilledTotals


def as_text(done: FilledTotals) -> Iterator[str]:
    """The totals, and what is left to do about them."""
    if not done.filled:
        yield "没有可以代填的合计：合计都已填好；还空着的，明细没有填全，或几处明细得出的数不一致。"
        return
    unit = Unit(done.inspection.reading.unit.name, done.inspection.reading.unit.factor)
    yield f"代填 {len(done.filled)} 个合计："
    for offer in done.filled:
        label = f"{offer.key} {offer.fact.label}".strip()
        yield nested(f"  {offer.fact.place} “{label}” {shown(offer, unit)}")
    yield f"已写入：{done.saved.path}"
    yield f"请与决算报表核对。代填的格子列在“校验结果”表，核对完，删去审核说明栏的“{BY_THE_TOOL}”。"
