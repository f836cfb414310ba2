"""A pack's folder -> a Pack, strictly: unknown keys and terms, doubled ids, missing basis stop here."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path

from jixiao.model.term import Term, Vocabulary
from jixiao.pack.buttons import BUTTONS, ButtonsFile
from jixiao.pack.checks_file import Ground
from jixiao.pack.codes import load_codes
from jixiao.pack.declarations import declarations_of
from jixiao.pack.errors import PackError, lying_in
from jixiao.pack.form import Form
from jixiao.pack.form_proof import (
    prove_assessment,
    prove_buttons,
    prove_report_name,
    prove_sheets,
    prove_units,
)
from jixiao.pack.incomplete import with_waits
from jixiao.pack.pack import Pack
from jixiao.pack.sections import ButtonsSection, ScorecardSection
from jixiao.pack.shared_checks import load_checks
from jixiao.pack.shared_sheets import with_shared_sheets
from jixiao.pack.toml_file import Files, files_in, read_toml
from jixiao.pack.vocabulary import groups_of, vocabulary_of
from jixiao.relation.binding import Bound, bind_value
from jixiao.relation.reads import reads
from jixiao.relation.syntax import RelationError
from jixiao.strict import Keys

DEFAULT = "department-overall"


def data_folder(name: str) -> Path:
    """A top-level data folder: inside the installed package, or beside src/ in a checkout."""
    installed = Path(__file__).parent.parent / "_packs" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / name


def pack_names() -> tuple[str, ...]:
    """The packs that are shipped."""
    return tuple(sorted(file.parent.name for file in data_folder("workbook_templates").glob("*/form.toml")))


def load_pack(name: str = DEFAULT) -> Pack:
    """The pack of that name. Raises PackError."""
    folder = data_folder("workbook_templates") / name
    files = files_in(folder, folder.parent / "codes", folder.parent)
    return _unchanged(folder, data_folder("report_templates") / name, files)


@lru_cache(maxsize=16)
def _unchanged(folder: Path, reports: Path, files: Files) -> Pack:
    """Loaded once in a process, and again when one of the files was changed."""
    with lying_in(folder):
        return _loaded(folder, reports)


def _loaded(folder: Path, reports: Path) -> Pack:
    form = read_toml(folder / "form.toml", Form)
    _check_whole(form, folder.name)
    vocabulary = vocabulary_of(form)
    _check_terms(form, vocabulary)
    prove_report_name(form.report_name, vocabulary)
    codes = {title: load_codes(folder.parent / "codes" / file) for title, file in form.lists.items()}
    groups = groups_of(form, vocabulary)
    if form.assessment:
        prove_assessment(form.assessment, groups)
    checks = with_waits(load_checks(form, folder, Ground(vocabulary, codes)), form, vocabulary)
    row_by_row = any(check.path and not groups[check.path[-1]].repeat for check in checks)
    whole = with_shared_sheets(form, folder.parent, row_by_row=row_by_row)
    _check_sheets(form, whole, folder.parent)
    return Pack(
        form=whole,
        vocabulary=vocabulary,
        groups=groups,
        codes=codes,
        checks=checks,
        formulas=_formulas(vocabulary),
        stand_ins=_stand_ins(vocabulary),
        declarations=declarations_of(form, vocabulary, groups),
        folder=folder,
        reports=reports,
    )


def _check_whole(form: Form, name: str) -> None:
    """Parts of the form that need each other are there together."""
    prove_units(form.units)
    scored = any(form.sections(ScorecardSection))
    if form.id != name:
        raise PackError("form.toml", "", f"“{form.id}” is not the name of the folder, “{name}”", ("id",))
    parts = (form.framework, form.assessment, scored, form.report_name)
    if any(parts) and not all(parts):
        raise PackError("form.toml", "", "framework, assessment, score table and report_name go together")
    for key in ("id", "version", *(["framework"] if form.framework else [])):
        if key not in form.identity:
            raise PackError("form.toml", "", f"“identity” lacks “{key}”", ("identity",))


def _check_sheets(form: Form, whole: Form, templates: Path) -> None:
    """Its own sheets can stand beside those that all workbooks share, and its buttons are known."""
    shared = [sheet.name for sheet in whole.sheets if sheet not in form.sheets]
    if any(form.sections(ButtonsSection)):
        buttons = read_toml(templates / BUTTONS, ButtonsFile)
        prove_buttons(form, tuple(button.name for button in buttons.button))
        shared.append(buttons.sheet)
    prove_sheets(form, shared)


def _check_terms(form: Form, vocabulary: Vocabulary) -> None:
    """What the head of the form names are terms of its sheets."""
    named: dict[Keys, str] = {
        ("year",): form.year,
        ("unit_name",): form.unit_name,
        **({("unit_code",): form.unit_code} if form.unit_code else {}),
        **({("units", "summed"): form.units.summed} if form.units.summed else {}),
        ("units", "term"): form.units.term,
        **_of_transfers(form),
        **{("identity", key): term for key, term in form.identity.items()},
    }
    for at, term in named.items():
        if term not in vocabulary or vocabulary[term].path:
            raise PackError("form.toml", term, "it is no single cell of the form", at)


def _of_transfers(form: Form) -> dict[Keys, str]:
    said = form.transfers
    terms = (said.of, *said.budgets, *said.terms) if said else ()
    return {("transfers", number): term for number, term in enumerate(terms)}


def _formulas(vocabulary: Vocabulary) -> dict[str, Bound]:
    """Computed in the order of the form, when all that is typed or found is there."""
    terms = (term for term in vocabulary.values() if term.formula)
    found = {term.name: _bound(term.formula, term, vocabulary) for term in terms}
    _prove_order({name: (bound,) for name, bound in found.items()}, found.keys(), vocabulary)
    return found


def _stand_ins(vocabulary: Vocabulary) -> dict[str, tuple[Bound, ...]]:
    """Found in the order of the form, before anything is computed."""
    terms = [term for term in vocabulary.values() if term.otherwise]
    found = {term.name: tuple(_bound(text, term, vocabulary) for text in term.otherwise) for term in terms}
    computed = {term.name for term in vocabulary.values() if term.formula}
    _prove_order(found, found.keys() | computed, vocabulary)
    return found


def _prove_order(
    found: Mapping[str, tuple[Bound, ...]], later: AbstractSet[str], vocabulary: Vocabulary
) -> None:
    """What a cell follows from is there before it; else it would follow from blanks, in silence."""
    for name, bounds in found.items():
        read = {part.term for bound in bounds for part in reads(bound.expression, vocabulary)}
        for missing in sorted(read & later):
            raise PackError("form.toml", name, f"it follows from “{missing}”, which is computed after it")
        later = later - {name}


def _bound(text: str, term: Term, vocabulary: Vocabulary) -> Bound:
    try:
        return bind_value(text, vocabulary)
    except RelationError as error:
        raise PackError("form.toml", term.name, str(error)) from error
