"""One expression of a template tried: what it comes to, or what a template raises that has it."""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType
from typing import Any

from jinja2 import Template, UndefinedError, nodes

from jixiao.report.language.environment import ReportEnvironment

MOST = 4096
_CODES: dict[str, CodeType] = {}  # what was compiled, by what the tree says


def evaluate(expression: nodes.Node, names: Mapping[str, Any], environment: ReportEnvironment) -> Any:
    """What the expression comes to. Raises what a template raises while it runs."""
    value = _run([nodes.Assign(nodes.Name("value", "store"), expression, lineno=1)], names, environment)
    if isinstance(value, environment.undefined):
        raise UndefinedError(value._undefined_message)
    return value


def print_out(expression: nodes.Node, names: Mapping[str, Any], environment: ReportEnvironment) -> None:
    """Raises what a template raises that prints the expression."""
    _run([nodes.Output([expression], lineno=1)], names, environment)


def _run(body: list[nodes.Node], names: Mapping[str, Any], environment: ReportEnvironment) -> Any:
    code = _code(nodes.Template(body, lineno=1), environment)
    template = Template.from_code(environment, code, environment.make_globals(None))
    context = template.new_context(dict(names))
    for _ in template.root_render_func(context):
        pass
    return context.vars.get("value")


def _code(tree: nodes.Template, environment: ReportEnvironment) -> CodeType:
    """Compiled once, whoever says it: templates say the same time and again, and compiling is the most of it.

    Nothing of the environment gets into it: not even a constant is worked out beforehand.
    """
    said = repr(tree)
    if said not in _CODES:
        if len(_CODES) >= MOST:
            _CODES.clear()
        tree.set_environment(environment)
        environment.optimized = False
        _CODES[said] = environment.compile(tree)
    return _CODES[said]
