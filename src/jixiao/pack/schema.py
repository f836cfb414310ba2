"""form.toml as typed data: sheets, sections and cells of one kind of workbook.

A sheet is a list of sections, laid one below the other:
  text       lines that explain
  fields     label | entry cell | hint, one per row
  grid       fixed rows x columns; the term of a cell is the column's pattern with the row's name
  table      a header and free rows, or rows printed in the form; the term of a column is table.column
  block      sections repeated `repeat` times (one fund, one project …)
  status     what the last check found
  buttons    the buttons that run the tool, and what it last answered
  relations  the sheet 勾稽关系: every relation with its verdict, computed while people type
  row_relations  the sheet of the relations that run row by row, one verdict for each row
  findings   the result sheet 校验结果, written by the tool
  scorecard  the result sheet 评分表, written by the tool
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, dataclass_transform

import msgspec

from jixiao.model.fact import Kind


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all pack data: an unknown key is an error."""


class Cell(Strict, kw_only=True):
    """What every kind of cell may say about itself."""

    type: Kind = Kind.AMOUNT
    required: bool = False
    choices: tuple[str, ...] = ()
    others: bool = False  # words outside the choices are allowed too
    list: str = ""  # title of a code list: the drop-down offers its codes (type code) or names (type text)
    negative: bool = False  # a negative number makes sense here
    note: str = ""  # shown when the cell is selected
    formula: str = ""  # computed cell: a relation over terms; {} is the row's name


class TextSection(Strict, kw_only=True, tag_field="kind", tag="text"):
    lines: tuple[str, ...]
    title: str = ""


class Field(Cell, kw_only=True):
    term: str
    label: str
    hint: str = ""  # printed at the right of the cell
    fixed: str = ""  # a locked value, such as the version of the form
    initial: str = ""  # what a new workbook starts with
    total: bool = False  # printed bold, with a rule above


class FieldsSection(Strict, kw_only=True, tag_field="kind", tag="fields"):
    fields: tuple[Field, ...]
    title: str = ""


class GridColumn(Cell, kw_only=True):
    term: str  # pattern; {} stands for the row's name
    label: str
    only: tuple[str, ...] = ()  # names of the rows that have this column; empty: all


class GridRow(Strict, kw_only=True):
    name: str
    label: str
    total: bool = False  # printed bold, with a rule above
    indent: int = 0
    negative: bool = False  # a negative number makes sense in this row


class GridSection(Strict, kw_only=True, tag_field="kind", tag="grid"):
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    title: str = ""
    corner: str = "项目"
    header: bool = True  # false for the closing rows of the table above
    label_span: int = 1  # sheet columns that the row labels take


class TableColumn(Cell, kw_only=True):
    name: str
    label: str
    preset: str = ""  # attribute of the indicator that fills the locked cell (source = "indicators")
    open_for: tuple[str, ...] = ()  # scoring methods for which the cell is an entry cell; empty: all


class TableSection(Strict, kw_only=True, tag_field="kind", tag="table"):
    name: str
    columns: tuple[TableColumn, ...]
    rows: int = 0  # number of free rows
    key: str = ""  # the column by which people tell rows apart
    source: Literal["", "indicators"] = ""
    given: tuple[dict[str, str], ...] = ()  # rows printed in the form: column -> what stands there, locked
    title: str = ""


class BlockSection(Strict, kw_only=True, tag_field="kind", tag="block"):
    name: str
    key: str  # the term by which people tell instances apart
    repeat: int
    title: str  # {} is the number of the repetition
    sections: tuple[FieldsSection | GridSection | TableSection, ...]


class StatusSection(Strict, kw_only=True, tag_field="kind", tag="status"):
    title: str


class ButtonsSection(Strict, kw_only=True, tag_field="kind", tag="buttons"):
    """Buttons by their names in buttons.toml; a workbook without macros says `without` in their place."""

    title: str
    buttons: tuple[str, ...]
    said: str  # label of what the buttons last said
    unsaid: str  # stands there until a button was clicked
    without: str


class RelationsSection(Strict, kw_only=True, tag_field="kind", tag="relations"):
    """The checks of the pack as live formulas; the only section of its sheet."""

    name: str  # prefix of the defined names of the live state


class RowRelationsSection(Strict, kw_only=True, tag_field="kind", tag="row_relations"):
    """The verdicts, row by row, of the relations that run over tables; the only section of its sheet."""


Held = Literal[
    # in 校验结果
    "severity",
    "place",
    "message",
    "stated",
    "expected",
    "difference",
    "mend",
    "explanation",
    "key",
    # in 评分表
    "level1",
    "level2",
    "name",
    "max_score",
    "standard",
    "measure",
    "score",
    "reason",
    "evidence",
]


class ResultColumn(Strict, kw_only=True):
    """A column of a result sheet: its heading, which also names its range, and what is written there."""

    label: str
    holds: Held
    width: float = 12


class FindingsSection(Strict, kw_only=True, tag_field="kind", tag="findings"):
    """Counts on top, then one row per finding. The column that holds explanations is an entry column."""

    name: str  # prefix of the defined names of counts and columns
    counts: dict[Literal["checks", "error", "warning", "note", "explained", "passed", "not_checked"], str]
    columns: tuple[ResultColumn, ...]
    passed_title: str
    kept_title: str


class ScorecardSection(Strict, kw_only=True, tag_field="kind", tag="scorecard"):
    """The score table of the framework: laid out by the build, filled by a run."""

    name: str
    columns: tuple[ResultColumn, ...]
    subtotal: str
    total: str
    grade: str


Section = (
    TextSection
    | FieldsSection
    | GridSection
    | TableSection
    | BlockSection
    | StatusSection
    | ButtonsSection
    | RelationsSection
    | RowRelationsSection
    | FindingsSection
    | ScorecardSection
)


class Sheet(Strict, kw_only=True):
    name: str
    title: str
    sections: tuple[Section, ...]
    widths: tuple[float, ...]  # of the columns, in characters
    landscape: bool = False
    note: str = ""  # one line under the title
    tab: Literal["guide", "entry", "result"] = "entry"


class Assessment(Strict, kw_only=True):
    """The table in which people judge indicators, and what its columns mean to the scoring."""

    table: str
    target: str
    actual: str
    points: tuple[str, ...]
    violations: str
    grade: str
    score: str
    evidence: str
    reason: str


class Units(Strict, kw_only=True):
    """The unit amounts are typed in: chosen once in the workbook."""

    term: str
    factors: dict[str, Decimal]  # name of the unit -> 元
    quantum: Decimal  # the last digit given, in the unit


class Form(Strict, kw_only=True):
    id: str
    version: str
    title: str
    framework: str = ""  # file name of the default framework; empty: nothing is scored
    units: Units
    assessment: Assessment | None = None  # goes with a framework
    identity: dict[Literal["id", "version", "framework"], str]  # terms of the stamp cells
    year: str  # term of the year
    unit_name: str  # term of the reporting unit's name
    report_name: str = ""  # pattern of the report's file name, over terms; empty: there is no report
    lists: dict[str, str]  # title of a code list -> file under codes/
    sheets: tuple[Sheet, ...]


class Basis(Strict, kw_only=True):
    document: str
    clause: str


class Example(Strict, kw_only=True):
    given: dict[str, str | list[str]]
    outcome: Literal["passed", "rounding", "inconsistent", "not_checked"]


class CheckData(Strict, kw_only=True):
    """One check, as checks.toml says it."""

    id: str
    title: str
    relation: str
    severity: Literal["error", "warning", "note"]
    basis: Basis
    examples: tuple[Example, ...]
    when: str | tuple[str, ...] = ()  # the check applies only where this relation holds, or all of these
    says: str = ""  # the finding in words, {term} for a value; for checks that compare no amounts
    mend: str = ""  # what to do about it, if there is more to say than “compare the cells”

    @property
    def conditions(self) -> tuple[str, ...]:
        """The relations of `when`; none for a check that always applies."""
        if isinstance(self.when, str):
            return (self.when,) if self.when else ()
        return self.when


class ChecksFile(Strict, kw_only=True):
    check: tuple[CheckData, ...]


class CodeList(Strict, kw_only=True):
    """A list of classification codes. `source` says where it comes from and how far it reaches."""

    title: str
    source: str
    years: tuple[int, int]
    complete: bool
    codes: dict[str, str]


class Button(Strict, kw_only=True):
    """A button of the first sheet and of the ribbon, and the macro behind it."""

    name: str
    caption: str
    macro: str  # a procedure of macros/JixiaoButtons.bas
    tip: str
    image: str  # an icon of Office by its imageMso name


class ButtonsFile(Strict, kw_only=True):
    """buttons.toml: the buttons, and what their macros say; shared by all packs."""

    sheet: str
    tab: str
    group: str
    limit: int  # seconds that the macro waits for the program
    button: tuple[Button, ...]
    words: dict[str, str]
