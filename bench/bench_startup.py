"""Cold start of `ask` against importing sentence-transformers and loading the model alone.

Both run in new processes, in turn, with the files in the page cache; the better time of each counts.
Needs an index: `python -m ingest` first.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "Chỉ thị 35 năm 2019 quy định tỷ lệ nữ cấp uỷ thế nào?"
LOAD = f"""
from sentence_transformers import SentenceTransformer
SentenceTransformer({str(ROOT / "assistant" / "model")!r}, device="cpu", local_files_only=True,
                    model_kwargs={{"dtype": "float32"}})
"""


def seconds(*arguments: str) -> tuple[float, float]:
    """What one Python process takes, by the clock and by the processor."""
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - clock, processor


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    asks, loads = [], []
    for _ in range(options.rounds):
        loads.append(seconds("-c", LOAD))
        asks.append(seconds("-m", "assistant", "ask", QUESTION, "--json"))
    for name, place in (("clock", 0), ("processor", 1)):
        load, ask = min(one[place] for one in loads), min(one[place] for one in asks)
        print(f"{name:9} libraries and model {load:5.2f} s, ask {ask:5.2f} s, ratio {ask / load:.2f} (bar 1.30)")
    documents = min(seconds("-m", "assistant", "documents", "--json")[0] for _ in range(options.rounds))
    print(f"documents {documents:.2f} s")


if __name__ == "__main__":
    main()
