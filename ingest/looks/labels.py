"""The table of properties that law portals print above a document ("Số hiệu: … Loại văn bản: …")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.language.folding import fold
from ingest.looks.lines import Line

_NAMES = {
    "so hieu": "number",
    "so ky hieu": "number",
    "so, ky hieu": "number",
    "so/ky hieu": "number",
    "so hieu van ban": "number",
    "loai van ban": "kind",
    "hinh thuc van ban": "kind",
    "the loai": "kind",
    "noi ban hanh": "issuer",
    "co quan ban hanh": "issuer",
    "don vi ban hanh": "issuer",
    "nguoi ky": "signer",
    "ngay ban hanh": "issued",
    "ngay ky": "issued",
    "ngay van ban": "issued",
    "ngay hieu luc": "effective",
    "ngay co hieu luc": "effective",
    "hieu luc tu": "effective",
    "ngay het hieu luc": "expired",
    "ngay het hieu luc toan bo": "expired",
    "tinh trang": "validity",
    "tinh trang hieu luc": "validity",
    "trich yeu": "subject",
    "trich yeu noi dung": "subject",
    "ngay dang": "",
    "ngay cong bao": "",
    "so cong bao": "",
    "chuc danh": "",
    "chuc vu": "",
    "linh vuc": "",
    "nganh": "",
    "pham vi": "",
    "tep dinh kem": "",
    "file dinh kem": "",
}
_LABEL = re.compile(
    rf"(?:^|(?<=[\s|]))(?P<label>{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})\s*(?:[:|\t]|$)\s*"
)
_UNKNOWN = frozenset({"da biet", "dang cap nhat", "chua biet", "khong xac dinh", "dang kiem tra", "...", "-", "khong"})
_LONGEST = 400


def read_labels(lines: Iterable[Line]) -> dict[str, str]:
    """Return the known properties in these lines, named as the fields of a document; a value may stand a line below."""
    found: dict[str, str] = {}
    pending = ""
    for line in lines:
        labels = list(_LABEL.finditer(line.folded)) if len(line.text) <= _LONGEST else []
        if pending and not labels:
            _keep(found, pending, line.text)
        pending = ""
        ends = [*(following.start() for following in labels[1:]), len(line.text)]
        for label, end in zip(labels, ends, strict=False):
            value = line.text[label.end() : end].strip(" |\t")
            field = _NAMES[label["label"]]
            _keep(found, field, value)
            pending = "" if value else field
    return found


def is_label_line(line: Line) -> bool:
    """Whether a line belongs to a portal's table of properties."""
    return len(line.text) <= _LONGEST and bool(_LABEL.match(line.folded))


def _keep(found: dict[str, str], field: str, value: str) -> None:
    if field and value and fold(value).strip(" .") not in _UNKNOWN:
        found.setdefault(field, value)
