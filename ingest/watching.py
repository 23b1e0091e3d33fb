"""`python -m ingest --watch`: folders are followed, and what changes in them goes in at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from assistant.errors import AssistantError
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from ingest.report import IngestReport
from ingest.roots import is_hidden

_QUIET_MS = 1_500
"""How long nothing must change before the files are looked at: a large file is written in many steps."""
_CHECK_MS = 1_000


def follow(settings: Settings, paths: Sequence[Path], tools: Tools, tell: Callable[[str], None]) -> None:
    """Ingest folders and files now and after every change, until interrupted.

    Args:
        settings: where the index and, without paths, the documents lie.
        paths: folders and files; none: the corpus folder.
        tools: what to work with.
        tell: hears one line after each ingest that did something, and one for each file that failed.

    Raises:
        AssistantError: the first ingest cannot be done; later ones only tell so.
        KeyboardInterrupt: it was ended; what has gone in stays.
    """
    from watchfiles import watch

    places = [path.resolve() for path in paths or [settings.corpus_dir]]
    begun = False
    for changes in watch(
        *places,
        watch_filter=None,
        step=_QUIET_MS,
        rust_timeout=_CHECK_MS,
        yield_on_timeout=True,  # so that the first ingest comes after the watch began: no change falls between
    ):
        if begun and not concerns((path for _, path in changes), places, settings.data_dir.resolve()):
            continue
        try:
            report = ingest_paths(settings, paths, tools=tools)
        except AssistantError as error:
            if not begun:
                raise
            tell(str(error))
        else:
            _tell(report, tell, always=not begun)
        begun = True


def concerns(changed: Iterable[str], places: Sequence[Path], data_dir: Path) -> bool:
    """Whether a change among these paths may be one of a document: not of the index itself, nor of hidden files."""
    return any(
        not Path(path).is_relative_to(data_dir) and any(_is_visible(Path(path), place) for place in places)
        for path in changed
    )


def _is_visible(path: Path, place: Path) -> bool:
    return path.is_relative_to(place) and not any(map(is_hidden, path.relative_to(place).parts))


def _tell(report: IngestReport, tell: Callable[[str], None], *, always: bool) -> None:
    if always or report.has_changes:
        tell("\n".join([report.as_line(), *report.wrong()]))
