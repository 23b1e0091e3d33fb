"""One process that opens an index, asks it the questions of a file and prints what that took, as JSON.

Run by `bench_search.py` for each size: a process of its own, so that its memory is that of a reader and nothing else.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.answering.judge import EMBEDDED_MODEL  # noqa: E402
from assistant.build import Assistant  # noqa: E402
from assistant.index import lexical  # noqa: E402
from assistant.index.reader import IndexReader, open_reader  # noqa: E402
from assistant.retrieval.search import CANDIDATES, sense_of  # noqa: E402
from assistant.retrieval.understanding import Understander  # noqa: E402
from assistant.settings import Settings  # noqa: E402

COMPARED = 10
EVERY = 4
"""Of how many questions one is searched with all its terms too, which takes seconds in a large collection."""


def measure(data_dir: Path, questions: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Ask everything once and tell milliseconds, megabytes and shares by name."""
    reader = open_reader(Settings(data_dir=data_dir))
    assistant = Assistant(reader, judge=EMBEDDED_MODEL)
    (loading, _), _ = _timed(assistant.load)
    # Before the questions are asked, so that no search finds its vector in the reader's memory or pays for a page.
    asked = [_timed(lambda one=one: assistant.ask(one["question"], one["history"])) for one in questions]
    understander = Understander(reader)
    queries = [understander.understand(one["question"], one["history"]) for one in questions]
    content = [one for one in queries if one.intent == "content" and one.terms]
    words = [_timed(lambda one=one: reader.search_lexical(one.terms, CANDIDATES))[0] for one in content]
    dense = []
    for one in content:
        reader.search_dense(sense_of(one), 1)  # the model's own time stands in the whole answer
        dense.append(_timed(lambda one=one: reader.search_dense(sense_of(one), CANDIDATES))[0])
    return {
        "passages": reader.passage_count(),
        "documents": len(reader.documents()),
        "load_s": loading / 1000,
        **_spread("ask", [took for took, _ in asked]),
        **_spread("lexical", words),
        **_spread("dense", dense),
        "right_document": _right(zip(questions, (answer for _, answer in asked), strict=True)),
        "memory_mb": _resident(),
        "kept": _kept(reader, [one.terms for one in content[::EVERY]]),
    }


def _kept(reader: IndexReader, terms: Sequence[Sequence[str]]) -> float:
    """Share of the best passages by all terms of a question that are among the best by its telling terms."""
    pruned = [_best(reader, one) for one in terms]
    lexical.MOST_POSTINGS = sys.maxsize
    whole = [_best(reader, one) for one in terms]
    return mean(len(some & best) / len(best) for some, best in zip(pruned, whole, strict=True) if best)


def _best(reader: IndexReader, terms: Sequence[str]) -> set[str]:
    return {passage.id for passage, _ in reader.search_lexical(terms, COMPARED)}


def _right(answers: Iterable[tuple[dict[str, Any], Any]]) -> float:
    """Share of the answered questions, where the right document is known, that cite it."""
    cited = [
        bool(set(one["documents"]) & {citation.document.id for citation in answer.citations})
        for one, answer in answers
        if one["documents"] and answer.citations
    ]
    return mean(cited)


def _spread(name: str, took: Sequence[tuple[float, float]]) -> dict[str, float]:
    clock, processor = (quantiles(one, n=20) for one in zip(*took, strict=True))
    both = {name: clock, f"{name}_cpu": processor}
    return {f"{key}_{share}": cuts[place] for key, cuts in both.items() for share, place in (("p50", 9), ("p95", 18))}


def _timed(work: Callable[[], Any]) -> tuple[tuple[float, float], Any]:
    """Milliseconds by the clock and by the processor, which alone tell anything on a machine that does other work."""
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    return (1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)), result


def _resident() -> float:
    """Megabytes of memory that this process holds now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    print(json.dumps(measure(Path(sys.argv[1]), [json.loads(line) for line in lines])))
