"""PDF files written by hand: text, ruled lines and pictures, in points from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

SIZE = 10.0
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
    "endcmap end end"
)


@dataclass
class Sheet:
    """A page that is being drawn."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = SIZE, turned: str = "1 0 0 1") -> None:
        """Text whose baseline begins at (x, y)."""
        codes = text.encode("utf-16-be").hex()
        self.drawn.append(f"BT /F1 {size} Tf {turned} {x} {y} Tm <{codes}> Tj ET")

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        self.drawn.append(f"{x} {y} m {to_x} {to_y} l S")

    def box(self, x: float, y: float, width: float, height: float, paint: str = "f") -> None:
        """A rectangle; a thin one that is filled looks like a line."""
        self.drawn.append(f"{x} {y} {width} {height} re {paint}")

    def picture(self) -> None:
        """One that covers the page."""
        self.drawn.append(f"q {self.width} 0 0 {self.height} 0 0 cm /I1 Do Q")

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """Rules around all cells."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)

    def rows(self, xs: list[float], top: float, rows: list[list[str]], height: float = 20) -> None:
        """A ruled table whose cells hold these texts; an empty one holds nothing."""
        self.grid(xs, [top - height * number for number in range(len(rows) + 1)])
        for number, row in enumerate(rows, 1):
            for left, text in zip(xs, row, strict=False):
                if text:
                    self.text(left + 2, top - height * number + 6, text)


def text_width(text: str, size: float = SIZE) -> float:
    return sum(size / 2 if sign.isascii() else size for sign in text)


def pdf_file(path: Path, sheets: list[Sheet], trailer: str = "") -> Path:
    """Write a PDF with these pages."""
    pages = [5 + 2 * number for number in range(len(sheets))]
    ascii_widths = " ".join(["500"] * 95)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{n} 0 R' for n in pages)}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 1000/W[32[" + ascii_widths.encode() + b"]]/FontDescriptor<</Type/FontDescriptor"
        b"/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/Ascent 880/Descent -120/CapHeight 700"
        b"/ItalicAngle 0/StemV 80>>>>]/ToUnicode 4 0 R>>",
        4: _stream(_TO_UNICODE.encode()),
    }
    picture = 5 + 2 * len(sheets)
    for number, sheet in zip(pages, sheets, strict=True):
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Rotate {sheet.rotate}"
            f"/Contents {number + 1} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</I1 {picture} 0 R>>>>>>"
        ).encode()
        objects[number + 1] = _stream("\n".join(sheet.drawn).encode())
    extra = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    objects[picture] = _stream(b"\x80", extra)
    path.write_bytes(_file(objects, trailer))
    return path


def _stream(content: bytes, extra: str = "") -> bytes:
    return f"<<{extra}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for number in sorted(objects):
        out += f"{places[number]:010} 00000 n \n".encode()
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
