"""Word files with what a test puts into their body."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def word_file(path: Path, body: str, **parts: str) -> Path:
    """A .docx with this body; `parts`: name in word/ without its ending -> content."""
    spaces = f'xmlns:w="{MAIN}" xmlns:mc="{COMPATIBLE}"'
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {spaces}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content.replace(">", f" {spaces}>", 1))
    return path


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
