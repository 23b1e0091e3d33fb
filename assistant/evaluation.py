"""Measures a question file: evidence found, facts answered, quotations exact, questions declined, time taken.

The definitions are those of the design, section 6: *evidence found* compares in composed Unicode with white space
collapsed, *facts* with accents folded and numbers as whole numbers, *declined* means status `not_found`.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.datatypes import Answer, Citation, Document, Match
from assistant.language.folding import compose, fold
from assistant.questions import Question

BUDGETS = (2000, 4000, 8000)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question brought; shares lie between 0 and 1, `None` where the question does not ask for it."""

    question: Question
    evidence: tuple[float, ...] | None
    cited_evidence: float | None
    facts: float | None
    right_document: bool | None
    declined: bool
    right_status: bool | None
    quotes: int
    quotes_exact: int
    length: int
    milliseconds: float


class Assistant(Protocol):
    """The face of the assistant that is measured."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer one question."""

    def matches(self, question: str, k: int, history: Sequence[str] = ()) -> tuple[Match, ...]:
        """The best passages for one question."""

    def text(self, document_id: str) -> str:
        """The stored text of one document."""


def collapse(text: str) -> str:
    """Composed Unicode with white space collapsed to single spaces."""
    return " ".join(compose(text).split())


def evidence_share(evidence: Sequence[str], texts: Sequence[str]) -> float:
    """Share of evidence strings that stand in one text, whole or by their first or second half."""
    collapsed = [collapse(text) for text in texts]

    def stands(needle: str) -> bool:
        whole = collapse(needle)
        middle = len(whole) // 2
        parts = (whole, whole[:middle].strip(), whole[middle:].strip())
        return any(part in text for text in collapsed for part in parts if part)

    return statistics.fmean(stands(needle) for needle in evidence)


def cut_to_budget(texts: Iterable[str], characters: int) -> Iterator[str]:
    """Texts in order until the budget is spent; the one that crosses it is cut there."""
    for text in texts:
        if characters <= 0:
            return
        yield text[:characters]
        characters -= len(text)


def fact_share(facts: Sequence[Sequence[str]], answer: str) -> float:
    """Share of facts of which any alternative stands in the answer, numbers only as whole numbers."""
    folded = fold(collapse(answer))
    return statistics.fmean(any(_stands(fold(collapse(one)), folded) for one in fact) for fact in facts)


def _stands(needle: str, text: str) -> bool:
    before = r"(?<!\d)(?<!\d[.,])" if needle[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if needle[-1:].isdigit() else ""
    return re.search(before + re.escape(needle) + after, text) is not None


def evaluate(
    assistant: Assistant, questions: Sequence[Question], on_progress: Callable[[int], None] = lambda done: None
) -> tuple[Outcome, ...]:
    """Ask every question and measure what comes back, after one question that warms the caches."""
    assistant.ask("Đại hội đảng bộ các cấp")
    outcomes = []
    for done, question in enumerate(questions, 1):
        outcomes.append(_measure(assistant, question))
        on_progress(done)
    return tuple(outcomes)


def _measure(assistant: Assistant, question: Question) -> Outcome:
    answer = assistant.ask(question.text, question.history)
    exact = [assistant.text(one.document.id)[one.start : one.end] == one.quote for one in answer.citations]
    times = answer.timings
    return Outcome(
        question=question,
        evidence=_evidence(assistant, question) if question.evidence else None,
        cited_evidence=_cited(question.evidence, answer.citations) if question.evidence else None,
        facts=fact_share(question.facts, answer.text) if question.facts else None,
        right_document=_right_document(question.documents, answer.citations) if question.documents else None,
        declined=answer.status == "not_found",
        right_status=answer.status == question.status if question.status else None,
        quotes=len(exact),
        quotes_exact=sum(exact),
        length=len(answer.text),
        milliseconds=times.understand + times.search + times.answer,
    )


def _evidence(assistant: Assistant, question: Question) -> tuple[float, ...]:
    matches = assistant.matches(question.text, 40, question.history)
    texts = [match.passage.text for match in matches]
    return tuple(evidence_share(question.evidence, list(cut_to_budget(texts, budget))) for budget in BUDGETS)


def _cited(evidence: Sequence[str], citations: Sequence[Citation]) -> float:
    """Evidence counts as cited where it stands in what is quoted of one passage."""
    quoted: dict[str, list[Citation]] = {}
    for citation in citations:
        quoted.setdefault(citation.passage.id, []).append(citation)
    texts = [" ".join(one.quote for one in sorted(group, key=_start)) for group in quoted.values()]
    return evidence_share(evidence, texts)


def _start(citation: Citation) -> int:
    return citation.start


def _right_document(expected: Sequence[str], citations: Sequence[Citation]) -> bool:
    return any(_is_named(citation.document, expected) for citation in citations)


def _is_named(document: Document, names: Sequence[str]) -> bool:
    stem = Path(document.path).stem
    return any(Path(name).stem in (document.id, stem) or name == document.id for name in names)


def summarize(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float | int | None]]:
    """One row of figures for all questions, one for each way of typing and one for each type of question."""
    rows = {"tất cả": _row(outcomes)}
    for label, key in (("cách gõ", _style), ("loại", _type)):
        for name in sorted({key(one) for one in outcomes} - {""}):
            rows[f"{label}: {name}"] = _row([one for one in outcomes if key(one) == name])
    return rows


def _style(outcome: Outcome) -> str:
    return outcome.question.style


def _type(outcome: Outcome) -> str:
    return outcome.question.type


def _row(outcomes: Sequence[Outcome]) -> dict[str, float | int | None]:
    answerable = [one for one in outcomes if not one.question.should_decline]
    declinable = [one for one in outcomes if one.question.should_decline]
    quotes = sum(one.quotes for one in outcomes)
    times = sorted(one.milliseconds for one in outcomes)
    row: dict[str, float | int | None] = {"questions": len(outcomes)}
    for place, budget in enumerate(BUDGETS):
        row[f"evidence_{budget}"] = _mean(one.evidence[place] for one in outcomes if one.evidence is not None)
    row["evidence_cited"] = _mean(one.cited_evidence for one in outcomes if one.cited_evidence is not None)
    row["facts"] = _mean(one.facts for one in outcomes if one.facts is not None)
    row["right_document"] = _mean(one.right_document for one in outcomes if one.right_document is not None)
    row["right_status"] = _mean(one.right_status for one in outcomes if one.right_status is not None)
    row["declined_rightly"] = _mean(one.declined for one in declinable)
    row["declined_wrongly"] = _mean(one.declined for one in answerable)
    row["quotes_exact"] = sum(one.quotes_exact for one in outcomes) / quotes if quotes else None
    row["median_length"] = round(statistics.median(one.length for one in answerable)) if answerable else None
    row["p50_ms"] = round(statistics.median(times)) if times else None
    row["p95_ms"] = round(times[max(0, -(-len(times) * 95 // 100) - 1)]) if times else None
    return row


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return round(statistics.fmean(listed), 4) if listed else None


COLUMNS: Mapping[str, str] = {
    "questions": "số câu",
    "evidence_2000": "bc 2k",
    "evidence_4000": "bc 4k",
    "evidence_8000": "bc 8k",
    "evidence_cited": "bc dẫn",
    "facts": "ý đúng",
    "right_document": "đúng vb",
    "right_status": "trạng thái",
    "declined_rightly": "từ chối đúng",
    "declined_wrongly": "từ chối nhầm",
    "quotes_exact": "trích đúng",
    "median_length": "độ dài",
    "p50_ms": "p50 ms",
    "p95_ms": "p95 ms",
}


def as_table(rows: Mapping[str, Mapping[str, float | int | None]]) -> str:
    """The rows as a Markdown table; a dash where nothing was measured."""

    def cell(value: float | int | None) -> str:
        return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)

    lines = ["| nhóm | " + " | ".join(COLUMNS.values()) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    lines += [f"| {name} | " + " | ".join(cell(row[key]) for key in COLUMNS) + " |" for name, row in rows.items()]
    return "\n".join(lines)
