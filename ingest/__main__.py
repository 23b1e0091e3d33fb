"""The command line of the ingest: documents go in, come out, or the whole index is made anew."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from assistant.errors import AssistantError, DocumentError
from assistant.settings import read_settings
from ingest.addresses import fetched
from ingest.checking import check_corpus
from ingest.exchanging import export_to, import_from
from ingest.health.reporting import report_health
from ingest.parsing import read_document
from ingest.pipeline import Tools, ingest_paths, remove_document
from ingest.progress import ProgressBar
from ingest.report import IngestReport
from ingest.watching import follow


def main(arguments: Sequence[str] | None = None, tools: Tools | None = None) -> int:
    """Run one ingest; 0 where all went in, 1 where something failed, 2 for wrong usage, 130 where it was stopped."""
    parser = _parser()
    options = parser.parse_args(arguments)
    _refuse_wrong_usage(parser, options)
    tools = tools or Tools(progress=ProgressBar())
    if options.force:
        tools = replace(tools, read=partial(read_document, force=True))
    try:
        return _do(options, tools)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; phần đã nạp vẫn còn, chạy lại lệnh để nạp tiếp.", file=sys.stderr)
        return 130


def _do(options: argparse.Namespace, tools: Tools) -> int:
    if options.export or options.import_:
        print(_exchange(options, tools))
        return 0
    if options.check:
        return _check([Path(one) for one in options.paths])
    if options.report:
        return _report(as_json=options.json)
    if options.watch:
        return _watch([Path(one) for one in options.paths], tools)
    report = _run(options, tools)
    print(json.dumps(report.as_json(), ensure_ascii=False) if options.json else report.as_text())
    return 1 if report.failures else 0


def _refuse_wrong_usage(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if options.remove is not None and (options.paths or options.rebuild):
        parser.error("--remove không đi cùng đường dẫn hay --rebuild")
    if options.check and (options.remove is not None or options.rebuild or options.json):
        parser.error("--check chỉ đi cùng đường dẫn")
    if options.report and (options.paths or options.remove is not None or options.rebuild or options.check):
        parser.error("--report chỉ đi cùng --json")
    if (options.export or options.import_) and (options.paths or options.rebuild or options.remove or options.json):
        parser.error("--export và --import đi một mình")
    if options.watch and (options.remove is not None or options.rebuild or options.check or options.json):
        parser.error("--watch chỉ đi cùng đường dẫn và --force")


def _run(options: argparse.Namespace, tools: Tools) -> IngestReport:
    settings = read_settings()
    if options.remove is not None:
        return remove_document(settings, options.remove, tools=tools)
    with fetched(options.paths, settings, lambda address: print(f"Đang lấy {address} …", file=sys.stderr)) as sources:
        if sources.failures and not sources.paths:
            raise DocumentError("\n".join(failure.reason for failure in sources.failures))
        report = ingest_paths(settings, sources.paths, rebuild=options.rebuild, tools=tools)
    return replace(report, failures=(*sources.failures, *report.failures))


def _exchange(options: argparse.Namespace, tools: Tools) -> str:
    settings = read_settings()
    if options.export:
        return export_to(settings, options.export)
    return import_from(settings, options.import_, tools.embeddings)


def _watch(paths: Sequence[Path], tools: Tools) -> int:
    print("Đang theo dõi; nhấn Ctrl + C để thôi.", flush=True)
    with suppress(KeyboardInterrupt):
        follow(read_settings(), paths, tools, partial(print, flush=True))
    print("Đã thôi theo dõi; phần đã nạp vẫn còn.")
    return 0


def _check(paths: Sequence[Path]) -> int:
    corpus = read_settings().corpus_dir
    report = check_corpus(paths or [corpus], beside=[corpus])
    print(report.as_text())
    return int(report.has_errors)


def _report(*, as_json: bool) -> int:
    report = report_health(read_settings())
    print(json.dumps(report.as_json(), ensure_ascii=False) if as_json else "\n".join(report.as_lines()))
    return 0


def _path(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("đường dẫn trống")  # it would stand for the current folder
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Nạp văn bản vào kho: thư mục được theo dõi trọn vẹn, tệp lẻ được giữ bản sao.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=_path,
        metavar="ĐƯỜNG_DẪN",
        help="thư mục, tệp hay địa chỉ trang web; bỏ trống: thư mục văn bản của dự án",
    )
    parser.add_argument("--rebuild", action="store_true", help="làm lại toàn bộ kho từ các thư mục và bản gốc đã giữ")
    parser.add_argument("--remove", metavar="MÃ", help="bỏ một văn bản khỏi kho")
    parser.add_argument(
        "--check", action="store_true", help="chỉ kiểm tra các tệp Markdown, không nạp; có lỗi thì trả mã 1"
    )
    parser.add_argument("--report", action="store_true", help="báo cáo tình trạng các tệp và cả kho, không nạp gì")
    parser.add_argument("--export", type=Path, metavar="TỆP", help="xuất cả kho ra một tệp để mang sang máy khác")
    parser.add_argument(
        "--import", dest="import_", type=Path, metavar="TỆP", help="thay kho ở máy này bằng kho đã xuất ra tệp"
    )
    parser.add_argument("--watch", action="store_true", help="nạp, rồi theo dõi và nạp ngay những gì thay đổi")
    parser.add_argument("--force", action="store_true", help="nhận cả tệp có chất lượng dưới mức tối thiểu")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
