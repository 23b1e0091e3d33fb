"""A folder of documents and the commands on it, for tests of whole runs."""

from __future__ import annotations

from pathlib import Path

from assistant.index.reader import IndexReader, open_reader
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths, remove_document
from ingest.report import IngestReport
from tests.fakes import WordCountEmbeddings
from tests.line_documents import read_lines


class Desk:
    """Settings, a corpus folder, and the commands on them."""

    def __init__(self, settings: Settings, embeddings: WordCountEmbeddings) -> None:
        self.settings = settings
        self.corpus = settings.corpus_dir
        self.corpus.mkdir()
        self.tools = Tools(embeddings=embeddings, read=read_lines, suffixes={".txt", ".md"})
        self.embeddings = embeddings

    def put(self, name: str, text: str, folder: Path | None = None) -> Path:
        path = (folder or self.corpus) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def ingest(self, *paths: Path, rebuild: bool = False) -> IngestReport:
        return ingest_paths(self.settings, paths, rebuild=rebuild, tools=self.tools)

    def remove(self, identity: str) -> IngestReport:
        return remove_document(self.settings, identity, tools=self.tools)

    def reader(self) -> IndexReader:
        return open_reader(self.settings, self.embeddings)

    def texts(self) -> dict[str, str]:
        reader = self.reader()
        return {document.id: reader.text(document.id) for document in reader.documents()}


def counts(report: IngestReport) -> dict[str, int]:
    return {name: count for name, count in report.as_json()["files"].items() if count}
