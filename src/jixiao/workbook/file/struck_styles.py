"""Which styles of a workbook strike out the whole cell (Ctrl+5): whoever does so takes the figure back."""

from __future__ import annotations

from jixiao.workbook.file.date_styles import styles_part
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.texts import is_struck


def struck_styles(package: Package) -> frozenset[str]:
    """The numbers of the cell styles with a font that is struck through. Raises UnusableInput."""
    part = styles_part(package)
    if not package.has(part) or b"strike" not in package.part(part):
        return frozenset()  # as in nearly every workbook
    root = package.xml(part)
    fonts = {str(number) for number, font in enumerate(root.iterfind("{*}fonts/{*}font")) if is_struck(font)}
    cells = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset([str(number) for number, style in cells if style.get("fontId", "0") in fonts])
