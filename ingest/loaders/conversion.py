"""Files of old Word, RTF and OpenDocument: turned into .docx by LibreOffice without a window, then read as that."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from assistant.errors import DocumentError
from ingest.loaded import LoadedFile
from ingest.loaders.docx import read_package
from ingest.loaders.html import load_html
from ingest.loaders.word_package import open_word

INSTALL_COMMAND = "sudo apt-get install libreoffice-writer-nogui"
TIMEOUT_SECONDS = 120.0
_PROGRAMS = ("soffice", "libreoffice")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_BLANK = b"\xef\xbb\xbf \t\r\n"
_PAGES = (b"<html", b"<!doctype html")  # what some systems call a Word file
_BEGINNINGS = (b"{\\rtf", b"PK\x03\x04")  # anything else would be opened as plain text

# What the profile of its own says: no macros, no links followed, no fields updated, nothing fetched.
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Common/Load", "UpdateDocumentMode", "0"),
)
_ITEM = (
    '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'  # one a line of _SETTINGS
)


def load_converted(path: Path) -> LoadedFile:
    """Read a file that LibreOffice Writer opens.

    Raises:
        DocumentError: LibreOffice is missing, takes longer than `TIMEOUT_SECONDS` or cannot open the file.
    """
    content = path.read_bytes()
    if content.lstrip(_BLANK).lower().startswith(_PAGES):
        return load_html(path)
    is_word = content.startswith(_OLE) and _WORD_STREAM in content
    if not (is_word or content.lstrip().startswith(_BEGINNINGS)):
        raise _unreadable(path.name)
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise DocumentError(
            f"Tệp {path.name} cần LibreOffice mới đọc được mà máy này chưa có; hãy cài bằng lệnh: {INSTALL_COMMAND}."
        )
    with tempfile.TemporaryDirectory(prefix="ingest-") as folder:
        source = Path(folder) / f"source{path.suffix.lower()}"
        shutil.copyfile(path, source)
        _convert(program, source, path.name)
        loaded = read_package(open_word(source.with_suffix(".docx")))
    return loaded


def _convert(program: str, source: Path, name: str) -> None:
    """Write the .docx beside the source; a program that hangs is ended with all that it started."""
    profile = source.parent / "profile"
    _write_profile(profile)
    command = [program, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    command += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(source.parent), str(source)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=source.parent,
        start_new_session=True,
    )
    try:
        process.wait(TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"LibreOffice không đọc xong tệp {name} sau {TIMEOUT_SECONDS:.0f} giây; "
            "hãy mở tệp gốc và lưu lại dạng .docx."
        ) from error
    finally:
        _end(process)
    if not source.with_suffix(".docx").is_file():
        raise _unreadable(name)


def _unreadable(name: str) -> DocumentError:
    return DocumentError(
        f"Không mở được tệp {name} (tệp hỏng, có mật khẩu hoặc khác định dạng); hãy mở tệp gốc và lưu lại dạng .docx."
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole group of a process: the program that was started is only the parent of the one that works."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


def _write_profile(profile: Path) -> None:
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )
