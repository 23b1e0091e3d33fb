"""Addresses that lead nowhere: said in Vietnamese, with a way on."""

import pytest
from fastapi.testclient import TestClient

from assistant.settings import Settings
from assistant.ui.desk import Desk
from assistant.ui.server import create_app
from tests.ui.sample import SampleAssistant

BROWSER = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def client(tmp_path):
    return TestClient(create_app(Desk(SampleAssistant), Settings(data_dir=tmp_path)))


def test_document_that_is_not_held_leads_to_the_list(client):
    page = client.get("/van-ban/khong-co<b>", headers=BROWSER)

    assert page.status_code == 404
    assert "Kho không có văn bản “khong-co&lt;b&gt;”" in page.text
    assert 'href="/kho-van-ban"' in page.text
    assert "python" not in page.text


def test_unknown_address_is_said_to_a_browser_in_vietnamese(client):
    page = client.get("/khong-co-trang-nay", headers=BROWSER)

    assert page.status_code == 404
    assert "Không có trang này" in page.text


def test_unknown_address_is_json_to_a_program(client):
    answer = client.get("/khong-co-trang-nay", headers={"accept": "application/json"})

    assert answer.status_code == 404
    assert "detail" in answer.json()
