"""The frame around every screen: name, navigation, theme switch, who is signed in; pure HTML."""

from __future__ import annotations

from functools import cache
from hashlib import blake2s
from html import escape
from pathlib import Path

ASSETS = Path(__file__).resolve().parent / "assets"
ASSET_PREFIX = "/giao-dien"
SCREENS = (
    ("/", "Hỏi đáp"),
    ("/tra-cuu", "Tra cứu"),
    ("/kho-van-ban", "Kho văn bản"),
    ("/mang-ve", "Mang về"),
    ("/gioi-thieu", "Giới thiệu"),
)


@cache
def _assets_version() -> str:
    """Changes with the files, so that no browser keeps an old style sheet."""
    return blake2s(b"".join(path.read_bytes() for path in sorted(ASSETS.iterdir())), digest_size=6).hexdigest()


def head_html() -> str:
    """What every page loads: our style sheet, icon and script, from this machine."""
    version = _assets_version()
    return (
        f'<link rel="stylesheet" href="{ASSET_PREFIX}/style.css?{version}">'
        f'<link rel="icon" href="{ASSET_PREFIX}/icon.svg" type="image/svg+xml">'
        f'<script src="{ASSET_PREFIX}/screen.js?{version}" defer></script>'
    )


def screen_header(current: str) -> str:
    """The bar above a screen, with the screen's name as a heading for those who listen to the page."""
    name = next(name for path, name in SCREENS if path == current)
    return f'{header_html(current)}<h1 class="visually-hidden">{escape(name)}</h1>'


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
