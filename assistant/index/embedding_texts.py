"""What of a passage goes to the embedding model; pure, so that the same passage always gives the same texts."""

from __future__ import annotations

from assistant.datatypes import Document, Passage
from assistant.language.sentences import sentence_spans
from assistant.marks import MARK

LONGEST_TITLE = 100  # characters; a longer title would drown the passage behind it


def short_title(document: Document) -> str:
    """Kind, number and the beginning of the title, cut at a word."""
    name = f"{document.kind} {document.number}".strip() if document.number else ""
    title = document.title
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0]
    return ": ".join(part for part in (name, title) if part)


def embedded_text(document: Document, passage: Passage) -> str:
    """The text whose vector stands for a passage: short title, headings, and the passage without source marks."""
    return "\n".join([short_title(document), *passage.headings, without_marks(passage.text)])


def embedded_sentences(passage: Passage) -> list[tuple[int, int, str]]:
    """The sentences of a passage: offsets in the document's text, and the text whose vector stands for each."""
    found = []
    for start, end in sentence_spans(passage.text):
        text = without_marks(passage.text[start:end])
        if any(character.isalpha() for character in text):
            found.append((passage.start + start, passage.start + end, text))
    return found


def without_marks(text: str) -> str:
    """The text without marks such as `[^17]`."""
    return MARK.sub("", text).strip()
