"""The health report: for each file and for the collection, in sentences for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.contracts import missing_json
from assistant.wording import joined
from ingest.health.collection import Collection
from ingest.health.duplicates import Duplicate, Examined
from ingest.health.findings import SEVERITIES, Severity
from ingest.report import number

_ALL = "xem hết bằng dòng lệnh: python -m ingest --report --json"
_MISSING = (
    "được nhắc tới mà kho chưa có: xem mục Còn thiếu của Kho văn bản "
    "(dòng lệnh: python -m assistant documents --missing)."
)
_TITLES: Mapping[Severity, str] = {
    "grave": "Nghiêm trọng (vào kho vì người nạp chọn vẫn nạp)",
    "warning": "Cần xem lại",
    "note": "Ghi chú",
}
_MOST_FILES = 100  # of one severity, in the text; JSON has all
_MOST_IDS = 10


@dataclass(frozen=True, slots=True)
class HealthReport:
    """The state of the collection and of its files, those in the worst state first."""

    collection: Collection
    files: tuple[Examined, ...]

    def as_json(self) -> dict[str, Any]:
        """The documented form of `python -m ingest --report --json`; fields may be added, none goes.

        ```
        {"collection": {
             "documents": 22, "files": {"grave": 0, "warning": 1, "note": 2, "clean": 19},
             "kinds": {"hướng dẫn": 6, …}, "provenance": {"lược thuật": 20, …}, "formats": {".md": 22},
             "without_number": [ID, …], "without_date": [ID, …],
             "duplicates": [{"keep": ID, "drop": ID, "similarity": 0.93, "exact": false}, …],
             "missing": [as `python -m assistant documents --missing --json`] or null where it was not looked for},
         "files": [{"document_id": ID, "path": PATH, "findings": [
             {"code": "accents_lost", "severity": "grave" | "warning" | "note", "text": SENTENCE,
              "figures": {NAME: NUMBER}}, …]}, …]}
        ```
        """
        found, counts = self.collection, {severity: len(self._worst(severity)) for severity in SEVERITIES}
        return {
            "collection": {
                "documents": found.documents,
                "files": {**counts, "clean": len(self.files) - sum(counts.values())},
                "kinds": dict(found.kinds),
                "provenance": dict(found.provenances),
                "formats": dict(found.formats),
                "without_number": list(found.without_number),
                "without_date": list(found.without_date),
                "duplicates": [
                    {"keep": one.keep, "drop": one.drop, "similarity": round(one.similarity, 2), "exact": one.is_exact}
                    for one in found.duplicates
                ],
                "missing": None if found.missing is None else missing_json(found.missing),
            },
            "files": [
                {
                    "document_id": one.document.id,
                    "path": one.path,
                    "findings": [asdict(finding) for finding in one.health.findings],
                }
                for one in self.files
            ],
        }

    def as_lines(self) -> tuple[str, ...]:
        """The report for people, one sentence a line."""
        return (*self._overview(), *self._of_files(), *self._of_collection())

    def _overview(self) -> Iterator[str]:
        found = self.collection
        yield f"Kho có {number(found.documents)} văn bản: {_listed(found.kinds)}."
        yield f"Nguồn: {_listed(found.provenances)}. Định dạng: {_listed(found.formats)}."
        troubled = len(self._worst("grave")) + len(self._worst("warning"))
        yield f"{number(troubled)} tệp có điều cần xem lại." if troubled else "Không tệp nào có điều cần xem lại."

    def _of_files(self) -> Iterator[str]:
        for severity in SEVERITIES:
            files = self._worst(severity)
            for one in files[:_MOST_FILES]:
                told = " ".join(finding.text for finding in one.health.findings)
                yield f"{_TITLES[severity]}: {one.document.path} (mã {one.document.id}): {told}"
            if len(files) > _MOST_FILES:
                yield f"{_TITLES[severity]}: còn {number(len(files) - _MOST_FILES)} tệp nữa ({_ALL})."

    def _of_collection(self) -> Iterator[str]:
        found = self.collection
        yield from (_duplicate(one) for one in found.duplicates[:_MOST_FILES])
        if len(found.duplicates) > _MOST_FILES:
            yield f"Còn {number(len(found.duplicates) - _MOST_FILES)} văn bản trùng nữa ({_ALL})."
        if found.without_number:
            yield f"Chưa rõ số hiệu: {_ids(found.without_number)}."
        if found.without_date:
            yield f"Chưa rõ ngày: {_ids(found.without_date)}."
        if found.missing is None:
            yield f"Kho lớn nên báo cáo này không tìm các văn bản {_MISSING}"
        elif found.missing:
            yield f"Có {number(len(found.missing))} văn bản {_MISSING}"

    def _worst(self, severity: Severity) -> Sequence[Examined]:
        """The files whose worst finding is of this severity."""
        return [one for one in self.files if one.health.findings and one.health.findings[0].severity == severity]


def worst_first(examined: Sequence[Examined]) -> tuple[Examined, ...]:
    """The files by their worst finding, then by the number of findings, then by id."""

    def order(one: Examined) -> tuple[int, int, str]:
        findings = one.health.findings
        worst = SEVERITIES.index(findings[0].severity) if findings else len(SEVERITIES)
        return (worst, -len(findings), one.document.id)

    return tuple(sorted(examined, key=order))


def _duplicate(one: Duplicate) -> str:
    alike = "trùng hoàn toàn với" if one.is_exact else f"giống khoảng {100 * one.similarity:.0f}%"
    return f"Trùng: văn bản {one.drop} {alike} {one.keep}; nếu đúng là một, hãy bỏ văn bản {one.drop} khỏi kho."


def _listed(counts: Mapping[str, int]) -> str:
    return joined([f"{number(count)} {name}" for name, count in counts.items()]) or "chưa có gì"


def _ids(ids: Sequence[str]) -> str:
    more = f" và {number(len(ids) - _MOST_IDS)} văn bản khác" if len(ids) > _MOST_IDS else ""
    return f"{', '.join(ids[:_MOST_IDS])}{more}"
