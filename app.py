"""Opens the app: settings read, address bound, assistant built, screens served."""

from __future__ import annotations

import logging
import sys

from assistant.errors import AssistantError
from assistant.settings import Settings, read_settings


def main() -> int:
    """Serve until interrupted; 0 where it ran, 1 where it could not start."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        run(read_settings())
    except AssistantError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Đã tắt.\n")
    return 0


def run(settings: Settings) -> None:
    """Bind the address, open the index, serve.

    Raises:
        AssistantError: the address is taken or not allowed, or the model cannot be loaded.
    """
    from assistant.ui.listening import listen

    bound = listen(settings)  # before the heavy imports: a taken port is said at once
    from assistant.build import build_assistant
    from assistant.ui.desk import Desk
    from assistant.ui.server import create_app, serve

    desk = Desk(lambda: build_assistant(settings))
    app = create_app(desk, settings)
    host, port = bound.getsockname()[:2]
    ready = desk.problem() or "Kho đã sẵn sàng."
    sys.stdout.write(f"{ready}\nMở trình duyệt ở http://{host}:{port}/ (nhấn Ctrl + C để tắt).\n")
    sys.stdout.flush()
    serve(app, bound)


if __name__ == "__main__":
    sys.exit(main())
