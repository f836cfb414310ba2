"""Values files that would fill time or memory, or that make no sense."""

from __future__ import annotations

from random import Random

from attack.kinds import Content, Kinds, some

values = Kinds("toml", ("new --values",))


@values.one_of(
    "9" * 5000, "inf", "nan", '"1e999999"', '"1e-999999"', "2024-01-01", "{ a = 1 }", "[1]", "true"
)
def figures(figure: str) -> Content:
    return f'"支出.合计" = {figure}\n'


@values.one_of('"文件1.toml"', "1", '"../../../etc/passwd"', '"/dev/zero"', '"a\\u0000b"', "[]")
def bases(base: str) -> Content:
    return f"based_on = {base}\n"


@values.one_of("功能分类 = [1]", '"功能分类" = [{}]', "notes = 1", "[[notes]]", "pack = 1", "功能分类 = 1")
def shapes(content: str) -> Content:
    return content


@values.kind
def rows_without_end(random: Random) -> Content:
    return '[["功能分类"]]\n"功能分类.编码" = "208"\n' * some(random, 90_000)


@values.kind
def depths(random: Random) -> Content:
    deep = some(random, 200_000)
    return random.choice(
        ("a = " + "[" * deep, "a." * deep + "a = 1", "a = " + "{a=" * deep, "#" * 30_000_000)
    )


@values.kind
def long_texts(random: Random) -> Content:
    return f'"单位.名称" = "{"长" * some(random, 3_000_000)}"\n'


@values.one_of("utf-16", "gbk", "utf-8-sig")
def encodings(encoding: str) -> Content:
    return '"单位.名称" = "某局"\n'.encode(encoding)
