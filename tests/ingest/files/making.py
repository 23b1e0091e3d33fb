"""Makes the files of the acceptance set, each once; LibreOffice converts all of one format at a time."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.ingest.files.catalogue import CASES, Case
from tests.ingest.files.layout import FONTS

_FORMATS = {".html": "html:HTML:EmbedImages"}
_LONGEST_SECONDS = 180


def missing_tools(case: Case) -> tuple[str, ...]:
    """Name the programs and fonts that a case needs and this machine lacks."""
    lacking = []
    if case.converted and shutil.which("soffice") is None:
        lacking.append("LibreOffice")
    if case.recognised and not _reads_vietnamese():
        lacking.append("Tesseract with Vietnamese")
    if case.suffix in (".pdf", ".png", ".jpg", ".tiff") and not FONTS.is_dir():
        lacking.append("Noto fonts")
    return tuple(lacking)


def _reads_vietnamese() -> bool:
    command = shutil.which("tesseract")
    if command is None:
        return False
    listed = subprocess.run([command, "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()


class Workshop:
    """Makes files on demand and keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._converted: set[str] = set()

    def file(self, case: Case) -> Path:
        """The file of a case, made the first time it is asked for."""
        path = self._folder / case.file_name
        if case.converted:
            if case.suffix not in self._converted:
                self._convert(case.suffix)
        elif not path.exists():
            case.write(case.description, path)
        return path

    def _convert(self, suffix: str) -> None:
        """Make all files of one format in one run of LibreOffice."""
        sources = self._folder / f"sources of {suffix[1:]}"
        sources.mkdir()
        cases = [case for case in CASES if case.converted and case.suffix == suffix]
        for case in cases:
            case.write(case.description, sources / f"{case.id}.docx")
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        target = _FORMATS.get(suffix, suffix[1:])
        command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(self._folder)]
        files = [str(sources / f"{case.id}.docx") for case in cases]
        done = subprocess.run([*command, *files], capture_output=True, timeout=_LONGEST_SECONDS, check=True)
        absent = [case.file_name for case in cases if not (self._folder / case.file_name).exists()]
        assert not absent, f"LibreOffice did not make {absent}: {done.stderr.decode(errors='replace')}"
        self._converted.add(suffix)
