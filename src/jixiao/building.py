"""From data to files: a new workbook, the packs' own workbooks, the samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from jixiao.carryover.moving import Begun, Moved, move, moves, refuse_same
from jixiao.carryover.record import with_record
from jixiao.carryover.taking import SourceFile, TakenOver, read_source, taken_from
from jixiao.files import write_atomically, write_new
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack.carryover import load_sources
from jixiao.pack.errors import lying_in
from jixiao.pack.filling import pack_of_values, read_filling
from jixiao.pack.framework import Framework
from jixiao.pack.loading import DEFAULT, data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.upload import load_upload
from jixiao.pipeline import inspect
from jixiao.reporting import report_of
from jixiao.workbook.reading.facts import FIRST_YEAR, LAST_YEAR
from jixiao.workbook.results.offered_explanations import with_offered

MACROS, PLAIN = ".xlsm", ".xlsx"
ENDINGS = (MACROS, PLAIN)


def new_workbook(
    pack: Pack,
    out: Path,
    *,
    year: int | None = None,
    framework: str | Framework | None = None,
    values: Path | None = None,
    sources: tuple[Path, ...] = (),
    published: tuple[SourceFile, ...] = (),
    evaluated: int | None = None,
) -> TakenOver | Moved | None:
    """Write a new standard workbook; say what was taken over from `sources` and `published` tables.

    One source of another framework and of the same year is moved whole to the framework that is named;
    `evaluated` is the year for which that was made, where it says so.

    Raises UnusableInput; never overwrites a file.
    """
    refuse_taken(out)
    pack = for_ending(pack, out)
    target = _known(framework, pack)
    if (
        target
        and values is None
        and len(sources) == 1
        and not published
        and moves(sources[0], pack, target, year or evaluated)
    ):
        return write_moved(move(sources[0], pack, target), pack, out)
    if target and year and len(sources) == 1 and not (values or published):
        refuse_same(sources[0], pack, target, year)
    filling = read_filling(values, pack) if values else Filling()
    if year is not None:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise UnusableInput(f"年度“{year}”不对，请写四位数字，例如 2024。")
        filling = replace(filling, entries={**filling.entries, pack.form.year: Decimal(year)})
    if not (sources or published):
        write_new(out, built(pack, framework or pack.form.framework, filling))
        return None
    reads = (*map(read_source, sources), *published)
    over = taken_from(reads, pack, filling, values.name if values else "", year)
    over = replace(over, framework="") if framework else over
    _write(out, with_record(pack, over), framework or over.framework, over.filling, over.explanations)
    return over


def continued_workbook(
    typed: Begun, name: str, out: Path, sources: tuple[Path, ...], published: tuple[SourceFile, ...]
) -> TakenOver:
    """Write a workbook with all that is typed in another (called `name`), and besides what files can fill.

    Raises UnusableInput; never overwrites a file.
    """
    refuse_taken(out)
    pack = for_ending(typed.pack, out)
    over = taken_from((*map(read_source, sources), *published), pack, typed.filling, name)
    explanations = {**over.explanations, **typed.explanations}
    _write(out, with_record(pack, over), typed.framework, over.filling, explanations)
    return over


def _write(
    out: Path, pack: Pack, framework: str | Framework, filling: Filling, explanations: Mapping[str, str]
) -> None:
    book = built(pack, framework or pack.form.framework, filling)
    write_new(out, with_offered(book, pack, explanations) if explanations else book)


def _known(framework: str | Framework | None, pack: Pack) -> Framework | None:
    """The framework that is meant; None if no name is given, or one that the pack does not have."""
    if isinstance(framework, str):
        return pack.framework(framework) if framework in pack.framework_names else None
    return framework


def write_moved(moved: Moved, pack: Pack, out: Path) -> Moved:
    """The new workbook for what was moved; `pack` as it is built into a file of this name."""
    _write(out, pack, moved.target, moved.filling, moved.explanations)
    return moved


def for_ending(pack: Pack, out: Path) -> Pack:
    """The pack as it is built into a file of this name: an .xlsx has neither buttons nor macros."""
    if out.suffix.lower() == MACROS:
        return pack
    from jixiao.workbook.sheets.button_section import without_macros

    return without_macros(pack)


def refuse_taken(out: Path) -> None:
    """A new workbook needs a free name that ends as it must. Raises UnusableInput."""
    if out.suffix.lower() not in ENDINGS:
        example = f"{out.stem.strip('.') or '我单位2024'}{MACROS}"
        raise UnusableInput(
            f"文件名“{out.name}”应以 .xlsm（带按钮）或 .xlsx（不带宏）结尾，例如：{example}。"
        )
    if out.exists():
        raise UnusableInput(f"“{out}”已经存在，没有覆盖它。请换一个文件名。")
    if not out.parent.is_dir():
        raise UnusableInput(f"文件夹“{out.parent}”不存在。请先建立，或换一个位置。")


def built(pack: Pack, framework: str | Framework, filling: Filling) -> bytes:
    """A workbook of the pack for one of its frameworks or another, or for none where the pack scores nothing.

    Raises UnusableInput for an unknown framework.
    """
    with lying_in(pack.folder):
        return _built(pack, framework, filling)


def _built(pack: Pack, framework: str | Framework, filling: Filling) -> bytes:
    from jixiao.workbook.written.build import build_workbook

    if framework == pack.form.framework == "":
        return build_workbook(pack, None, filling)
    if not pack.form.framework:
        raise UnusableInput(f"“{pack.form.title}”不评分，没有评价指标体系可选，请去掉 --framework。")
    if isinstance(framework, Framework):
        return build_workbook(pack, framework, filling)
    if framework not in pack.framework_names:
        known = "、".join(pack.framework_names)
        raise UnusableInput(
            f"没有名为“{framework}”的评价指标体系，可用的是：{known}。"
            "是评分表的，请连同扩展名写文件名，例如 评分表.docx。"
        )
    return build_workbook(pack, pack.framework(framework), filling)


def prove_pack(pack: Pack) -> None:
    """Hold the pack's data against the examples in it. Raises PackError."""
    from jixiao.checks.last_year import prove_years
    from jixiao.checks.proof import prove_checks
    from jixiao.report.language.style_file import load_style
    from jixiao.report.template.outlines import prove_outlines
    from jixiao.scoring.proof import prove_framework

    with lying_in(pack.folder):
        prove_checks(pack)
        prove_years(pack)
        load_sources(pack, load_pack)
        load_upload(pack)
    if pack.form.assessment is not None:
        for file in pack.framework_files:
            prove_framework(pack.framework(file.stem), pack.vocabulary, pack.form.assessment, file)
    if pack.form.report_name:
        prove_outlines(pack, load_style(pack.reports, pack.form.units.factors))


def build_books(pack: Pack) -> tuple[Path, ...]:
    """Rebuild the pack's own workbooks from its data: with buttons, and the twin without macros."""
    books = tuple(pack.workbook.with_suffix(ending) for ending in ENDINGS)
    for book in books:
        write_atomically(book, built(for_ending(pack, book), pack.form.framework, Filling()))
    return books


def build_reviewer_book() -> Path:
    """Rebuild the workbook from which a reviewer starts."""
    from jixiao.workbook.written.reviewer_book import NAME, reviewer_book

    book = data_folder("workbook_templates") / NAME
    write_atomically(book, reviewer_book())
    return book


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
