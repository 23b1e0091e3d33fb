"""Gradio's own words in Vietnamese, whatever language the browser asks for."""

from __future__ import annotations

import gradio as gr

WORDS = {
    "common.clear": "Xoá",
    "common.error": "Lỗi",
    "common.loading": "Đang tải",
    "common.or": "hoặc",
    "common.remove": "Bỏ",
    "common.submit": "Gửi",
    "common.download": "Tải về",
    "common.empty": "Trống",
    "file.uploading": "Đang gửi…",
    "status.queue_position": "Thứ {position} trong {size} người chờ",
    "upload_text.click_to_upload": "Bấm để chọn tệp",
    "upload_text.drop_file": "Kéo tệp vào đây",
    "blocks.connection_can_break": "Trên điện thoại, đừng tắt màn hình trong lúc chờ.",
    "blocks.lost_connection": "Mất kết nối vì rời trang; đang nối lại…",
    "blocks.waiting_for_inputs": "Tệp chưa gửi xong; hãy thử lại sau giây lát.",
}
LANGUAGES = ("vi", "en")


def words() -> gr.I18n:
    """The words for every language that the page can be shown in."""
    return gr.I18n(**{language: dict(WORDS) for language in LANGUAGES})
