"""Click speaks English; this makes its help and its complaints Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any

import click

_LIKE_AN_OPTION = tuple("-－—–−‐‑―─﹣")
_RANGE = re.compile(r"\[([\d.]+)<=x<=([\d.]+)\]")


class _Formatter(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns; a Chinese character is two cells wide."""
        from jixiao.text_width import text_width  # who checks a workbook asks for no help

        listed = list(rows)
        width = max(text_width(first) for first, _ in listed) + col_spacing
        for first, second in listed:
            self.write(f"{'':>{self.current_indent}}{first}{' ' * (width - text_width(first))}{second}\n")


class _Context(click.Context):
    formatter_class = _Formatter


class Misspelt(click.UsageError):
    """An option that click would take for something else."""


class ChineseCommand(click.Command):
    """A command whose help page has Chinese headings and ends with an example.

    Its arguments stand in the usage line only. `example` is what people type after “jixiao”, a line each.
    """

    context_class = _Context

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Raises UsageError, and for options that are written in a way that click would misread, too."""
        given = list(args)
        if not isinstance(self, click.Group) and any(word[:1] in _LIKE_AN_OPTION for word in given):
            from jixiao.faces.words.wrong_words import misspelt

            if fault := misspelt(self, given):
                raise Misspelt(fault, context)
        try:
            return super().parse_args(context, args)
        except click.UsageError as error:
            error.ctx = error.ctx or context
            error.given = given  # type: ignore[attr-defined]  # which word was it?
            raise

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        if self.example:
            with formatter.section("例如"):
                for line in self.example.splitlines():
                    formatter.write(f"{'':>{formatter.current_indent}}jixiao {line}\n")

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(context)).replace("[OPTIONS]", "[选项]")
        formatter.write_usage(context.command_path, pieces, prefix="用法：")

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(context) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(context))]
        with formatter.section("选项"):
            formatter.write_dl((name, _RANGE.sub(r"（\1 到 \2）", text)) for name, text in records)

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option = super().get_help_option(context)
        if option is not None:
            option.help = "显示这页帮助。"
        return option


class NamingOption(click.Option):
    """An option whose help lists the names it takes; they are looked up only when help is asked for."""

    def __init__(self, *args: Any, names: Callable[[], Iterable[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names

    def get_help_record(self, context: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(context)
        return record and (record[0], f"{record[1]}可用的：{'、'.join(self.names())}。")


class ChineseGroup(ChineseCommand, click.Group):
    """A group of such commands, listed in the order given; each is a module that has it as `command`."""

    def __init__(self, *args: Any, package: str, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package = package
        self.modules = modules

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.modules:
            return None
        module = import_module(f"{self.package}.{self.modules[name]}")
        command: click.Command = module.command
        return command

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        ChineseCommand.format_options(self, context, formatter)
        commands = ((name, self.get_command(context, name)) for name in self.modules)
        shown = [(name, command) for name, command in commands if command and not command.hidden]
        rows = [(name, command.get_short_help_str(60)) for name, command in shown]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, context: click.Context) -> list[str]:
        return ["[选项]", "命令", "…"]


_WIDE_BLANK = "\u3000"  # people type it into names
_LAID_OUT = f"\n\t\xa0{_WIDE_BLANK}"


def complaint(error: click.ClickException) -> str:
    """What is wrong with the command line, in one Chinese sentence."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "jixiao"
    return f"{_reason(error)}用法见：{path} --help"


def _reason(error: click.ClickException) -> str:
    from jixiao.faces.words import wrong_words as wrong  # who is right asks for none of them

    match error:
        case click.NoSuchOption():
            return wrong.no_option(error, getattr(error, "given", ()))
        case click.MissingParameter():
            return wrong.missing(error)
        case click.BadParameter():
            return wrong.bad_value(error)
        case click.BadOptionUsage():
            return wrong.bad_option(error)
        case Misspelt(message=message):
            return message
        case click.UsageError(message=message) if message.startswith("No such command"):
            return wrong.no_command(message.split(maxsplit=3)[-1].strip("'."), error.ctx)
        case click.UsageError(message=message) if message.startswith("Got unexpected extra"):
            return (
                f"多余的参数：{message.partition('(')[2].rstrip(')')}。文件名里有空格的，请用英文引号括起来。"
            )
    return f"命令写得不对（{error.format_message()}）。"


def seen(text: str) -> str:
    """Without what a terminal obeys or hides: control signs, and those that turn the direction of writing.

    Lines stay lines. What stands for such a sign is what JSON writes for it.
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in _LAID_OUT else _escape(one) for one in text)


def _escape(sign: str) -> str:
    return "".join(
        f"\\u{unit:04x}" for unit in memoryview(sign.encode("utf-16-le", "surrogatepass")).cast("H")
    )


def one_line(sentence: str) -> str:
    """Without what breaks a line, hides, or turns the direction of writing round: names hold anything."""
    return "".join(one if one.isprintable() or one == _WIDE_BLANK else "?" for one in sentence)


def file_trouble(error: OSError) -> str:
    """What to say where a file could not be written."""
    from pathlib import PurePath

    from jixiao.files import TEMPORARY
    from jixiao.model.errors import done_before
    from jixiao.system_words import reason_of  # a check that goes well needs no reasons

    file = str(error.filename2 or error.filename or "")  # of a file that is put in its place the latter
    if PurePath(file).name.startswith(TEMPORARY):  # nobody knows of that file
        file = str(PurePath(file).parent)
    what = f"“{file}”：{reason_of(error)}" if file else reason_of(error)
    advice = "请检查磁盘空间、文件夹权限，或文件是否被占用。"
    return f"文件操作失败：{what}。{advice}{done_before(error)}"
