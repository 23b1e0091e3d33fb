"""The answer in a language model's words where every sentence is proved, and in quotations where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.answering import phrases
from assistant.answering.chat_model import ChatModel
from assistant.answering.english import english_holds
from assistant.answering.evidence import Evidence
from assistant.answering.generated import Draft, stream_checked
from assistant.answering.lines import Composed, Line, cite, compose_lines, escaped, quotation, rank
from assistant.answering.prompts import ENGLISH_PREFIX
from assistant.answering.verification import Checked
from assistant.datatypes import Answer, Citation, Document, Passage, Query
from assistant.errors import ChatError

PASSAGES_SHOWN = 8
MODEL_DECLINED = "Mô hình ngôn ngữ không tìm thấy câu trả lời trong các đoạn này; hãy đọc kỹ các câu trích."
SENTENCES_REMOVED = "Đã bỏ {count} câu của mô hình ngôn ngữ không có căn cứ."
ENGLISH_LINE = "Dòng tiếng Anh do mô hình ngôn ngữ tóm tắt (machine summary); căn cứ là các câu tiếng Việt bên dưới."


def smooth(
    chat: ChatModel,
    query: Query,
    evidence: Sequence[Evidence],
    extractive: Answer,
    replaced_by: Mapping[str, str] | None = None,
) -> Iterator[str | Answer]:
    """The growing text, then the answer: what the model wrote and the passages prove, completed by quotations.

    An answer that is not plainly "answered" stays as it is: where a premise is corrected, the quotation behind the
    correcting line is the correction, and a model that read the wrong premise is the last to word it.

    Args:
        chat: the model.
        query: the question.
        evidence: the best sentences, best first; their passages are what the model is shown.
        extractive: the answer without a model; it stands in wherever the model fails.
        replaced_by: names of the documents that replaced a document, by its id.
    """
    if extractive.status != "answered" or not evidence:
        yield extractive
        return
    wording = _Wording(evidence, extractive, replaced_by)
    draft, shown = Draft(), ""
    try:
        for draft in stream_checked(chat, query, evidence, wording.passages):
            text = wording.so_far(draft)
            if text and text != shown:
                shown = text
                yield text
    except ChatError as error:
        yield replace(extractive, notes=(*extractive.notes, str(error)))
        return
    yield wording.answer(draft)


class _Wording:
    """Puts what a model wrote and what was quoted together into one answer."""

    def __init__(self, evidence: Sequence[Evidence], extractive: Answer, replaced_by: Mapping[str, str] | None) -> None:
        self._evidence = evidence
        self._extractive = extractive
        self._replaced_by = replaced_by
        self._documents: Mapping[str, Document] = {one.passage.id: one.document for one in evidence}

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What the model is shown: the passages of the best sentences, in the order in which answers cite them."""
        best = list({one.passage.id: one.passage for one in self._evidence}.values())[:PASSAGES_SHOWN]
        return tuple(sorted(best, key=lambda one: rank(self._documents[one.id])))

    def so_far(self, draft: Draft) -> str:
        """What may be shown of a draft while the model is still writing."""
        composed = self._composed(draft)
        return _with_english(draft, composed).text if draft.kept else ""

    def answer(self, draft: Draft) -> Answer:
        """The finished answer: the kept sentences and quotations for the dropped ones, or the quotations alone."""
        composed = Composed(self._extractive.text, self._extractive.citations)
        if draft.kept:
            quoted = self._missing(draft)
            composed = self._composed(draft, quoted)
            notes = [_removed(draft, quoted)] if draft.dropped else []
        else:
            notes = [MODEL_DECLINED if draft.declined else phrases.MODEL_PROVED_NOTHING]
        whole = _with_english(draft, composed)
        if whole != composed:
            notes.append(ENGLISH_LINE)
        return replace(
            self._extractive, text=whole.text, citations=whole.citations, notes=(*self._extractive.notes, *notes)
        )

    def _composed(self, draft: Draft, quoted: Sequence[Citation] = ()) -> Composed:
        lines = [self._line(checked) for checked in draft.kept] + [quotation(one) for one in quoted]
        return compose_lines(lines, self._replaced_by)

    def _missing(self, draft: Draft) -> tuple[Citation, ...]:
        """The quotations that stand in: one for each dropped sentence, and the best one where none of them is said."""
        said = [proof for checked in draft.kept for proof in checked.proofs]
        unsaid = [
            quote
            for quote in self._extractive.citations
            if not any(
                quote.document.id == proof.passage.document_id and quote.start < proof.end and proof.start < quote.end
                for proof in said
            )
        ]
        wanted = len(draft.dropped) or int(len(unsaid) == len(self._extractive.citations))
        meant = {passage.id for checked in draft.dropped for passage in checked.cited}
        best = {one.passage.id: place for place, one in reversed(list(enumerate(self._evidence)))}
        chosen = sorted(unsaid, key=lambda one: (one.passage.id not in meant, best.get(one.passage.id, len(best))))
        return tuple(chosen[:wanted])

    def _line(self, checked: Checked) -> Line:
        citations = (
            cite(proof.passage, self._documents[proof.passage.id], proof.start, proof.end) for proof in checked.proofs
        )
        return Line(escaped(checked.text), tuple(citations))


def _with_english(draft: Draft, composed: Composed) -> Composed:
    """The same with the English line in front, marked with the quotations that it sums up, where it holds."""
    english = draft.english
    if english is None or english.reason == "unknown key":
        return composed
    proving = [one for one in composed.citations if one.passage in english.cited]
    if not english_holds(english.text, [one.quote for one in proving]):
        return composed
    marks = "".join(f"[{one.marker}]" for one in proving)
    return replace(composed, text=f"{ENGLISH_PREFIX} {escaped(english.text)} {marks}\n\n{composed.text}")


def _removed(draft: Draft, quoted: Sequence[Citation]) -> str:
    phrase = phrases.SENTENCES_REPLACED if quoted else SENTENCES_REMOVED
    return phrase.format(count=len(draft.dropped))
