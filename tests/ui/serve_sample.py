"""Serves the screens over the sample collection; prints its port, then serves until ended.

python -m tests.ui.serve_sample DATA_DIR [PORT]
"""

import sys
from pathlib import Path

from assistant.settings import Settings
from assistant.ui.desk import Desk
from assistant.ui.listening import listen
from assistant.ui.server import create_app, serve
from tests.ui.sample import SampleAssistant


def main(data_dir, port=0):
    settings = Settings(data_dir=Path(data_dir), port=port, requests_per_minute=1000)
    bound = listen(settings)
    app = create_app(Desk(SampleAssistant), settings)
    sys.stdout.write(f"{bound.getsockname()[1]}\n")
    sys.stdout.flush()
    serve(app, bound)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
