"""Checks a generated sentence against the passages that it cites; what cannot be proved is not shown. Pure.

A sentence needs known keys, exact quotations, numbers that the passages hold, and words that one sentence of a cited
passage says (`clauses.follows`). Why no share of common words, as measured by `python -m bench.verification`: of 7,107
false rewordings of statements of the corpus, a share of words and word pairs lets 4,872 through at threshold .5, 4,861
at .8 and 3,937 at .95; a share of words in the same order 4,721, 3,037 and 308, the last with 1,112 of 3,258 true ones.
This check lets 3,163 true ones through and 2 false ones (a list with one item left out). The price: of 20 free
paraphrases written by hand it accepts 8; for the others the quotation is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.clauses import follows
from assistant.answering.comparable import OPENER, words_of
from assistant.datatypes import Document, Passage
from assistant.language.folding import compose
from assistant.language.sentences import sentence_spans

Reason = Literal["", "empty", "no key", "unknown key", "quotation differs", "number not in the passage", "not said"]

_KEY = re.compile(r"(?<!\w)k[0-9a-f]{4,64}(?!\w)")
KEYS = re.compile(rf"[\[(【]\s*(?:khoá|khóa|key)?:?\s*{_KEY.pattern}(?:\s*[,;]?\s*{_KEY.pattern})*\s*[\])】]")
"""A group of keys as models write it: "[k12ab]", "[k12ab, k34cd]", "(khoá: k12ab)"."""
_BRACKETED = re.compile(r"\[[^\]]{0,80}\]?|【[^】]{0,80}】?")
_MARKUP = re.compile(r"\*{1,3}|_{2,3}|`+|^\s*(?:#{1,6}|[-*•–]|\d{1,2}[.)])\s+")
_LEAD = re.compile(r"^theo [^,:;]{1,160}[,:]\s*", re.IGNORECASE)
_OWN_NAME = (
    r"\s*(?:[-*•+]\s+)?(?:theo )?(?:(?:khoản|điều|mục|phụ lục|điểm|phần) [\w.]+,? )*(?:của )?(?:chỉ thị|nghị quyết"
    r"|hướng dẫn|quy chế|quy định|quyết định|kết luận|thông báo|công văn|kế hoạch|báo cáo) (?:số )?"
    r"{number}(?P<when> năm \d{{4}}| ngày [\d/]+| \([\d/]+\))?[,:] "
)
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]*)[”\"“»]?")


@dataclass(frozen=True, slots=True)
class Proof:
    """The sentence of a passage that says it: `document_text[start:end]`."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of a reply as it may be shown, what proves it, and why it fails; no reason where it holds."""

    text: str
    proofs: tuple[Proof, ...] = ()
    reason: Reason = ""
    cited: tuple[Passage, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every check passed."""
        return not self.reason


def check_sentence(sentence: str, keys: Mapping[str, Passage], documents: Mapping[str, Document]) -> Checked:
    """Run all checks on one sentence with its keys, the cheapest first.

    Args:
        sentence: one sentence of a reply.
        keys: the passages that were shown, by their keys.
        documents: their documents by id: a statement may leave out the name of the very document that it stands in.
    """
    named = tuple(dict.fromkeys(_KEY.findall(sentence)))
    cited = tuple(dict.fromkeys(keys[key] for key in named if key in keys))
    text = shown_text(sentence)
    if not words_of(text):
        return Checked(text, reason="empty", cited=cited)
    if not named:
        return Checked(text, reason="no key")
    if any(key not in keys for key in named):
        return Checked(text, reason="unknown key", cited=cited)
    return _proved(text, cited, documents)


def shown_text(sentence: str) -> str:
    """A sentence of a reply without keys, brackets and Markdown."""
    text = _BRACKETED.sub(" ", KEYS.sub(" ", sentence))
    text = _MARKUP.sub("", _KEY.sub(" ", text))
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split())).strip(" -–*•|")


def _proved(text: str, cited: tuple[Passage, ...], documents: Mapping[str, Document]) -> Checked:
    sources = [passage.text for passage in cited]
    if not quotations_exact(text, sources):
        return Checked(text, reason="quotation differs", cited=cited)
    reason: Reason = "number not in the passage"
    for shorter in _without_openers(text):
        if numbers_stand(shorter, sources):
            reason = "not said"
            found = (_proof(shorter, passage, documents[passage.document_id]) for passage in cited)
            if proofs := tuple(proof for proof in found if proof):
                return Checked(shorter, proofs, cited=cited)
    return Checked(text, reason=reason, cited=cited)


def _without_openers(text: str) -> list[str]:
    """The text, then without a connective, then without "Theo …,": what names the document is written by `lines`."""
    without = re.sub(r"^[\s,:]+", "", OPENER.sub("", text, count=1)) if OPENER.match(text) else text
    bare = _LEAD.sub("", without)
    return list(dict.fromkeys(one[:1].upper() + one[1:] for one in (text, without, bare)))


def _proof(text: str, passage: Passage, document: Document) -> Proof | None:
    """The first sentence of the passage that the text follows from."""
    for start, end in sentence_spans(passage.text):
        source = passage.text[start:end]
        if follows(text, source) or follows(text, without_own_name(source, document)):
            return Proof(passage, passage.start + start, passage.start + end)
    return None


def without_own_name(sentence: str, document: Document) -> str:
    """A sentence without "Theo Chỉ thị 35-CT/TW năm 2019," in front, where that is the document it stands in.

    The answer names the document above the sentence. Another document of the same number has another year.
    """
    if not document.number:
        return sentence
    found = re.match(_OWN_NAME.format(number=re.escape(document.number)), sentence, re.IGNORECASE)
    if not found or any(
        year != str(document.issued)[:4] for year in re.findall(r"(?<!\d)\d{4}(?!\d)", found["when"] or "")
    ):
        return sentence
    return sentence[found.end() :]


def quotations_exact(text: str, sources: Sequence[str]) -> bool:
    """Whether all that stands in quotation marks stands so in one of the sources, white space aside."""
    held = [" ".join(compose(source).split()) for source in sources]
    quoted = [" ".join(compose(one).split()).rstrip(".…") for one in _QUOTED.findall(text)]
    return all(any(one in source for source in held) for one in quoted)


def numbers_stand(text: str, sources: Sequence[str]) -> bool:
    """Whether every number, date and document number of the text stands in a source as a whole."""
    held = {word for source in sources for word in words_of(source)}
    return all(word in held for word in words_of(text) if any(map(str.isdigit, word)))
