"""The routes beside Gradio: health, assets, the reader, the address for a class."""

from __future__ import annotations

from html import escape

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from assistant.errors import AssistantError, CorpusError
from assistant.ui import class_page
from assistant.ui.desk import Desk
from assistant.ui.frame import ASSET_PREFIX, ASSETS
from assistant.ui.limits import Turnstile
from assistant.ui.links import READER
from assistant.ui.page import page_html
from assistant.ui.ports import Assistant
from assistant.ui.reader import Place, reader_page
from assistant.ui.sign_in import UPLOAD, signed_in
from assistant.ui.welcome import problem_html


def add_plain_pages(app: FastAPI, desk: Desk[Assistant], turnstile: Turnstile, room_address: str = "") -> None:
    """Add the routes; all of them must stand before Gradio, which takes every other path."""
    app.mount(ASSET_PREFIX, StaticFiles(directory=ASSETS), name="assets")

    @app.get("/healthz")
    def healthz() -> Response:
        problem = desk.problem()
        state = {"status": "unavailable" if problem else "ok", "waiting": turnstile.waiting}
        return JSONResponse(state | ({"problem": problem} if problem else {}), 503 if problem else 200)

    @app.get("/toi")
    def who(request: Request) -> Response:
        user = signed_in(request)
        return JSONResponse({"name": user.name if user else "", "operator": bool(user and user.is_operator)})

    @app.get(class_page.PATH)
    def on_the_wall() -> Response:
        return HTMLResponse(class_page.class_page(room_address))

    @app.get(f"{READER}/{{document_id:path}}")
    def reader(document_id: str, request: Request) -> Response:
        asked = request.query_params
        place = Place(_number(asked.get("tu")), _number(asked.get("den")), asked.get("doan", ""), asked.get("tim", ""))
        try:
            return HTMLResponse(reader_page(desk.assistant(), document_id, place))
        except CorpusError:
            return HTMLResponse(not_held(document_id), 404)
        except AssistantError as error:
            return HTMLResponse(page_html("Chưa mở được", problem_html(str(error))), 503)


def not_held(document_id: str) -> str:
    """The page for a document that left the collection, or whose address was cut short."""
    return page_html(
        "Không có văn bản này",
        '<section class="welcome"><h1>Không có văn bản này</h1>'
        f"<p>Kho không có văn bản “{escape(document_id)}”: văn bản đã rời kho, hoặc đường dẫn bị chép thiếu.</p>"
        '<p><a href="/kho-van-ban">Xem danh mục Kho văn bản</a></p></section>',
        current="/kho-van-ban",
    )


def no_such_page(request: Request, error: Exception) -> Response:
    """What a browser is shown for an address that leads nowhere; a program gets JSON."""
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"detail": getattr(error, "detail", "Not Found")}, 404)
    body = (
        '<section class="welcome"><h1>Không có trang này</h1><p>Địa chỉ này không dẫn tới màn hình nào; '
        'hãy chọn một màn hình ở trên, hoặc <a href="/">về Hỏi đáp</a>.</p></section>'
    )
    return HTMLResponse(page_html("Không có trang này", body), 404)


def refuse_uploads(app: FastAPI) -> None:
    """Close Gradio's door for files: without sign-in there is no operator, and nobody else has a use for it."""

    @app.post(UPLOAD)
    def refused() -> Response:
        return JSONResponse({"error": "Chỉ người quản trị đã đăng nhập mới gửi tệp được."}, 403)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 0
