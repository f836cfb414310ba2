"""The sections of a sheet as typed data: what a form consists of, below one another.

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
framework  the sheet 指标体系: the indicators with their rules in words, which people may change
"""

from __future__ import annotations

from typing import Literal

from jixiao.model.fact import Kind
from jixiao.strict import Strict


class Cell(Strict, kw_only=True):
    """What every kind of cell may say about itself."""

    type: Kind = Kind.AMOUNT
    required: bool = False
    optional: bool = False  # a blank is as good as a zero: not every unit fills it in
    later: bool = False  # added to the form: workbooks made before have no cell for it, as if it were blank
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
    declines: tuple[str, ...] = ()  # filled, it says that these do not exist: terms, or what names begin with
    absent: bool = False  # what it declines is no zero: reports print a dash and compare nothing with it
    total: bool = False  # printed bold, with a rule above


class FieldsSection(Strict, kw_only=True, tag_field="kind", tag="fields"):
    fields: tuple[Field, ...]
    title: str = ""
    # filled: hidden in a workbook made without any of its entries;
    # screen: not printed, which asks that it stands last on its sheet
    shown: Literal["", "filled", "screen"] = ""


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
    optional: bool = False  # not every unit fills this row in
    unless: tuple[
        str, ...
    ] = ()  # names of rows: where one of them has a figure, a blank here is as good as a zero


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
    hidden: bool = False  # computed for the checks: nobody need see it
    # What a blank cell says: the first of these relations that finds anything
    otherwise: tuple[str, ...] = ()


class TableSection(Strict, kw_only=True, tag_field="kind", tag="table"):
    name: str
    columns: tuple[TableColumn, ...]
    rows: int = 0  # number of free rows
    framed: int = 0  # of which so many have their frame from the start, the others as they are filled; 0: all
    key: str = ""  # the column by which people tell rows apart
    within: str = ""  # the column of what a row belongs to, where keys are told apart only within it
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
    "figures",
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
    "wording",  # what is explained, and the standard
    "weight1",
    "weight2",
    "printed",  # what the printed table itself says
    # in 指标体系
    "formula",
    "method",
    "parameters",
    "relation",
    "sure",
    "doubt",
    "made_for",
    "stored",
]


WRITTEN: tuple[Held, ...] = ("measure", "score", "reason")  # what a run has to say of an indicator
NEEDED: tuple[Held, ...] = ("name", "max_score", *WRITTEN)  # without which no score table is printed
LEVELS: tuple[Held, ...] = ("level1", "level2")


class ResultColumn(Strict, kw_only=True):
    """A column of a result sheet: its heading, which also names its range, and what is written there."""

    label: str
    holds: Held
    width: float = 12
    hidden: bool = False  # for the tool alone; a workbook may lack it


Count = Literal[
    # relations, as the sheet of relations counts them
    "checks",
    "inconsistent",
    "rounding",
    "passed",
    "not_checked",
    # findings
    "error",
    "warning",
    "note",
    "explained",
]


class FindingsSection(Strict, kw_only=True, tag_field="kind", tag="findings"):
    """Counts on top, then one row per finding. The column that holds explanations is an entry column."""

    name: str  # prefix of the defined names of counts and columns
    counts: dict[Count, str]
    last_run: str  # label and, after `name`, defined name of the first sheet's line about the last run
    columns: tuple[ResultColumn, ...]
    passed_title: str
    kept_title: str
    fillers: tuple[str, ...] = ()  # words that are no explanation


class ScorecardSection(Strict, kw_only=True, tag_field="kind", tag="scorecard"):
    """The score table of the framework: laid out by the build, filled by a run.

    A framework may print other columns, or these in another order; `further`: what only such ones have.
    """

    name: str
    columns: tuple[ResultColumn, ...]
    further: tuple[ResultColumn, ...] = ()
    subtotal: str
    total: str
    grade: str


class FrameworkSection(Strict, kw_only=True, tag_field="kind", tag="framework"):
    """The framework that the workbook was made for, one row an indicator; a run reads what was changed."""

    name: str
    columns: tuple[ResultColumn, ...]
    title: str  # label and, after `name`, defined name of the cell with the framework's title
    total: str
    sum: str
    balanced: str  # said beside the sum of the weights while it is the total
    unbalanced: str
    confirmed: str  # words for “sure or not”
    unsure: str
    outside: tuple[str, ...] = ()  # how rows begin that no total counts, such as 加分项
    rows: int  # blank ones below the indicators
    choices: str  # name of the list of measures that the drop-down offers
    head: str  # defined name of the hidden cell with all but the indicators
    methods: str  # title of the list of scoring methods below the table
    grades: str  # title of the grades below the table
    no_grades: str  # said where there are none


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
    | FrameworkSection
)
