"""A zip with which somebody without internet can install the program.

python offline/bundle.py OUT [--python 3.12 | --embed python-3.x.y-embed-amd64.zip | --this-machine]

By default it is for 64-bit Windows; with --this-machine for the machine on which it is made. Inside: the
wheels, what installs them, workbooks and Word templates, the manual pages, and a page to read first. With
--embed it brings the interpreter, too, and the wheels are installed beside it.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import wheels
from embedding import Embeddable
from wheels import ROOT

HERE = Path(__file__).parent
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes
READ_FIRST = "先读我.txt"
VERSION = re.compile(r"3\.\d+")


def main() -> None:
    """Make one zip and print its path."""
    parser = argparse.ArgumentParser(description="Make the zip for an installation without internet.")
    parser.add_argument("out", type=Path, help="the folder in which the zip is put")
    parser.add_argument("--python", default="3.12", help="the CPython on the other machine (default: 3.12)")
    parser.add_argument("--this-machine", action="store_true", help="for this system and this Python")
    parser.add_argument("--embed", type=Path, help="python.org's embeddable zip, to be brought along")
    parser.add_argument("--embed-sha256", default="", help="what its SHA-256 must be")
    arguments = parser.parse_args()
    if not VERSION.fullmatch(arguments.python):
        parser.error(f"not a version such as 3.12: {arguments.python}")
    if arguments.this_machine:
        print(make(wheels.this_machine(), arguments.out, "this-machine", installer("posix")))
        return
    own = Embeddable(arguments.embed, arguments.embed_sha256) if arguments.embed else None
    if own:
        print(f"{own.path.name}: Python {own.python}, SHA-256 {own.sha256}")
    python = own.python if own else arguments.python
    name = f"windows-{'with-' if own else ''}python{python}"
    step = "brings-python" if own else "needs-python"
    print(make(wheels.windows(python), arguments.out, name, installer("windows", python, step), own))


def installer(system: str, python: str = "", step: str = "") -> dict[str, bytes]:
    """What installs, and the page to read first; made for Windows' own programs where that is the system."""
    first = (HERE / "read-first" / f"{step}.txt").read_text(encoding="utf-8") if step else ""
    files = {}
    for path in sorted(path for path in (HERE / system).rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8").replace("@PYTHON_STEP@", first).replace("@PYTHON@", python)
        text = text.replace("@COMMA@", python.replace(".", ", ")).replace("@DIGITS@", python.replace(".", ""))
        if system == "windows":
            text = text.replace("\n", "\r\n")
        name = path.relative_to(HERE / system).as_posix()
        # Windows' editor knows UTF-8 by its mark; cmd, and a window with a message, must not see one
        files[name] = text.encode("utf-8-sig" if name == READ_FIRST else "utf-8")
    return files


def make(
    target: wheels.Target, out: Path, name: str, files: dict[str, bytes], own: Embeddable | None = None
) -> Path:
    """Collect everything and write the zip; its path."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as room:
        wheels.collect(target, Path(folder))
        [wheel] = Path(folder).glob("jixiao-*.whl")
        version = wheel.name.split("-")[1]
        top = f"jixiao-{version}-offline-{name}"
        zipped = out / f"{top}.zip"
        program = own.with_wheels(Path(folder), target, Path(room)) if own else _wheels(Path(folder))
        with ZipFile(zipped, "w") as archive:
            for inside, content in sorted({**files, **dict(_contents()), **dict(program)}.items()):
                archive.writestr(_entry(f"{top}/{inside}"), content)
    return zipped


def _wheels(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.glob("*.whl"):
        yield f"wheels/{path.name}", path.read_bytes()


def _contents() -> Iterator[tuple[str, bytes]]:
    for path in (*ROOT.glob("workbook_templates/*/*.xls[mx]"), *ROOT.glob("report_templates/*/*.docx")):
        yield f"模板/{path.parent.name}/{path.name}", path.read_bytes()
    for path in (*ROOT.glob("docs/*.zh-CN.md"), *ROOT.glob("docs/**/*.png")):
        yield f"手册/{path.relative_to(ROOT / 'docs').as_posix()}", path.read_bytes()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, LONG_AGO)
    entry.compress_type = ZIP_STORED if name.endswith((".whl", ".png")) else ZIP_DEFLATED
    entry.external_attr = (0o755 if name.endswith((".sh", ".cmd")) else 0o644) << 16
    return entry


if __name__ == "__main__":
    main()
