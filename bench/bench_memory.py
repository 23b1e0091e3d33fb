"""Memory of an ingest of much text: the highest resident size of the main process and of any worker.

Each size is done in a process of its own, so that its highest mark is its own; the model is a stand-in of 64
dimensions, since the real one's memory does not depend on the size of the collection.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.settings import Settings  # noqa: E402
from bench.made_up_texts import DrawnEmbeddings, write_files  # noqa: E402
from ingest.pipeline import Tools, ingest_paths  # noqa: E402

MEGABYTE = 2**20
BAR_MB = 1_500


def one(megabytes: float, files: int) -> None:
    """Ingest so much text in so many files and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data", corpus_dir=Path(folder) / "corpus")
        size = write_files(settings.corpus_dir, files, int(megabytes * MEGABYTE / files))
        before = _peak(resource.RUSAGE_SELF)
        started = time.perf_counter()
        report = ingest_paths(settings, tools=Tools(embeddings=DrawnEmbeddings()))
        disk = sum(path.stat().st_size for path in settings.data_dir.rglob("*") if path.is_file())
    main_peak, worker_peak = _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN)
    print(
        f"{size / MEGABYTE:6.0f} MB in {files} files: {report.passages} passages, {report.embedded} texts, "
        f"{time.perf_counter() - started:.0f} s; peak main {main_peak:.0f} MB ({before:.0f} before), "
        f"worker {worker_peak:.0f} MB; {(main_peak - before) * MEGABYTE / size:.2f} bytes a byte of text; "
        f"disk {disk / MEGABYTE:.0f} MB; bar {BAR_MB} MB"
    )


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", nargs="*", type=float, default=[25, 50])
    parser.add_argument("--megabytes-each", type=float, default=1.0, help="of each file")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    for megabytes in options.megabytes:
        if options.here:
            one(megabytes, max(1, round(megabytes / options.megabytes_each)))
        else:
            each = f"--megabytes-each={options.megabytes_each}"
            subprocess.run([sys.executable, __file__, "--here", each, str(megabytes)], check=True)


if __name__ == "__main__":
    main()
