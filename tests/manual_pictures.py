"""The pictures of the manual: what LibreOffice shows and prints of the real sample, and what commands say.

python tests/manual_pictures.py [OUT]      (make manual-pictures; less than a minute)
"""

import json
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import office
from excel.pressing import SYSTEM_PYTHON, Bench, ended, running
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from manual_console import consoles
from PIL import Image, ImageChops, ImageOps
from workbook.books import sample, typed

from jixiao.faces.excel.launcher import posix_text
from jixiao.frameworks.made.own_framework import own_framework
from jixiao.frameworks.made.remaking import remade_for
from jixiao.pack.loading import load_pack
from jixiao.pipeline import run
from jixiao.tracing import write_trace

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SCREEN = "1400x1000x24"
COLOURS, DPI, MARGIN = 64, 80, 16  # pixels of paper that are left around what is printed
EXPLANATION = "年中按财政局批复追加基本支出预算22.52万元，已列入全年预算。"


@dataclass(frozen=True)
class Shot:
    """A sheet on the screen; `row` is the first that is shown, `macro` a button, `typed` what the cell gets.

    Of a text, `row` is the page.
    """

    name: str
    sheet: str
    cell: str = "A1"
    row: int = 1
    zoom: int = 100
    size: tuple[int, int] = (1200, 760)
    macro: str = ""
    bars: tuple[int, int] = (0, 0)  # height of the office's own bars, which a message brings back
    typed: str = ""


@dataclass(frozen=True)
class Page:
    """The first page of a document that says so."""

    name: str
    says: str


BEFORE = (
    Shot("first-sheet", "填报说明", size=(1080, 780)),
    Shot("message", "填报说明", size=(1000, 560), macro="MakeReport", bars=(20, 22)),
    Shot("unit", "单位概况", "B11", size=(960, 600)),
    Shot("broken-cell", "社会保险基金", "B33", row=21, size=(1000, 640)),
    Shot("live-relations", "勾稽关系", "A30", row=28, zoom=90, size=(1380, 560)),
    Shot("self-assessment", "指标自评", "H5", zoom=80, size=(1380, 600)),
)
AFTER = (
    Shot("findings", "校验结果", "B8", zoom=80, size=(1380, 420)),
    Shot("explanation", "校验结果", "H9", zoom=80, size=(1380, 420), typed=EXPLANATION),
    Shot("scores", "评分表", "A5", zoom=85, size=(1300, 620)),
)
FIGURES = (Shot("figures", "取数表", size=(1380, 460), zoom=80),)
REPORT = (
    Page("report-first", "部门整体支出绩效评价报告"),
    Page("report-text", "二、部门整体收支情况"),
    Page("report-chart", "支出按功能分类（万元）"),
    Page("report-annex", "绩效评价指标评分表"),
)
HERS = (
    Shot("framework-sheet", "指标体系", "I10", zoom=70, size=(1380, 480)),
    Shot("framework-scores", "评分表", "A5", zoom=80, size=(1380, 520)),
)
CHANGED = (Shot("framework-changed", "校验结果", "B10", row=10, zoom=80, size=(1380, 420)),)
TRACED = (Shot("trace", "", zoom=80, size=(1000, 720)),)


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="jixiao-pictures-") as place:
        folder = Path(place)
        fresh, used = _book(folder / "填写"), _book(folder / "运行")
        done = run(used)
        traced, figures = write_trace(done)
        hers, changed = _by_her_table(folder / "评分表")
        books = ((fresh, BEFORE), (used, AFTER), (figures, FIGURES), (hers, HERS), (changed, CHANGED))
        _screens((*books, (traced, TRACED)), folder, out)
        _pages(done.report, out)
        for name, picture in consoles(_book(folder / "命令")):
            _save(picture, out / f"{name}.png")


def _book(folder: Path) -> Path:
    """The sample, filled and never run."""
    folder.mkdir()
    path = folder / "我单位2022.xlsm"
    path.write_bytes(sample())
    return path


def _by_her_table(folder: Path) -> tuple[Path, Path]:
    """The sample made anew for a score table that was handed out; a copy with a row that was confirmed."""
    book = _book(folder)
    table = make_docx((TABLES / "either-or.txt").read_text(encoding="utf-8"), folder / "评分表.docx")
    pack = load_pack()
    hers = remade_for(book, own_framework(table, pack).framework, pack).path
    changed = hers.with_name("改过.xlsm")
    changed.write_bytes(typed(hers.read_bytes(), {"指标体系.是否核对#4": "已核对"}))
    for each in (hers, changed):
        run(each)
    return hers, changed


def _screens(books: tuple[tuple[Path, tuple[Shot, ...]], ...], folder: Path, out: Path) -> None:
    (folder / "bench").mkdir()
    with _display(folder) as (display, buffer), running(folder / "bench", display) as bench:
        bench.install(posix_text(sys.executable))
        _photograph(books, bench, buffer, folder)
    for shot in (shot for _, shots in books for shot in shots):
        box = (0, shot.bars[0], shot.size[0], shot.size[1] - shot.bars[1])
        _save(_dumped(folder / shot.name).crop(box), out / f"{shot.name}.png")


def _photograph(
    books: tuple[tuple[Path, tuple[Shot, ...]], ...], bench: Bench, buffer: Path, folder: Path
) -> None:
    orders = {
        "pipe": bench.pipe,
        "screen": str(buffer),
        "books": [
            (str(path), [asdict(shot) | {"out": str(folder / shot.name)} for shot in shots])
            for path, shots in books
        ],
    }
    script = Path(__file__).with_name("manual_screen.py")
    command = [SYSTEM_PYTHON, str(script), json.dumps(orders)]
    subprocess.run(command, env=dict(bench.environment), check=True, timeout=300)


@contextmanager
def _display(folder: Path) -> Iterator[tuple[str, Path]]:
    """A virtual screen, and the file that is its frame buffer."""
    number = folder / "display"
    options = f'-noreset -displayfd 3 -screen 0 {SCREEN} -fbdir "{folder}"'
    with ended(["sh", "-c", f'exec Xvfb {options} 3>"{number}"'], {"PATH": "/usr/bin:/bin"}):
        subprocess.run(["sh", "-c", f'until [ -s "{number}" ]; do sleep 0.1; done'], check=True, timeout=20)
        yield f":{number.read_text().strip()}", folder / "Xvfb_screen0"


def _dumped(file: Path) -> Image.Image:
    """A copy of the frame buffer: an X window dump of 32 bits a pixel, the header's numbers big-endian."""
    content = file.read_bytes()
    head = struct.unpack(">25I", content[:100])
    start, width, height, per_line = head[0] + 12 * head[19], head[4], head[5], head[12]
    return Image.frombuffer("RGB", (width, height), content[start:], "raw", "BGRX", per_line, 1)


def _pages(report: Path, out: Path) -> None:
    folder = report.parent / "pages"
    [pdf] = office.to_pdf([report], folder)
    printed = office.pictures(pdf, folder, DPI)
    said = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True)
    texts = ["".join(text.split()) for text in said.stdout.split("\f")]
    for page in REPORT:
        number = next(number for number, text in enumerate(texts) if page.says in text)
        _save(_framed(Image.open(printed[number])), out / f"{page.name}.png")


def _framed(page: Image.Image) -> Image.Image:
    """What is printed, with a margin of paper and a grey edge."""
    paper = page.convert("RGB")
    left, top, right, bottom = ImageChops.invert(paper).getbbox() or (0, 0, *paper.size)
    inside = paper.crop((left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN))
    return ImageOps.expand(inside, border=1, fill="#999999")


def _save(picture: Image.Image, path: Path) -> None:
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}  {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
