"""jixiao run: check, score, write the results back, make the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.faces.commands.common import (
    FILE,
    code_of,
    json_option,
    last_year_option,
    named_pack,
    pack_option,
    print_json,
    print_lines,
    rules_option,
    say,
    template_option,
)
from jixiao.faces.words.command_line import ChineseCommand

if TYPE_CHECKING:
    from jixiao.frameworks.made.remaking import Remade
    from jixiao.pipeline import Run


@click.command(
    cls=ChineseCommand,
    example="run 我单位2024.xlsm\nrun 我单位2024.xlsm --out 报送 --pdf",
    help="校验、评分，把校验结果和评分表写回工作簿，并生成 Word 报告。",
)
@click.argument("book", type=FILE, metavar="工作簿")
@click.option("--out", type=FILE, metavar="文件夹", help="报告存放的文件夹；不写则与工作簿同一文件夹。")
@click.option("--pdf", is_flag=True, help="另存一份 PDF（需要装有 LibreOffice 或 Word）。")
@click.option("--trace", is_flag=True, help="另存溯源副本（每个数都有批注，注明取自哪里）和取数表。")
@click.option("--unprinted", is_flag=True, help="列出没有印在报告正文里的金额。")
@json_option
@last_year_option
@rules_option
@pack_option
@template_option
def command(
    book: Path,
    out: Path | None,
    pdf: bool,
    trace: bool,
    unprinted: bool,
    as_json: bool,
    last_year: Path | None,
    rules: tuple[Path, ...],
    pack: str | None,
    template: str | None,
) -> int:
    from jixiao.model.errors import having_done
    from jixiao.pipeline import run as run_workbook

    done = run_workbook(book, named_pack(pack), out, rules, last_year, template)
    with having_done(_in_place(done)):
        _tell(done, book, pdf=pdf, trace=trace, unprinted=unprinted, as_json=as_json, template=template)
    return code_of(done.inspection)


def _in_place(done: Run) -> str:
    """What stays done if something after it fails or is broken off."""
    report = f"，报告已写成“{done.report}”" if done.report else ""
    return f"校验结果已写入“{done.workbook}”{report}。"


def _tell(
    done: Run, book: Path, *, pdf: bool, trace: bool, unprinted: bool, as_json: bool, template: str | None
) -> None:
    """What goes with the report, and what came of it all."""
    from jixiao.faces.words import results
    from jixiao.report.output.writing import has_contents, outdated_beside

    for remark in done.remarks:
        say(remark, err=True)
    if template and done.inspection.scorecard is None:
        say("这套表样不生成报告，--template 没有用上。", err=True)
    anew = _anew(done, book)
    printed = _as_pdf(done.report) if pdf else None
    traces = _traces(done) if trace else ()
    if done.report and (old := outdated_beside(done.report)):
        say(old, err=True)
    if as_json:
        from jixiao.result_document import result_document

        document = result_document(done.inspection, done.workbook, done.report)
        document |= {"anew": str(anew.path) if anew else None}
        document |= {"pdf": str(printed) if printed else None, "trace": [str(file) for file in traces]}
        print_json(document | {"unprinted": done.unprinted})
    else:
        print_lines(results.as_text(done.inspection))
        if done.unprinted:
            print_lines(_about_unprinted(done, named=unprinted))
        say(f"{results.sheets_written(done)}已写入：{done.workbook}")
        if done.report:
            say(f"报告{'（草稿）' if done.inspection.draft else ''}：{done.report}")
            if has_contents(done.report):
                say(_WORD_ASKS)
        if printed:
            say(f"PDF：{printed}")
        for file in traces:
            say(f"溯源：{file}")
        if anew:
            _say_anew(anew, book)


def _anew(done: Run, book: Path) -> Remade | None:
    """The workbook for a framework that was changed on its sheet."""
    if done.inspection.wanted is None:
        return None
    from jixiao.frameworks.made.remaking import remade

    return remade(done.inspection, book)


def _say_anew(anew: Remade, book: Path) -> None:
    from jixiao.faces.words import takeover

    print_lines(takeover.remade_as_text(anew, book))


def _about_unprinted(done: Run, *, named: bool) -> Iterator[str]:
    """How many kinds of amounts the report leaves out, and which if that is asked for."""
    more = "：" if named else "；加 --unprinted 列出名称。"
    yield f"工作簿中有 {len(done.unprinted)} 类金额没有印在报告正文里（只用于核对和评分）{more}"
    if named:
        vocabulary = done.inspection.pack.vocabulary
        yield from (
            f"  {vocabulary[term].sheet}：{term}（{vocabulary[term].label}）" for term in done.unprinted
        )


def _traces(done: Run) -> tuple[Path, ...]:
    """The copy with comments and the table of figures."""
    from jixiao.tracing import write_trace

    if done.report is None:
        say("这套表样不生成报告，--trace 没有用上。", err=True)
    return write_trace(done, lambda sentence: say(sentence, err=True))


_NO_PAGE_NUMBERS = (
    "PDF 的目录没有页码，这次没有能够算出来：需要页码的，请用 Word 打开报告，"
    "在目录上点右键“更新域”，再另存为 PDF。"
)
_WORD_ASKS = "报告有目录，页码由 Word 填写：打开报告时 Word 会询问是否更新文档中的域，请选“是”。"


def _as_pdf(report: Path | None) -> Path | None:
    """The report as PDF; None, and a sentence why, where there is none. The run stands either way."""
    from jixiao.report.output.pdf import NoPdf, write_pdf

    try:
        if report is None:
            raise NoPdf("这套表样不生成报告，--pdf 没有用上。")
        printed = write_pdf(report)
        for sentence in printed.kept:
            say(sentence, err=True)
        if printed.lacks_page_numbers:
            say(_NO_PAGE_NUMBERS, err=True)
        return printed.path
    except NoPdf as reason:
        say(str(reason), err=True)
        return None
