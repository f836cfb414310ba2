"""What units of one department pay each other is taken out of their sum: of both sides the smaller one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.desk.rollup.adding import Member
from jixiao.desk.rollup.total import Total
from jixiao.pack.rollup_file import Elimination

ZERO = Decimal(0)


class Eliminated(msgspec.Struct, frozen=True):
    """One kind of transfer within a department, in 元.

    `received` and `paid`: what each unit says; `taken`: the amount that was taken out of both; `left`: the
    tables whose rows still contain it, as nobody has named the row; `unfit`: those of which the named row
    is not there, is none of the lowest level or has less than the amount, each with this reason. `rows`: the
    code of the row it was taken out of, for each table.
    """

    department: str
    label: str
    taken: Decimal
    received: Mapping[str, Decimal]
    paid: Mapping[str, Decimal]
    terms: tuple[str, ...]
    left: tuple[str, ...] = ()
    unfit: tuple[tuple[str, str], ...] = ()
    rows: Mapping[str, str] = {}

    @property
    def gap(self) -> Decimal:
        """How much more is received than paid; negative where more is paid."""
        return sum(self.received.values(), ZERO) - sum(self.paid.values(), ZERO)


def eliminate(
    total: Total,
    department: str,
    members: Sequence[Member],
    eliminations: Sequence[Elimination],
    rows: Mapping[str, Sequence[str]],
    office: Member | None = None,
) -> tuple[Total, list[Eliminated]]:
    """The sum without the transfers between its members, and what was taken out.

    `rows` gives for a table the codes of rows in which transfers may stand; one of them has to fit. The rows
    above it contain them too.
    `office`: which member is the department's own office, if that is known: transfers are between it and
    the others; what a unit pays to units of its own is another matter.
    """
    done, sides = [], _sides(members, eliminations)
    for rule in eliminations:
        received = _said(rule.received, _on_side(sides, office, at_office=rule.office == "received"))
        paid = _said(rule.paid, _on_side(sides, office, at_office=rule.office == "paid"))
        taken = min(sum(received.values(), ZERO), sum(paid.values(), ZERO))
        if taken <= 0 and not (received or paid):
            continue
        taken = max(taken, ZERO)
        terms = (rule.received, rule.paid, *(term for term in rule.totals if term in total.figures))
        chosen = {name: _chosen(total, name, rows.get(name, ()), rule, taken) for name in rule.rows if taken}
        total = replace(
            total,
            figures={
                **total.figures,
                **{term: total.figures[term] - taken for term in terms if term in total.figures},
            },
        )
        for name, (code, _) in chosen.items():
            if code:
                total = _without(total, name, code, rule.columns, taken)
        used = {name: code for name, (code, _) in chosen.items() if code}
        unfit = tuple((name, why) for name, (code, why) in chosen.items() if why)
        unnamed = tuple(name for name, (code, why) in chosen.items() if not (code or why))
        done.append(Eliminated(department, rule.label, taken, received, paid, terms, unnamed, unfit, used))
    return total, done


_Side = tuple[Member, Mapping[str, Decimal]]  # a member, and what it says of transfers


def _sides(members: Sequence[Member], eliminations: Sequence[Elimination]) -> list[_Side]:
    """Those that say anything but zero; each is looked at once."""
    terms = [term for rule in eliminations for term in (rule.received, rule.paid)]
    found = list[_Side]()
    for member in members if terms else ():
        figures = member.total.figures
        if said := {term: value for term in terms if (value := figures.get(term, ZERO))}:
            found.append((member, said))
    return found


def _on_side(sides: Sequence[_Side], office: Member | None, *, at_office: bool) -> list[_Side]:
    return [one for one in sides if office is None or (one[0] is office) == at_office]


def _said(term: str, sides: Sequence[_Side]) -> dict[str, Decimal]:
    """What each member says; members of one name together."""
    found: dict[str, Decimal] = {}
    for member, said in sides:
        if term in said:
            found[member.name] = found.get(member.name, ZERO) + said[term]
    return found


def _code(row: Total, table: str) -> str:
    return row.texts.get(f"{table}.编码", "")


def _chosen(
    total: Total, table: str, codes: Sequence[str], rule: Elimination, taken: Decimal
) -> tuple[str, str]:
    """The only code that fits, or why none does; both empty where none was named."""
    reasons = {code: _unfit(total, table, code, rule, taken) for code in codes}
    fitting = [code for code, reason in reasons.items() if not reason]
    if len(fitting) > 1:
        many = f"“{table}”的 {'、'.join(fitting)} 都放得下，分不出是哪一行，请写明部门，只给一行"
        return "", many
    return (fitting[0], "") if fitting else ("", "；".join(reasons.values()))


def _unfit(total: Total, table: str, code: str, rule: Elimination, taken: Decimal) -> str:
    """Why the amount cannot be taken out of the row: it has to be there, to be one of the lowest level and
    to have at least the amount in its columns; empty if it can.
    """
    within = [row for row in total.groups.get(table, ()) if _code(row, table).startswith(code)]
    own = [row for row in within if _code(row, table) == code]
    if not own:
        return f"“{table}”里没有编码是“{code}”的一行"
    if len(within) > len(own):
        lower = "、".join(_code(row, table) for row in within if row not in own)
        return f"“{table}”的“{code}”不是最末级，下面还有 {lower}"
    for column in rule.columns:
        amount = own[0].figures.get(f"{table}.{column}", ZERO)
        if amount < taken:
            return f"“{table}”的“{code}”一行“{column}”只有 {amount:,.2f} 元，不够抵销 {taken:,.2f} 元"
    return ""


def _without(total: Total, table: str, code: str, columns: Sequence[str], taken: Decimal) -> Total:
    """Without the amount in the row of the code and in the rows of the codes above it."""
    rows = tuple(
        replace(row, figures=dict(_less(row, table, columns, taken)))
        if _is_above(_code(row, table), code)
        else row
        for row in total.groups[table]
    )
    return replace(total, groups={**total.groups, table: rows})


def _is_above(upper: str, code: str) -> bool:
    return bool(upper) and code.startswith(upper)


def _less(row: Total, table: str, columns: Sequence[str], taken: Decimal) -> Iterator[tuple[str, Decimal]]:
    names = {f"{table}.{column}" for column in columns}
    for term, value in row.figures.items():
        yield term, value - taken if term in names else value
