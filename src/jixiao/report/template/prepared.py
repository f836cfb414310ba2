"""A template made ready to be filled, and its form on disk: a plain zip, never a pickle."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jixiao.archives import Member, Packed, packed, packed_member, zipped
from jixiao.report.charts.originals import Original

DOCUMENT = "word/document.xml"
_ABOUT = "prepared.json"
_CODE = "code/"  # beside the parts
_CHART, _BOOK = "chart/", "book/"


@dataclass(frozen=True, slots=True)
class Prepared:
    """The parts of a Word template; those with tags also as Jinja source and as compiled code."""

    members: Mapping[str, Packed]  # every part in order; empty where `sources` has it
    sources: Mapping[str, str]  # part -> Jinja source; the document itself always
    codes: Mapping[str, bytes]  # part -> its source compiled, as marshal writes it
    breaks: tuple[str, ...]  # what a line break in a value turns into, by the number in the mark at its place
    charts: Mapping[str, Original]  # id of a relation -> the chart that a tag gives data to
    printed: tuple[str, ...]  # dotted names that the template prints

    def to_bytes(self) -> bytes:
        """The prepared template as a zip; see `from_bytes`."""
        about: dict[str, object] = {"order": list(self.members), "sources": list(self.sources)}
        about |= {"breaks": self.breaks, "printed": self.printed}
        about["charts"] = {name: chart.book_id for name, chart in self.charts.items()}
        return zipped({_ABOUT: json.dumps(about, ensure_ascii=False).encode(), **dict(self._kept())})

    def _kept(self) -> Iterator[tuple[str, Member]]:
        for name, member in self.members.items():
            yield name, self.sources[name].encode() if name in self.sources else member
        for name, code in self.codes.items():
            yield _CODE + name, code
        for name, chart in self.charts.items():
            yield _CHART + name, chart.chart
            yield _BOOK + name, chart.book


def from_bytes(content: bytes) -> Prepared:
    """Read what `to_bytes` wrote. Raises zipfile.BadZipFile, KeyError or ValueError if it is damaged."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        about = json.loads(archive.read(_ABOUT))
        sources = {name: archive.read(name).decode("utf-8") for name in about["sources"]}
        codes = {name: archive.read(_CODE + name) for name in sources}
        charts = {
            name: Original(archive.read(_CHART + name), archive.read(_BOOK + name), book_id)
            for name, book_id in about["charts"].items()
        }
        members = {
            name: FILLED_LATER if name in sources else packed_member(content, archive.getinfo(name))
            for name in about["order"]
        }
    return Prepared(members, sources, codes, tuple(about["breaks"]), charts, tuple(about["printed"]))


FILLED_LATER = packed(b"")  # in the place of a part that has a source
