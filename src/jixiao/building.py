"""From data to files: a new workbook, the packs' own workbooks, the samples."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from jixiao.files import write_atomically
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import Pack, data_folder
from jixiao.pipeline import Inspection, inspect, report_of

DEMO = "leiyang-2022"
ENDINGS = (".xlsm", ".xlsx")


def new_workbook(
    pack: Pack,
    out: Path,
    *,
    year: int | None = None,
    framework: str | None = None,
    values: Path | None = None,
) -> None:
    """Write a new standard workbook. Raises UnusableInput; never overwrites a file."""
    if out.suffix.lower() != ".xlsm":
        raise UnusableInput(f"文件名“{out.name}”应以 .xlsm 结尾，例如：{out.with_suffix('.xlsm').name}。")
    if out.exists():
        raise UnusableInput(f"“{out}”已经存在，没有覆盖它。请换一个文件名。")
    if not out.parent.is_dir():
        raise UnusableInput(f"文件夹“{out.parent}”不存在。请先建立，或换一个位置。")
    filling = read_filling(values, pack) if values else Filling()
    if year is not None:
        filling = replace(filling, entries={**filling.entries, pack.form.year: Decimal(year)})
    write_atomically(out, built(pack, framework or pack.form.framework, filling))


def built(pack: Pack, framework: str, filling: Filling) -> bytes:
    """A workbook of the pack for one of its frameworks. Raises UnusableInput for an unknown framework."""
    from jixiao.workbook.build import build_workbook

    if framework not in pack.framework_names:
        known = "、".join(pack.framework_names)
        raise UnusableInput(f"没有名为“{framework}”的评价指标体系，可用的是：{known}。")
    return build_workbook(pack, pack.framework(framework), filling)


def build_pack(pack: Pack) -> Path:
    """Rebuild the pack's own workbook from its data, after proving the data. Raises PackError."""
    from jixiao.checks.proof import prove_checks
    from jixiao.scoring.proof import prove_framework

    prove_checks(pack)
    for name in pack.framework_names:
        prove_framework(pack.framework(name), pack.vocabulary, pack.form.assessment)
    write_atomically(pack.workbook, built(pack, pack.form.framework, Filling()))
    return pack.workbook


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its values, the workbook filled with them, and what a run of the tool makes of it."""

    values: Path

    @property
    def workbook(self) -> Path:
        return self.values.with_suffix(".xlsm")

    @property
    def findings(self) -> Path:
        return self.values.with_suffix(".findings.txt")

    @property
    def report(self) -> Path:
        return self.values.with_suffix(".report.docx")

    @property
    def report_text(self) -> Path:
        return self.values.with_suffix(".report.txt")


def samples() -> tuple[Sample, ...]:
    """All samples. They belong to the default pack."""
    return tuple(Sample(path) for path in sorted(data_folder("samples").glob("*.toml")))


def build_sample(sample: Sample, pack: Pack) -> Inspection:
    """Rebuild a sample's workbook and the report made from it."""
    from jixiao.report.projection import projection

    filling = read_filling(sample.values, pack)
    write_atomically(sample.workbook, built(pack, pack.form.framework, filling))
    inspection = inspect(sample.workbook, pack)
    report = report_of(inspection)
    write_atomically(sample.report, report)
    write_atomically(sample.report_text, projection(report).encode())
    return inspection


def copy_sample(folder: Path) -> Path:
    """Put the real sample into a folder of the user's. Raises UnusableInput."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UnusableInput(f"“{folder}”是文件，不是文件夹。请换一个文件夹名。") from None
    source = data_folder("samples") / f"{DEMO}.xlsm"
    target = folder / source.name
    if not target.exists():
        shutil.copyfile(source, target)
    return target
