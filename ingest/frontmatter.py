"""The front matter of a corpus file: YAML between two lines `---`, checked field by field, with the line of a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import yaml

from assistant.datatypes import DIGEST, ORIGINAL, Relation, Source
from assistant.errors import DocumentError

KINDS = (
    "chỉ thị",
    "nghị quyết",
    "hướng dẫn",
    "quy chế",
    "quy định",
    "quyết định",
    "kết luận",
    "thông báo",
    "công văn",
    "kế hoạch",
    "báo cáo",
    "điều lệ",
    "hỏi đáp",
    "bài học kinh nghiệm",
    "khác",
)
AUTHORITIES = ("chỉ đạo", "quy định", "hướng dẫn", "tham khảo")
VALIDITIES = ("còn hiệu lực", "được thay thế", "đã thực hiện", "chưa rõ")
LEVELS = ("chi bộ", "cơ sở", "cấp trên trực tiếp cơ sở", "tỉnh", "lực lượng vũ trang")
RELATIONS = ("hướng dẫn", "bổ sung", "thay thế", "căn cứ", "tổng kết")

_FENCE = re.compile(r"---[ \t]*$")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_FIELD = re.compile(r"[ \t]*([A-Za-z_][\w-]*)[ \t]*:")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_TERM = re.compile(r"[IVX]{1,6}")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself: `fields` are arguments of `Document`, without empty ones; `body` follows it."""

    fields: Mapping[str, Any]
    body: str


def split_front_matter(text: str, name: str) -> FrontMatter | None:
    """Take the front matter off a Markdown text; None where the text does not begin with one.

    Args:
        text: the whole file.
        name: the file's name, for messages.

    Raises:
        DocumentError: it has no end, is no YAML, or holds an unknown field or a wrong value.
    """
    lines = text.split("\n")
    if not _FENCE.match(lines[0]):
        return None
    closing = next((i for i, line in enumerate(lines[1:], 1) if _CLOSING.match(line)), None)
    if closing is None:
        raise DocumentError(
            f"Tệp {name}: phần khai báo mở bằng --- ở dòng 1 nhưng không có dòng --- đóng lại; "
            "hãy thêm dòng --- sau trường cuối cùng."
        )
    fields = _read_fields("\n".join(lines[1:closing]), name)
    return FrontMatter(MappingProxyType(fields), "\n".join(lines[closing + 1 :]))


class _FieldError(Exception):
    """A wrong value, with the node it stands at; `_read_fields` turns it into a DocumentError."""

    def __init__(self, node: yaml.Node, reason: str) -> None:
        super().__init__(reason)
        self.node = node


def _read_fields(block: str, name: str) -> dict[str, Any]:
    root = _compose(block, name)
    if root is None:
        return {}
    fields: dict[str, Any] = {}
    for key, value in root.value:
        field = str(key.value)
        try:
            if field not in _READERS:
                raise _FieldError(key, f"không có trường nào tên này; các trường hợp lệ: {', '.join(_READERS)}")
            if field in fields:
                raise _FieldError(key, "trường này được khai hai lần; hãy bỏ một lần")
            fields[field] = _READERS[field](value)
        except _FieldError as fault:
            raise _error(name, fault.node.start_mark.line, field, str(fault)) from fault
    return {field: value for field, value in fields.items() if value not in ("", None, ())}


def _compose(block: str, name: str) -> yaml.MappingNode | None:
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line if mark else 0
        reason = "không đúng cú pháp YAML; giá trị có dấu hai chấm hay ngoặc phải đặt trong ngoặc kép"
        raise _error(name, line, _field_near(block, line), reason) from fault
    except (yaml.YAMLError, RecursionError) as fault:
        raise _error(name, 0, "", "có ký tự lạ hoặc quá nhiều ngoặc lồng nhau; hãy bỏ đi") from fault
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise _error(name, 0, "", "không phải danh sách các dòng “trường: giá trị”; hãy viết lại theo dạng này")
    return root


def _field_near(block: str, line: int) -> str:
    """Return the field whose lines include the given one: its name stands there or above."""
    for text in reversed(block.split("\n")[: line + 1]):
        if (found := _FIELD.match(text)) and not text.startswith((" ", "\t")):
            return found[1]
    return ""


def _error(name: str, line: int, field: str, reason: str) -> DocumentError:
    place = f"dòng {line + 2}" + (f", trường “{field}”" if field else "")
    return DocumentError(f"Tệp {name}: phần khai báo sai ở {place}: {reason}.")


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _FieldError(node, "cần một giá trị, không phải danh sách")
    return "" if node.tag == "tag:yaml.org,2002:null" else " ".join(str(node.value).split())


def _matching(pattern: re.Pattern[str], expected: str) -> Callable[[yaml.Node], str]:
    def read(node: yaml.Node) -> str:
        value = _text(node)
        if value and not pattern.fullmatch(value):
            raise _FieldError(node, f"giá trị “{value}” không hợp lệ, {expected}")
        return value

    return read


def _one_of(allowed: tuple[str, ...]) -> Callable[[yaml.Node], str]:
    def read(node: yaml.Node) -> str:
        value = _text(node)
        if value and value not in allowed:
            raise _FieldError(node, f"giá trị “{value}” không hợp lệ; chọn một trong: {', '.join(allowed)}")
        return value

    return read


def _several(read: Callable[[yaml.Node], Any]) -> Callable[[yaml.Node], tuple[Any, ...]]:
    def read_all(node: yaml.Node) -> tuple[Any, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(read(item) for item in node.value)
        if isinstance(node, yaml.ScalarNode) and not _text(node):
            return ()
        raise _FieldError(node, "cần một danh sách, viết trong ngoặc vuông: [a, b]")

    return read_all


def _date(node: yaml.Node) -> date | None:
    value = _text(node)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as fault:
        raise _FieldError(node, f"giá trị “{value}” không phải ngày dạng năm-tháng-ngày, ví dụ 2019-05-30") from fault


def _parts(node: yaml.Node, names: tuple[str, ...]) -> dict[str, yaml.Node]:
    """Return the named parts of a mapping; all must be there, and no others."""
    parts = {str(key.value): value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    if set(parts) != set(names):
        raise _FieldError(node, f"cần đúng các phần {' và '.join(names)} trong ngoặc nhọn")
    return parts


def _relation(node: yaml.Node) -> Relation:
    parts = _parts(node, ("type", "target"))
    relation = Relation(_one_of(RELATIONS)(parts["type"]), _identifier(parts["target"]))
    if not (relation.type and relation.target):
        raise _FieldError(node, "quan hệ phải có cả type và target")
    return relation


def _sources(node: yaml.Node) -> tuple[Source, ...]:
    if isinstance(node, yaml.ScalarNode) and not _text(node):
        return ()
    if not isinstance(node, yaml.MappingNode):
        raise _FieldError(node, "cần bảng số thứ tự → {title, url}")
    sources: dict[int, Source] = {}
    for key, value in node.value:
        number = _text(key)
        if not (number.isascii() and number.isdecimal() and len(number) <= 6) or int(number) in sources:
            raise _FieldError(key, f"số thứ tự nguồn “{number}” không phải số, hoặc đã dùng cho nguồn khác")
        parts = _parts(value, ("title", "url"))
        sources[int(number)] = Source(int(number), _text(parts["title"]), _address(parts["url"]))
    return tuple(sources.values())


_identifier = _matching(_ID, "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ chi-thi-35-ct-tw-2019")
_address = _matching(re.compile(r"https?://\S+"), "địa chỉ phải bắt đầu bằng http:// hoặc https://")
_READERS: dict[str, Callable[[yaml.Node], Any]] = {
    "id": _identifier,
    "number": _text,
    "kind": _one_of(KINDS),
    "title": _text,
    "issuer": _text,
    "issued": _date,
    "signer": _text,
    "congress": _several(_matching(_TERM, "viết số La Mã, ví dụ XIII")),
    "levels": _several(_one_of(LEVELS)),
    "authority": _one_of(AUTHORITIES),
    "validity": _one_of(VALIDITIES),
    "effective": _date,
    "expired": _date,
    "as_of": _matching(_MONTH, "viết năm-tháng, ví dụ 2026-11"),
    "relations": _several(_relation),
    "provenance": _one_of((ORIGINAL, DIGEST)),
    "sources": _sources,
}
