import os
import shutil

import pytest


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice; CI must have it."""
    found = shutil.which("soffice")
    if found is None:
        message = "LibreOffice is not installed: sudo apt-get install libreoffice-writer-nogui"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found
