"""Files of own rules that would fill time or memory, or that make no sense."""
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from attack.kinds import Content, Kinds, some

rules = Kinds("toml", ("check --rules",))
CHECK = """[[check]]
id = "自-{id}"
title = "{title}"
relation = '{relation}'
severity = "warning"
basis = {{ document = "制度", clause = "条" }}
{more}
"""


def check(
    relation: str = "支出.合计 <= 收入.合计", more: str = "", number: object = 1, title: str = "规则"
) -> str:
    return CHECK.format(id=number, title=title, relation=relation, more=more)


@rules.one_of("9" * 30, "9" * 20, "9" * 5000, "1e999999", "1e999", "0." + "0" * 25 + "1", "9" * 20 + "%")
def numbers(number: str) -> Content:
    return check(f"支出.合计 * {number} <= 收入.合计 / {number}")


@rules.one_of(
    '"' + "9" * 30 + '"',
    "1e999999",
    '"1e999999"',
    "9" * 30,
    "inf",
    "nan",
    "true",
    "1979-05-27",
    '"' + "9" * 20 + '"',
    "[]",
    '["1"]',
    '""',
)
def numbers_in_examples(number: str) -> Content:
    return check(more=f'examples = [ {{ given = {{ "支出.合计" = {number} }}, outcome = "passed" }} ]')


@rules.kind
def long_sums(random: Random) -> Content:
    number = random.choice((140, 900, 9000))
    said = random.choice(
        (
            "SUM({})".format(", ".join(["支出.合计"] * number)),
            " + ".join(["支出.合计"] * number),
            "MAX({})".format(", ".join(["支出.合计 * 2"] * number)),
            "支出.合计" + " * 支出.合计" * 100,
            " & ".join(["单位.名称"] * 100),
        )
    )
    return check(f"{said} <= 收入.合计")


@rules.kind
def nested(random: Random) -> Content:
    deep = random.choice((39, 150, 900, 90_000))
    inner = random.choice((("(", ")"), ("-", ""), ("ABS(", ")"), ("AND(", ")"), ("SUM(", ")")))
    return check(f"{inner[0] * deep}支出.合计{inner[1] * deep} <= 1")


@rules.kind
def dotted_keys(random: Random) -> Content:
    deep = some(random, 200_000)
    return random.choice(
        ("a." * deep + "a = 1", f"[{'a.' * deep}a]", check(more="a." * deep + "a = 1"), f"[[{'a.' * deep}a]]")
    )


@rules.kind
def brackets(random: Random) -> Content:
    deep = some(random, 200_000)
    return random.choice(
        (
            "a = " + "[" * deep,
            "a = " + "[" * deep + "]" * deep,
            "a = " + "{a = " * deep,
            check(more="x = " + "[" * 300 + "]" * 300),
        )
    )


@rules.kind
def many_examples(random: Random) -> Content:
    example = '{ given = { "支出.合计" = "1.00", "收入.合计" = "2.00" }, outcome = "passed" },\n'
    return check(more=f"examples = [\n{example * random.choice((900, 9000, 18_000))}]")


@rules.kind
def long_examples(random: Random) -> Content:
    rows = ", ".join(['"1.00"'] * some(random, 60_000))
    return check(
        "支出.合计 = SUM(功能分类.金额)",
        f'examples = [ {{ given = {{ "支出.合计" = "1", "功能分类.金额" = [{rows}] }}, outcome = "passed" }} ]',
    )


@rules.kind
def many_checks(random: Random) -> Content:
    return "".join(check(number=n) for n in range(some(random, 6000)))


@rules.kind
def families(random: Random) -> Content:
    words = ", ".join(f'"词{n}"' for n in range(some(random, 900)))
    over = ", ".join(f'"{name}" = [{words}]' for name in "甲乙丙丁")
    return check(title="{甲}{乙}{丙}{丁}", number="{甲}{乙}{丙}{丁}", more=f"over = [ {{ {over} }} ]")


@rules.kind
def families_of_families(random: Random) -> Content:
    return "".join(
        check("{} > 0" if random.random() < 0.5 else "支出.{} > 收入.{}", number=f"{n}-{{}}")
        for n in range(some(random, 400))
    )


@rules.kind
def long_texts(random: Random) -> Content:
    text = random.choice(("长", "{", "{支出.合计}", "甲{乙}", "“")) * some(random, 200_000)
    return check(title=text, more=f'says = "{text}"')


@rules.kind
def strange_texts(random: Random) -> Content:
    return check(
        title=random.choice(("\\u0000", "\\U000F0000", "\\u202e甲", "\\n\\n", "=1+1", "<a>", "\\ud800"))
    )


@rules.kind
def conditions(random: Random) -> Content:
    conditions = ", ".join(['"支出.合计 > 0"'] * some(random, 9000))
    return check(more=f"when = [{conditions}]")


@rules.one_of("*?" * 400, "*" * 900, "?*" * 900 + "x", "~" * 900, "[" * 900)
def patterns(pattern: str) -> Content:
    return check(
        f'支出.合计 = SUMIF(功能分类.编码, "{pattern}", 功能分类.金额) + COUNTIF(功能分类.名称, "{pattern}")'
    )


@rules.one_of(
    'CODENAME("无", 单位.名称)',
    "XLOOKUP(单位.名称, 功能分类.名称, 功能分类.名称)",
    "OUTLIER(1, 2, 3, 4)",
    "SIGNED(1, 2, 3, 4, 5)",
    "LEFT(单位.名称, 99999999999)",
    'CONTAINS(单位.名称, "", "甲")',
    "VALUE(单位.名称)",
    "SUM()",
    "IN(1)",
)
def lookups(said: str) -> Content:
    return check(f"{said} = 单位.名称")


@rules.kind
def other_bytes(random: Random) -> Content:
    good = check().encode()
    cut = bytearray(good)
    for _ in range(random.randint(1, 9)):
        cut[random.randrange(len(cut))] = random.randrange(256)
    return random.choice(
        (
            b"",
            bytes(some(random, 20_000_000)),
            b"\xff\xfe" + check().encode("utf-16-le"),
            check().encode("gbk"),
            random.randbytes(9999),
            bytes(cut),
            good * 2,
            b"x" * 900_000,
            b"#" * 900_000,
            b"\n" * 900_000,
        )
    )


@rules.one_of(
    "check = 1",
    "check = []",
    "[check]",
    "[[check]]",
    "[[check]]\nid = 1",
    "[words]\n甲 = 1",
    "check = [1]",
    check().replace("basis", "basis.x"),
    check().replace('"warning"', "[]"),
    check(more="was = [1]"),
    check(more='was = "x"'),
    check(more="over = 1"),
    check(more='over = """\n|\n"""'),
)
def other_shapes(content: Content) -> Content:
    return content


@rules.kind
def tables_of_examples(random: Random) -> Content:
    line = random.choice(
        (
            "1 | 2 | passed",
            "| | ",
            "1 | 2",
            "x | y | passed",
            "[1] | [2] | passed",
            "9" * 30 + " | 1 | passed",
        )
    )
    return check(
        more=f'examples = """\n支出.合计 | 收入.合计 | outcome\n{(line + chr(10)) * some(random, 30_000)}"""'
    ).encode()
