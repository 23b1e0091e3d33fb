"""A second ingest of a folder in which nothing changed: both times, and what was read and embedded."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.settings import Settings  # noqa: E402
from bench.made_up_texts import DrawnEmbeddings, write_files  # noqa: E402
from ingest.parsing import ParsedDocument, read_document  # noqa: E402
from ingest.pipeline import Tools, ingest_paths  # noqa: E402


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--bytes", type=int, default=3_000, help="of each file")
    options = parser.parse_args()
    read: list[Path] = []

    def noting(path: Path, root: Path) -> ParsedDocument:
        read.append(path)
        return read_document(path, root)

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data", corpus_dir=Path(folder) / "corpus")
        write_files(settings.corpus_dir, options.files, options.bytes)
        for name in ("first", "second"):
            read.clear()
            started, processor = time.perf_counter(), time.process_time()
            report = ingest_paths(settings, tools=Tools(embeddings=DrawnEmbeddings(), read=noting))
            print(
                f"{name:6} {time.perf_counter() - started:6.2f} s, processor {time.process_time() - processor:6.2f} s: "
                f"{report.new} new, {report.unchanged} unchanged, {len(read)} read, {report.embedded} embedded"
            )


if __name__ == "__main__":
    main()
