"""Opens the app: settings read, address bound, assistant built, screens served."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from assistant.command_line import CommandLine
from assistant.errors import AssistantError
from assistant.settings import Settings, read_settings
from assistant.ui.class_page import PATH as CLASS_PATH
from assistant.ui.class_page import room_address
from assistant.ui.desk import Desk
from assistant.ui.listening import is_loopback, listen
from assistant.ui.ports import Added, Assistant, Progress


class CollectionLibrarian:
    """The ingest as the operator's screen reaches it.

    Args:
        settings: where the collection lies.
    """

    takes_addresses = True

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def formats(self) -> Collection[str]:
        """The suffixes of the files that can be read."""
        from ingest.loading import SUFFIXES

        return SUFFIXES

    def add(self, sources: Sequence[Path | str], progress: Callable[[Progress], None], *, force: bool = False) -> Added:
        """Ingest files and fetched pages; each is copied into the data folder and stays until it is removed."""
        from ingest.addresses import fetched
        from ingest.parsing import read_document
        from ingest.pipeline import Tools, ingest_paths
        from ingest.report import IngestReport

        def tell(address: str) -> None:
            progress(Progress(0, len(sources), address))

        with fetched(sources, self._settings, tell) as got:
            tools = Tools(read=partial(read_document, force=force), progress=ProgressRelay(progress))
            report = ingest_paths(self._settings, got.paths, tools=tools) if got.paths else IngestReport()
        failures = [(one.path, one.reason) for one in got.failures]
        failures += [(Path(one.path).name, one.reason) for one in report.failures]
        return Added(report.new, report.changed, report.unchanged, tuple(failures))

    def remove(self, document_id: str) -> str:
        """Take one document out of the index; a file in a followed folder would bring it back."""
        from ingest.pipeline import remove_document

        report = remove_document(self._settings, document_id)
        return "".join(
            f"Tệp {path} vẫn còn: hãy xoá tệp, nếu không lần nạp sau sẽ đưa lại." for path in report.returning
        )

    def report(self) -> tuple[str, ...]:
        """The health report of the collection."""
        from ingest.health.reporting import report_health

        return report_health(self._settings).as_lines()


class ProgressRelay:
    """Tells the screen which file is being read.

    Args:
        tell: takes the news.
    """

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._files = 0
        self._begun = 0

    def begin(self, total: int, files: int) -> None:
        """Remember how many files lie ahead."""
        self._files = files

    def reading(self, name: str) -> None:
        """Tell the name of the file."""
        self._tell(Progress(self._begun, self._files, Path(name).name))
        self._begun += 1

    def reach(self, done: float, passages: float) -> None:
        """Say nothing: the screen counts files."""

    def close(self) -> None:
        """Say nothing: the outcome follows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; 0 where it ran, 1 where it could not start."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    options = _parser().parse_args(arguments)
    try:
        settings = read_settings()
        if options.for_class:
            settings = for_class(settings, allow_open=options.open)
        run(settings)
    except AssistantError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Đã tắt.\n")
    return 0


def for_class(settings: Settings, *, allow_open: bool) -> Settings:
    """The same settings, open to the room's network."""
    host = "0.0.0.0" if is_loopback(settings.host) else settings.host
    return settings.model_copy(update={"host": host, "allow_open": settings.allow_open or allow_open})


def run(settings: Settings) -> None:
    """Bind the address, open the index, serve.

    Raises:
        AssistantError: the address is taken or not allowed, or the model cannot be loaded.
    """
    bound = listen(settings)  # before the heavy imports: a taken port is said at once
    from assistant.build import build_assistant
    from assistant.ui.server import create_app, serve

    desk: Desk[Assistant] = Desk(lambda: build_assistant(settings))
    port = bound.getsockname()[1]
    address = "" if is_loopback(settings.host) else room_address(settings.host, port)
    app = create_app(desk, settings, CollectionLibrarian(settings), room_address=address)
    sys.stdout.write(f"{desk.problem() or 'Kho đã sẵn sàng.'}\n{_where(settings.host, port, address)}\n")
    sys.stdout.flush()
    threading.Thread(target=_warm_up, args=(desk,), name="warm up", daemon=True).start()
    serve(app, bound)


def _warm_up(desk: Desk[Assistant]) -> None:
    """Load the model before the first person asks; what fails here is said when somebody does."""
    with contextlib.suppress(AssistantError):
        desk.assistant().load()


def _where(host: str, port: int, address: str) -> str:
    here = f"http://{'127.0.0.1' if address else host}:{port}"
    if not address:
        return f"Mở trình duyệt ở {here}/ (nhấn Ctrl + C để tắt)."
    return f"Cả phòng mở {address} ; chiếu địa chỉ này bằng trang {here}{CLASS_PATH} (nhấn Ctrl + C để tắt)."


def _parser() -> CommandLine:
    parser = CommandLine(prog="python app.py", description="Mở Trợ lý Đại hội trong trình duyệt.")
    parser.add_argument(
        "--class", action="store_true", dest="for_class", help="mở cho cả mạng của phòng, cần ASSISTANT_AUTH_FILE"
    )
    parser.add_argument("--open", action="store_true", help="cùng với --class: không cần đăng nhập")
    return parser


if __name__ == "__main__":
    sys.exit(main())
