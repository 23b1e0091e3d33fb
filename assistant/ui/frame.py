"""The frame around every screen: name, navigation, theme switch, who is signed in; pure HTML."""

from __future__ import annotations

from html import escape

SCREENS = (
    ("/", "Hỏi đáp"),
    ("/tra-cuu", "Tra cứu"),
    ("/kho-van-ban", "Kho văn bản"),
    ("/mang-ve", "Mang về"),
    ("/gioi-thieu", "Giới thiệu"),
)


def header_html(current: str) -> str:
    """The bar at the top; `current` is the path of the screen that is open.

    Who is signed in is filled in by the script, since the bar is the same for everybody.
    """
    links = "".join(
        f'<a href="{path}"{" aria-current=page" if path == current else ""}>{escape(name)}</a>'
        for path, name in SCREENS
    )
    return (
        '<a class="skip" href="#noi-dung">Đến nội dung chính</a>'
        '<header class="bar"><a class="brand" href="/"><img src="/giao-dien/icon.svg" alt="" width="32" height="32">'
        f'<span>Trợ lý Đại hội</span></a><nav aria-label="Các màn hình">{links}</nav>'
        '<div class="bar-tools"><span id="who"></span>'
        '<button type="button" class="tool" id="theme-switch" aria-label="Đổi nền sáng hoặc tối" '
        'title="Nền sáng / tối"><span aria-hidden="true">◐</span></button></div></header>'
    )
