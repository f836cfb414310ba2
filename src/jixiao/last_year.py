"""Last year's workbook beside this year's: read, proven to be its forerunner, and compared."""

from __future__ import annotations

from jixiao.checks.confront import Verdict
from jixiao.checks.last_year import confront_years, findings_across_years
from jixiao.checks.sentences import Unit
from jixiao.model.errors import UnusableInput
from jixiao.model.finding import Finding
from jixiao.pack.carryover import load_two_years
from jixiao.pack.loading import Pack
from jixiao.workbook.package import Package
from jixiao.workbook.reading import Reading, read_facts


def links_of(
    reading: Reading, pack: Pack, last: Package, last_pack: Pack
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """Compare this year's facts with last year's: what came of each check, and a finding per broken link.

    Raises UnusableInput for another form or another year.
    """
    years = load_two_years(pack)
    file = last.path.name
    if years is None:
        raise UnusableInput(f"表样“{pack.form.id}”没有与上年核对的规则，请去掉 --last-year。")
    if last_pack.form.id != pack.form.id:
        raise UnusableInput(
            f"“{file}”的表样是“{last_pack.form.id}”，与本年工作簿的“{pack.form.id}”不同，不能作为上年工作簿核对。"
        )
    before = read_facts(last, pack)
    _check_year(reading, before, pack, file)
    verdicts = confront_years(reading.record, before.record, years)
    unit = Unit(reading.units.name, reading.units.factor)
    return verdicts, findings_across_years(verdicts, unit, years, file)


def _check_year(reading: Reading, before: Reading, pack: Pack, file: str) -> None:
    year, last = (found.record.fields[pack.form.year] for found in (reading, before))
    if not year.filled:
        raise UnusableInput("本年工作簿没有填年度，不能与上年工作簿核对。请填好年度后再试。")
    wanted = int(year.number) - 1
    if not last.filled or last.number != wanted:
        found = f"是{int(last.number)}年的" if last.filled else "没有填年度"
        raise UnusableInput(
            f"本年工作簿是{wanted + 1}年的，上年工作簿应是{wanted}年的，“{file}”{found}。"
            "请检查是否选错了文件。"
        )
