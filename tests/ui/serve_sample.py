"""Serves the screens over the sample collection, settings from the environment; prints its port first."""

import sys

from assistant.settings import read_settings
from assistant.ui.desk import Desk
from assistant.ui.listening import listen
from assistant.ui.server import create_app, serve
from tests.ui.sample import SampleAssistant
from tests.ui.sample_librarian import SampleLibrarian


def main():
    settings = read_settings()
    bound = listen(settings)
    assistant = SampleAssistant()
    app = create_app(Desk(lambda: assistant), settings, SampleLibrarian(assistant))
    sys.stdout.write(f"{bound.getsockname()[1]}\n")
    sys.stdout.flush()
    serve(app, bound)


if __name__ == "__main__":
    main()
