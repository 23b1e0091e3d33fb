"""Documents that the collection mentions and does not hold, gathered from its texts; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.datatypes import Document, DocumentReference
from assistant.language.document_kinds import UNKNOWN_KIND, issuer_of, kind_named, may_be_same_issuer
from assistant.language.document_numbers import find_references, resolve
from assistant.language.folding import compose, fold
from assistant.language.number_symbols import plain_serial
from assistant.wording import day, joined

LONGEST_SUBJECT = 120
_SUBJECT = re.compile(
    r"[\s),]*(?:là văn bản khác, )?(?:(?:bổ sung|hướng dẫn|quy định) )?"
    r"(?P<subject>(?:về|ban hành (?!ngày|do|năm)).+?)(?=[,;:.()\[\]“”]| (?:do|là|có|được|đã|thay) |$)",
    re.IGNORECASE,
)
_MISTAKEN = re.compile(r"lỗi nguồn|ghi nhầm", re.IGNORECASE)  # such a line tells of a slip, not of a document


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """What the texts tell of a document that is not held; unknown values are empty.

    `mentions` counts the lines that name it; `mentioned_by` are the ids of the documents that do, the most often
    doing so first.
    """

    kind: str
    serial: str
    symbol: str = ""
    year: int | None = None
    issued: date | None = None
    issuer: str = ""
    subject: str = ""
    mentions: int = 0
    mentioned_by: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The number as far as it is known: "34-HD/BTCTW", or the serial alone."""
        return f"{self.serial}-{self.symbol}" if self.symbol else self.serial


@dataclass(frozen=True, slots=True)
class _Mention:
    """One line's naming of a document: the reference, whose line it is, and what the words behind it are about."""

    reference: DocumentReference
    document_id: str
    line: int
    subject: str = ""


@dataclass(slots=True)
class _Group:
    """The mentions of one document, however each spells it."""

    mentions: list[_Mention] = field(default_factory=list)

    @property
    def lead(self) -> DocumentReference:
        return self.mentions[0].reference


def missing_documents(texts: Mapping[str, str], documents: Sequence[Document]) -> tuple[MissingDocument, ...]:
    """Gather the documents that are mentioned and not held, the most often mentioned first.

    Args:
        texts: the stored texts by the ids of their documents.
        documents: the whole collection.
    """
    named = [one for document_id, text in texts.items() for one in _mentions(text, document_id)]
    held = {reference: _is_held(reference, documents) for reference in {_bare(one.reference) for one in named}}
    found = [_missing(group) for group in _groups([one for one in named if not held[_bare(one.reference)]])]
    return tuple(sorted(found, key=lambda one: (-one.mentions, -len(one.mentioned_by), one.kind, one.number)))


def find_missing(reference: DocumentReference, missing: Iterable[MissingDocument]) -> MissingDocument | None:
    """The missing document that a question's reference means; `None` where it is none or more than one."""
    meant = [one for one in missing if _may_be_same(reference, _as_reference(one))]
    return meant[0] if len(meant) == 1 else None


def described(missing: MissingDocument, names: Mapping[str, str]) -> str:
    """One Vietnamese sentence on what is known of a missing document.

    Args:
        missing: the document.
        names: how the documents of the collection are called, by id.
    """
    when = f" ngày {day(missing.issued)}" if missing.issued else f" năm {missing.year}" if missing.year else ""
    kind = missing.kind or "văn bản"
    by = f" của {missing.issuer}" if missing.issuer else ""
    about = f", {missing.subject}" if missing.subject else ""
    where = joined([names.get(one, one) for one in missing.mentioned_by[:3]])
    more = f" và {len(missing.mentioned_by) - 3} văn bản khác" if len(missing.mentioned_by) > 3 else ""
    return (
        f"{kind[:1].upper()}{kind[1:]} {missing.number}{when}{by}{about}"
        f" – được nhắc {missing.mentions} lần trong {where}{more}."
    )


def _mentions(text: str, document_id: str) -> Iterator[_Mention]:
    for number, line in enumerate(compose(text).split("\n"), 1):
        if not _MISTAKEN.search(line):
            for reference in find_references(line):
                yield _Mention(reference, document_id, number, _subject(line[reference.end :]))


def _bare(reference: DocumentReference) -> DocumentReference:
    """A reference without its place, and without what people and pages get wrong most: day, issuer and congress.

    The year stays where the number is written in full; behind a serial alone ("Quy chế 244, từ 10/10/2024") the date
    may belong to something else.
    """
    year = reference.year if reference.symbol else None
    return DocumentReference(reference.kind, reference.serial, reference.symbol, year)


def _is_held(reference: DocumentReference, documents: Sequence[Document]) -> bool:
    return bool(resolve(reference, documents).documents)


def _subject(behind: str) -> str:
    found = _SUBJECT.match(behind)
    subject = " ".join(found["subject"].split()) if found else ""
    return subject if len(subject) <= LONGEST_SUBJECT else ""


def _groups(mentions: Sequence[_Mention]) -> list[_Group]:
    """Bring the mentions of each document together: the most exact first, vaguer ones join where only one fits."""
    groups: list[_Group] = []
    for mention in sorted(mentions, key=lambda one: _vagueness(one.reference)):
        fitting = [group for group in groups if _may_be_same(mention.reference, group.lead)]
        if len(fitting) != 1:
            fitting = [group for group in fitting if _vagueness(group.lead) == _vagueness(mention.reference)]
        if fitting:
            fitting[0].mentions.append(mention)
        else:
            groups.append(_Group([mention]))
    return groups


def _vagueness(reference: DocumentReference) -> tuple[bool, bool]:
    return (not reference.symbol, reference.year is None)


def _may_be_same(one: DocumentReference, other: DocumentReference) -> bool:
    if plain_serial(one.serial) != plain_serial(other.serial):
        return False
    if one.year and other.year and one.year != other.year:
        return False
    if one.symbol and other.symbol:
        return _letters(one.symbol) == _letters(other.symbol)
    kinds = [kind_named(fold(reference.kind)) for reference in (one, other)]
    return UNKNOWN_KIND in kinds or kinds[0].is_family_of(kinds[1])


def _letters(symbol: str) -> str:
    """Compare "QĐ/TW", "QyĐ-TW" and "QĐ-TW" as one."""
    return re.sub(r"^(?:qyd|qdi)", "qd", re.sub(r"[^a-z0-9]", "", fold(symbol)))


def _missing(group: _Group) -> MissingDocument:
    references = [mention.reference for mention in group.mentions]
    symbol = _commonest(reference.symbol for reference in references)
    subjects = [mention.subject for mention in group.mentions if mention.subject]
    lines = {(mention.document_id, mention.line) for mention in group.mentions}
    by_document = Counter(document_id for document_id, _ in sorted(lines))
    return MissingDocument(
        kind=_commonest(reference.kind for reference in references),
        serial=plain_serial(group.lead.serial),
        symbol=symbol,
        year=next((reference.year for reference in references if reference.year), None),
        issued=next(iter(Counter(one.issued for one in references if one.issued)), None),
        issuer=_issuer([reference.issuer for reference in references], issuer_of("", symbol.rpartition("/")[2])),
        subject=max(subjects, key=lambda subject: (subjects.count(subject), len(subject)), default=""),
        mentions=len(lines),
        mentioned_by=tuple(document_id for document_id, _ in by_document.most_common()),
    )


def _issuer(read: Sequence[str], told_by_number: str) -> str:
    """The body that issued a document: as read behind its number, unless the number's code tells another."""
    fitting = [name for name in read if may_be_same_issuer(name.partition("khoá")[0].strip(), told_by_number)]
    name = _commonest(fitting) or told_by_number
    return f"{told_by_number} {name}".strip() if name.startswith("khoá") else name


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: (counted[value], len(value)), default="")


def _as_reference(missing: MissingDocument) -> DocumentReference:
    return DocumentReference(missing.kind, missing.serial, missing.symbol, missing.year, missing.issued)
