"""A reading of files that fits on one screen: each line of a file is a passage, the first may name the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from assistant.datatypes import DIGEST, Document, Passage
from assistant.errors import DocumentError


@dataclass(frozen=True)
class LineDocument:
    document: Document
    text: str
    passages: tuple[Passage, ...]
    health: str = ""


def read_lines(path: Path, root: Path) -> LineDocument:
    """Read a file; a first line "id: x" or "digest: x" gives its id, the word HỎNG anywhere breaks it."""
    text = path.read_text(encoding="utf-8").strip()
    if "HỎNG" in text:
        raise DocumentError(f"Tệp {path.name} hỏng; hãy sửa.")
    lines = text.split("\n")
    identity = lines[0].split(": ")[1] if ": " in lines[0] else path.stem
    document = Document(identity, identity, str(path.relative_to(root)))
    if lines[0].startswith("digest"):
        document = replace(document, provenance=DIGEST, signer="Người ký")
    passages, start = [], 0
    for order, line in enumerate(lines):
        end = start + len(line)
        passages.append(Passage(f"{identity}-{order}", identity, line, start, end, f"dòng {order + 1}", order))
        start = end + 1
    return LineDocument(document, text, tuple(passages))
