"""When a file was saved last, as the file itself says."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import Package

_CORE = "docProps/core.xml"
_CHINA = timezone(timedelta(hours=8))


def last_saved(package: Package) -> str:
    """When the file was saved last, as an office program wrote into it: by the clocks of China; empty if not.

    ISO 8601 without a zone. Programs write UTC and say so; a time without a zone is taken as it stands.
    """
    if not package.has(_CORE):
        return ""
    try:
        written = package.xml(_CORE).findtext("{http://purl.org/dc/terms/}modified") or ""
        moment = datetime.fromisoformat(written)
    except (UnusableInput, ValueError):
        return ""
    return moment.astimezone(_CHINA).replace(tzinfo=None).isoformat() if moment.tzinfo else moment.isoformat()
