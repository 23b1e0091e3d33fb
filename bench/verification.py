"""Measures what the check of generated sentences lets through: true rewordings and false ones, made from the corpus.

Run with `python -m bench.verification`. For comparison, each sentence is also judged by the two usual measures at
several thresholds: the share of its words and word pairs that stand in the passage, and the share of words that it has
in common with one sentence of the passage in the same order (the smaller one of: of its own, of that sentence's).
Numbers must stand in the passage for all of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from assistant.answering.comparable import words_of
from assistant.answering.verification import check_sentence, numbers_stand, without_own_name
from assistant.datatypes import Document, Passage
from assistant.language.sentences import sentence_spans
from assistant.marks import MARK
from bench.rewordings import FALSE, TRUE, Material

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
KEY = "kab12"
WIDTH = 34


def statements(folder: Path) -> list[Material]:
    """Each statement of the corpus with its neighbours on either side, which share its passage."""
    found = []
    for path in sorted(folder.glob("*.md")):
        front, body = path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
        fields = yaml.safe_load(front)
        document = Document(fields["id"], "", "", number=fields.get("number") or "", issued=fields.get("issued"))
        lines = [MARK.sub("", line[2:]).strip() for line in body.splitlines() if line.startswith("- ")]
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            found.append(Material(document, line, before, after, without_own_name(line, document)))
    return found


@cache
def word_share(text: str, passage: str) -> float:
    """Mean share of the words and of the word pairs of a text that stand in the passage."""
    words, held = words_of(text), words_of(passage)
    singles = sum(word in set(held) for word in words) / len(words)
    doubles = list(pairwise(words))
    return (singles + sum(pair in set(pairwise(held)) for pair in doubles) / max(1, len(doubles))) / 2


@cache
def order_share(text: str, passage: str) -> float:
    """Share of words in common and in the same order with the nearest sentence of the passage."""
    words, best = words_of(text), 0.0
    for start, end in sentence_spans(passage):
        source = words_of(passage[start:end])
        blocks = SequenceMatcher(None, words, source, autojunk=False).get_matching_blocks()
        best = max(best, sum(block.size for block in blocks) / max(len(words), len(source), 1))
    return best


def is_let_through(text: str, passage: str, document: Document) -> bool:
    """Whether the check of the assistant accepts the sentence."""
    source = Passage("p", document.id, passage, 0, len(passage), "", 0)
    return check_sentence(f"{text} [{KEY}]", {KEY: source}, {document.id: document}).holds


def judged(cases: Sequence[tuple[str, str, Document]]) -> list[int]:
    """How many of these sentences each measure lets through, the check of the assistant last."""
    measures: tuple[Callable[[str, str], float], ...] = (word_share, order_share)
    standing = [(text, passage) for text, passage, _ in cases if numbers_stand(text, [passage])]
    counts = [sum(measure(*pair) >= threshold for pair in standing) for measure in measures for threshold in THRESHOLDS]
    return [*counts, sum(is_let_through(*case) for case in cases)]


def hand_written() -> list[tuple[str, str, Document]]:
    """True paraphrases beside the statements that they reword."""
    rows = Path(__file__).with_name("paraphrases.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cases = []
    for text, source, number, issued in (row.split("\t") for row in rows):
        document = Document("d", "", "", number=number, issued=date.fromisoformat(issued) if issued else None)
        cases.append((text, source, document))
    return cases


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "docs_corpus")
    material = statements(parser.parse_args().folder)
    others = material[len(material) // 2 :] + material[: len(material) // 2]
    heads = [f"{name}{threshold:g}".replace("0.", ".") for name in ("w", "o") for threshold in THRESHOLDS]
    print(f"{len(material)} statements; w = share of words and pairs, o = share in the same order\n")
    print(f"{'':{WIDTH}}{'n':>5}" + "".join(f"{head:>6}" for head in [*heads, "check"]))
    for title, makers in (("TRUE", TRUE), ("FALSE", FALSE)):
        total = [0] * (2 * len(THRESHOLDS) + 2)
        for name, make in makers.items():
            made = [(make(one, other), one) for one, other in zip(material, others, strict=True)]
            cases = [(text, one.passage, one.document) for text, one in made if text]
            row = [len(cases), *judged(cases)]
            total = [before + more for before, more in zip(total, row, strict=True)]
            _print(name, row)
        _print(f"{title}, all", total)
    _print("TRUE, written by hand", [len(hand_written()), *judged(hand_written())])


def _print(name: str, row: Sequence[int]) -> None:
    print(f"{name:{WIDTH}}{row[0]:>5}" + "".join(f"{count:>6}" for count in row[1:]), flush=True)


if __name__ == "__main__":
    main()
