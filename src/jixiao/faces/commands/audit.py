"""jixiao audit: finished reports, whoever wrote them, looked through for what does not hold."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    FINDINGS,
    complain,
    json_option,
    print_json,
    print_lines,
)
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.model.errors import UnusableInput


@click.command(
    cls=ChineseCommand,
    example="audit 某单位自评报告.docx\naudit 某局2023年决算公开.pdf --json",
    help="审核别人写好的报告（.docx、.pdf、网页、.txt、.xlsx），找出对不上的数和说法。不写任何文件。",
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="报告…")
@json_option
def command(files: tuple[Path, ...], as_json: bool) -> int:
    from jixiao.audit.audit import audit
    from jixiao.documents.reading import read_document
    from jixiao.faces.words import audits

    codes, documents = [], []
    for file in files:
        try:
            done = audit(read_document(file))
        except UnusableInput as problem:
            codes.append(complain(str(problem)))
            documents.append({"file": str(file), "error": str(problem)})
            continue
        codes.append(CONSISTENT if done.consistent else FINDINGS)
        documents.append(audits.as_json(done))
        if not as_json:
            print_lines(audits.as_text(done))
    if as_json:
        print_json(documents[0] if len(files) == 1 else documents)
    return max(codes)
