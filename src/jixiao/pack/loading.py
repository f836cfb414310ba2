"""A pack's folder -> a Pack, strictly: unknown keys and terms, doubled ids, missing basis stop here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jixiao.model.term import Group, Vocabulary, nearest
from jixiao.pack.branches import Branch, branches_of
from jixiao.pack.errors import PackError
from jixiao.pack.framework import Framework
from jixiao.pack.schema import (
    ButtonsFile,
    CheckData,
    ChecksFile,
    CodeList,
    FindingsSection,
    Form,
    ScorecardSection,
)
from jixiao.pack.vocabulary import groups_of, vocabulary_of
from jixiao.relation.binding import Bound, bind, bind_value
from jixiao.relation.functions import is_truth
from jixiao.relation.syntax import COMPARISONS, RelationError

DEFAULT = "department-overall"

T = TypeVar("T")


@dataclass(frozen=True)
class Check:
    """A check ready to be evaluated: its relation, and the conditions of `when`, all of which must hold."""

    data: CheckData
    relation: Bound
    when: tuple[Bound, ...] = ()
    file: str = "checks.toml"  # where it stands

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The table or block for whose every record the check runs."""
        return max((bound.path for bound in self.bounds), key=len)

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The relation and its conditions."""
        return self.relation, *self.when


@dataclass(frozen=True)
class Pack:
    """Everything that is particular to one report kind."""

    form: Form
    vocabulary: Vocabulary
    groups: Mapping[str, Group]
    codes: Mapping[str, CodeList]
    checks: tuple[Check, ...]
    formulas: Mapping[str, Bound]  # term of a computed cell -> its relation
    folder: Path
    reports: Path  # folder of the Word templates
    own_rules: tuple[Path, ...] = ()  # files of an accountant's own checks that were added to `checks`

    def framework(self, name: str) -> Framework:
        """Load one of the pack's indicator frameworks by its file name. Raises PackError."""
        from jixiao.pack.frameworks import load_framework

        return load_framework(self.folder / "frameworks" / f"{name}.toml", self.vocabulary)

    @property
    def framework_names(self) -> tuple[str, ...]:
        """File names of the frameworks, the default one first."""
        names = sorted(file.stem for file in (self.folder / "frameworks").glob("*.toml"))
        return tuple(sorted(names, key=lambda name: name != self.form.framework))

    @cached_property
    def names_of_codes(self) -> Mapping[str, Mapping[str, str]]:
        """Title of a code list -> code -> name, as relations look codes up."""
        return {title: codes.codes for title, codes in self.codes.items()}

    @cached_property
    def buttons(self) -> ButtonsFile:
        """The buttons that workbooks may have, the same for all packs. Raises PackError."""
        return read_toml(self.folder.parent / "buttons.toml", ButtonsFile)

    @cached_property
    def single_terms(self) -> tuple[str, ...]:
        """The terms that exist once, in the order of the form."""
        return tuple(term.name for term in self.vocabulary.values() if not term.path)

    @cached_property
    def branches(self) -> Mapping[tuple[str, ...], Branch]:
        """Terms and groups by the parts of their names: of the workbook (), of each table and block."""
        return branches_of(self.single_terms, self.groups)

    @property
    def default_unit(self) -> str:
        """What a workbook speaks in while nobody has chosen: the largest unit."""
        factors = self.form.units.factors
        return max(factors, key=factors.__getitem__)

    @property
    def workbook(self) -> Path:
        """The workbook of the last release, for people who open it from a clone."""
        return self.folder / f"{self.form.id}.xlsm"


def data_folder(name: str) -> Path:
    """A top-level data folder: inside the installed package, or beside src/ in a checkout."""
    installed = Path(__file__).parent.parent / "_packs" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / name


def pack_names() -> tuple[str, ...]:
    """The packs that are shipped."""
    return tuple(sorted(file.parent.name for file in data_folder("workbook_templates").glob("*/form.toml")))


def load_pack(name: str = DEFAULT) -> Pack:
    """Load the pack of that name. Raises PackError."""
    folder = data_folder("workbook_templates") / name
    form = read_toml(folder / "form.toml", Form)
    _check_whole(form, name)
    vocabulary = vocabulary_of(form)
    return Pack(
        form=form,
        vocabulary=vocabulary,
        groups=groups_of(form, vocabulary),
        codes={title: _code_list(folder.parent / "codes" / file) for title, file in form.lists.items()},
        checks=bind_checks(read_toml(folder / "checks.toml", ChecksFile).check, vocabulary, "checks.toml"),
        formulas=_formulas(vocabulary),
        folder=folder,
        reports=data_folder("report_templates") / name,
    )


def _check_whole(form: Form, name: str) -> None:
    """Parts of the form that need each other are there together."""
    sections = [section for sheet in form.sheets for section in sheet.sections]
    scored = any(isinstance(section, ScorecardSection) for section in sections)
    if form.id != name:
        raise PackError("form.toml", "id", f"“{form.id}” is not the name of the folder, “{name}”")
    if not any(isinstance(section, FindingsSection) for section in sections):
        raise PackError("form.toml", "sheets", "there is no section for the findings")
    parts = (form.framework, form.assessment, scored, form.report_name)
    if any(parts) and not all(parts):
        raise PackError("form.toml", "", "framework, assessment, score table and report_name go together")


def read_toml(path: Path, kind: type[T]) -> T:
    """Read a pack file into its type. Raises PackError with the id and the path of the offending key."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(path.name, "", f"cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(path.name, "", str(error)) from error
    return typed(raw, kind, path.name)


def typed(raw: Mapping[str, Any], kind: type[T], file: str) -> T:
    """What was read from a pack file, in its type. Raises PackError with the id and the path of the key."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise PackError(file, _id_of(raw, str(error)), str(error)) from error


def _id_of(raw: Mapping[str, Any], reason: str) -> str:
    """The id of the check or indicator that a validation error is about; its path only counts them."""
    place = re.search(r"`\$\.(\w+)\[(\d+)\]", reason)
    item = raw[place[1]][int(place[2])] if place else None
    return str(item.get("id", "")) if isinstance(item, dict) else ""


def bind_checks(data: Iterable[CheckData], vocabulary: Vocabulary, file: str) -> tuple[Check, ...]:
    """Tie checks to the vocabulary. Raises PackError with the id of the check."""
    checks: dict[str, Check] = {}
    for item in data:
        if item.id in checks:
            raise PackError(file, item.id, "the id occurs twice")
        try:
            relation = bind_relation(item.relation, vocabulary)
            when = tuple(bind_relation(condition, vocabulary) for condition in item.conditions)
        except RelationError as error:
            raise PackError(file, item.id, str(error)) from error
        check = checks[item.id] = Check(item, relation, when, file)
        if any(check.path[: len(bound.path)] != bound.path for bound in check.bounds):
            raise PackError(file, item.id, "“when” and the relation walk different tables")
        _check_says(check, vocabulary, file)
    return tuple(checks.values())


def _check_says(check: Check, vocabulary: Vocabulary, file: str) -> None:
    """The check's own sentence speaks of cells that can be seen from where it stands."""
    for term in re.findall(r"\{([^{}]+)\}", check.data.says):
        if term not in vocabulary:
            guess = nearest(term, vocabulary)
            hint = f"; did you mean “{guess}”?" if guess else ""
            raise PackError(file, check.data.id, f"“says” names the unknown term “{term}”{hint}")
        path = vocabulary[term].path
        if check.path[: len(path)] != path:
            raise PackError(file, check.data.id, f"“says” names “{term}”, a column of another table")


def bind_relation(text: str, vocabulary: Vocabulary) -> Bound:
    """Bind a relation that compares two sides, or joins comparisons. Raises RelationError."""
    bound = bind(text, vocabulary)
    if not is_truth(bound.expression):
        raise RelationError(f"“{text}” compares nothing; a relation needs one of {' '.join(COMPARISONS)}")
    return bound


def _formulas(vocabulary: Vocabulary) -> dict[str, Bound]:
    formulas = {}
    for term in vocabulary.values():
        if term.formula:
            try:
                formulas[term.name] = bind_value(term.formula, vocabulary)
            except RelationError as error:
                raise PackError("form.toml", term.name, str(error)) from error
    return formulas


def _code_list(path: Path) -> CodeList:
    codes = read_toml(path, CodeList)
    for code in codes.codes:
        if not (code.isascii() and code.isdigit()):
            raise PackError(path.name, code, "a code has digits only")
    return codes
