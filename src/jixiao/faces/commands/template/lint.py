"""jixiao template lint: all troubles of a Word template, with their places."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    FILE,
    FINDINGS,
    json_option,
    known_pack,
    pack_choice,
    print_json,
    print_lines,
)
from jixiao.faces.words.command_line import ChineseCommand

pack_option = pack_choice("模板用于哪种表样；不写则为部门整体支出。")


@click.command(
    cls=ChineseCommand,
    example="template lint 我的模板.docx",
    help="检查 Word 模板：一次列出全部问题，说明在哪一段、怎样改。",
)
@click.argument("template", type=FILE, metavar="模板.docx")
@json_option
@pack_option
def command(template: Path, as_json: bool, pack: str | None) -> int:
    from jixiao.faces.words import templates
    from jixiao.pack.loading import DEFAULT
    from jixiao.report.lint.no_template import refuse_untagged
    from jixiao.report.lint.template_lint import lint
    from jixiao.report.template.opening import read_template

    content = read_template(template)
    refuse_untagged(content, template.name)
    found = lint(content, template.name, known_pack(pack or DEFAULT))
    if as_json:
        print_json(templates.lint_as_json(template, found))
    else:
        print_lines(templates.lint_as_text(template, found))
    return FINDINGS if found.troubles else CONSISTENT
