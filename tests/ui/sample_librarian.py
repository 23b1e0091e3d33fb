"""Adds text files to the sample collection and takes documents out of it; no ingest, no index."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.datatypes import Document
from assistant.errors import CorpusError
from assistant.ui.ports import Added, Progress
from tests.ui.sample import TEXTS, SampleAssistant


class SampleLibrarian:
    """Takes UTF-8 text files; anything else is a failure, as is every address."""

    def __init__(self, assistant: SampleAssistant, *, delay_seconds: float = 0.0) -> None:
        self._assistant = assistant
        self._delay_seconds = delay_seconds

    takes_addresses = False
    formats = (".txt",)

    def add(self, sources: Sequence[Path | str], progress: Callable[[Progress], None], *, force: bool = False) -> Added:
        """One document for each file, its first line the title."""
        added, failures = 0, []
        for done, source in enumerate(sources):
            name = source.name if isinstance(source, Path) else source
            progress(Progress(done, len(sources), name))
            time.sleep(self._delay_seconds)
            if isinstance(source, str):
                failures.append((name, "không mở được địa chỉ này"))
                continue
            try:
                text = source.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                failures.append((name, "không phải văn bản"))
                continue
            TEXTS[source.stem] = text
            document = Document(source.stem, text.partition("\n")[0], name)
            self._assistant.collection = (*self._assistant.collection, document)
            added += 1
        return Added(added, failures=tuple(failures))

    def remove(self, document_id: str) -> str:
        """Take it out of the list."""
        kept = tuple(one for one in self._assistant.collection if one.id != document_id)
        if len(kept) == len(self._assistant.collection):
            raise CorpusError(f"Kho không có văn bản {document_id}; hãy xem danh mục.")
        self._assistant.collection = kept
        return ""

    def report(self) -> tuple[str, ...]:
        """What lacks a date."""
        return tuple(f"{one.title}: không có ngày ban hành." for one in self._assistant.documents() if not one.issued)
