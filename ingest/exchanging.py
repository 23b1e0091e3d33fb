"""The whole index to and from one file, as the command line tells it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.index.exchange import export_index, import_index
from assistant.settings import Settings
from ingest.report import number

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


def export_to(settings: Settings, target: Path) -> str:
    """Export, and say in a few sentences what was done; raises as `export_index` does."""
    done = export_index(settings, target)
    lines = [f"Đã xuất {number(done.documents)} văn bản, {number(done.passages)} đoạn vào tệp {target}."]
    lines += [f"Không thấy bản gốc {path} trong kho, nên tệp xuất không có bản gốc này." for path in done.lacking]
    return "\n".join(lines)


def import_from(settings: Settings, source: Path, embeddings: Embeddings | None = None) -> str:
    """Import, and say in one sentence what was done; raises as `import_index` does."""
    done = import_index(settings, source, embeddings)
    counted = f"{number(done.documents)} văn bản, {number(done.passages)} đoạn"
    return f"Đã nhập {counted} từ tệp {source}; không câu nào phải tính lại véc-tơ."
