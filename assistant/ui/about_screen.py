"""Giới thiệu: what this is, how good it is, what it keeps where."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import gradio as gr

from assistant.errors import AssistantError
from assistant.ui.about_view import about_html
from assistant.ui.frame import screen_header
from assistant.ui.services import Services

PATH = "gioi-thieu"
PACKAGE = "tro-ly-dai-hoi"


class AboutScreen:
    """Draws the screen; its text is made when it is opened, since the collection changes.

    Args:
        services: the assistant and what stands around it.
        page: the page that the screen is drawn on.
    """

    def __init__(self, services: Services, page: gr.Blocks) -> None:
        self._services = services
        gr.HTML(screen_header(f"/{PATH}"), elem_id="frame", apply_default_css=False)
        text = gr.HTML(elem_id="noi-dung", apply_default_css=False)
        page.load(self._opened, None, text, show_progress="hidden", api_visibility="private")

    def _opened(self) -> str:
        try:
            documents = self._services.desk.assistant().documents()
        except AssistantError:
            documents = ()
        return about_html(documents, self._services.settings, app_version())


def app_version() -> str:
    """The installed version, or a word for a folder that was never installed."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "chưa cài đặt"
