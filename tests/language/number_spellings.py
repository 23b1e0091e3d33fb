"""Spellings of document numbers as people type them, made from the parts of a number."""

from itertools import product

from assistant.language.document_kinds import KINDS
from assistant.language.folding import fold
from tests.language import catalogue
from tests.language.catalogue import CATALOGUE

TERMS = {"XI": "11", "XII": "12", "XIII": "13", "XIV": "14", "X": "10"}
SHORT_ISSUERS = {
    "Bộ Chính trị": "BCT",
    "Ban Tổ chức Trung ương": "Ban Tổ chức TW",
    "Ban Chấp hành Trung ương": "BCHTW",
    "Ban Bí thư": "BBT",
    "Ban Thường vụ Tỉnh ủy Đắk Lắk": "Tỉnh uỷ",
}


def transposed(word):
    """Two letters in the middle changed places, where that makes a difference."""
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


def parts_of(document):
    serial, _, symbol = document.number.partition("-")
    code, _, issuer = symbol.partition("/")
    return serial, code, issuer


def kinds_written(document):
    code = parts_of(document)[1]
    kind = next(kind for kind in KINDS if kind.name == document.kind)
    first, *rest = document.kind.split()
    names = [document.kind, document.kind.capitalize(), document.kind.upper(), fold(document.kind)]
    mistyped = [f"{first} {fold(rest[0])}", f"{fold(first)} {rest[0]}", transposed(fold(document.kind))]
    return [*names, *mistyped, code, fold(code), kind.english[0], kind.english[0].capitalize()]


def numbers_written(document):
    """The serial with its symbol."""
    serial, code, issuer = parts_of(document)
    shapes = ["{s}-{c}/{i}", "{s} {c}/{i}", "{s}{c}/{i}", "{s}{c}-{i}", "{s}/{c}-{i}", "{s} - {c} / {i}", "{s} {c} {i}"]
    issuers = [issuer, issuer.replace("TW", "TƯ"), issuer.replace("TW", "T.Ư")]
    written = [shape.format(s=serial, c=code, i=body) for shape, body in product(shapes, dict.fromkeys(issuers))]
    return [*written, *(number.lower() for number in written), fold(written[0])]


def qualifiers_written(document):
    """Endings that leave one document of those with the same number."""
    day, month, year = document.issued.day, document.issued.month, document.issued.year
    issuer = SHORT_ISSUERS[document.issuer]
    endings = [f" năm {year}", f" ({year})", f"/{year}", f" nam {year}", f" bản {year}", f" của {issuer} năm {year}"]
    endings += [f" ngày {day}/{month}/{year}", f" ngay {day:02d}-{month:02d}-{year}", f", ngày {day}.{month}.{year}"]
    endings += [f" ngày {day} tháng {month} năm {year}", f" do {document.issuer} ban hành ngày {day}/{month}/{year}"]
    if len(document.congress) == 1:
        term = document.congress[0]
        endings += [
            f" của Đại hội {term}",
            f" ĐH {TERMS[term]}",
            f" dai hoi {term.lower()}",
            f" (Đại hội lần thứ {term})",
        ]
    return endings


def is_alone(document):
    same = [other for other in CATALOGUE if other.number and parts_of(other)[:2] == parts_of(document)[:2]]
    return len(same) == 1


def spellings_of(document):
    serial = parts_of(document)[0]
    plain = [f"{kind}{gap}{serial}" for kind, gap in product(kinds_written(document), (" ", " số ", " so ", ": "))]
    plain += [f"{kind}{serial}" for kind in kinds_written(document)[-4:-2]]
    symbols = numbers_written(document)
    symbols += [f"{kind} số {number}" for kind, number in product(kinds_written(document)[:4], symbols[:8])]
    endings = qualifiers_written(document)
    qualified = [f"{base}{endings[i % len(endings)]}" for i, base in enumerate(plain + symbols)]
    qualified += [f"{base}{ending}" for base, ending in product((plain[0], plain[3], symbols[0]), endings)]
    return qualified + (plain + symbols if is_alone(document) else [])


def all_spellings():
    """Pairs of a spelling and the document that it means."""
    documents = [document for document in CATALOGUE if document is not catalogue.CHARTER]
    return [(spelling, document) for document in documents for spelling in spellings_of(document)]
