"""The command line: ask, search, documents, evaluate. Heavy libraries are loaded only by commands that need them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.command_line import CommandLine
from assistant.errors import AssistantError
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.build import Assistant
    from assistant.datatypes import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where it worked, 1 where it failed, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], None] = options.command
        command(options)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 130
    return 0


def _parser() -> CommandLine:
    parser = CommandLine(prog="python -m assistant", description="Trợ lý Đại hội: hỏi, tìm, xem kho văn bản.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    for name, command, text in (
        ("ask", _ask, "trả lời câu hỏi, mỗi câu có dẫn nguồn"),
        ("search", _search, "tìm các đoạn văn bản hợp với câu hỏi"),
    ):
        asking = commands.add_parser(name, help=text, description=text)
        asking.add_argument("question", nargs="?", metavar="CÂU_HỎI", help="câu hỏi, gõ thế nào cũng được")
        asking.add_argument("--batch", type=Path, metavar="TỆP.jsonl", help="tệp câu hỏi, mỗi dòng một JSON")
        asking.add_argument(
            "--history", action="append", default=[], metavar="CÂU", help="câu đã hỏi trước đó, cũ nhất trước"
        )
        asking.add_argument("--json", action="store_true", help="in JSON")
        asking.set_defaults(command=command, parser=asking)
        if name == "search":
            asking.add_argument("-k", type=_positive, default=10, metavar="N", help="số đoạn (mặc định 10)")
    listing = commands.add_parser("documents", help="danh mục văn bản trong kho")
    listing.add_argument("--json", action="store_true", help="in JSON")
    listing.add_argument(
        "--missing", action="store_true", help="các văn bản được nhắc tới mà kho chưa có, nhắc nhiều nhất trước"
    )
    listing.set_defaults(command=_documents)
    measuring = commands.add_parser("evaluate", help="đo chất lượng trên một tệp câu hỏi")
    measuring.add_argument("file", type=Path, metavar="TỆP.jsonl")
    measuring.add_argument("--json", action="store_true", help="in JSON")
    measuring.add_argument("--save", type=Path, metavar="TỆP.json", help="ghi thêm kết quả dạng JSON vào tệp")
    measuring.set_defaults(command=_evaluate)
    return parser


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} không phải số nguyên dương")
    return int(text)


def _one_of_question_and_batch(options: argparse.Namespace) -> None:
    if (options.question is None) == (options.batch is None):
        options.parser.error("cần một câu hỏi, hoặc --batch TỆP.jsonl")


def _ask(options: argparse.Namespace) -> None:
    _one_of_question_and_batch(options)
    from assistant.contracts import answer_json

    assistant = _assistant()
    if options.batch:
        _print_batch(options.batch, lambda one: answer_json(assistant.ask(one.text, one.history), question_id=one.id))
        return
    answer = assistant.ask(options.question, options.history)
    if options.json:
        _print_json(answer_json(answer))
    else:
        from assistant.rendering.plain import answer_plain

        print(answer_plain(answer))


def _search(options: argparse.Namespace) -> None:
    _one_of_question_and_batch(options)
    from assistant.contracts import search_json
    from assistant.wording import place

    assistant = _assistant()

    def reply(text: str, history: Sequence[str], identity: str | None) -> dict[str, Any]:
        result = assistant.search(text, options.k, history)
        return search_json(result.query, result.matches, question_id=identity)

    if options.batch:
        _print_batch(options.batch, lambda one: reply(one.text, one.history, one.id))
        return
    if options.json:
        _print_json(reply(options.question, options.history, None))
        return
    result = assistant.search(options.question, options.k, options.history)
    for rank, match in enumerate(result.matches, 1):
        print(f"{rank}. {match.document.title} – {place(match.passage)}\n   {match.passage.text}\n")
    if not result.matches:
        print("Không tìm thấy đoạn nào.")


def _documents(options: argparse.Namespace) -> None:
    from assistant.contracts import documents_json
    from assistant.index.reader import open_reader
    from assistant.wording import document_line

    reader = open_reader(read_settings())
    documents = reader.documents()
    if options.missing:
        _missing({one.id: reader.text(one.id) for one in documents}, documents, as_json=options.json)
        return
    if options.json:
        _print_json(documents_json(documents))
        return
    for document in documents:
        print(f"{document_line(document)}\n   {document.title}\n   {document.validity} · {document.path}")


def _missing(texts: Mapping[str, str], documents: Sequence[Document], *, as_json: bool) -> None:
    from assistant.contracts import missing_json
    from assistant.gaps import described, missing_documents
    from assistant.wording import document_name

    missing = missing_documents(texts, documents)
    if as_json:
        _print_json(missing_json(missing))
        return
    names = {one.id: document_name(one) for one in documents}
    for one in missing:
        print(described(one, names))
    if not missing:
        print("Các văn bản trong kho không nhắc tới văn bản nào mà kho chưa có.")


def _evaluate(options: argparse.Namespace) -> None:
    from assistant.evaluation import as_table, evaluate, summarize
    from assistant.questions import read_questions

    questions = read_questions(options.file)
    rows = summarize(evaluate(_assistant(), questions, lambda done: _progress(done, len(questions))))
    if options.save:
        options.save.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if options.json:
        _print_json(rows)
    else:
        print(as_table(rows))


def _assistant() -> Assistant:
    from assistant.build import build_assistant

    return build_assistant(read_settings())


def _print_batch(path: Path, reply: Callable[[Any], dict[str, Any]]) -> None:
    from assistant.batches import run_batch

    for line in run_batch(path, reply):
        print(json.dumps(line, ensure_ascii=False), flush=True)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
