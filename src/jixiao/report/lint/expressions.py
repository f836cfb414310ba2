"""What the tags of a template say: each is tried on a record with one row in every table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2 import nodes
from jinja2.runtime import LoopContext

from jixiao.model.term import nearest
from jixiao.report.language.environment import LOOP, ReportEnvironment
from jixiao.report.language.scope import TemplateScope, UnknownName
from jixiao.report.lint.trial import evaluate, print_out
from jixiao.report.template.allowed_syntax import refused
from jixiao.report.word.errors import BadExpression, why

UNKNOWN: Any = object()  # stands for a value that nothing can be said of
Names = Mapping[str, Any]
Told = tuple[str, int, str]  # kind, line, message
WorkOut = Callable[[nodes.Node, Names, ReportEnvironment], Any]


@dataclass(slots=True)
class Expressions:
    """Walks the syntax of a template as it would run, and tells what is wrong with each expression."""

    environment: ReportEnvironment
    context: TemplateScope
    unknown: frozenset[str] = frozenset()  # names of which nothing can be said
    told: list[Told] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)  # lines with something that is not allowed

    def look_at(self, tree: nodes.Template) -> list[Told]:
        """The troubles with the lines of the template in which they are."""
        self.told += refused(tree, self.environment)
        self.faulty = {line for _, line, _ in self.told}
        self._body(tree.body, {**self.context.entries, **dict.fromkeys(self.unknown, UNKNOWN)})
        return self.told

    def _body(self, body: list[nodes.Node], outer: Names) -> None:
        names = dict(outer)
        for node in body:
            match node:
                case nodes.Output(nodes=expressions):
                    for expression in expressions:
                        self._value(expression, names, print_out)
                case nodes.For():
                    self._loop(node, names)
                case nodes.If():
                    self._value(node.test, names)
                    self._body(node.body, names)
                    self._body(list(node.elif_), names)
                    self._body(node.else_, names)
                case nodes.Assign(target=nodes.Name(name=name)):
                    names[name] = self._value(node.node, names)

    def _loop(self, node: nodes.For, names: Names) -> None:
        rows = self._value(node.iter, names)
        row: Any = UNKNOWN
        loop: Any = UNKNOWN
        if rows is not UNKNOWN and not isinstance(rows, list | tuple):
            self._tell("not-a-table", node, "for 的 in 后面不是表，没有行可以重复，请写一个表的名称。")
        elif rows is not UNKNOWN and len(rows):
            row, loop = rows[0], LoopContext(rows, self.environment.undefined, None)
            next(loop)
        inner = {**names, node.target.name: row} if isinstance(node.target, nodes.Name) else dict(names)
        if node.test is not None:
            self._value(node.test, inner)
        self._body(node.body, {**inner, "loop": loop})
        self._body(node.else_, names)

    def _value(self, expression: nodes.Node, names: Names, work_out: WorkOut | None = None) -> Any:
        """What the expression comes to on the example; UNKNOWN if it is wrong, which is then told."""
        wrong = list(self._wrong_names(expression, names))
        self.told += wrong
        local = [node.name for node in expression.find_all(nodes.Name)] + _own_name(expression)
        known_faults = wrong or expression.lineno in self.faulty or isinstance(expression, nodes.TemplateData)
        if known_faults or any(names.get(name) is UNKNOWN for name in local):
            return UNKNOWN
        try:
            return (work_out or evaluate)(expression, names, self.environment)
        except ZeroDivisionError:
            return UNKNOWN  # a division by zero depends on the figures
        except UnknownName as error:
            self._tell("unknown-term", expression, self._unknown(error.name))
        except BadExpression as error:
            self._tell("cannot-compute", expression, f"{error}。")
        except NameError:  # how Jinja writes an endless constant
            self._tell("cannot-compute", expression, "算出来的数太大。")
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
            self._tell("cannot-compute", expression, f"算不出来（{why(error)}），请检查用法。")
        return UNKNOWN

    def _wrong_names(self, expression: nodes.Node, names: Names) -> Iterator[Told]:
        called = [node.node for node in _all(expression) if isinstance(node, nodes.Call)]
        inner: list[nodes.Node] = [node.node for node in _all(expression) if isinstance(node, nodes.Getattr)]
        for node in _all(expression):
            if (
                isinstance(node, nodes.Name | nodes.Getattr)
                and node not in called
                and not _among(node, inner)
            ):
                yield from self._resolved(node, names)

    def _resolved(self, node: nodes.Name | nodes.Getattr, names: Names) -> Iterator[Told]:
        """Follow a dotted name; told if it leads nowhere."""
        path = _path(node)
        if not path:
            return
        if path[0] not in names:
            yield "unknown-term", node.lineno, self._unknown(".".join(path), names)
            return
        value = names[path[0]]
        for position, part in enumerate(path[1:], 1):
            if isinstance(value, LoopContext) and part in LOOP:
                return
            if not isinstance(value, TemplateScope) or value is UNKNOWN:
                return
            if part not in value.entries:
                guess = nearest(part, value.entries)
                began = ".".join(path[:position])
                hint = f"，是不是“{began}.{guess}”？" if guess else self._elsewhere(".".join(path))
                yield "unknown-term", node.lineno, f"没有“{'.'.join(path)}”这个名称{hint}"
                return
            value = value.entries[part]

    def _unknown(self, name: str, names: Names | None = None) -> str:
        return f"没有“{name}”这个名称{self._elsewhere(name, names)}"

    def _elsewhere(self, name: str, names: Names | None = None) -> str:
        known = dict.fromkeys((*dotted_names(self.context), *(names or {})))
        guess = nearest(name, known)
        return f"，是不是“{guess}”？" if guess else "，请对照 jixiao template terms 列出的名称改正。"

    def _tell(self, kind: str, node: nodes.Node, message: str) -> None:
        self.told.append((kind, node.lineno, message))


def dotted_names(scope: TemplateScope) -> Iterator[str]:
    """Every name under which a template finds something, columns of tables included."""
    for key, value in scope.entries.items():
        inner = value[0] if isinstance(value, tuple) and value else value
        name = f"{scope.name}.{key}" if scope.name else key
        yield name
        if isinstance(inner, TemplateScope):
            yield from dotted_names(inner)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    yield from node.find_all(nodes.Node)


def _among(node: nodes.Node, others: list[nodes.Node]) -> bool:
    return any(node is other for other in others)


def _own_name(expression: nodes.Node) -> list[str]:
    return [expression.name] if isinstance(expression, nodes.Name) else []


def _path(node: nodes.Node) -> list[str]:
    """The parts of a dotted name; empty if something else stands in front of the dots."""
    if isinstance(node, nodes.Name):
        return [node.name]
    inner = _path(node.node) if isinstance(node, nodes.Getattr) else []
    return [*inner, node.attr] if inner and isinstance(node, nodes.Getattr) else []
