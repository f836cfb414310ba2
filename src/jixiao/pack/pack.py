"""A template pack: everything that is particular to one report kind, loaded and tied together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jixiao.model.listed_codes import ListedCodes
from jixiao.model.term import Group, Vocabulary
from jixiao.pack.buttons import BUTTONS, ButtonsFile
from jixiao.pack.check import Check
from jixiao.pack.checks_file import Ground
from jixiao.pack.codes import CodeList, CodeTable, code_table
from jixiao.pack.declarations import Declaration
from jixiao.pack.form import Form
from jixiao.pack.sections import FindingsSection, TableSection
from jixiao.pack.toml_file import read_toml
from jixiao.pack.vocabulary import Branch, branches_of
from jixiao.relation.binding import Bound

if TYPE_CHECKING:
    from jixiao.pack.framework import Framework


class Pack(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Everything that is particular to one report kind. Equal is only what is the same: packs are keys."""

    form: Form
    vocabulary: Vocabulary
    groups: Mapping[str, Group]
    codes: Mapping[str, CodeList]
    checks: tuple[Check, ...]
    formulas: Mapping[str, Bound]  # term of a computed cell -> its relation
    stand_ins: Mapping[str, tuple[Bound, ...]]  # term of an entry cell -> what it says while it is blank
    declarations: tuple[Declaration, ...]
    folder: Path
    reports: Path  # folder of the Word templates
    own_rules: tuple[Path, ...] = ()  # files of an accountant's own checks that were added to `checks`

    def framework(self, name: str) -> Framework:
        """Load one of the pack's indicator frameworks by its file name. Raises PackError."""
        from jixiao.pack.frameworks import load_framework  # many packs score nothing

        return load_framework(self.folder / "frameworks" / f"{name}.toml", self.vocabulary)

    def framework_titled(self, title: str) -> Framework | None:
        """The pack's framework of that title; None if it has none. Raises PackError."""
        from jixiao.pack.frameworks import framework_titled

        return framework_titled(title, self.framework_files, self.vocabulary)

    @property
    def framework_titles(self) -> Mapping[str, str]:
        """Title of a framework -> the name of its file; half-done ones are left out."""
        from jixiao.pack.frameworks import titles_of

        return titles_of(self.framework_files)

    @property
    def framework_files(self) -> tuple[Path, ...]:
        """The files of the frameworks, the default one first."""
        files = sorted((self.folder / "frameworks").glob("*.toml"))
        return tuple(sorted(files, key=lambda file: file.stem != self.form.framework))

    @property
    def framework_names(self) -> tuple[str, ...]:
        """The names of these files, by which a command chooses one."""
        return tuple(file.stem for file in self.framework_files)

    @property
    def ground(self) -> Ground:
        """What checks of this pack may speak of."""
        return Ground(self.vocabulary, self.codes)

    @cached_property
    def asked_figures(self) -> tuple[str, ...]:
        """The single figures that a report speaks of: where there is nothing, a zero has to say so."""
        if not self.form.report_name:
            return ()
        single = (term for term in self.vocabulary.values() if not term.path and term.kind.numeric)
        return tuple(term.name for term in single if not (term.formula or term.optional))

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """Id that a check had before -> the id that it has now."""
        return {old: check.data.id for check in self.checks for old in check.data.was}

    @cached_property
    def names_of_codes(self) -> Mapping[str, ListedCodes]:
        """The code lists by their titles, as relations look codes up."""
        return {title: codes.codes for title, codes in self.codes.items()}

    @cached_property
    def code_tables(self) -> Mapping[str, CodeTable]:
        """The tables whose rows are told apart by codes of a list that people type."""
        tables = self.form.sections(TableSection)
        return {table.name: found for table in tables if (found := code_table(table))}

    @cached_property
    def buttons(self) -> ButtonsFile:
        """The buttons that workbooks may have, the same for all packs. Raises PackError."""
        return read_toml(self.folder.parent / BUTTONS, ButtonsFile)

    @cached_property
    def single_terms(self) -> tuple[str, ...]:
        """The terms that exist once, in the order of the form."""
        return tuple(term.name for term in self.vocabulary.values() if not term.path)

    @cached_property
    def branches(self) -> Mapping[tuple[str, ...], Branch]:
        """Terms and groups by the parts of their names: of the workbook (), of each table and block."""
        return branches_of(self.single_terms, self.groups)

    @cached_property
    def presets(self) -> Mapping[str, str]:
        """Columns that a framework fills in -> the attribute of the indicator that stands there."""
        tables = (table for table in self.form.sections(TableSection) if table.source)
        return {f"{table.name}.{c.name}": c.preset for table in tables for c in table.columns if c.preset}

    @cached_property
    def fillers(self) -> frozenset[str]:
        """Words that people write where a reason is asked for, and that are none."""
        found = next(self.form.sections(FindingsSection), None)
        return frozenset(found.fillers if found else ())

    @property
    def default_unit(self) -> str:
        """What a workbook speaks in while nobody has chosen: the largest unit."""
        factors = self.form.units.factors
        return max(factors, key=factors.__getitem__)

    @property
    def workbook(self) -> Path:
        """The workbook of the last release, for people who open it from a clone."""
        return self.folder / f"{self.form.id}.xlsm"
