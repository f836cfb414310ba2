"""Reports audited where they lie: marked copies and lists are written beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from jixiao.audit_results.audit_list import write_list
from jixiao.audit_results.audited_file import AuditedFile, AuditOrder
from jixiao.audit_results.many import audited_files
from jixiao.audit_results.reports_below import labels, list_file


class AuditedBeside(msgspec.Struct, frozen=True):
    """What came of the reports, in their order within each folder, and the list of each folder.

    `remarks`: what has to be said about earlier lists.
    """

    done: tuple[AuditedFile, ...]
    lists: tuple[Path, ...]
    remarks: tuple[str, ...] = ()


def audited_beside(reports: Sequence[Path]) -> AuditedBeside:
    """Audit reports, each once. Raises OSError, UnusableInput if a list cannot be written."""
    done: list[AuditedFile] = []
    lists: list[Path] = []
    remarks: list[str] = []
    for folder in dict.fromkeys(report.parent for report in reports):
        files = list(dict.fromkeys(report for report in reports if report.parent == folder))
        names = labels(files)
        orders = [AuditOrder(str(file), str(folder), name) for file, name in zip(files, names, strict=True)]
        here = list(audited_files(orders))
        lists += write_list(list_file(folder, names[0] if len(names) == 1 else ""), here, remarks.append)
        done += here
    return AuditedBeside(tuple(done), tuple(lists), tuple(remarks))
