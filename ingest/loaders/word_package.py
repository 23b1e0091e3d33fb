"""The parts of a Word file: a zip archive of XML, opened without trusting it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from assistant.errors import DocumentError

Element = Any  # of lxml, which has no types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES = 256 * 1024 * 1024  # of one part, unpacked: no text that people wrote is so long


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The XML roots of the parts that hold text; None where the file has no such part."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None


def open_word(path: Path) -> WordPackage:
    """Open a Word file.

    Raises:
        DocumentError: it is protected by a password, of another format or broken.
    """
    from lxml import etree  # type: ignore[import-untyped]

    with path.open("rb") as file:
        head = file.read(len(_OLE))
    if head == _OLE:
        raise _other_format(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _read_parts(archive, path.name)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise _broken(path.name) from error
    except etree.XMLSyntaxError as error:
        raise _broken(path.name) from error


def _read_parts(archive: zipfile.ZipFile, name: str) -> WordPackage:
    main = next(iter(_targets(archive, "", "/officeDocument", name)), None)
    if main is None:
        raise _broken(name)

    def part(kind: str) -> Element | None:
        found = next(iter(_targets(archive, main, f"/{kind}", name)), None)
        return _parse(archive, found, name) if found in archive.namelist() else None

    return WordPackage(
        document=_parse(archive, main, name),
        styles=part("styles"),
        numbering=part("numbering"),
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
    )


def _targets(archive: zipfile.ZipFile, source: str, kind: str, name: str) -> list[str]:
    """Return the parts to which one part points by a relation of that kind."""
    place = PurePosixPath(source)
    relations = (place.parent / "_rels" / f"{place.name}.rels").as_posix() if source else "_rels/.rels"
    if relations not in archive.namelist():
        return []
    found = [relation for relation in _parse(archive, relations, name) if relation.get("Type", "").endswith(kind)]
    targets = [relation.get("Target", "") for relation in found if relation.get("TargetMode") != "External"]
    return [(target[1:] if target.startswith("/") else (place.parent / target).as_posix()) for target in targets]


def _parse(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    from lxml import etree

    with archive.open(part) as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise DocumentError(f"Tệp {name} bung ra quá lớn (hơn 256 MB); hãy kiểm tra lại tệp gốc.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content.replace(_STRICT, W[1:-1].encode()), parser)


def _other_format(path: Path) -> DocumentError:
    content = path.read_bytes()
    if _ENCRYPTED in content:
        return DocumentError(f"Tệp {path.name} có mật khẩu bảo vệ; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.")
    return DocumentError(f"Tệp {path.name} thực ra là tệp Word đời cũ; hãy đổi đuôi tên tệp thành .doc rồi thử lại.")


def _broken(name: str) -> DocumentError:
    return DocumentError(f"Tệp {name} hỏng hoặc không phải tệp Word; hãy mở tệp gốc và lưu lại dạng .docx.")
