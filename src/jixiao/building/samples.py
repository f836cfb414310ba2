"""The samples: values of real and invented units, and what a run makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from jixiao.building.workbook import built
from jixiao.files import write_atomically
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.pack.filling import pack_of_values, read_filling
from jixiao.pack.loading import DEFAULT, data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect
from jixiao.reporting import report_of


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its values, the workbook filled with them, and what a run of the tool makes of it."""

    values: Path

    @property
    def pack(self) -> str:
        """The name of the pack whose form it fills."""
        return pack_of_values(self.values) or DEFAULT

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


def demo_sample() -> Sample:
    """The real sample, which the demo runs."""
    return Sample(data_folder("samples") / "leiyang-2022.toml")


def samples() -> tuple[Sample, ...]:
    """All samples, of all packs."""
    return tuple(Sample(path) for path in sorted(data_folder("samples").glob("*.toml")))


def build_sample(sample: Sample, pack: Pack, *, files: bool) -> Inspection:
    """Make of a sample's values all that a run makes of them; with `files` also the workbook and the report.

    The workbook is inspected in a folder of its own, so that the committed one need not be rewritten.
    """
    from jixiao.report.word.projection import projection

    with TemporaryDirectory() as folder:
        book = sample_workbook(sample, Path(folder))
        inspection = inspect(book, pack)
        report = report_of(inspection)
        if files:
            write_atomically(sample.workbook, book.read_bytes())
    if report is not None:
        write_atomically(sample.report_text, projection(report).encode())
        if files:
            write_atomically(sample.report, report)
    return inspection


def sample_workbook(sample: Sample, folder: Path) -> Path:
    """A sample's workbook as its values and its pack make it today; one that is there is left alone.

    Raises UnusableInput.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UnusableInput(f"“{folder}”是文件，不是文件夹。请换一个文件夹名。") from None
    book = folder / sample.workbook.name
    if not book.exists():
        pack = load_pack(sample.pack)
        write_atomically(book, built(pack, pack.form.framework, read_filling(sample.values, pack)))
    return book
