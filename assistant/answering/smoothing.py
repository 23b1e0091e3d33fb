"""The answer in a language model's words where every sentence is proved, and in quotations where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.answering import phrases
from assistant.answering.chat_model import ChatModel
from assistant.answering.english import english_holds
from assistant.answering.evidence import Evidence
from assistant.answering.generated import Draft, stream_checked
from assistant.answering.lines import Frame, Line, cite, compose_lines, escaped, quotation, stands_apart
from assistant.answering.prompts import ENGLISH_PREFIX
from assistant.answering.verification import Proof
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
    build: Callable[[Sequence[Line]], Answer] | None = None,
) -> Iterator[str | Answer]:
    """The growing text, then the answer: what the model wrote and the passages prove, completed by quotations.

    An answer that is not plainly "answered" stays as it is: where a premise is corrected, the quotation behind the
    correcting line is the correction, and a model that read the wrong premise is the last to word it.

    Args:
        chat: the model.
        query: the question.
        evidence: the best sentences, best first; their passages are what the model is shown.
        extractive: the answer without a model; it stands in wherever the model fails.
        build: makes the answer of other lines, with the opening, notes and suggestions that belong to their citations.
    """
    if extractive.status != "answered" or not evidence:
        yield extractive
        return
    wording = _Wording(query, evidence, extractive, build)
    draft, shown = Draft(), ""
    try:
        for draft in stream_checked(chat, query, evidence, wording.passages):
            text = wording.so_far(draft)
            if text and text != shown:
                shown = text
                yield text
    except ChatError as error:
        yield _with_notes(extractive, str(error))
        return
    yield wording.answer(draft)


class _Wording:
    """Puts what a model wrote and what was quoted together into one answer."""

    def __init__(
        self,
        query: Query,
        evidence: Sequence[Evidence],
        extractive: Answer,
        build: Callable[[Sequence[Line]], Answer] | None,
    ) -> None:
        self._frame = Frame(asked_of=query.documents)
        self._evidence = evidence
        self._extractive = extractive
        self._build = build or self._rebuilt
        self._documents: Mapping[str, Document] = {one.passage.id: one.document for one in evidence}

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What the model is shown: the passages of the best sentences, lessons last, as answers cite them."""
        best = list({one.passage.id: one.passage for one in self._evidence}.values())[:PASSAGES_SHOWN]
        return tuple(sorted(best, key=lambda one: stands_apart(self._documents[one.id], self._frame)))

    def so_far(self, draft: Draft) -> str:
        """What may be shown of a draft while the model is still writing."""
        return _with_english(draft, self._build(self._lines(draft))).text if draft.kept else ""

    def answer(self, draft: Draft) -> Answer:
        """The finished answer: the kept sentences and quotations for the dropped ones, or the quotations alone."""
        if not draft.kept:
            note = MODEL_DECLINED if draft.declined else phrases.MODEL_PROVED_NOTHING
            return _with_english(draft, _with_notes(self._extractive, note))
        quoted = self._missing(draft)
        answer = self._build([*self._lines(draft), *map(quotation, quoted)])
        return _with_english(draft, _with_notes(answer, _removed(draft, quoted)) if draft.dropped else answer)

    def _rebuilt(self, lines: Sequence[Line]) -> Answer:
        composed = compose_lines(lines, self._frame)
        return replace(self._extractive, text=composed.text, citations=composed.citations)

    def _missing(self, draft: Draft) -> list[Citation]:
        """The quotations that stand in: the best one where the model passed it over, and one for each dropped sentence.

        Those of passages that the dropped sentences cited come before others.
        """
        said = [proof for checked in draft.kept for proof in checked.proofs]
        ranked = sorted(self._extractive.citations, key=self._place)
        unsaid = [quote for quote in ranked if not any(_overlap(quote, proof) for proof in said)]
        best = [quote for quote in unsaid if quote is ranked[0]]
        meant = {passage.id for checked in draft.dropped for passage in checked.cited}
        others = sorted(unsaid[len(best) :], key=lambda quote: quote.passage.id not in meant)
        return [*best, *others][: max(len(best), len(draft.dropped))]

    def _place(self, quote: Citation) -> int:
        """How far in front of the evidence the sentence stands that is quoted."""
        places = (place for place, one in enumerate(self._evidence) if _overlap(quote, one))
        return next(places, len(self._evidence))

    def _lines(self, draft: Draft) -> list[Line]:
        return [Line(escaped(one.text), tuple(map(self._cited, one.proofs))) for one in draft.kept]

    def _cited(self, proof: Proof) -> Citation:
        return cite(proof.passage, self._documents[proof.passage.id], proof.start, proof.end)


def _overlap(quote: Citation, other: Proof | Evidence) -> bool:
    """Whether a sentence lies in a quotation."""
    same = quote.document.id == other.passage.document_id
    return same and quote.start < other.end and other.start < quote.end


def _with_english(draft: Draft, answer: Answer) -> Answer:
    """The same with the English line in front, marked with the quotations that it sums up, where it holds."""
    english = draft.english
    if english is None or english.reason == "unknown key":
        return answer
    proving = [one for one in answer.citations if one.passage in english.cited]
    if not english_holds(english.text, [one.quote for one in proving]):
        return answer
    marks = "".join(f"[{one.marker}]" for one in proving)
    line = f"{ENGLISH_PREFIX} {escaped(english.text)} {marks}"
    return _with_notes(replace(answer, text=f"{line}\n\n{answer.text}"), ENGLISH_LINE)


def _removed(draft: Draft, quoted: Sequence[Citation]) -> str:
    phrase = phrases.SENTENCES_REPLACED if quoted else SENTENCES_REMOVED
    return phrase.format(count=len(draft.dropped))


def _with_notes(answer: Answer, *notes: str) -> Answer:
    return replace(answer, notes=(*answer.notes, *notes))
