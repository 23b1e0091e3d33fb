"""Serves the screens over the sample collection, settings from the environment; prints its port first.

In the data folder a file `missing` stands for an index that is not there, a file `delay` holds the seconds that an
answer takes.
"""

import sys

from assistant.errors import IndexMissingError
from assistant.settings import read_settings
from assistant.ui.desk import Desk
from assistant.ui.listening import listen
from assistant.ui.server import create_app, serve
from tests.ui.sample import SampleAssistant
from tests.ui.sample_librarian import SampleLibrarian


def main():
    settings = read_settings()
    bound = listen(settings)
    delay = settings.data_dir / "delay"
    assistant = SampleAssistant(delay_seconds=float(delay.read_text()) if delay.exists() else 0.0)

    def open_assistant():
        if (settings.data_dir / "missing").exists():
            raise IndexMissingError("Kho chưa có văn bản nào; hãy nạp bằng: python -m ingest.")
        return assistant

    app = create_app(Desk(open_assistant), settings, SampleLibrarian(assistant))
    sys.stdout.write(f"{bound.getsockname()[1]}\n")
    sys.stdout.flush()
    serve(app, bound)


if __name__ == "__main__":
    main()
