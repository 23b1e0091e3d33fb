"""Command lines in Vietnamese: what argparse says of wrong usage, and the help."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

_MESSAGES = (
    (re.compile(r"unrecognized arguments: (?P<what>.+)", re.DOTALL), "không hiểu {what}"),
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "còn thiếu {what}"),
    (re.compile(r"argument (?P<what>.+): expected .*"), "sau {what} còn thiếu một giá trị"),
    (
        re.compile(r"argument (?P<what>.+): ignored explicit argument (?P<value>.+)"),
        "{what} không nhận giá trị {value}",
    ),
    (re.compile(r"argument (?P<what>.+): invalid choice: (?P<value>.+) \(choose.*"), "{what} không nhận {value}"),
    (re.compile(r"argument (?P<what>.+?): (?P<value>.+)", re.DOTALL), "{what}: {value}"),
)
"""As Python words them; what is worded otherwise is shown as it is."""


class _Help(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class CommandLine(argparse.ArgumentParser):
    """A parser whose help and errors are Vietnamese, and which takes no option cut short."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog, description=description, formatter_class=_Help, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "Cần cho biết", "Tuỳ chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one sentence."""
        self.exit(2, f"Lệnh chưa đúng: {_told(message)}; xem cách dùng: {self.prog} -h\n")


def _told(message: str) -> str:
    for pattern, told in _MESSAGES:
        if found := pattern.fullmatch(message):
            return told.format(**found.groupdict())
    return message
