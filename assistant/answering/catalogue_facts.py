"""What the catalogue tells of a document asked for by name: issue, validity, what replaced or guides it; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answering.lines import escaped
from assistant.answering.rules_in_force import until
from assistant.datatypes import LESSON, Document, Query
from assistant.language.document_kinds import ISSUER
from assistant.language.document_numbers import find_references, resolve
from assistant.language.folding import compose, fold, syllables
from assistant.retrieval.asked_period import Period, asked_period
from assistant.retrieval.content_words import content_syllables
from assistant.validity import (
    DONE,
    IN_FORCE,
    INVERSE,
    REPLACES,
    first_day,
    in_force,
    is_rule,
    last_day,
    linked,
    stated_end,
)
from assistant.wording import REPLACED, day, document_name, joined

MOST_DOCUMENTS = 3
_REF, _OTHER = "§", "¤"  # stand for the document asked about, and for any further one, in the question
_IT = re.compile(r"\b(?:no|(?:van ban|chi thi|huong dan|quy che|nghi quyet|ket luan|cong van) (?:nay|do|tren|ay))\b")
_SIGNS = re.compile(r"[?!.,;:“”\"()]")
_VERBS = {
    "thay thế": r"thay the|thay cho|thay|bai bo",
    "hướng dẫn": r"huong dan",
    "bổ sung": r"(?:sua doi,? )?bo sung|dieu chinh",
    "tổng kết": r"tong ket",
    "căn cứ": r"can cu|dua (?:vao|tren)",
}
# "Hướng dẫn 26 hướng dẫn thế nào" asks for its content, "hướng dẫn chỉ thị nào" for a document.
_ASKS_DOCUMENT = re.compile(
    r"\b(?:van ban|tai lieu|chi thi|huong dan|quy che|quy dinh|quyet dinh|nghi quyet|ket luan|thong bao|cong van|cai)"
    rf" (?:nao|gi|so may)\b|\b(?:boi|bang|chua|khong)\b|{_OTHER}"
)
_VALIDITY = re.compile(r"hieu luc|con gia tri|(?:con|dang|duoc) (?:ap dung|su dung|dung|thi hanh)|het han")
_ISSUE = re.compile(
    r"ban hanh|(?<!nhiem )\bky\b|ra doi|ngay thang nam|so hieu|trich yeu|la van ban (?:gi|nao)|cua (?:ai|co quan nao)"
)
_SIGNER = re.compile(r"(?<!nhiem )\bky\b")
_NOTHING = {
    "hướng dẫn": "{name} hướng dẫn văn bản nào",
    INVERSE["hướng dẫn"]: "văn bản nào hướng dẫn {name}",
    "bổ sung": "{name} bổ sung văn bản nào",
    INVERSE["bổ sung"]: "văn bản nào bổ sung {name}",
    "thay thế": "{name} thay thế văn bản nào",
    "tổng kết": "{name} tổng kết văn bản nào",
    INVERSE["tổng kết"]: "văn bản nào tổng kết {name}",
    "căn cứ": "{name} căn cứ văn bản nào",
    INVERSE["căn cứ"]: "văn bản nào căn cứ {name}",
}
# Words that ask, frame or name what is answered here; a question with others asks what the document says.
_FRAME = frozenset(
    syllables(
        "văn bản tài liệu chỉ thị hướng dẫn quy chế quy định quyết định nghị quyết kết luận thông báo công văn điều lệ"
        " còn có hiệu lực giá trị áp dụng đang hết hạn bãi bỏ thay thế bởi bằng cho sửa đổi bổ sung điều chỉnh tổng kết"
        " căn cứ dựa trên vào thực hiện thi hành ban hành ký ra đời ngày tháng năm số hiệu trích yếu người cơ quan do"
        " ai nào gì hiện nay hành bây giờ chưa không đã bị được từ khi bao lâu đến nữa trước sau thời điểm quý lúc hồi"
        " trong sử dụng và hay hoặc cùng mới nhất cũ bản của về thì"
    )
)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question with the document asked about as a sign: what is asked can be read from the words around it."""

    text: str
    documents: tuple[Document, ...]

    @property
    def folded(self) -> str:
        return " ".join(_SIGNS.sub(" ", fold(self.text)).split())


def document_facts(query: Query, documents: Sequence[Document]) -> str | None:
    """One or two sentences from the catalogue on the document that a question names.

    Args:
        query: the question understood.
        documents: the whole collection.

    Returns:
        Markdown, or `None` where the question asks for more than the identity, the validity and the relations of a
        document, names none that is held, or asks what the catalogue does not know.
    """
    question = _read(query, documents)
    if question is None or _asks_more(question):
        return None
    told = [one for document in question.documents[:MOST_DOCUMENTS] if (one := _answer(question, document, documents))]
    if not told:
        return None
    return escaped(f"Theo danh mục của kho{until(question.documents)}: {' '.join(f'{one}.' for one in told)}")


def _read(query: Query, documents: Sequence[Document]) -> _Question | None:
    """Put a sign in the place of each document named; one carried over from before stands where "nó" does."""
    text = compose(query.meaning)
    references = find_references(text)
    if references:
        asked = resolve(references[0], documents).documents
        signs = [_REF] + [_OTHER] * (len(references) - 1)
        text = _with_signs(text, [(one.start, one.end) for one in references], signs)
    else:
        asked = tuple(one for one in documents if one.id in query.documents)
        it = _IT.search(fold(text))
        text = _with_signs(text, [it.span() if it else (0, 0)], [_REF])
    return _Question(text, asked) if asked else None


def _with_signs(text: str, spans: Sequence[tuple[int, int]], signs: Sequence[str]) -> str:
    parts, last = [], 0
    for (start, end), sign in zip(spans, signs, strict=True):
        parts += [text[last:start], f" {sign} "]
        last = end
    return "".join([*parts, text[last:]])


def _asks_more(question: _Question) -> bool:
    """Whether words are left that neither ask for a fact of the catalogue nor stand in the document's own title."""
    titles = {one for document in question.documents for one in syllables(f"{document.kind} {document.title}")}
    bodies = [found.span() for found in ISSUER.finditer(fold(question.text))]
    text = _with_signs(question.text, bodies, [""] * len(bodies))
    left = set(content_syllables(text)) - _FRAME - titles
    return any(one[0].isalpha() for one in left)


def _answer(question: _Question, document: Document, documents: Sequence[Document]) -> str:
    folded, period = question.folded, asked_period(question.text)
    for kind, verb in _VERBS.items():
        if relation := _relation(folded, kind, verb):
            return _related(document, relation, documents)
    if _VALIDITY.search(folded):
        return _held_then(document, period, documents) if period else _validity(document, documents)
    return _issue(document, with_signer=bool(_SIGNER.search(folded))) if _ISSUE.search(folded) else ""


def _relation(folded: str, kind: str, verb: str) -> str:
    """Read the relation asked for, seen from the document: "X thay thế §" asks what § "được thay thế bởi"."""
    places = list(re.finditer(rf"\b(?P<passive>(?:duoc|bi) )?(?:{verb})\b(?! (?:nao|gi)\b)", folded))
    if not _ASKS_DOCUMENT.search(folded):
        return ""
    if not places:  # "hướng dẫn nào" alone: guidance on the document
        return INVERSE[kind] if re.search(rf"\b(?:{verb}) (?:nao|gi)\b", folded) else ""
    found, is_subject = places[-1], folded.find(_REF) < places[-1].start()
    asks_for_some = re.search(rf"{_REF} (?:da |hien )?co (?:\w+ ){{0,3}}(?:{verb})\b", folded) and _OTHER not in folded
    between = re.search(rf"\b(?:duoc|bi) {_REF} (?:{verb})\b", folded)
    unknown_acts = re.search(rf"\b(?:nao|gi) (?:\w+ )?(?:{verb})\b", folded)
    is_active = is_subject and not found["passive"] and not asks_for_some and not unknown_acts
    return kind if between or is_active or (found["passive"] and not is_subject) else INVERSE[kind]


def _related(document: Document, relation: str, documents: Sequence[Document]) -> str:
    others = linked(document, relation, documents)
    name = _full_name(document)
    if others:
        since = stated_end(document, documents) if relation == INVERSE[REPLACES] else None
        return f"{name} {relation} {joined([_full_name(one) for one in others])}{_since(since, 'hết hiệu lực từ')}"
    if relation == INVERSE[REPLACES]:
        return f"không ghi văn bản nào thay thế {name}. {_validity(document, documents)}"
    return f"không ghi {_NOTHING[relation].format(name=name)}"


def _validity(document: Document, documents: Sequence[Document]) -> str:
    name, end = _full_name(document), stated_end(document, documents)
    since = _since(document.effective, "có hiệu lực từ")
    successors = linked(document, INVERSE[REPLACES], documents)
    if successors or document.validity == REPLACED:
        by = f" bởi {joined([_full_name(one) for one in successors])}" if successors else ""
        return f"{name}{since}{',' if since else ''} đã được thay thế{by}{_since(end, 'hết hiệu lực từ')}"
    if end:
        return f"{name}{since}{_since(end, 'hết hiệu lực từ')}"
    if document.validity == DONE:
        served = joined([f"Đại hội {term}" for term in document.congress])
        carried_out = f"đã thực hiện xong{f' cùng kỳ {served}' if served else ''}"
        return f"{name}{since}{',' if since else ''} {carried_out}; không ghi ngày hết hiệu lực"
    if document.validity == IN_FORCE:
        return f"{name} còn hiệu lực{since}"
    return f"chưa rõ {name} còn hiệu lực hay không"


def _held_then(document: Document, period: Period, documents: Sequence[Document]) -> str:
    name, start, end = _full_name(document), first_day(document), stated_end(document, documents)
    is_known = is_rule(document) and (last_day(document, documents) or document.validity == IN_FORCE)
    if start is None or not is_known:
        return f"chưa rõ {name} có hiệu lực {period.name} hay không"
    holds = document in in_force(documents, period.first, period.last)
    span = f"từ ngày {day(start)}{f' đến trước ngày {day(end)}' if end else ''}"
    return f"{name} {'có' if holds else 'không có'} hiệu lực {period.name}: văn bản này có hiệu lực {span}"


def _issue(document: Document, *, with_signer: bool) -> str:
    if document.authority == LESSON or not document.issued or (with_signer and not document.signer):
        return ""
    by = f" do {document.issuer}" if document.issuer else ""
    signed = f", {document.signer} ký" if document.signer else ""
    title = f"; trích yếu: “{document.title}”" if document.number else ""
    return f"{document_name(document)}{by} ban hành ngày {day(document.issued)}{signed}{title}"


def _full_name(document: Document) -> str:
    return f"{document_name(document)}{f' ngày {day(document.issued)}' if document.issued else ''}"


def _since(date_known: date | None, words: str) -> str:
    return f", {words} ngày {day(date_known)}" if date_known else ""
