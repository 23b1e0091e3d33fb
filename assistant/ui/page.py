"""Plain pages beside Gradio's: the reader, the sign-in, the address for a class; pure HTML in the same look."""

from __future__ import annotations

from html import escape

from assistant.ui.frame import head_html, header_html


def page_html(title: str, body: str, *, current: str = "") -> str:
    """A whole page; `body` is HTML whose texts are escaped already."""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – Trợ lý Đại hội</title>{head_html()}</head>"
        f'<body class="plain">{header_html(current)}<main id="noi-dung">{body}</main></body></html>'
    )
