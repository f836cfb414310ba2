"""Which names a template prints, by its syntax: loops and assignments are followed to the term.

And by that: which terms it never prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from jixiao.model.fact import Kind, Record
from jixiao.model.term import Vocabulary
from jixiao.report.template.prepared import Prepared

Names = frozenset[str]
NONE: Names = frozenset()
Meanings = Mapping[str, Names]  # local name -> the dotted names it stands for


def printed_names(template: nodes.Template) -> set[str]:
    """Dotted names in the tags that print; names that only conditions look at do not count."""
    return set(_statements(template.body, {}))


def unprinted_terms(prepared: Prepared, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The terms of the form that the template never prints, in the order of the form."""
    printed = frozenset(prepared.printed)
    return tuple(name for name in vocabulary if name not in printed)


def unprinted_figures(prepared: Prepared, record: Record, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The amounts among them that are entered, and not zero, in this workbook."""
    filled = {fact.term for fact in record.walk() if fact.kind is Kind.AMOUNT and fact.number}
    hidden = unprinted_terms(prepared, vocabulary)
    return tuple(name for name in hidden if name in filled and not vocabulary[name].formula)


def _statements(body: list[nodes.Node], meanings: Meanings) -> Iterator[str]:
    known = dict(meanings)
    for node in body:
        match node:
            case nodes.Output():
                for expression in node.nodes:
                    yield from _names(expression, known)
            case nodes.For():
                inner = {**known, "loop": NONE, **_bound(node.target, _meaning(node.iter, known))}
                yield from _statements(node.body, inner)
                yield from _statements(node.else_, known)
            case nodes.Assign():
                known |= _bound(node.target, frozenset(_names(node.node, known)))
            case nodes.If():
                yield from _statements([*node.body, *node.elif_], known)
                yield from _statements(node.else_, known)
            case _:
                yield from _statements(list(node.iter_child_nodes()), known)


def _bound(target: nodes.Node, meaning: Names) -> dict[str, Names]:
    return {target.name: meaning} if isinstance(target, nodes.Name) else {}


def _meaning(node: nodes.Node, known: Meanings) -> Names:
    """The dotted names that an expression stands for; filters pass the rows of a table on."""
    match node:
        case nodes.Name(name=name):
            return known.get(name, frozenset((name,)))
        case nodes.Getattr(node=inner, attr=attr):
            return frozenset(f"{outer}.{attr}" for outer in _meaning(inner, known))
        case nodes.Getitem(node=inner):
            return _meaning(inner, known)
        case nodes.Filter(node=inner) if inner is not None:
            return _meaning(inner, known)
    return NONE


def _names(node: nodes.Node, known: Meanings) -> Iterator[str]:
    """The dotted names whose values an expression prints."""
    match node:
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            yield from _meaning(node, known)
        case nodes.CondExpr(expr1=first, expr2=second):
            yield from _names(first, known)
            if second is not None:
                yield from _names(second, known)
        case nodes.Filter(node=inner, args=args) if inner is not None:
            yield from _names(inner, known)
            yield from _columns(_meaning(inner, known), args)
        case nodes.Call(args=args):
            for argument in args:
                yield from _names(argument, known)
        case _:
            for child in node.iter_child_nodes():
                yield from _names(child, known)


def _columns(tables: Names, arguments: list[nodes.Expr]) -> Iterator[str]:
    """A filter over rows is told by text which columns to print."""
    for argument in arguments:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            yield from (f"{table}.{argument.value}" for table in tables)
