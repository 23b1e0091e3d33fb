"""How much there is: texts of hardly a word, pages without any, pages badly recognised, passages too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.datatypes import Passage
from assistant.wording import joined
from ingest.health.findings import Finding
from ingest.loaded import PAGE_BREAK, Reading
from ingest.looks.counting import runs

_FEWEST_WORDS, _FEW_WORDS = 3, 30
_BLANK_PAGE = 20  # letters and figures; a page number or a stamp has fewer
_MOSTLY_BLANK, _FEWEST_PAGES = 0.8, 3
_SURE, _UNSURE = 75.0, 50.0  # per cent; measured: clean pages 94 to 95, 60 dots an inch 70, upside down 49, blurred 32
_LONGEST_PASSAGE = 1_500
_SHOWN = 8


def check_length(text: str) -> Iterator[Finding]:
    """Find texts of hardly a word, and pages without any."""
    words = len(text.split())
    if words < _FEWEST_WORDS:
        yield Finding("nearly_empty", "grave", f"Văn bản gần như trống, chỉ có {words} chữ.", {"words": words})
    elif words < _FEW_WORDS:
        yield Finding("short", "note", f"Văn bản rất ngắn, chỉ có {words} chữ.", {"words": words})
    pages = text.split(PAGE_BREAK)
    blank = [number for number, page in enumerate(pages, 1) if sum(map(str.isalnum, page)) < _BLANK_PAGE]
    figures = {"blank_pages": len(blank), "pages": len(pages)}
    if len(pages) >= _FEWEST_PAGES and len(blank) >= _MOSTLY_BLANK * len(pages):
        yield Finding("nearly_empty", "grave", f"{len(blank)} trên {len(pages)} trang không có chữ.", figures)
    elif len(pages) > 1 and set(blank) - {len(pages)}:  # the last page often is the back of a sheet
        yield Finding("blank_pages", "warning", f"Không có chữ ở {_pages(blank)}.", figures)


def check_recognition(reading: Reading) -> Iterator[Finding]:
    """Find pages whose recognised characters are not to be trusted."""
    known = {page: sure for page, sure in enumerate(reading.confidences, 1) if sure is not None}
    if not known:
        return
    mean = sum(known.values()) / len(known)
    unsure = [page for page, sure in known.items() if sure < _SURE]
    figures = {"mean_confidence": round(mean, 1), "unsure_pages": len(unsure), "recognised_pages": len(known)}
    if mean < _UNSURE:
        text = f"Máy đọc ảnh quét rất kém, độ tin cậy trung bình chỉ {mean:.0f}% ở {len(known)} trang."
        yield Finding("recognition", "grave", text, figures)
    elif unsure:
        lowest = min(known.values())
        text = f"Máy đọc ảnh quét chưa chắc chắn ở {_pages(unsure)} (thấp nhất {lowest:.0f}%); hãy đối chiếu bản giấy."
        yield Finding("recognition", "warning", text, figures)
    else:
        text = f"Chữ của {len(known)} trang do máy đọc từ ảnh quét, độ tin cậy trung bình {mean:.0f}%."
        yield Finding("recognition", "note", text, figures)


def check_passages(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Find passages that are longer than can be read at once."""
    long = [len(one.text) for one in passages if len(one.text) > _LONGEST_PASSAGE]
    if long:
        text = f"Có {len(long)} đoạn quá dài (dài nhất {max(long)} ký tự), phần cuối đoạn khó được tìm thấy."
        yield Finding("long_passages", "warning", text, {"passages": len(long), "longest": max(long)})


def _pages(numbers: Sequence[int]) -> str:
    """Pages as people name them ("trang 2, 4–6")."""
    ranges = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs(numbers)]
    more = f" và {len(ranges) - _SHOWN} chỗ khác" if len(ranges) > _SHOWN else ""
    return f"trang {joined(ranges[:_SHOWN])}{more}"
