"""What a raw cell means for its term: the fact, its precision, and the remark it deserves."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from jixiao.model.fact import Kind, Place, State
from jixiao.model.term import Term
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.reading.book_unit import BookUnit
from jixiao.workbook.reading.facts import Reader, Understood
from jixiao.workbook.reading.findings import finding_of
from jixiao.workbook.reading.remark import Remark

PLACE = Place("收支总表", "B3")
FACTORS = {"元": Decimal(1), "万元": Decimal(10000)}
ZERO = Decimal(0)


def units(name: str = "万元") -> BookUnit:
    return BookUnit(name, FACTORS[name], FACTORS[name] / 100, FACTORS)


def understood(raw: RawCell | str | None, kind: Kind = Kind.AMOUNT, unit: str = "万元", **more) -> Understood:
    """A plain text stands for a text cell."""
    raw = RawCell(Content.TEXT, raw) if isinstance(raw, str) else raw
    reader = Reader(units(unit), epoch_1904=more.pop("epoch_1904", False))
    return reader.understand(Term("支出.合计", "支出合计", kind, "收支总表", **more), PLACE, raw)


def number(stored: str) -> RawCell:
    return RawCell(Content.NUMBER, stored)


def sentence(raw: RawCell | str, kind: Kind = Kind.AMOUNT, **more) -> str:
    result = understood(raw, kind, **more)
    term = Term("支出.合计", "支出合计", kind, "收支总表", **more)
    return finding_of(result.remark, result.fact, term, units()).message


@pytest.mark.parametrize(
    ("raw", "state"),
    [
        (None, State.BLANK),
        (number("0"), State.FILLED),
        ("见附表", State.TEXT),
        (RawCell(Content.ERROR, "#REF!"), State.ERROR),
        (RawCell(Content.UNCALCULATED, "", formula=True), State.UNCALCULATED),
    ],
)
def test_blank_zero_text_error_and_never_calculated_are_told_apart(raw, state):
    assert understood(raw).fact.state is state


@pytest.mark.parametrize(("unit", "yuan"), [("元", "346.08"), ("万元", "3460800.00")])
def test_an_amount_is_stored_in_yuan_whatever_the_unit_of_the_workbook(unit, yuan):
    result = understood(number("346.07999999999998"), unit=unit)
    assert (result.fact.value, result.remark) == (Decimal(yuan), None)


@pytest.mark.parametrize("unit", ["元", "万元"])
@pytest.mark.parametrize(
    ("text", "yuan"), [("346.08万元", "3460800"), ("346.08万", "3460800"), ("346.08元", "346.08")]
)
def test_a_unit_typed_behind_an_amount_wins_over_that_of_the_workbook(unit, text, yuan):
    result = understood(text, unit=unit)
    assert (result.fact.value, result.remark) == (Decimal(yuan), Remark.READ_AS)


@pytest.mark.parametrize("text", ["346.08亿元", "27人", "95%", "346.08美元"])
def test_an_amount_with_a_strange_unit_is_not_read(text):
    assert understood(text).remark is Remark.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("raw", "unit", "quantum"),
    [
        (number("346.08"), "万元", "100"),
        (number("346"), "万元", "100"),
        (number("346.0812"), "万元", "0.01"),
        (number("346.08"), "元", "0.01"),
        ("346.08元", "万元", "0.01"),
        ("346.08万元", "元", "100"),
        ("346.08万", "元", "100"),
        (number("0"), "万元", "0"),
        (None, "万元", "0"),
        ("-", "万元", "0"),
    ],
)
def test_the_quantum_is_the_step_of_the_last_digit_that_was_given(raw, unit, quantum):
    assert understood(raw, unit=unit).fact.quantum == Decimal(quantum)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.YEAR])
def test_only_amounts_have_a_quantum(kind):
    assert understood(number("1.5"), kind).fact.quantum == ZERO


def test_a_number_stored_as_text_is_read_with_a_note():
    result = understood("346.08")
    assert (result.fact.value, result.remark) == (Decimal(3460800), Remark.READ_AS)


def test_the_note_says_what_was_typed_and_what_was_read():
    assert (
        sentence("３４６．０８元") == "收支总表!B3 “支出合计”写的是“３４６．０８元”，按 0.034608万元 读取。"
    )


@pytest.mark.parametrize(
    ("raw", "remark"), [("95%", Remark.READ_AS), (number("0.95"), None), (number("95"), Remark.READ_AS)]
)
def test_a_percentage_is_a_ratio_however_it_was_typed(raw, remark):
    result = understood(raw, Kind.PERCENT)
    assert (result.fact.value, result.remark) == (Decimal("0.95"), remark)


def test_a_percentage_of_up_to_200_is_taken_as_a_ratio():
    assert understood(number("1.0696"), Kind.PERCENT).fact.value == Decimal("1.0696")


def test_a_number_may_be_given_in_percent():
    assert understood("96%", Kind.NUMBER).fact.value == Decimal("0.96")


@pytest.mark.parametrize("text", ["27人", "27 个", "２７"])
def test_a_count_may_carry_its_unit(text):
    result = understood(text, Kind.COUNT)
    assert (result.fact.value, result.remark) == (Decimal(27), Remark.READ_AS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一项", 1),
        ("符合一项", 1),
        ("两次", 2),
        ("三个", 3),
        ("共符合三项", 3),
        ("发生2起", 2),
        ("十二场", 12),
        ("二十", 20),
        ("20场", 20),
        ("未发生", 0),
        ("没有发生", 0),
    ],
)
def test_a_count_may_be_said_in_words(text, value):
    for kind in (Kind.COUNT, Kind.NUMBER):
        result = understood(text, kind)
        assert (result.fact.value, result.fact.typed) == (Decimal(value), text)
        assert result.remark is Remark.READ_AS


@pytest.mark.parametrize(
    "text", ["不符合一项", "约三个", "三百", "一两次", "第一次", "一项不符合", "3/4项", "一半", "未"]
)
def test_what_is_no_plain_count_is_not_guessed(text):
    assert understood(text, Kind.COUNT).remark is Remark.NOT_A_NUMBER


@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.PERCENT, Kind.YEAR])
def test_only_a_count_is_said_in_words(kind):
    assert understood("两次", kind).remark is Remark.NOT_A_NUMBER


def test_a_fraction_of_a_person_is_an_error():
    assert understood(number("27.5"), Kind.COUNT).remark is Remark.FRACTION
    assert sentence(number("27.5"), Kind.COUNT) == "收支总表!B3 “支出合计”应填整数，现在是 27.5。"


def test_a_negative_amount_is_an_error_only_where_none_makes_sense():
    assert understood(number("-1471"), low=ZERO).remark is Remark.NEGATIVE
    assert understood(number("-1471")).remark is None


def test_brackets_make_an_amount_negative():
    assert understood("（1,471.00）").fact.value == Decimal(-14710000)


@pytest.mark.parametrize("raw", [number("2022"), "2022年", "２０２２", "2022年度"])
def test_a_year_is_a_number_of_four_digits(raw):
    assert understood(raw, Kind.YEAR).fact.value == 2022


@pytest.mark.parametrize("raw", [number("22"), number("44562"), "20222"])
def test_a_short_year_or_a_date_in_the_year_cell_is_an_error(raw):
    assert understood(raw, Kind.YEAR).remark is Remark.NOT_A_YEAR


@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.YEAR])
@pytest.mark.parametrize("raw", [number("1E+300"), number("99999999999999"), "1e30"])
def test_a_number_beyond_all_reason_is_an_error(kind, raw):
    result = understood(raw, kind)
    assert (result.fact.value, result.remark) == (None, Remark.TOO_LARGE)


@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.YEAR])
@pytest.mark.parametrize("stored", ["NaN", "inf", "-INF", "12.3.4"])
def test_a_stored_number_that_is_none_is_an_error(kind, stored):
    assert understood(number(stored), kind).remark is Remark.NOT_A_NUMBER


def test_true_in_an_amount_cell_is_named_as_excel_shows_it():
    assert sentence(RawCell(Content.BOOLEAN, "TRUE")) == "收支总表!B3 “支出合计”应填数字，现在是文字“TRUE”。"


def test_true_and_false_stand_for_yes_and_no_in_a_choice():
    raw = RawCell(Content.BOOLEAN, "FALSE")
    assert understood(raw, Kind.TEXT, choices=("是", "否")).fact.value == "否"


def test_a_word_outside_the_choices_is_an_error_and_is_kept():
    result = understood("还行", Kind.TEXT, choices=("好", "差"))
    assert (result.fact.value, result.remark) == ("还行", Remark.NOT_A_CHOICE)


def test_blanks_around_a_choice_do_not_matter():
    assert understood("\u3000好 ", Kind.TEXT, choices=("好", "差")).remark is None


@pytest.mark.parametrize("raw", [number("208"), number("208.0"), "２０８", " 208\u3000", "208\u200b"])
def test_a_code_is_text_however_it_was_typed(raw):
    assert understood(raw, Kind.CODE).fact.value == "208"


def test_a_telephone_number_stored_as_a_number_keeps_its_digits():
    assert understood(number("13800000000"), Kind.TEXT).fact.value == "13800000000"


@pytest.mark.parametrize("raw", [number("45056"), number("20230510"), "2023年5月10日"])
def test_a_date_is_read_from_serial_digits_or_text(raw):
    assert understood(raw, Kind.DATE).fact.value == date(2023, 5, 10)


def test_a_date_counts_from_1904_in_a_workbook_from_an_old_mac():
    assert understood(number("43594"), Kind.DATE, epoch_1904=True).fact.value == date(2023, 5, 10)


@pytest.mark.parametrize(
    "raw", ["五月十日", number("2023.5"), number("NaN"), RawCell(Content.BOOLEAN, "TRUE")]
)
def test_what_is_no_date_in_a_date_cell_is_an_error(raw):
    assert understood(raw, Kind.DATE).remark is Remark.NOT_A_DATE


def test_a_calculated_formula_is_read_as_its_value():
    raw = RawCell(Content.NUMBER, "346.08", formula=True)
    assert understood(raw).fact.value == Decimal(3460800)


def test_binary_noise_is_not_shown_to_people():
    result = understood(number("-346.07999999999998"), low=ZERO)
    term = Term("支出.合计", "支出合计", Kind.AMOUNT, "收支总表", low=ZERO)
    assert finding_of(result.remark, result.fact, term, units()).stated == "-346.08"


@pytest.mark.parametrize(
    "text",
    [
        *("208*", "20?", "２０？", "~", "208①", "208²"),
        *("21004O8", "21001AB", "2100 409", "208社会保障和就业支出", "208.5", "208、210"),
    ],
)
def test_anything_but_digits_in_a_code_is_an_error(text):
    result = understood(text, Kind.CODE)
    assert (result.fact.value, result.remark) == (None, Remark.NOT_A_CODE)


def test_a_date_among_texts_stays_a_date():
    reader = Reader(units(), dated=lambda raw: raw.style == "7")
    raw = RawCell(Content.NUMBER, "45056", style="7")
    term = Term("单位.简称", "简称", Kind.TEXT, "单位概况")
    assert reader.understand(term, PLACE, raw).fact.value == "2023-5-10"
    assert reader.understand(term, PLACE, replace(raw, style="8")).fact.value == "45056"


@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PERCENT])
@pytest.mark.parametrize(
    ("stored", "style", "told"), [("45565", "7", "2024-9-30"), ("45565", "8", ""), ("30", "7", "")]
)
def test_a_day_where_a_number_belongs_is_told_as_people_see_it(kind, stored, style, told):
    reader = Reader(units(), dated=lambda raw: raw.style == "7")
    term = Term("指标自评.实际值", "实际值", kind, "指标自评")
    found = reader.understand(term, PLACE, RawCell(Content.NUMBER, stored, style=style))
    assert (found.fact.typed if found.remark is Remark.IS_A_DATE else "") == told


@pytest.mark.parametrize(
    ("kind", "stored", "style", "typed"),
    [
        (Kind.TEXT, "0.96499999999999997", "7", "96.5%"),
        (Kind.TEXT, "1", "7", "100%"),
        (Kind.TEXT, "0.965", "8", "0.965"),
        (Kind.NUMBER, "0.965", "7", "96.5%"),
        (Kind.NUMBER, "0.965", "8", "0.965"),
        (Kind.AMOUNT, "0.965", "7", "0.965"),
    ],
)
def test_a_number_shown_in_per_cent_is_read_as_people_see_it(kind, stored, style, typed):
    reader = Reader(units(), in_percent=lambda raw: raw.style == "7")
    term = Term("项目指标.年度指标值", "年度指标值", kind, "项目指标")
    found = reader.understand(term, PLACE, RawCell(Content.NUMBER, stored, style=style))
    assert (found.fact.typed, found.remark is Remark.BARE_RATIO) == (
        typed,
        typed == "0.965" and kind is Kind.TEXT,
    )
    assert found.fact.text == typed if kind is Kind.TEXT else found.fact.number < 10000


@pytest.mark.parametrize("digits", range(20, 36))
@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.YEAR])
def test_a_number_of_very_many_digits_ends_in_a_fact_or_a_sentence(kind, digits):
    for text in ("9" * digits, "0." + "9" * digits, "1234567890123." + "9" * digits):
        for unit in ("元", "万元"):
            result = understood(text, kind, unit)
            assert result.fact.value is not None or result.remark is not None
            if result.remark:
                term = Term("支出.合计", "支出合计", kind, "收支总表")
                assert finding_of(result.remark, result.fact, term, units(unit)).message
