"""Many people asking at once over HTTP: each gets the answer to the own question; bounded in users and questions.

python -m tests.ui.load ADDRESS [--users 30] [--questions 300] [--file QUESTIONS.jsonl]
"""

import argparse
import json
import statistics
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

MOST_USERS = 50
QUESTIONS = (
    "Phông hội trường màu gì?",
    "Danh sách bầu chi uỷ có số dư bao nhiêu?",
    "Người trúng cử phải được bao nhiêu phiếu?",
    "Ghế cho người cao tuổi đặt ở đâu?",
    "Máy tính kiểm phiếu chạy thử mấy lần?",
)


@dataclass(frozen=True)
class Outcome:
    question: str
    history: tuple[str, ...]
    answer: dict
    seconds: float


def browser(address):
    """One that opened the page, and is told apart from the others of this machine."""
    opened = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    opened.open(urllib.request.Request(address, headers={"Accept": "text/html"}), timeout=120).read()
    return opened


def ask(address, question, history, browser):
    started = time.perf_counter()
    body = json.dumps({"data": [question, list(history)]}).encode()
    request = urllib.request.Request(f"{address}/gradio_api/call/ask", body, {"Content-Type": "application/json"})
    with browser.open(request, timeout=120) as told:
        event = json.load(told)["event_id"]
    with browser.open(f"{address}/gradio_api/call/ask/{event}", timeout=120) as stream:
        *_, kind, data = [line for line in stream.read().decode().splitlines() if line]
    if kind != "event: complete":
        raise RuntimeError(f"{question}: {data}")
    return Outcome(question, tuple(history), json.loads(data.removeprefix("data: "))[0], time.perf_counter() - started)


def run(address, *, users=30, questions=300, texts=QUESTIONS):
    """Every user asks in turn, each time with the own last question as history; all begin together."""
    users = min(users, MOST_USERS)
    gate = threading.Barrier(users)

    def user(number):
        own = browser(address)
        gate.wait()
        history, outcomes = [], []
        for turn in range(questions // users):
            question = f"{texts[(number + turn) % len(texts)]} (người {number}, lượt {turn})"
            outcomes.append(ask(address, question, history[-1:], own))
            history.append(question)
        return outcomes

    with ThreadPoolExecutor(users) as pool:
        return [outcome for outcomes in pool.map(user, range(users)) for outcome in outcomes]


def p95(outcomes):
    times = sorted(one.seconds for one in outcomes)
    return times[max(0, -(-len(times) * 95 // 100) - 1)]


def resident_megabytes(process_id):
    """Memory that a process holds now; Linux only."""
    line = next(x for x in Path(f"/proc/{process_id}/status").read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--users", type=int, default=30)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--process", type=int, help="id of the app's process, to print its memory")
    options = parser.parse_args()
    texts = QUESTIONS
    if options.file:
        texts = [json.loads(line)["question"] for line in options.file.read_text(encoding="utf-8").splitlines()]
    before = resident_megabytes(options.process) if options.process else 0
    outcomes = run(options.address, users=options.users, questions=options.questions, texts=texts)
    wrong = [one for one in outcomes if one.answer["question"] != one.question]
    times = [one.seconds for one in outcomes]
    sys.stdout.write(
        f"{len(outcomes)} questions, {options.users} users, {len(wrong)} wrong; "
        f"median {statistics.median(times):.2f} s, p95 {p95(outcomes):.2f} s, most {max(times):.2f} s\n"
    )
    if options.process:
        sys.stdout.write(f"memory {before} MB before, {resident_megabytes(options.process)} MB after\n")


if __name__ == "__main__":
    main()
