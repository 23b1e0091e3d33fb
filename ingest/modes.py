"""What the command line of the ingest can do: one function for each mode; each gives the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import DocumentError
from assistant.settings import Settings
from ingest.addresses import fetched, is_address
from ingest.checking import check_corpus
from ingest.exchanging import export_to, import_from
from ingest.health.reporting import report_health
from ingest.pipeline import Tools, ingest_paths, remove_document
from ingest.report import IngestReport
from ingest.watching import follow


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed beside the flag of a mode.

    Attributes:
        paths: files, folders and web addresses.
        value: what stands behind the flag itself.
        as_json: whether a program reads the result.
    """

    paths: tuple[str, ...] = ()
    value: str = ""
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a mode speaks: its results, and what it is about to do."""

    say: Callable[[str], None]
    note: Callable[[str], None]


Run = Callable[[Request, Settings, Tools, Terminal], int]
"""Does what one mode is for; raises what its parts raise."""


def ingest(request: Request, settings: Settings, tools: Tools, terminal: Terminal, *, rebuild: bool = False) -> int:
    """Bring the index up to date; 1 where a file or an address failed."""
    with fetched(request.paths, settings, lambda address: terminal.note(f"Đang lấy {address} …")) as sources:
        if sources.failures and not sources.paths:
            raise DocumentError("\n".join(failure.reason for failure in sources.failures))
        report = ingest_paths(settings, sources.paths, rebuild=rebuild, tools=tools)
    return _tell(replace(report, failures=(*sources.failures, *report.failures)), request, terminal)


def rebuild(request: Request, settings: Settings, tools: Tools, terminal: Terminal) -> int:
    """Make the whole index anew."""
    return ingest(request, settings, tools, terminal, rebuild=True)


def remove(request: Request, settings: Settings, tools: Tools, terminal: Terminal) -> int:
    """Take a document out by its id."""
    return _tell(remove_document(settings, request.value, tools=tools), request, terminal)


def watch(request: Request, settings: Settings, tools: Tools, terminal: Terminal) -> int:
    """Follow files and folders until interrupted."""
    if address := next(filter(is_address, request.paths), ""):
        raise DocumentError(f"Không theo dõi được địa chỉ {address}; --watch chỉ nhận thư mục và tệp trên máy này.")
    terminal.say("Đang theo dõi; nhấn Ctrl + C để thôi.")
    with suppress(KeyboardInterrupt):
        follow(settings, [Path(one) for one in request.paths], tools, terminal.say)
    terminal.say("Đã thôi theo dõi; phần đã nạp vẫn còn.")
    return 0


def check(request: Request, settings: Settings, _: Tools, terminal: Terminal) -> int:
    """Check Markdown files; 1 where one has an error."""
    corpus = settings.corpus_dir
    report = check_corpus([Path(one) for one in request.paths] or [corpus], beside=[corpus])
    terminal.say(report.as_text())
    return int(report.has_errors)


def report(request: Request, settings: Settings, _: Tools, terminal: Terminal) -> int:
    """Tell the state of the collection."""
    found = report_health(settings)
    terminal.say(json.dumps(found.as_json(), ensure_ascii=False) if request.as_json else "\n".join(found.as_lines()))
    return 0


def export(request: Request, settings: Settings, _: Tools, terminal: Terminal) -> int:
    """Write the whole index to a file."""
    terminal.say(export_to(settings, Path(request.value)))
    return 0


def import_(request: Request, settings: Settings, tools: Tools, terminal: Terminal) -> int:
    """Put an exported index in the place of this one."""
    terminal.say(import_from(settings, Path(request.value), tools.embeddings))
    return 0


def _tell(done: IngestReport, request: Request, terminal: Terminal) -> int:
    terminal.say(json.dumps(done.as_json(), ensure_ascii=False) if request.as_json else done.as_text())
    return 1 if done.failures else 0
