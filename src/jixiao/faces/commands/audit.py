"""jixiao audit: finished reports, whoever wrote them, looked through for what does not hold."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    COULD_NOT_RUN,
    FILE,
    FINDINGS,
    complain,
    json_option,
    print_json,
    print_lines,
    say,
)
from jixiao.faces.words.command_line import ChineseCommand


@click.command(
    cls=ChineseCommand,
    example="audit 某单位自评报告.docx\naudit 某局2023年决算公开.pdf --out 结果\naudit 各单位报告 --out 结果",
    short_help="审核别人写好的报告，找出对不上的数和说法。",
    help="审核别人写好的报告（.docx、.pdf、网页、.txt、.xlsx、.xls），找出对不上的数和说法；"
    "可以一次给几份报告或文件夹。原文件不改动；给了 --out 才写标注稿和清单。",
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="报告或文件夹…")
@click.option(
    "--out",
    type=FILE,
    metavar="文件夹",
    help="标注稿（.docx 加批注，其他文件做成网页）和审核清单（.xlsx）存放的文件夹。",
)
@click.option(
    "--book",
    type=FILE,
    metavar="工作簿",
    help="报告所说的那一年的工作簿：报告里和它不同的数都指出来（报告不必是它生成的）。",
)
@click.option(
    "--against",
    type=FILE,
    metavar="上年报告",
    help="同一单位上一年的报告：核对本年报告里的上年数、年初数和比上年的增减。",
)
@json_option
def command(
    files: tuple[Path, ...], out: Path | None, book: Path | None, against: Path | None, as_json: bool
) -> int:
    from jixiao.audit_results.audit_document import audit_document
    from jixiao.audit_results.audit_list import write_list
    from jixiao.audit_results.audited_file import AuditOrder
    from jixiao.audit_results.given_yardsticks import given_yardsticks
    from jixiao.audit_results.many import audited_files
    from jixiao.audit_results.reports_below import labels, list_file, reports_of
    from jixiao.faces.words import audits
    from jixiao.files import made_folder

    reports = reports_of(files, out)
    for remark in reports.remarks:
        say(remark, err=True)
    for trouble in reports.without:
        complain(trouble)
    if out is not None:
        made_folder(out)
    yardsticks = given_yardsticks(book, against)
    names = labels(reports.files)
    orders = [
        AuditOrder(str(file), str(out or ""), name, yardsticks)
        for file, name in zip(reports.files, names, strict=True)
    ]
    one_file = len(files) == 1 and not files[0].is_dir()
    done = []
    for one in audited_files(orders):
        done.append(one)
        if one.trouble:
            complain(one.trouble)
        elif not as_json:
            print_lines(audits.as_text(one))
    if as_json:
        documents = [audit_document(one) for one in done]
        print_json(documents[0] if one_file else documents)
    elif not one_file:
        say(audits.in_sum(done))
    if out is not None:
        target = list_file(out, names[0] if one_file else "")
        written = write_list(target, done, lambda sentence: say(sentence, err=True))
        if not as_json:
            print_lines(f"清单：{path}" for path in written)
    codes = [
        COULD_NOT_RUN if one.audit is None else CONSISTENT if one.audit.consistent else FINDINGS
        for one in done
    ]
    return max(*codes, COULD_NOT_RUN if reports.without else CONSISTENT)
