"""Python imports this when it starts, where this folder is on PYTHONPATH (`offline_environment` in conftest.py)."""

import network_guard  # noqa: F401 - its import installs it
