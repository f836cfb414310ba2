"""Prepared templates kept in the user's cache folder: a normal run needs no docxtpl and compiles nothing.

What is kept includes compiled code, so a folder that anybody else can write to is not used. A cache that is
broken or cannot be written is no cache.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import zipfile
import zlib
from importlib.util import MAGIC_NUMBER, find_spec
from pathlib import Path

import msgspec

from jixiao import __version__
from jixiao.files import home_folder
from jixiao.report.language.environment import ReportEnvironment
from jixiao.report.template.prepared import Prepared, from_bytes

_SUM = hashlib.sha256().digest_size
_HERE = Path(__file__).parent
PREPARED_HERE = (_HERE, *(_HERE.parent / room for room in ("", "word", "language", "charts")))
PREPARED_BY = ("docxtpl", "jinja2", "lxml")  # whose change makes a prepared template stale


def prepared_template(template: bytes, style: bytes, name: str, environment: ReportEnvironment) -> Prepared:
    """The template made ready: from the cache if it is there, else prepared and kept.

    `style` is the text of report.toml, whose names are compiled in. Raises TemplateError.
    """
    file = cache_folder() / f"{_key(template, style)}.template"
    prepared = _read(file)
    if prepared is None:
        from jixiao.report.template.preparing import prepare

        prepared = prepare(template, name, environment)
        _write(file, prepared.to_bytes())
    return prepared


def cache_folder() -> Path:
    """Where the user's programs keep what they can make again."""
    if chosen := os.environ.get("JIXIAO_CACHE"):
        return Path(chosen)
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "jixiao"
    return home_folder() / ".cache" / "jixiao"


def _key(template: bytes, style: bytes) -> str:
    versions = "\n".join((__version__, _own_code(), *map(_installed, PREPARED_BY)))
    parts = (versions.encode(), MAGIC_NUMBER, template, style)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _own_code() -> str:
    """What tells one state of the modules that prepare templates from another, while they are worked on."""
    files = (file for folder in PREPARED_HERE for file in os.scandir(folder) if file.name.endswith(".py"))
    return repr(sorted((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files))


def _installed(package: str) -> str:
    """Name and version, by the folder beside a package: importlib.metadata takes 10 ms to import."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return package
    beside = Path(spec.origin).parent.parent.glob(f"{package}-*.dist-info")
    return " ".join(sorted(folder.name for folder in beside))


def _read(file: Path) -> Prepared | None:
    try:
        if not _private(file.parent):
            return None
        content = file.read_bytes()
        return from_bytes(content[_SUM:]) if _sum(content[_SUM:]) == content[:_SUM] else None
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, msgspec.DecodeError):
        return None


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: two runs may write at the same time."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _private(file.parent):
            with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as temporary:
                temporary.write(_sum(content) + content)
            Path(temporary.name).replace(file)
    except OSError:
        return


def _sum(content: bytes) -> bytes:
    """What stands in front of what is kept: a byte that has changed on the disk shows."""
    return hashlib.sha256(content).digest()


def _private(folder: Path) -> bool:
    """On Windows the folder under LOCALAPPDATA is the user's own."""
    if sys.platform == "win32":
        return True
    about = folder.stat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022
