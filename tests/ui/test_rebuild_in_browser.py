"""The index is made anew while people ask through the real app: answers before, during and after, no error."""

import pytest
from playwright.sync_api import expect

from tests import made_up_corpus
from tests.ui.real_app import sign_in

pytestmark = pytest.mark.slow
QUESTION = "Phiếu bầu được niêm phong và lưu giữ mấy tháng?"


def answer(page, quoted):
    page.get_by_role("button", name="Cuộc hỏi mới").click()
    expect(page.locator(".welcome")).to_be_visible()
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_be_visible(timeout=90_000)
    expect(page.locator(".pending")).to_have_count(0, timeout=90_000)
    expect(page.locator(".answer")).to_contain_text(quoted)
    expect(page.locator(".answer.problem")).to_have_count(0)


def test_people_are_answered_before_during_and_after_a_rebuild(open_page, real_app, tmp_path):
    corpus = made_up_corpus.write(tmp_path / "corpus")
    app = real_app(corpus, requests_per_minute=1000)
    before = (app.data_dir / "current").read_text()
    page = open_page(address=app.address)
    sign_in(page)
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text("trong 7 tháng")
    rule = corpus / "quy-che-901.md"
    rule.write_text(rule.read_text(encoding="utf-8").replace("7 tháng", "8 tháng"), encoding="utf-8")

    rebuild, during = app.ingest("--rebuild"), 0
    while rebuild.poll() is None:
        answer(page, "Phiếu bầu được niêm phong và lưu giữ trong")
        during += 1
    told = rebuild.stdout.read()
    rebuild.stdout.close()

    assert rebuild.returncode == 0, told
    assert during > 0
    assert (app.data_dir / "current").read_text() != before
    answer(page, "trong 8 tháng")
    page.locator(".mark").first.click()
    expect(page.locator(".card.open mark")).to_contain_text("trong 8 tháng")
