"""Measure the import of a PDF: nine tables on about thirty pages, against the reading of its characters.

    python tests/benchmarks/import_pdf.py [--strict]

The best of some rounds in turn counts; only the ratio means anything beyond this machine. `--strict` exits
with 1 if it is not under three, or if the memory of Python's objects grows beyond a bound.
"""

import argparse
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from balanced_accounts import AccountsYear
from importing.papers import write_pdf
from importing.published import Layout, Style
from pypdfium2 import PdfDocument

from jixiao.documents.pdf.characters import read_characters
from jixiao.importing.importing import read_tables
from jixiao.importing.recognising import PACK
from jixiao.pack.loading import load_pack

ROUNDS = 15
RATIO = 3.0
MEMORY = 64  # MB


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a bound is missed")
    strict = parser.parse_args().strict
    with tempfile.TemporaryDirectory() as folder:
        pages = Layout(AccountsYear(1, funds=True).filling("元"), Style(unit="元")).pages()
        path = write_pdf(Path(folder) / "决算.pdf", pages, rows=11)
        pack = load_pack(PACK)
        jobs = (lambda: _characters(path), lambda: read_tables([path], pack))
        rounds = [[_seconds(job) for job in jobs] for _ in range(ROUNDS)]
        floor, ours = map(min, zip(*rounds, strict=True))
        memory = _memory(jobs[1])
        count = len(PdfDocument(path))
        print(f"{count} pages: {1000 * ours:.0f} ms, {ours / floor:.1f} x the characters, {memory:.0f} MB")
    return int(strict and (ours >= RATIO * floor or memory >= MEMORY))


def _characters(path: Path) -> int:
    document = PdfDocument(path.read_bytes())
    pages = (document[number] for number in range(len(document)))
    return sum(len(read_characters(page, page.get_textpage())[0]) for page in pages)


def _seconds(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def _memory(job: Callable[[], object]) -> float:
    tracemalloc.start()
    job()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


if __name__ == "__main__":
    sys.exit(main())
