"""What stands on the first screen before anything was asked: a greeting, example questions, the state of the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from assistant.datatypes import DIGEST, Document
from assistant.ui.conversation_view import question_buttons

# Each question with the number of the document that answers it; an empty number: any collection answers it.
EXAMPLES = (
    ("Chỉ thị 35 năm 2019 quy định tỷ lệ nữ cấp uỷ thế nào?", "35-CT/TW"),
    ("Bầu cử trong Đảng: thế nào là trúng cử?", "190-QĐ/TW"),
    ("Đại hội cơ sở năm 2020 có những hạn chế gì?", "11849-CV/BTCTW"),
    ("Đại hội trực tiếp bầu bí thư được thí điểm ở đâu?", "37-CT/TW"),
    ("Kho có những văn bản nào?", ""),
    ("Văn bản nào còn hiệu lực?", ""),
)


def welcome_html(documents: Sequence[Document]) -> str:
    """The greeting with example questions that this collection can answer."""
    numbers = {document.number for document in documents}
    fitting = [question for question, number in EXAMPLES if not number or number in numbers]
    return (
        '<section class="welcome"><h2>Đồng chí cần tìm điều gì về đại hội Đảng?</h2>'
        "<p>Gõ câu hỏi bằng tiếng Việt, có dấu hay không dấu đều được. Mỗi câu trả lời đều trích nguyên văn "
        "từ văn bản trong kho; bấm vào số nguồn để xem đúng chỗ đó.</p>"
        f'<div class="suggestions"><p>Ví dụ:</p>{question_buttons(fitting)}</div></section>'
    )


def collection_line(documents: Sequence[Document]) -> str:
    """The state of the index in one line."""
    if not documents:
        return "Kho chưa có văn bản nào."
    digests = Counter(document.provenance for document in documents)[DIGEST]
    parts = [f"Kho có {len(documents)} văn bản"]
    if digests:
        parts.append("đều là bản lược thuật" if digests == len(documents) else f"{digests} bản lược thuật")
    as_of = max((document.as_of for document in documents), default="")
    if as_of:
        year, _, month = as_of.partition("-")
        parts.append(f"cập nhật đến {f'{month}/' if month else ''}{year}")
    return ", ".join(parts) + "."


def problem_html(problem: str) -> str:
    """The page's face while there is nothing to answer from."""
    return (
        '<section class="welcome problem" role="alert"><h2>Chưa trả lời được</h2>'
        f"<p>{escape(problem)}</p><p>Trang này tự dùng được ngay khi kho sẵn sàng; chỉ cần tải lại trang.</p></section>"
    )
