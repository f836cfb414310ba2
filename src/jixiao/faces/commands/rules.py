"""jixiao rules: what a pack checks, measures and names."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.faces.commands.common import (
    CONSISTENT,
    all_packs,
    json_option,
    known_pack,
    print_json,
    print_lines,
    rules_option,
)
from jixiao.faces.words.command_line import ChineseCommand
from jixiao.model.errors import UnusableInput


@click.command(
    cls=ChineseCommand,
    example="rules\nrules 三公经费\nrules department-final-accounts 支出决算表",
    help="列出一种表样的核对规则、评价指标和名称，可以只列提到某些词的；加 --rules 可同时检查自定规则。",
)
@click.argument("words", nargs=-1, metavar="[表样] [词或工作表…]")
@json_option
@rules_option
def command(words: tuple[str, ...], as_json: bool, rules: tuple[Path, ...]) -> int:
    from jixiao.checks.own_rules import with_own_rules
    from jixiao.faces.words import rules as catalogue
    from jixiao.pack.loading import DEFAULT, pack_names

    first = next(iter(words), "")
    named = first in pack_names()
    loaded = with_own_rules(known_pack(first if named else DEFAULT), rules)
    wanted = words[1:] if named else words
    document = catalogue.as_json(loaded, wanted)
    if wanted and not any(document[kind] for kind in ("rules", "frameworks", "code_lists", "terms")):
        known = "、".join(all_packs())
        raise UnusableInput(
            f"“{loaded.form.title}”里没有提到“{'”和“'.join(wanted)}”的规则、指标和名称。可用的表样是：{known}。"
        )
    if as_json:
        print_json(document)
    else:
        print_lines(catalogue.as_text(loaded, wanted))
    return CONSISTENT
