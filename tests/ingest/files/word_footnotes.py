"""Word's own footnotes, which python-docx cannot write: a part of the package and references to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_REFERENCE = re.compile(r" ?\[(\d+)\]")
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


class FootnotePart:
    """Collects the references while a document is typed, then adds the notes."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def fill(self, fill: Callable[[Any, str], None], paragraph: Any, text: str) -> None:
        """Put words into a paragraph, with a reference where the text has a mark such as [1]."""
        pieces = _REFERENCE.split(text)
        for words, number in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
            if words:
                fill(paragraph, words)
            if number:
                paragraph._p.append(
                    parse_xml(f'<w:r {nsdecls("w")}>{_RAISED}<w:footnoteReference w:id="{int(number) + 1}"/></w:r>')
                )

    def attach(self, notes: Sequence[str]) -> None:
        """Add the notes; the first two are the lines that Word draws above them."""
        written = "".join(
            f'<w:footnote w:id="{i}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
            for i, note in enumerate(notes, 2)
        )
        drawn = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote>"
        )
        xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{drawn}{written}</w:footnotes>'
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
