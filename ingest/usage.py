"""What may be typed behind `python -m ingest`: its modes, of which a run has one, and what goes with each."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.command_line import CommandLine
from ingest import modes
from ingest.modes import Request, Run

_PATHS, _FORCE, _JSON = "đường dẫn", "--force", "--json"


@dataclass(frozen=True, slots=True)
class Mode:
    """One thing that a run can do.

    Attributes:
        flag: chooses it; empty for the ingest itself.
        run: does it.
        goes_with: what else may be typed.
        help: for the user.
        takes: names the value behind the flag; empty where there is none.
    """

    flag: str
    run: Run
    goes_with: tuple[str, ...]
    help: str = ""
    takes: str = ""


_INGEST = Mode("", modes.ingest, (_PATHS, _FORCE, _JSON))
_CHOSEN = (
    Mode("--rebuild", modes.rebuild, _INGEST.goes_with, "làm lại toàn bộ kho từ các thư mục và bản gốc đã giữ"),
    Mode("--watch", modes.watch, (_PATHS, _FORCE), "nạp, rồi theo dõi và nạp ngay những gì thay đổi"),
    Mode("--remove", modes.remove, (_JSON,), "bỏ một văn bản khỏi kho", takes="MÃ"),
    Mode("--check", modes.check, (_PATHS,), "chỉ kiểm tra các tệp Markdown, không nạp; có lỗi thì trả mã 1"),
    Mode("--report", modes.report, (_JSON,), "báo cáo tình trạng các tệp và cả kho, không nạp gì"),
    Mode("--export", modes.export, (), "xuất cả kho ra một tệp để mang sang máy khác", takes="TỆP"),
    Mode("--import", modes.import_, (), "thay kho ở máy này bằng kho đã xuất ra tệp", takes="TỆP"),
)


@dataclass(frozen=True, slots=True)
class Usage:
    """A command line understood; `force` says that files in a bad state are taken too."""

    run: Run
    request: Request
    force: bool


def read_usage(arguments: Sequence[str] | None) -> Usage:
    """Understand a command line, that of the process by default.

    Raises:
        SystemExit: the usage is wrong (2), or help was asked for (0).
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    chosen = [mode for mode in _CHOSEN if _value(options, mode)]
    if len(chosen) > 1:
        parser.error(f"{' và '.join(mode.flag for mode in chosen)} không đi cùng nhau, mỗi lần chỉ làm một việc")
    mode = chosen[0] if chosen else _INGEST
    typed = {_PATHS: options.paths, _FORCE: options.force, _JSON: options.json}
    for what, is_typed in typed.items():
        if is_typed and what not in mode.goes_with:
            parser.error(f"{mode.flag} {_alone(mode)}, không đi cùng {what}")
    value = _value(options, mode) if mode.takes else ""
    return Usage(mode.run, Request(tuple(options.paths), value, options.json), options.force)


def _alone(mode: Mode) -> str:
    return f"chỉ đi cùng {' và '.join(mode.goes_with)}" if mode.goes_with else "đi một mình"


def _value(options: argparse.Namespace, mode: Mode) -> str:
    """What stands behind the flag of a mode, the flag itself where nothing does; empty where it was not typed."""
    return str(getattr(options, mode.flag, "") or "")


def _parser() -> CommandLine:
    parser = CommandLine(
        prog="python -m ingest",
        description="Nạp văn bản vào kho: thư mục được theo dõi trọn vẹn, tệp lẻ được giữ bản sao.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=_filled,
        metavar="ĐƯỜNG_DẪN",
        help="thư mục, tệp hay địa chỉ trang web; bỏ trống: thư mục văn bản của dự án",
    )
    works = parser.add_argument_group("Việc khác, mỗi lần một việc")
    for mode in _CHOSEN:
        if mode.takes:
            works.add_argument(mode.flag, dest=mode.flag, type=_filled, metavar=mode.takes, help=mode.help)
        else:
            works.add_argument(mode.flag, dest=mode.flag, action="store_const", const=mode.flag, help=mode.help)
    parser.add_argument(_FORCE, action="store_true", help="nhận cả tệp có chất lượng dưới mức tối thiểu")
    parser.add_argument(_JSON, action="store_true", help="in kết quả dạng JSON")
    return parser


def _filled(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("giá trị trống")  # an empty path would stand for the current folder
    return text
