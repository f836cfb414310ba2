"""The list of formulas and signatures are left out with all that speaks of them; the rest stays."""

from workbook.books import package_of, raw_members, silent_sample, with_members

from jixiao.workbook.file.dropping import TYPES, without_untrue
from jixiao.workbook.file.relations import is_signed, missing_part
from jixiao.workbook.file.repacking import with_parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BOOK_RELATIONS, ROOT_RELATIONS = "xl/_rels/workbook.xml.rels", "_rels/.rels"


def with_relation(book: bytes, relations: str, kind: str, target: str) -> bytes:
    text = package_of(book).part(relations).decode()
    new = f'<Relationship Id="rIdNew" Type="{kind}" Target="{target}"/></Relationships>'
    return with_members(book, {relations: text.replace("</Relationships>", new).encode()})


def with_type(book: bytes, part: str) -> bytes:
    text = package_of(book).part(TYPES).decode()
    new = f'<Override PartName="/{part}" ContentType="application/xml"/></Types>'
    return with_members(book, {TYPES: text.replace("</Types>", new).encode()})


def chained(book: bytes) -> bytes:
    """As Excel saves it: with the list of the cells that have formulas."""
    book = with_type(
        with_relation(book, BOOK_RELATIONS, f"{OFFICE}/calcChain", "calcChain.xml"), "xl/calcChain.xml"
    )
    return with_members(book, {"xl/calcChain.xml": b'<calcChain><c r="B10" i="1"/></calcChain>'})


def signed(book: bytes) -> bytes:
    origin, one = "_xmlsignatures/origin.sigs", "_xmlsignatures/sig1.xml"
    kind = f"{PACKAGE}/digital-signature/signature"
    inner = f'<Relationships><Relationship Id="r" Type="{kind}" Target="sig1.xml"/></Relationships>'
    book = with_relation(book, ROOT_RELATIONS, f"{PACKAGE}/digital-signature/origin", origin)
    parts = {origin: b"", one: b"<Signature/>", "_xmlsignatures/_rels/origin.sigs.rels": inner.encode()}
    return with_members(with_type(book, one), parts)


def without(book: bytes, *, chain: bool) -> bytes:
    return with_parts(package_of(book), without_untrue(package_of(book), chain=chain))


def test_the_list_of_formulas_goes_with_its_relationship_and_its_type():
    before, after = silent_sample(), without(chained(silent_sample()), chain=True)
    assert list(raw_members(after)) == list(raw_members(before))
    assert b"calcChain" not in package_of(after).part(TYPES) + package_of(after).part(BOOK_RELATIONS)
    assert missing_part(package_of(after)) == ""


def test_a_list_that_is_still_true_stays():
    book = chained(silent_sample())
    assert without(book, chain=False) == with_parts(package_of(book), {})


def test_signatures_go_with_all_their_parts():
    book = signed(chained(silent_sample()))
    assert is_signed(package_of(book))
    after = package_of(without(book, chain=True))
    assert not is_signed(after)
    assert [name for name in after.names if "signatures" in name or "calcChain" in name] == []
    assert b"ignatures" not in after.part(TYPES)
    assert missing_part(after) == ""


def test_a_file_without_either_loses_nothing():
    assert without_untrue(package_of(silent_sample()), chain=True) == {}
