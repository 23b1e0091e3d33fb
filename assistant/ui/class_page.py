"""The page for a projector: the address of this app, large enough for the last row; pure HTML."""

from __future__ import annotations

import socket
from html import escape

from assistant.ui.page import page_html

PATH = "/lop-hoc"
HOW = (
    "Ứng dụng chỉ mở cho máy này. Muốn cả lớp vào được, hãy tắt rồi chạy lại: "
    "<code>.venv/bin/python app.py --class</code> (có đăng nhập), "
    "hoặc thêm <code>--open</code> nếu không cần đăng nhập."
)


def class_page(address: str) -> str:
    """The address on the wall; an empty address: how to start for a class."""
    if not address:
        return page_html("Lớp học", f'<section class="class-page"><h1>Lớp học</h1><p>{HOW}</p></section>')
    shown = escape(address.removeprefix("http://"))
    return page_html(
        "Lớp học",
        '<section class="class-page"><h1>Mở trình duyệt trên điện thoại hoặc máy tính, gõ:</h1>'
        f'<p class="address">{shown}</p><p>Dùng cùng mạng Wi-Fi của phòng học. '
        "Mỗi người hỏi riêng, không ai thấy câu hỏi của người khác.</p></section>",
    )


def room_address(host: str, port: int) -> str:
    """The address that the others in the room type, as far as this machine knows it."""
    shown = _own_address() if host in ("0.0.0.0", "::") else host
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"


def _own_address() -> str:
    """The address under which this machine stands in its network; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.168.255.254", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
