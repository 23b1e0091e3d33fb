"""Word files written as XML, so that a test says exactly what stands in them."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}


def write_word(path: Path, body: str, **parts: str) -> Path:
    """Write a .docx whose body and other parts consist of the given XML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/_rels/document.xml.rels", _relations({name: f"{name}.xml" for name in parts}))
        archive.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{_PARTS[name]} {_NAMESPACES}>{content}</w:{_PARTS[name]}>")
    return path


def _content_types(parts: dict[str, str]) -> str:
    kinds = {"document": "document.main", **{name: name for name in parts}}
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{base}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{types}">{defaults}{overrides}</Types>'


def _relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def run(text: str, *, font: str = "", properties: str = "") -> str:
    """Return a run; `properties` is XML."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*contents: str, style: str = "", number: tuple[int, int] | None = None, properties: str = "") -> str:
    """Return a paragraph of runs or plain words; `number` is list and level."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = ""
    if number:
        numbered = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    runs = "".join(content if content.startswith("<") else run(content) for content in contents)
    return f"<w:p><w:pPr>{styled}{numbered}{properties}</w:pPr>{runs}</w:p>"


def table(rows: list[list[str]], *, properties: str = "", cell_properties: str = "") -> str:
    """Return a table; a cell is XML, or its lines as plain words."""
    written = []
    for row in rows:
        cells = [cell if cell.startswith("<") else "".join(map(paragraph, cell.split("\n"))) for cell in row]
        written.append("".join(_cell(cell, cell_properties) for cell in cells))
    grid = "<w:gridCol/>" * max(map(len, rows))
    opening = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"{opening}{''.join(f'<w:tr>{row}</w:tr>' for row in written)}</w:tbl>"


def _cell(content: str, properties: str) -> str:
    return content if content.startswith("<w:tc>") else f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


BORDERS = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
GRID = f"<w:tblBorders>{BORDERS}</w:tblBorders>"


def level(at: int, style: str, pattern: str, *, start: int = 1, more: str = "") -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """Return a numbering part with one list definition."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'
