"""Which template a report is made by: an outline of the pack by its name, or the user's own Word file."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.report.language.style import STYLE_FILE, Outline, ReportStyle
from jixiao.report.template.opening import read_template
from jixiao.report.word.errors import TemplateError


class Template(msgspec.Struct, frozen=True):
    """A Word template as it lies on disk, and how messages call it."""

    name: str
    content: bytes


def template_of(pack: Pack, style: ReportStyle, chosen: str | None) -> Template:
    """The chosen template; without a choice the pack's first outline.

    `chosen` is the name of an outline or the path of a .docx. The words for a template of the user's own are
    those of the pack's report.toml. Raises TemplateError if there is neither, PackError for a broken pack.
    """
    if chosen is None:
        return _of_pack(pack, style.outlines[0])
    outline = next((outline for outline in style.outlines if chosen in (outline.name, outline.file)), None)
    return _of_pack(pack, outline) if outline else _of_user(Path(chosen), style)


def prove_outlines(pack: Pack, style: ReportStyle) -> None:
    """Hold the outlines against their files, and against those that the form offers. Raises PackError."""
    for outline in style.outlines:
        _of_pack(pack, outline)
    names = tuple(outline.name for outline in style.outlines)
    if len(names) == 1 and not style.options.outline:
        return
    term = pack.vocabulary.get(style.options.outline)
    if term is None or term.choices != names:
        reason = f"the choices must be the outlines of {STYLE_FILE}: {'、'.join(names)}"
        raise PackError(pack.folder / "form.toml", style.options.outline, reason)


def _of_pack(pack: Pack, outline: Outline) -> Template:
    try:
        return Template(outline.file, (pack.reports / outline.file).read_bytes())
    except OSError as error:
        from jixiao.system_words import reason_of

        problem = f"the outline's file {outline.file} cannot be read: {reason_of(error)}"
        raise PackError(pack.reports / STYLE_FILE, outline.name, problem) from error


def _of_user(path: Path, style: ReportStyle) -> Template:
    try:
        if path.exists() and not path.is_dir():
            return Template(path.name, read_template(path))
        raise FileNotFoundError(path)
    except (OSError, ValueError):
        names = "、".join(f"“{outline.name}”" for outline in style.outlines)
        raise TemplateError(
            f"没有“{path}”这个大纲，也没有能读的这个文件。可用的大纲：{names}；"
            "用自己的模板，请写 .docx 文件的完整位置。"
        ) from None
