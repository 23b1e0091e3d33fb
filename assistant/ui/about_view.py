"""Giới thiệu as HTML: what this is and is not, the collection, the measured quality, version, privacy; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from assistant.datatypes import Document
from assistant.settings import Settings
from assistant.ui.feedback import FILE_NAME as FEEDBACK_FILE
from assistant.ui.sign_in import COOKIE as SIGN_IN_COOKIE
from assistant.ui.sign_in import LASTS_SECONDS as SIGNED_IN_SECONDS
from assistant.ui.visitors import COOKIE, LASTS_SECONDS
from assistant.ui.welcome import collection_line

# What `python -m assistant evaluate … --json` printed last, kept with the page's assets.
QUALITY = Path(__file__).resolve().parent / "assets" / "quality.json"
MEASURES = {
    "questions": "Số câu hỏi",
    "evidence_4000": "Bằng chứng có trong 4.000 ký tự đầu tìm được",
    "facts": "Ý đúng có trong câu trả lời",
    "right_document": "Dẫn đúng văn bản",
    "quotes_exact": "Trích dẫn đúng từng chữ",
    "declined_rightly": "Từ chối đúng khi kho không có",
    "declined_wrongly": "Từ chối nhầm khi kho có",
    "p95_ms": "95% câu trả lời xong trong (mili giây)",
}
# The ways of typing as question files name them.
WAYS = {
    "full": "đủ dấu",
    "khong_dau": "không dấu",
    "viet_tat": "viết tắt",
    "typo": "gõ sai",
    "spoken": "văn nói",
    "english": "tiếng Anh",
}
_WAY = "cách gõ: "
COUNTED = ("questions", "p95_ms")

WHAT = (
    "<h2>Trợ lý này làm gì</h2>"
    "<p>Trả lời câu hỏi về chuẩn bị và tiến hành đại hội Đảng bằng chính các đoạn trong kho văn bản. "
    "Mỗi câu đều có số nguồn; bấm vào số để xem đúng chỗ trong văn bản. "
    "Kho không có thì nói là không có và chỉ ra văn bản gần nhất.</p>"
    "<h2>Trợ lý này không làm gì</h2><ul>"
    "<li>Không thay văn bản chính thức và không thay hướng dẫn của cấp uỷ cấp trên.</li>"
    "<li>Không trả lời từ kiến thức chung: điều gì không có trong kho thì không nói.</li>"
    "<li><strong>Bản lược thuật</strong> là lời thuật lại từ nguồn công khai, không phải nguyên văn; "
    "nơi nào có nguyên văn thì câu trả lời trích nguyên văn.</li></ul>"
)
API = (
    "<h2>Gọi từ chương trình khác</h2><p>Ba tên cố định <code>ask</code>, <code>search</code>, <code>documents</code> "
    "trả về JSON giống dòng lệnh; gọi bằng hai yêu cầu HTTP:</p>"
    "<pre>curl -s -X POST http://127.0.0.1:7860/gradio_api/call/ask \\\n"
    '  -H "Content-Type: application/json" -d \'{"data": ["Thế nào là trúng cử?", []]}\'\n'
    "curl -sN http://127.0.0.1:7860/gradio_api/call/ask/EVENT_ID</pre>"
    "<p><code>EVENT_ID</code> là mã mà yêu cầu đầu trả về. <code>ask</code> nhận câu hỏi và danh sách câu hỏi trước; "
    "<code>search</code> nhận thêm số đoạn ở giữa; <code>documents</code> không nhận gì.</p>"
)
PRIVACY = (
    "<li><strong>Trong trình duyệt của người hỏi</strong>: các cuộc hỏi (xoá được từng cuộc, máy chủ không lưu câu "
    "hỏi), câu đang gõ dở và lựa chọn nền sáng hay tối.</li>"
    f"<li><strong>Lời nhận xét</strong>: khi bấm “Hữu ích” hoặc gửi nhận xét, câu hỏi, nhận xét đó, thời điểm, các "
    "đoạn đã trích và tên đăng nhập hoặc mã trình duyệt được ghi vào tệp "
    f"<code>{FEEDBACK_FILE}</code> trong thư mục dữ liệu của máy chủ để người quản trị cải thiện kho.</li>"
    "<li><strong>Văn bản</strong>: thư mục dữ liệu còn giữ kho đã nạp và bản sao của mọi tệp, trang web mà người quản "
    "trị thêm vào (<code>originals</code>), cho tới khi văn bản được bỏ khỏi kho; "
    "tệp gửi lên còn nằm tạm ở máy chủ khoảng một ngày.</li>"
    "<li><strong>Nhật ký</strong>: ứng dụng chỉ ghi cảnh báo và lỗi ra màn hình dòng lệnh của máy chủ, không ghi ai đã "
    "hỏi gì; lỗi ngoài dự kiến có thể kèm tên tệp.</li>"
    "<li>Tệp Word và Markdown được tạo rồi gửi thẳng về trình duyệt, không để lại bản nào trên máy chủ.</li>"
)
VISITORS = (
    f"<li><strong>Cookie</strong> <code>{COOKIE}</code>: một mã ngẫu nhiên, giữ {LASTS_SECONDS // 86400} ngày, chỉ để "
    "chia đều lượt hỏi giữa các trình duyệt; chỉ có ở nơi không đăng nhập.</li>"
)
SIGNED_IN = (
    f"<li><strong>Cookie đăng nhập</strong> <code>{SIGN_IN_COOKIE}</code>: tên người dùng có chữ ký của máy chủ; "
    f"mất khi đăng xuất, chậm nhất sau {SIGNED_IN_SECONDS // 3600} giờ.</li>"
)


def about_html(documents: Sequence[Document], settings: Settings, version: str) -> str:
    """The whole page."""
    return (
        f'<section class="about">{WHAT}<h2>Kho văn bản</h2><p>{escape(collection_line(documents))} '
        '<a href="/kho-van-ban">Xem danh mục, dòng thời gian và những gì còn thiếu.</a></p>'
        f"<h2>Chất lượng đo được</h2>{quality_html(read_quality())}"
        f"<h2>Riêng tư: lưu gì, ở đâu</h2>{_privacy(settings)}"
        f"{API}<h2>Phiên bản</h2>"
        f"<p>Trợ lý Đại hội {escape(version)}, mã nguồn mở theo giấy phép Apache 2.0.</p></section>"
    )


def read_quality(path: Path = QUALITY) -> Mapping[str, Any]:
    """The rows of the last measurement; empty where none was kept."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return rows if isinstance(rows, dict) else {}


def quality_html(rows: Mapping[str, Any]) -> str:
    """The measured figures of all questions, and of each way of typing."""
    shown = {name: row for name, row in rows.items() if name == "tất cả" or name.startswith(_WAY)}
    if not shown:
        return "<p>Bản này chưa kèm bảng đo; người quản trị đo bằng lệnh <code>make eval</code>.</p>"
    head = "".join(f'<th scope="col">{escape(_column(name))}</th>' for name in shown)
    lines = "".join(
        f'<tr><th scope="row">{label}</th>{"".join(f"<td>{_figure(key, row)}</td>" for row in shown.values())}</tr>'
        for key, label in MEASURES.items()
    )
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Bảng chất lượng">'
        f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _column(name: str) -> str:
    way = name.removeprefix(_WAY)
    return WAYS.get(way, way)


def _figure(key: str, row: Mapping[str, Any]) -> str:
    value = row.get(key)
    if not isinstance(value, int | float):
        return "–"
    return f"{value:.0f}" if key in COUNTED else f"{100 * value:.1f}%".replace(".", ",")


def _privacy(settings: Settings) -> str:
    leaves = "Không có gì rời khỏi máy chủ này: không thống kê, không phông chữ hay mã từ nơi khác."
    if settings.llm_base_url:
        leaves = (
            "Câu hỏi và các đoạn tìm được có gửi tới mô hình ngôn ngữ ở "
            f"<code>{escape(settings.llm_base_url)}</code> do người quản trị chọn."
        )
    return f"<ul><li>{leaves}</li>{PRIVACY}{SIGNED_IN if settings.auth_file else VISITORS}</ul>"
