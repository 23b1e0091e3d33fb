"""What Party documents are called: their kinds, the codes of kinds in numbers, and the bodies that issue them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.folding import fold


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, the codes it has in numbers, and English names.

    Kinds of one `family` are taken for one another: the election rules are a "quy chế" with a decision's number.
    """

    name: str
    codes: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    family: str = ""

    def is_family_of(self, other: Kind) -> bool:
        """Tell whether people use one kind's name for the other's."""
        return (self.family or self.name) == (other.family or other.name)


KINDS = (
    Kind("chỉ thị", ("CT",), ("directive", "directives")),
    Kind("nghị quyết", ("NQ",), ("resolution", "resolutions")),
    Kind("hướng dẫn", ("HD",), ("guidance", "guideline", "guidelines", "guide")),
    Kind("quy chế", ("QC",), ("regulation", "regulations", "statute"), family="quyết định"),
    Kind("quyết định", ("QĐ",), ("decision", "decisions"), family="quyết định"),
    Kind("quy định", ("QyĐ", "QĐi"), ("provision", "provisions", "rule", "rules"), family="quyết định"),
    Kind("kết luận", ("KL",), ("conclusion", "conclusions")),
    Kind("thông báo", ("TB",), ("notice", "announcement", "notification")),
    Kind("công văn", ("CV",), ("official letter", "official dispatch", "dispatch", "letter")),
    Kind("kế hoạch", ("KH",), ("plan",)),
    Kind("báo cáo", ("BC",), ("report",)),
    Kind("thông tri", ("TT",), ("circular",)),
    Kind("tờ trình", ("TTr",), ("submission",)),
    Kind("chương trình", ("CTr", "CTHĐ"), ("programme", "program")),
    Kind("đề án", ("ĐA",), ("scheme",)),
    Kind("nghị định", ("NĐ",), ("decree",)),
)
UNKNOWN_KIND = Kind("")
NAMELESS = ("văn bản", "tài liệu", "số hiệu", "document", "instruction")  # a number follows, the kind is not said

_BY_NAME = {fold(kind.name): kind for kind in KINDS}
_BY_CODE = {fold(code): (kind, code) for kind in KINDS for code in kind.codes}
_BY_ENGLISH = {name: kind for kind in KINDS for name in kind.english}
_NAMELESS = {fold(name): UNKNOWN_KIND for name in NAMELESS}


def kind_named(words: str) -> Kind:
    """Return the kind of a folded name, English name or code, however it is spaced; unknown where there is none."""
    name = " ".join(words.split())
    if name in _BY_CODE:
        return _BY_CODE[name][0]
    joined = {known.replace(" ", ""): kind for known, kind in (_BY_NAME | _BY_ENGLISH).items()}
    return joined.get(name.replace(" ", ""), UNKNOWN_KIND)


def code_spelling(folded: str) -> str:
    """Return a kind's code as official numbers write it ("qd" is "QĐ")."""
    return _BY_CODE[folded][1] if folded in _BY_CODE else folded.upper()


def names_pattern() -> str:
    """Return a pattern of all folded names of kinds, English ones and nameless ones included, longest first."""
    names = sorted([*_BY_NAME, *_BY_ENGLISH, *_NAMELESS], key=len, reverse=True)
    return "|".join(r"\s*".join(name.split()) for name in names)


def codes_pattern() -> str:
    """Return a pattern of all folded codes of kinds as they stand behind a serial, longest first."""
    return "|".join(sorted(_BY_CODE, key=len, reverse=True))


def leading_codes_pattern() -> str:
    """Return a pattern of the folded codes that people write before a serial ("CT 35"); "đa" is a word of its own."""
    return "|".join(code for code in sorted(_BY_CODE, key=len, reverse=True) if code not in ("da", "nd", "ctr"))


def vietnamese_names() -> tuple[str, ...]:
    """Return the folded Vietnamese names of all kinds."""
    return tuple(_BY_NAME)


_CENTRAL = r"(?:trung\s*uong|t\.?w\b)"
_ISSUERS = (
    ("Ban Tổ chức Trung ương", rf"(?:ban\s*to\s*chuc|btc)\s*(?:cua\s*)?{_CENTRAL}|central organi[sz]ation \w+"),
    ("Ban Tổ chức Tỉnh ủy", r"(?:ban\s*to\s*chuc|btc)\s*(?:tinh\s*uy|tu\b)"),
    ("Ủy ban Kiểm tra Trung ương", rf"(?:uy\s*ban\s*kiem\s*tra|ubkt)\s*{_CENTRAL}"),
    ("Ban Tuyên giáo Trung ương", rf"(?:ban\s*tuyen\s*giao|btg)\s*{_CENTRAL}"),
    ("Ban Dân vận Trung ương", rf"(?:ban\s*dan\s*van|bdv)\s*{_CENTRAL}"),
    ("Văn phòng Trung ương", rf"(?:van\s*phong|vp)\s*{_CENTRAL}"),
    ("Quân ủy Trung ương", rf"(?:quan\s*uy|qu)\s*{_CENTRAL}"),
    ("Bộ Chính trị", r"bo\s*chinh\s*tri|bct\b|politburo"),
    ("Ban Bí thư", r"ban\s*bi\s*thu|bbt\b|secretariat"),
    (
        "Ban Chấp hành Trung ương",
        rf"(?:ban\s*chap\s*hanh|bch)\s*{_CENTRAL}|(?:party )?central (?:executive )?committee",
    ),
    ("Tỉnh ủy", r"(?:ban\s*thuong\s*vu\s*|btv\s*)?(?:tinh\s*uy|tu\b)|provincial party committee"),
    ("Thành ủy", r"(?:ban\s*thuong\s*vu\s*|btv\s*)?thanh\s*uy"),
    ("Huyện ủy", r"(?:ban\s*thuong\s*vu\s*|btv\s*)?(?:huyen\s*uy|hu\b)|district party committee"),
    ("Đảng ủy", r"(?:ban\s*thuong\s*vu\s*|btv\s*)?dang\s*uy"),
    ("Trung ương", rf"(?:dang\s*)?{_CENTRAL}(?:\s*dang)?|central"),
)
ISSUER = re.compile(rf"\b(?:{'|'.join(f'(?P<issuer{i}>{pattern})' for i, (_, pattern) in enumerate(_ISSUERS))})")
_BY_NUMBER_CODE = {
    "TW": "Trung ương",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTCTU": "Ban Tổ chức Tỉnh ủy",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "VPTW": "Văn phòng Trung ương",
    "QUTW": "Quân ủy Trung ương",
    "TU": "Tỉnh ủy",
    "HU": "Huyện ủy",
}
_TOP = frozenset({"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Trung ương"})


def issuer_named(match: re.Match[str]) -> str:
    """Return the body's full name from a match of `ISSUER`."""
    return next(name for i, (name, _) in enumerate(_ISSUERS) if match[f"issuer{i}"])


def issuer_of(text: str, code: str) -> str:
    """Return the body named in a document's issuer field, else the one its number's code tells, else nothing."""
    found = ISSUER.search(fold(text))
    return issuer_named(found) if found else _BY_NUMBER_CODE.get(code, "")


def may_be_same_issuer(one: str, other: str) -> bool:
    """Tell whether two names can mean one body; "Trung ương" is any central one, no name is any body."""
    if not one or not other or one == other:
        return True
    vague, exact = (one, other) if one == "Trung ương" else (other, one)
    return vague == "Trung ương" and (exact in _TOP or exact.endswith(" Trung ương"))
