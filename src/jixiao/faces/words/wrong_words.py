"""What is wrong with the words of a command line, in Chinese; loaded only where something is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

DASHES = "－—–−‐‑―─﹣"  # what an input method makes of a minus
_OPTION = re.compile(rf"[-{DASHES}]+\s*([A-Za-z][\w-]*)(=.*)?")
_FILE = re.compile(r"\.\w{2,5}$")


def misspelt(command: click.Command, words: Sequence[str]) -> str:
    """What is wrong with the options as they are typed; empty if nothing is."""
    return next(_faults(_options(command), words), "")


def _options(command: click.Command) -> dict[str, click.Option]:
    options = [each for each in command.params if isinstance(each, click.Option)]
    return {name: each for each in options for name in each.opts}


def _faults(options: dict[str, click.Option], words: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for place, word in enumerate(words):
        if word == "--":
            return
        name, given, _ = word.partition("=")
        option = options.get(name)
        if option is None:
            yield from _looks_like_an_option(options, word)
            continue
        if name in seen and not (option.multiple or option.is_flag):
            yield f"选项 {name} 写了不止一次，只能写一个，请删去多余的。"
        seen.add(name)
        behind = words[place + 1] if place + 1 < len(words) else ""
        if not option.is_flag and not given and behind in options:
            yield f"选项 {name} 后面缺少{option.metavar or '内容'}，紧接着就是 {behind} 了，请补上。"


def _looks_like_an_option(options: dict[str, click.Option], word: str) -> Iterator[str]:
    """A word that begins as an option might, but not with the right signs, and is no file."""
    match = _OPTION.fullmatch(unicodedata.normalize("NFKC", word))
    if match is None or word.startswith("--") or (len(match[1]) == 1 and word.startswith("-")):
        return
    if not _is_a_file(word):
        yield f"“{word}”开头不是两个英文减号，请改成 {_guess(options, match[1]) or '--' + match[1]}。"


def _is_a_file(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def _guess(options: dict[str, click.Option], name: str) -> str:
    """The option that is meant by a word."""
    from jixiao.model.term import nearest  # the model takes msgspec along

    plain = (
        unicodedata.normalize("NFKC", name).partition("=")[0].strip("-" + DASHES).lower().replace("_", "-")
    )
    return nearest(f"--{plain}", dict.fromkeys(options)) if plain else ""


def no_option(error: click.NoSuchOption, words: Sequence[str]) -> str:
    """An option that the command does not have, with the one that may be meant."""
    name = error.option_name
    word = next((word for word in words if word.startswith(name)), name)
    if _FILE.search(word) or _is_a_file(word):
        return f"“{word}”以减号开头，会当成选项；它是文件名的，请写成 ./{word}。"
    if name in ("-h", "-?"):
        return f"没有选项 {name}，是不是 --help？"
    context = error.ctx
    guess = _guess(_options(context.command), word) if context else ""
    return f"没有选项 {name}" + (f"，是不是 {guess}？" if guess else "。")


def bad_option(error: click.BadOptionUsage) -> str:
    """An option with nothing behind it, or with something where nothing belongs."""
    context, name = error.ctx, error.option_name
    option = _options(context.command).get(name) if context else None
    if option is None:
        return f"选项 {name} 的写法不对。"
    if option.is_flag:
        return f"选项 {name} 后面不写内容，请删去“=”和它后面的字。"
    return f"选项 {name} 后面缺少{option.metavar or '内容'}，请补上。"


def missing(error: click.MissingParameter) -> str:
    """What was not given, and how the whole is written."""
    example = getattr(error.ctx.command, "example", "") if error.ctx else ""
    how = f"应写成例如：jixiao {example.splitlines()[0]}。" if example else ""
    return f"缺少参数 {name_of(error.param)}。{how}"


def bad_value(error: click.BadParameter) -> str:
    """What stands behind an option or for an argument, and is no such thing."""
    wanted = _wanted(error.param.type) if error.param is not None else ""
    if wanted:
        typed = _typed(error.param, getattr(error, "given", ()))
        return f"参数 {name_of(error.param)} 应是{wanted}{f'，现在是“{typed}”' if typed else ''}。"
    return f"参数 {name_of(error.param)} 不对：{error.message.rstrip('。')}。"


def _typed(param: click.Parameter | None, words: Sequence[str]) -> str:
    """What stands behind an option on the command line."""
    for place, word in enumerate(words):
        name, given, value = word.partition("=")
        if param is not None and name in param.opts:
            return value if given else "".join(words[place + 1 : place + 2])
    return ""


def _wanted(kind: Any) -> str:
    """What a value has to be, where click would say it in English."""
    match kind:
        case click.IntRange(min=least, max=most) | click.FloatRange(min=least, max=most):
            what = "整数" if isinstance(kind, click.IntRange) else "数字"
            return f" {least:g} 到 {most:g} 的{what}" if None not in (least, most) else what
        case click.DateTime():
            return "日期，例如 2025-03-31"
        case click.Choice(choices=choices):
            return f"这几个之一：{'、'.join(map(str, choices))}"
    return "数字，例如 2024" if kind.name == "integer" else ""


def no_command(name: str, context: click.Context | None) -> str:
    """A command that there is not, with the one that may be meant, or else all."""
    from jixiao.model.term import nearest

    group = context.command if context else None
    known = _commands(group, context) if isinstance(group, click.Group) and context else []
    guess = nearest(name, dict.fromkeys(known))
    if guess:
        return f"没有“{name}”这个命令，是不是“{guess}”？"
    return f"没有“{name}”这个命令。" + (f"可用的命令：{'、'.join(known)}。" if known else "")


def _commands(group: click.Group, context: click.Context) -> list[str]:
    named = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return [name for name, command in named if command and not command.hidden]


def name_of(param: Any) -> str:
    """What people call it: the option as it is typed, an argument as the usage line has it."""
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else str(param.human_readable_name)
