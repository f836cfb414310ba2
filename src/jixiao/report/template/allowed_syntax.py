"""What a template may say: terms, phrases, loops, conditions and plain arithmetic. All else is refused."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from jixiao.model.term import nearest
from jixiao.report.language.environment import ROWS, ReportEnvironment
from jixiao.report.language.values import UNPRINTABLE

ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Const, nodes.List, nodes.Tuple),
    *(nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword, nodes.CondExpr),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod),
)
LARGEST = 1e30
_WORDS: dict[type[nodes.Node], str] = {
    nodes.Concat: "不能用 ~ 连接文字，请把文字直接写在标记旁边",
    nodes.Pow: "不能用乘方",
    nodes.Dict: "不能用花括号写字典",
}


def refused(tree: nodes.Template, environment: ReportEnvironment) -> Iterator[tuple[str, int, str]]:
    """Kind, line and reason of everything in a template that is not allowed."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        if unknown := _unknown_phrase(node, environment):
            yield unknown[0], node.lineno, unknown[1]
        elif reason := _reason(node):
            yield "not-allowed", node.lineno, f"{reason}。"
        waiting += node.iter_child_nodes()


def _unknown_phrase(node: nodes.Node, environment: ReportEnvironment) -> tuple[str, str] | None:
    """A filter, test or function that there is not, with the one that looks most like it."""
    match node:
        case nodes.Filter(name=name):
            kind, known = "unknown-filter", environment.filters
        case nodes.Test(name=name):
            kind, known = "unknown-test", environment.tests
        case nodes.Call(node=nodes.Name(name=name)):
            kind, known = "unknown-function", environment.globals
        case _:
            return None
    if name in known:
        return None
    guess = nearest(name, {each: None for each in known if each != ROWS})
    hint = f"，是不是“{guess}”？" if guess else "，请对照 jixiao template terms 列出的写法改正。"
    return kind, f"没有“{name}”这个写法{hint}"


def _reason(node: nodes.Node) -> str:
    match node:
        case nodes.For(recursive=True):
            return "循环不能写 recursive"
        case nodes.For(target=target) | nodes.Assign(target=target) if not isinstance(target, nodes.Name):
            return "for 和 set 后面只能写一个名称"
        case nodes.Call(node=called) if not isinstance(called, nodes.Name):
            return "这里不能用括号调用"
        case nodes.List(items=items) | nodes.Tuple(items=items) if not all(
            isinstance(item, nodes.Const) for item in items
        ):
            return "括号里逗号隔开的只能是固定的文字和数"
        case nodes.Const(value=float(number)) if number != 0 and not 1 / LARGEST <= abs(number) <= LARGEST:
            return "标记里的数太大或太小"
        case nodes.Const(value=str(text)) if UNPRINTABLE.search(text) or "\r" in text:
            return "引号里有 Word 不能显示的字符"
    return "" if type(node) in ALLOWED else _WORDS.get(type(node), "报告模板里不能用这种写法")
