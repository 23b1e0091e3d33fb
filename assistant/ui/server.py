"""The web application: Gradio's screens mounted in FastAPI beside our own small pages."""

from __future__ import annotations

import logging
import os
import socket
import warnings

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when Gradio is imported

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.routing import Mount

from assistant.settings import Settings
from assistant.ui import about_screen, library_screen, search_screen, take_screen
from assistant.ui.about_screen import AboutScreen
from assistant.ui.api import Api
from assistant.ui.ask_screen import AskScreen
from assistant.ui.asking import Asking
from assistant.ui.desk import Desk
from assistant.ui.feedback import Feedback
from assistant.ui.frame import head_html
from assistant.ui.library_screen import LibraryScreen
from assistant.ui.limits import FairShares, Turnstile
from assistant.ui.plain_pages import add_plain_pages, no_such_page, refuse_uploads
from assistant.ui.ports import Assistant, Librarian
from assistant.ui.search_screen import SearchScreen
from assistant.ui.secret import browser_secret, session_secret
from assistant.ui.services import Services
from assistant.ui.sign_in import Door, Guard, add_sign_in, signed_in_name
from assistant.ui.take_screen import TakeScreen
from assistant.ui.theme import theme
from assistant.ui.visitors import Visitors
from assistant.ui.wording_gradio import words

AT_ONCE = 2
SESSIONS = 500  # open pages that Gradio remembers, about 180 kB each; conversations live in the browsers
LARGEST_FILE = "200mb"
TITLE = "Trợ lý Đại hội"


def create_app(
    desk: Desk[Assistant], settings: Settings, librarian: Librarian | None = None, *, room_address: str = ""
) -> FastAPI:
    """Put the application together; it listens nowhere yet.

    Args:
        desk: where the assistant is.
        settings: those of the app.
        librarian: changes the collection for operators.
        room_address: what the others in the room type; empty where only this machine can reach the app.
    """
    turnstile = Turnstile(AT_ONCE)
    rate = FairShares(settings.requests_per_minute)
    door = Door(settings.auth_file, session_secret(settings.data_dir)) if settings.auth_file else None
    app = FastAPI(title=TITLE, docs_url=None, redoc_url=None, openapi_url=None)
    add_plain_pages(app, desk, turnstile, room_address)
    if door:
        add_sign_in(app, door)
        app.add_middleware(Guard, door=door)
    else:
        refuse_uploads(app)
        app.add_middleware(Visitors, secret=session_secret(settings.data_dir))
    services = Services(
        desk=desk,
        asking=Asking(desk, rate, turnstile),
        rate=rate,
        feedback=Feedback(settings.data_dir),
        settings=settings,
        browser_secret=browser_secret(settings.data_dir),
        librarian=librarian,
        door=door,
    )
    _mount(app, _screens(services), settings)
    return app


def _mount(app: FastAPI, screens: gr.Blocks, settings: Settings) -> None:
    with warnings.catch_warnings():  # said of every app with several pages, even where it was never asked for
        warnings.filterwarnings("ignore", "SSR mode is not supported")
        gr.mount_gradio_app(
            app,
            screens,
            path="/",
            theme=theme(),
            i18n=words(),
            head=head_html(),
            footer_links=[],
            run_history=False,
            ssr_mode=False,
            show_error=False,
            enable_monitoring=False,
            max_file_size=LARGEST_FILE,
            auth_dependency=signed_in_name if settings.auth_file else None,
        )
    mounted = app.routes[-1]
    if isinstance(mounted, Mount) and isinstance(mounted.app, FastAPI):
        mounted.app.add_exception_handler(404, no_such_page)


class _Server(uvicorn.Server):
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Cut open pages off without a word: each holds a connection, and that they end with the app is no error."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)


def serve(app: FastAPI, bound: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
    _Server(config).run(sockets=[bound])


def _screens(services: Services) -> gr.Blocks:
    page = gr.Blocks(title=TITLE, analytics_enabled=False, delete_cache=(3600, 86400))
    page.state_session_capacity = SESSIONS
    with page:
        AskScreen(services, page)
        Api(services)
    with page.route("Tra cứu", search_screen.PATH, show_in_navbar=False):
        SearchScreen(services, page)
    with page.route("Kho văn bản", library_screen.PATH, show_in_navbar=False):
        LibraryScreen(services, page)
    with page.route("Mang về", take_screen.PATH, show_in_navbar=False):
        TakeScreen(services, page)
    with page.route("Giới thiệu", about_screen.PATH, show_in_navbar=False):
        AboutScreen(services, page)
    page.queue(default_concurrency_limit=8, api_open=False)
    return page
