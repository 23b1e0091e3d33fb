"""A question understood: typing repaired, abbreviations expanded, accents restored, documents and names recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from assistant.datatypes import Document, DocumentReference, Query
from assistant.errors import QuestionError
from assistant.language.abbreviations import expand
from assistant.language.document_numbers import Resolution, find_references, resolve
from assistant.language.folding import compose, fold, syllables
from assistant.language.glossary import is_english, translate
from assistant.language.syllable_counts import usual_spelling
from assistant.language.typing_repair import repair_typing
from assistant.retrieval.content_words import content_syllables
from assistant.retrieval.followups import is_follow_up
from assistant.retrieval.intent import intent_of
from assistant.retrieval.lexicon import Lexicon, LexiconShelf
from assistant.retrieval.ports import Reader
from assistant.retrieval.question_kind import question_kind
from assistant.retrieval.scope import congress_terms, levels_in, years_in
from assistant.wording import joined, reference_name

LONGEST_QUESTION = 2000
_QUOTED = re.compile(r"[“\"«]([^”\"»]{12,})[”\"»]")
_FEWEST_QUOTED_WORDS = 4
_LEAST_FOCUS = 2


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question's text on its way to a query."""

    typed: str
    repaired: str
    expanded: tuple[tuple[str, str], ...]
    meaning: str
    lexical: str
    english: bool


class Understander:
    """Reads questions with the words, names and documents of the collection at hand."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shelf = LexiconShelf(reader)

    def understand(self, question: str, history: Sequence[str] = ()) -> Query:
        """What a question asks, in the light of the earlier questions (oldest first).

        Raises:
            QuestionError: the question is empty or longer than `LONGEST_QUESTION` characters.
        """
        lexicon = self._shelf.lexicon()
        earlier = [self._read(text, lexicon) for text in history if 0 < len(text.strip()) <= LONGEST_QUESTION]
        topic = reduce(_continue_topic, earlier) if earlier else None
        query = self._read(_checked(question), lexicon)
        return query if topic is None or query.intent != "content" else _continue_topic(topic, query)

    def _read(self, question: str, lexicon: Lexicon) -> Query:
        reading = _reading(question, lexicon)
        references = find_references(reading.lexical if reading.english else reading.meaning)
        documents = self._reader.documents()
        resolutions = [(reference, resolve(reference, documents)) for reference in references]
        ids = dict.fromkeys(one.id for reference, found in resolutions for one in _meant(reference, found, documents))
        query = Query(
            text=reading.typed,
            meaning=reading.meaning,
            focus=_focus(
                reading, [reference for reference, found in resolutions if _meant(reference, found, documents)]
            ),
            terms=content_syllables(reading.lexical),
            intent=intent_of(reading.meaning),
            asks=question_kind(reading.meaning),
            language="en" if reading.english else "vi",
            references=references,
            documents=tuple(ids),
            missing=tuple(reference for reference, resolution in resolutions if not resolution.documents),
            years=years_in(reading.meaning),
            congress=congress_terms(reading.meaning),
            levels=levels_in(reading.meaning),
            names=lexicon.names_in(reading.lexical),
            quoted=_quoted(reading.typed),
        )
        return replace(query, understood=_understood(reading, query))


def _checked(question: str) -> str:
    text = compose(question).strip()
    if not text:
        raise QuestionError("Câu hỏi đang trống; hãy gõ điều cần hỏi rồi gửi lại.")
    if len(text) > LONGEST_QUESTION:
        message = f"Câu hỏi dài {len(text)} ký tự, quá {LONGEST_QUESTION} ký tự cho phép; hãy rút gọn rồi gửi lại."
        raise QuestionError(message)
    return text


def _reading(question: str, lexicon: Lexicon) -> _Reading:
    typed = " ".join(compose(question).split())
    if is_english(typed):
        return _Reading(typed, typed, (), typed, translate(typed), english=True)
    repaired = repair_typing(typed)
    expansion = expand(repaired)
    meaning = lexicon.restorer.restore(lexicon.corrector.correct(expansion.text))
    return _Reading(typed, repaired, expansion.expanded, meaning, meaning, english=False)


def _meant(reference: DocumentReference, found: Resolution, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents that a reference names; those of its number where its year, date, issuer or term fits none."""
    bare = replace(reference, year=None, issued=None, issuer="", congress="")
    return found.documents or resolve(bare, documents).documents


def _focus(reading: _Reading, resolved: Sequence[DocumentReference]) -> str:
    """The meaning without the names of documents that were found: what is asked of them."""
    if reading.english:
        return reading.meaning
    text = reading.meaning
    for reference in sorted(resolved, key=lambda one: -one.start):
        text = f"{text[: reference.start]} {text[reference.end :]}"
    focus = " ".join(text.split())
    return focus if len(content_syllables(focus)) >= _LEAST_FOCUS else reading.meaning


def _quoted(text: str) -> tuple[str, ...]:
    found = (match.group(1).strip() for match in _QUOTED.finditer(text))
    return tuple(one for one in found if len(syllables(one)) >= _FEWEST_QUOTED_WORDS)


def _continue_topic(topic: Query, query: Query) -> Query:
    """The later question, read together with the topic where it leans on it, and alone where it does not."""
    own = bool(query.references or query.names or query.quoted)
    if query.intent != "content" or not is_follow_up(query.meaning, names_something=own):
        return query
    carried = topic.topic or topic.focus or topic.meaning
    return replace(
        query,
        topic=carried,
        terms=(*query.terms, *(term for term in topic.terms if term not in query.terms)),
        asks=query.asks if query.asks != "other" else topic.asks,
        references=query.references or topic.references,
        documents=query.documents or _carried_documents(topic, query),
        names=query.names or topic.names,
        congress=query.congress or (() if query.years else topic.congress),
        years=query.years or (() if query.congress else topic.years),
        levels=query.levels or topic.levels,
        understood=(*query.understood, _said_about(carried, () if query.references else topic.references)),
    )


def _said_about(carried: str, references: Sequence[DocumentReference]) -> str:
    """What a follow-up is read together with, the documents named where the topic's words leave them out."""
    names = [reference_name(one) for one in references]
    unsaid = [name for name in names if fold(name) not in fold(carried)]
    return f"hỏi tiếp về {f'{joined(unsaid)}: ' if unsaid else ''}“{carried}”"


def _carried_documents(topic: Query, query: Query) -> tuple[str, ...]:
    """The topic's documents, unless the follow-up moves to another year or term."""
    return () if query.years or query.congress else topic.documents


def _understood(reading: _Reading, query: Query) -> tuple[str, ...]:
    """Short Vietnamese phrases for the line "Hiểu là: …", only where something was changed or recognised."""
    phrases = []
    if _spelled(reading.meaning) != _spelled(reading.typed):
        phrases.append(reading.meaning)
    if query.language == "en" and reading.lexical:
        phrases.append(f"từ khoá: {reading.lexical}")
    phrases += [f"{reference_name(reference)} chưa có trong kho" for reference in query.missing]
    return tuple(phrases)


def _spelled(text: str) -> list[str]:
    """The words of a text with tone marks in their usual place, so that "uỷ" and "ủy" are one word."""
    return [usual_spelling(word) for word in compose(text).lower().split()]
