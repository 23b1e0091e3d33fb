"""Ingest throughput against the bare encode of the same texts, in one run on one machine.

Prints how many texts the index embeds for each passage, and the share of the bare encode speed that the whole ingest
reaches: reading, splitting, embedding, lexical index, catalogue and Chroma together. Both are done twice in turn, so
that a machine whose speed drifts does not favour one of them; the better time of each counts. Processor seconds
stand beside the clock's: on a machine that does other work meanwhile, only they tell anything.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from langchain_core.embeddings import Embeddings

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.index.embeddings import BATCH_SIZE, PassageEmbeddings, load_embeddings  # noqa: E402
from assistant.settings import Settings  # noqa: E402
from ingest.pipeline import Tools, ingest_paths  # noqa: E402
from ingest.report import IngestReport  # noqa: E402


class Recorder(Embeddings):
    """The model, remembering what it was asked to embed."""

    def __init__(self, model: PassageEmbeddings) -> None:
        self.fingerprint = model.fingerprint
        self.texts: list[str] = []
        self._model = model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Remember and embed."""
        self.texts += texts
        return self._model.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""
        return self._model.embed_query(text)


@dataclass(frozen=True)
class Seconds:
    """What one measurement took, by the clock and by the processor."""

    clock: float
    processor: float


def measured(work: Callable[[], T]) -> tuple[Seconds, T]:
    """Do some work and time it."""
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    return Seconds(time.perf_counter() - clock, time.process_time() - processor), result


def ingest(model: Recorder, corpus: Sequence[Path]) -> tuple[Seconds, IngestReport]:
    """What one ingest into a new folder takes, and its report."""
    folder = Path(tempfile.mkdtemp())
    settings = Settings(data_dir=folder, corpus_dir=corpus[0])
    try:
        return measured(lambda: ingest_paths(settings, corpus, tools=Tools(embeddings=model)))
    finally:
        shutil.rmtree(folder)


def bare(texts: Sequence[str]) -> Seconds:
    """What that sentence-transformers alone takes for these texts, all at once."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(
        str(ROOT / "assistant" / "model"), device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"}
    )
    model.encode_document(["một câu để khởi động"], show_progress_bar=False)
    encode = partial(model.encode_document, list(texts), batch_size=BATCH_SIZE, show_progress_bar=False)
    return measured(encode)[0]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", type=Path, default=[ROOT / "docs_corpus"])
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    model = load_embeddings(Settings())
    model.embed_query("một câu để khởi động")
    ingests, encodes = [], []
    for _ in range(options.rounds):
        recorder = Recorder(model)
        seconds, report = ingest(recorder, options.corpus)
        ingests.append(seconds)
        encodes.append(bare(recorder.texts))
    texts, characters = len(recorder.texts), sum(map(len, recorder.texts))
    print(
        f"passages {report.passages}, texts {texts} ({texts / report.passages:.2f} a passage), {characters} characters"
    )
    for name in ("clock", "processor"):
        whole = min(getattr(one, name) for one in ingests)
        encode = min(getattr(one, name) for one in encodes)
        print(
            f"{name:9} ingest {whole:6.1f} s ({report.passages / whole:.1f} passages/s), "
            f"bare encode {encode:6.1f} s ({texts / encode:.1f} texts/s), ratio {encode / whole:.2f} (bar 0.85)"
        )


if __name__ == "__main__":
    main()
