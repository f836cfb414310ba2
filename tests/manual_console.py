"""Pictures of a command window with what the commands really say, for the pages about work without macros."""

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unicodedata import east_asian_width

from frameworks.invented import make_docx
from frameworks.projection import TABLES
from PIL import Image, ImageDraw, ImageFont

FONT, MONO_SC = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 7  # a collection; its seventh face
SIZE, LINE, EDGE, COLUMNS = 15, 23, 14, 112
PAPER, INK, PROMPT = "#0c0c0c", "#cccccc", "#f2f2f2"
COMMAND = [sys.executable, "-m", "jixiao"]
LIMIT = 60.0  # seconds that watching may take


def consoles(book: Path) -> Iterator[tuple[str, Image.Image]]:
    """The windows of the drop target, of a watched folder, and of a score table that is read."""
    folder = book.with_name("绩效")
    folder.mkdir()
    copy = Path(shutil.copy(book, folder))
    said = subprocess.run(
        [*COMMAND, "excel", "dropped", copy.name], cwd=folder, capture_output=True, check=False
    )
    yield "dropped", window("", [*said.stdout.decode().splitlines(), "请按任意键继续. . ."])
    yield "watch", window("jixiao watch 绩效", _watched(book, copy))
    yield "framework-read", window("jixiao framework read 评分表.docx", _read_table(folder))


def _read_table(folder: Path) -> list[str]:
    """What is understood of a score table, from its first level on."""
    make_docx((TABLES / "either-or.txt").read_text(encoding="utf-8"), folder / "评分表.docx")
    command = [*COMMAND, "framework", "read", "评分表.docx"]
    said = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout.decode().splitlines()
    return [line for line in said if line]


def _watched(fresh: Path, copy: Path) -> list[str]:
    """What is said while the workbook is saved again; ended as with Ctrl+C."""
    command = [*COMMAND, "watch", copy.parent.name]
    with subprocess.Popen(
        command, cwd=copy.parent.parent, stdout=subprocess.PIPE, encoding="utf-8"
    ) as watching:
        assert watching.stdout
        lines = [watching.stdout.readline().rstrip()]
        time.sleep(1)  # people do not save in the second in which they begin
        shutil.copy(fresh, copy)
        lines.append(watching.stdout.readline().rstrip())
        watching.send_signal(signal.SIGINT)
        rest, _ = watching.communicate(timeout=LIMIT)
    said = "\n".join([*lines, *rest.splitlines()]).replace(str(copy.parent), "D:\\绩效")
    return re.sub(r"^\d\d:\d\d:\d\d", "17:03:26", said, flags=re.MULTILINE).splitlines()


def window(command: str, lines: list[str]) -> Image.Image:
    """A command window: the prompt with the command, if one was typed, and the lines, broken at its width."""
    typed = [f"D:\\>{command}"] if command else []
    shown = [(line, PROMPT) for line in typed]
    shown += [(piece, INK) for line in lines for piece in _broken(line)]
    font = ImageFont.truetype(FONT, SIZE, index=MONO_SC)
    picture = Image.new("RGB", (COLUMNS * SIZE // 2 + 2 * EDGE, len(shown) * LINE + 2 * EDGE), PAPER)
    draw = ImageDraw.Draw(picture)
    for number, (line, colour) in enumerate(shown):
        draw.text((EDGE, EDGE + number * LINE), line, font=font, fill=colour)
    return picture


def _broken(line: str) -> Iterator[str]:
    """The line in pieces as wide as the window; a Chinese character takes two columns."""
    piece, width = "", 0
    for sign in line:
        wide = 2 if east_asian_width(sign) in "WFA" else 1  # curly quotes are wide in this font
        if width + wide > COLUMNS:
            yield piece
            piece, width = "", 0
        piece, width = piece + sign, width + wide
    yield piece
