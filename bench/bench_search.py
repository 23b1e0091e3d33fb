"""Search and answers in collections of 1,000 passages and more: time, memory, disk, and what pruning of terms costs.

One index grows from size to size through the write path of the ingest (without the model: vectors are drawn near real
ones, see `multiplied.py`); at each size a new process loads the real model and asks the development questions. Prints a
table in Markdown and how each figure grew against the smallest size, so that ratios come from one run on one machine.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from multiplied import DrawnEmbeddings, Stored, Variation, copies, real_documents  # noqa: E402

from assistant.index.embeddings import load_embeddings  # noqa: E402
from assistant.index.records import Holding  # noqa: E402
from assistant.index.writer import open_writer  # noqa: E402
from assistant.settings import Settings  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
LARGEST = 300_000
LONGEST = 50
"""Passages of a long document: near a size, documents are written one by one, so as not to go far beyond it."""
TOGETHER = 20
"""Documents embedded together, as the ingest does with groups of files."""
LEXICAL_BAR_MS = 100
ANSWER_BAR = 5.0
TIMED = {"lexical": "words", "dense": "vectors", "ask": "answer"}
COLUMNS = {
    "passages": "passages",
    "documents": "documents",
    **{f"{name}_{share}": f"{title} {share} ms" for name, title in TIMED.items() for share in ("p50", "p95")},
    **{f"{name}_cpu_p95": f"{title} p95 processor ms" for name, title in TIMED.items()},
    "load_s": "start s",
    "memory_mb": "memory MB",
    "disk_kb": "disk KB a passage",
    "write_ms": "write ms a passage",
    "set_ms": "Chroma ms a passage",
    "kept": "top 10 kept",
    "right_document": "right document",
}


def grow(settings: Settings, embeddings: DrawnEmbeddings, documents: Iterator[Stored], size: int) -> dict[str, float]:
    """Write documents until the index has this many passages; processor milliseconds for each passage."""
    started, drawn = time.process_time(), embeddings.seconds
    preparing = 0.0
    with open_writer(settings, embeddings) as writer:
        before = there = writer.passage_count()
        while there < size:
            fetched = time.process_time()
            group = list(islice(documents, min(TOGETHER, 1 + (size - there) // LONGEST)))
            preparing += time.process_time() - fetched
            writer.embed([(one.document, one.passages) for one in group])
            for one in group:
                source = Holding(one.document.id, "bench", one.document.path, one.document.id)
                writer.replace(one.document, one.text, one.passages, source)
                there += len(one.passages)
            embeddings.forget()
        written = time.process_time()
    fresh = there - before
    writing = written - started - preparing - (embeddings.seconds - drawn)
    return {"write_ms": 1000 * writing / fresh, "set_ms": 1000 * (time.process_time() - written) / there}


def asked(settings: Settings, questions: Path) -> dict[str, float]:
    """What a reader in a process of its own measures."""
    command = [sys.executable, str(ROOT / "bench" / "search_measure.py"), str(settings.data_dir), str(questions)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def disk_kb(folder: Path) -> float:
    """Size of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1024


def table(rows: Sequence[dict[str, float]]) -> str:
    """The figures in Markdown, and their growth against the first row."""
    lines = ["| " + " | ".join(COLUMNS.values()) + " |", "|" + "---|" * len(COLUMNS)]
    lines += ["| " + " | ".join(_figure(row[name]) for name in COLUMNS) + " |" for row in rows]
    if len(rows) > 1:
        lines += ["", f"Growth against {rows[0]['passages']:,.0f} passages:", "", *lines[:2]]
        lines += ["| " + " | ".join(f"×{row[name] / rows[0][name]:.2f}" for name in COLUMNS) + " |" for row in rows[1:]]
    return "\n".join(lines)


def bars(rows: Sequence[dict[str, float]]) -> str:
    """The two bars, where the sizes that they speak of were measured."""
    sizes = {round(row["passages"], -3): row for row in rows}
    lines = []
    if 10_000 in sizes:
        row = sizes[10_000]
        both = f"{row['lexical_p95']:.0f} ms, processor {row['lexical_cpu_p95']:.0f} ms"
        lines.append(f"words p95 at 10,000 passages: {both} (bar {LEXICAL_BAR_MS})")
    if {1_000, 100_000} <= sizes.keys():
        for name in ("ask_p50", "ask_p95", "ask_cpu_p50", "ask_cpu_p95"):
            ratio = sizes[100_000][name] / sizes[1_000][name]
            lines.append(f"question to answer, {name[4:]}, 100,000 against 1,000: {ratio:.2f} (bar {ANSWER_BAR})")
    return "\n".join(lines)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", type=Path, default=[ROOT / "docs_corpus"], help="folders of real texts")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of passages, growing")
    parser.add_argument("--largest", action="store_true", help=f"{LARGEST:,} passages at the end as well")
    parser.add_argument("--questions", type=Path, default=ROOT / "tests" / "quality" / "gold-dev.jsonl")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the index here and leave it there")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp())
    settings = Settings(data_dir=folder)
    real = real_documents(options.corpus)
    embeddings = DrawnEmbeddings(load_embeddings(settings), real)
    documents = copies(real, Variation(seed=1), embeddings)
    rows = []
    try:
        for size in sorted([*options.sizes, *([LARGEST] if options.largest else [])]):
            written = grow(settings, embeddings, documents, size)
            row = {**asked(settings, options.questions), **written}
            rows.append(row | {"disk_kb": disk_kb(folder) / row["passages"]})
            print(json.dumps(rows[-1]), file=sys.stderr)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)
    print(f"{table(rows)}\n\n{bars(rows)}")


if __name__ == "__main__":
    main()
