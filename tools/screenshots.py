"""Takes pictures of every screen of the real app, wide and on a telephone, light and dark; run from the project root.

    python -m tools.screenshots FOLDER

They are named `SCREEN-SIZE-MODE.png`; `docs/images` keeps two of them. Needs the index and a Chromium.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assistant.ui.class_page import PATH as CLASS_PATH
from assistant.ui.class_page import class_page
from assistant.ui.users import new_user, write_users

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "Chỉ thị 35 năm 2019 quy định tỷ lệ nữ cấp uỷ thế nào?"
SENTENCE = "Đại hội cấp cơ sở tối đa ba ngày, xong trước 30/6/2025."
READ = "/van-ban/quy-che-bau-cu-190-qd-tw-2024?tim=phi%E1%BA%BFu+k%C3%ADn"
USER, PASSWORD = "quan-tri", "mat khau cho anh chup"
ROOM = "http://192.168.1.20:7860"
COLOURS = 200
STARTS_WITHIN_SECONDS = 120

Step = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking: how large the window is, and whether it is dark."""

    name: str
    width: int
    height: int
    is_telephone: bool
    is_dark: bool


LOOKS = tuple(
    Look(f"{size}-{'dark' if is_dark else 'light'}", width, height, size == "telephone", is_dark)
    for size, width, height in (("wide", 1360, 900), ("telephone", 390, 844))
    for is_dark in (False, True)
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the address, and what is done there before it is taken."""

    name: str
    path: str
    step: Step = lambda page: None


def _ask(page: Page) -> None:
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".mark").first.click()
    expect(page.locator(".card.open")).to_be_visible()


def _search(way: str, text: str) -> Step:
    def step(page: Page) -> None:
        page.locator("#way label", has_text=way).click()
        page.locator("#search-line textarea").fill(text)
        page.locator("#search-line button").last.click()
        expect(page.locator(".result").first).to_be_visible()

    return step


def _timeline(page: Page) -> None:
    page.get_by_role("tab", name="Dòng thời gian").click()
    expect(page.locator(".timeline")).to_be_visible()


def _wall(page: Page) -> None:
    page.route(f"**{CLASS_PATH}", lambda route: route.fulfill(content_type="text/html", body=class_page(ROOM)))
    page.reload()


def _sign_in(page: Page) -> None:
    page.locator("input[name=ten]").fill(USER)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/kho-van-ban")
    page.get_by_role("tab", name="Quản lý kho").click()


OPEN_SHOTS = (
    Shot("start", "/"),
    Shot("ask", "/", _ask),
    Shot("search-words", "/tra-cuu", _search("Theo lời", "phiếu không hợp lệ")),
    Shot("search-sentence", "/tra-cuu", _search("Nguyên câu", SENTENCE)),
    Shot("search-number", "/tra-cuu", _search("Số hiệu", "ct 35")),
    Shot("library", "/kho-van-ban"),
    Shot("timeline", "/kho-van-ban", _timeline),
    Shot("reader", READ),
    Shot("take", "/mang-ve"),
    Shot("about", "/gioi-thieu"),
    Shot("class", CLASS_PATH, _wall),
    Shot("not-found", "/khong-co-trang-nay"),
)
GUARDED_SHOTS = (Shot("sign-in", "/dang-nhap"), Shot("operator", "/dang-nhap?tiep=/kho-van-ban", _sign_in))


def main() -> int:
    """Take all pictures; 0 where that went well."""
    parser = argparse.ArgumentParser(description="Takes pictures of every screen.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as private:
        users = Path(private) / "users"
        write_users(users, [new_user(USER, PASSWORD, "operator")])
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for shots, settings in ((OPEN_SHOTS, {}), (GUARDED_SHOTS, {"ASSISTANT_AUTH_FILE": str(users)})):
            with _app(settings) as address:
                for look in LOOKS:
                    _take(browser, address, look, shots, folder)
        browser.close()
    return 0


def _take(browser: Browser, address: str, look: Look, shots: tuple[Shot, ...], folder: Path) -> None:
    """All pictures in one look, in one browser session, so that Mang về has something to take."""
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        color_scheme="dark" if look.is_dark else "light",
        has_touch=look.is_telephone,
        is_mobile=look.is_telephone,
        locale="vi-VN",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for shot in shots:
        page.goto(address + shot.path)
        expect(page.locator("#noi-dung")).to_be_visible(timeout=30_000)
        shot.step(page)
        page.wait_for_timeout(1200)  # for what Gradio draws late
        path = folder / f"{shot.name}-{look.name}.png"
        page.screenshot(path=path)
        Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    context.close()


@contextlib.contextmanager
def _app(settings: Mapping[str, str]) -> Iterator[str]:
    """The app in a process of its own on a free port, with these settings besides those of the environment."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"ASSISTANT_PORT": str(port)} | dict(settings)
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.5)
    raise TimeoutError(f"the app did not answer at {address} within {STARTS_WITHIN_SECONDS} seconds")


if __name__ == "__main__":
    sys.exit(main())
