"""The door: signed cookies that end with the password, and nothing behind it without one."""

import base64

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from assistant.errors import SettingsError
from assistant.ui.sign_in import COOKIE, LASTS_SECONDS, TRIES_PER_MINUTE, Door, Guard, add_sign_in, signed_in_name
from assistant.ui.users import new_user, write_users

PASSWORD = "mat khau dai"
AN = new_user("an", PASSWORD)


@pytest.fixture
def users(tmp_path):
    path = tmp_path / "users"
    write_users(path, [AN])
    return path


@pytest.fixture
def client(users):
    app = FastAPI()
    door = Door(users, "secret")
    add_sign_in(app, door)
    app.add_middleware(Guard, door=door)

    @app.get("/{path:path}")
    def anything(path: str, request: Request):
        return {"path": path, "user": signed_in_name(request)}

    return TestClient(app, follow_redirects=False)


def sign_in(client, name="an", password=PASSWORD, onward="/"):
    return client.post("/dang-nhap", data={"ten": name, "mat-khau": password, "tiep": onward})


def test_page_leads_to_the_sign_in_and_back(client):
    refused = client.get("/tra-cuu", headers={"accept": "text/html"})
    assert (refused.status_code, refused.headers["location"]) == (303, "/dang-nhap?tiep=/tra-cuu")

    entered = sign_in(client, onward="/tra-cuu")

    assert (entered.status_code, entered.headers["location"]) == (303, "/tra-cuu")
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert client.get("/tra-cuu").json() == {"path": "tra-cuu", "user": "an"}


@pytest.mark.parametrize("path", ["/gradio_api/queue/join", "/van-ban/a", "/config", "/dang-nhap2", "/healthzz"])
def test_nothing_is_given_without_sign_in(client, path):
    assert client.get(path).status_code == 401
    assert client.post(path).status_code == 401


def test_health_and_assets_need_no_sign_in(client):
    assert client.get("/healthz").status_code == 200
    assert client.get("/giao-dien/style.css").status_code == 200


@pytest.mark.parametrize(("name", "password"), [("an", "sai mat khau"), ("ai đó", PASSWORD), ("", "")])
def test_wrong_password_is_said_without_telling_which_part(client, name, password):
    result = sign_in(client, name, password)

    assert result.status_code == 401
    assert "Tên hoặc mật khẩu chưa đúng" in result.text
    assert COOKIE not in client.cookies


def test_guessing_is_slowed_down(client):
    for _ in range(TRIES_PER_MINUTE):
        sign_in(client, password="sai mat khau")

    assert sign_in(client).status_code == 429


@pytest.mark.parametrize("onward", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_sign_in_never_leads_to_another_site(client, onward):
    assert sign_in(client, onward=onward).headers["location"] == "/"


def test_sign_out_ends_it(client):
    sign_in(client)
    assert client.get("/a").status_code == 200

    client.post("/dang-xuat")

    assert client.get("/a").status_code == 401


def test_cookie_survives_a_restart_and_ends_with_time_password_or_user(users):
    now = [1000.0]
    door = Door(users, "secret", lambda: now[0])
    token = door.token(AN)
    assert Door(users, "secret", lambda: now[0]).user(token) == AN

    assert Door(users, "another secret", lambda: now[0]).user(token) is None
    now[0] += LASTS_SECONDS + 1
    assert door.user(token) is None
    now[0] = 1000.0
    write_users(users, [new_user("an", "mat khau moi")])
    assert door.user(token) is None
    write_users(users, [])
    assert door.user(token) is None


@pytest.mark.parametrize("token", ["", "x", "ññ", base64.urlsafe_b64encode(b"an:99999999999:x:y").decode()])
def test_forged_cookie_opens_nothing(users, token):
    assert Door(users, "secret").user(token) is None


def test_missing_file_of_users_is_said_at_the_start(tmp_path):
    with pytest.raises(SettingsError, match="Không đọc được tệp người dùng"):
        Door(tmp_path / "none", "secret")
