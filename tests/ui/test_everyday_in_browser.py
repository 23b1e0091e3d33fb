"""What happens on an ordinary day: no mouse, a telephone, a restart, an index not there yet, a long wait."""

import socket

import pytest
from playwright.sync_api import expect

from tests.ui.sample import SampleAssistant

pytestmark = pytest.mark.slow
QUESTION = "gửi báo cáo chính trị trước mấy ngày?"
CITATIONS = SampleAssistant().ask(QUESTION).citations


def ask(page, question=QUESTION):
    page.get_by_label("Câu hỏi", exact=True).fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".turn").last.locator(".question")).to_have_text(question)
    expect(page.locator(".pending")).to_have_count(0)


def focused(page):
    return page.evaluate("document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || ''")


def tab_to(page, wanted, *, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted in focused(page) or wanted in (page.evaluate("document.activeElement.ariaLabel") or ""):
            return
    pytest.fail(f"{wanted} was not reached by the keyboard")


def test_keyboard_alone_asks_opens_a_source_and_comes_back(open_page):
    page = open_page()
    expect(page.get_by_label("Câu hỏi", exact=True)).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".mark")).to_have_count(3)
    page.locator(".skip").focus()
    tab_to(page, "Xem nguồn 2:")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#nguon-1-2")).to_be_focused()
    page.keyboard.press("Tab")
    assert focused(page) == "Xem trong toàn văn"
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Xem nguồn 2:")).to_be_focused()


def test_keyboard_reaches_the_text_of_a_document_first(open_page):
    page = open_page("/van-ban/hd-7")
    page.keyboard.press("Tab")
    assert focused(page) == "Đến nội dung chính"

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert focused(page) == "← Kho văn bản"


def test_telephone_shows_everything_within_its_width(open_page):
    page = open_page(width=375, height=667, has_touch=True, is_mobile=True)
    ask(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    expect(page.locator("#sources")).to_be_hidden()

    page.locator(".mark").nth(1).tap()

    expect(page.locator("#sources")).to_be_visible()
    assert page.locator(".card.open mark").text_content() == CITATIONS[1].quote
    head, card = page.locator(".sources-head").bounding_box(), page.locator(".card.open h3").bounding_box()
    assert card["y"] >= head["y"] + head["height"]
    expect(page.locator(".card.open mark")).to_be_in_viewport()
    page.get_by_role("button", name="Đóng").tap()
    expect(page.locator("#sources")).to_be_hidden()
    for path in ("/tra-cuu?tim=bao+cao+chinh+tri", "/kho-van-ban", "/mang-ve", "/gioi-thieu", "/van-ban/hd-7"):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
        expect(page.locator("#noi-dung")).to_be_visible()
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, path


def test_things_to_press_are_large_enough_for_a_finger(open_page):
    page = open_page(width=375, height=667, has_touch=True, is_mobile=True)
    ask(page)

    for button in page.locator("button:visible, .bar nav a").all():
        box = button.bounding_box()
        least = 24 if "mark" in (button.get_attribute("class") or "") else 44
        assert min(box["width"], box["height"]) >= least - 0.5, button.inner_text()
    reach = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.mark'), '::after').width)")
    assert reach >= 44


def test_wide_screen_shows_every_screen_in_its_middle(open_page):
    page = open_page(width=1920, height=1080)
    for path in ("/tra-cuu", "/kho-van-ban", "/mang-ve", "/gioi-thieu", "/"):
        page.goto(page.url.rsplit("/", 1)[0] + path)
        expect(page.locator("#noi-dung")).to_be_visible()
        box = page.locator(".bar").bounding_box()

        assert box["width"] > 1300, path
        assert abs(box["x"] - (1920 - box["x"] - box["width"])) <= 1, path


def test_conversations_survive_a_restart_of_the_app(open_page, start_app):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    first = start_app(port=port)
    page = open_page(address=first.address)
    ask(page)
    page.get_by_label("Câu hỏi", exact=True).fill("Phông hội trường màu gì?")

    first.end()
    page.keyboard.press("Enter")
    expect(page.locator(".toast-body")).to_contain_text("Mất kết nối với máy chủ")
    start_app(port=port, data_dir=first.data_dir)

    expect(page.locator(".toast-body")).to_have_count(0, timeout=20_000)
    expect(page.locator(".turn .question")).to_have_text(QUESTION)
    expect(page.get_by_label("Câu hỏi", exact=True)).to_have_value("Phông hội trường màu gì?")
    page.get_by_role("button", name="Hỏi", exact=True).click()
    expect(page.locator(".turn")).to_have_count(2)


def test_index_that_is_not_there_yet_is_said_and_used_once_it_is(open_page, start_app, tmp_path):
    (tmp_path / "missing").touch()
    app = start_app(data_dir=tmp_path)
    page = open_page(address=app.address)
    expect(page.get_by_role("alert")).to_contain_text("Kho chưa có văn bản nào; hãy nạp bằng: python -m ingest.")
    ask(page)
    expect(page.locator(".answer.problem")).to_contain_text("Kho chưa có văn bản nào")

    (tmp_path / "missing").unlink()
    page.get_by_role("button", name="Trả lời lại").click()

    expect(page.locator(".mark")).to_have_count(3)


def test_slow_answer_can_be_stopped_and_its_question_changed(open_page, start_app, tmp_path):
    (tmp_path / "delay").write_text("3")
    page = open_page(address=start_app(data_dir=tmp_path).address)
    page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".pending")).to_contain_text("Đang tìm trong kho văn bản")

    page.get_by_role("button", name="Dừng").click()

    expect(page.locator(".pending")).to_have_count(0)
    expect(page.get_by_label("Câu hỏi", exact=True)).to_have_value(QUESTION)
    expect(page.locator("#status")).to_contain_text("Đã dừng")
    expect(page.get_by_role("button", name="Hỏi", exact=True)).to_be_enabled()


def test_length_of_the_queue_is_told_to_who_waits(open_page, start_app, tmp_path):
    (tmp_path / "delay").write_text("2")
    app = start_app(data_dir=tmp_path)
    pages = [open_page(address=app.address) for _ in range(4)]
    for page in pages:
        page.get_by_label("Câu hỏi", exact=True).fill(QUESTION)
    for page in pages:
        page.get_by_label("Câu hỏi", exact=True).press("Enter")

    expect(pages[-1].locator(".pending")).to_contain_text("Đang chờ đến lượt")
    for page in pages:
        expect(page.locator(".mark")).to_have_count(3, timeout=20_000)


def test_user_who_asks_too_often_is_told_when_to_go_on(open_page, start_app):
    page = open_page(address=start_app(requests_per_minute=1).address)
    ask(page)
    ask(page, "Phông hội trường màu gì?")

    expect(page.locator(".answer.problem")).to_contain_text("Mỗi người được hỏi 1 lần một phút; hãy chờ")


def test_light_and_dark_follow_the_system_and_the_switch(open_page):
    page = open_page(color_scheme="dark")
    expect(page.locator("body.dark")).to_have_count(1)

    page.get_by_role("button", name="Đổi nền sáng hoặc tối").click()
    expect(page.locator("body.dark")).to_have_count(0)
    page.reload()

    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator("body.dark")).to_have_count(0)


def test_page_is_in_vietnamese_with_letters_of_one_font(open_page):
    page = open_page()
    expect(page.locator(".welcome")).to_be_visible()

    assert page.evaluate("document.documentElement.lang") == "vi"
    widths = page.evaluate(
        """() => { const c = document.createElement('canvas').getContext('2d');
        c.font = '40px ' + getComputedStyle(document.body).fontFamily;
        return ['ươ', 'uo', 'ặ', 'a', 'ỹ', 'y'].map(t => c.measureText(t).width); }"""
    )
    assert abs(widths[2] - widths[3]) < 1
    assert abs(widths[4] - widths[5]) < 1


def test_printed_page_has_answer_and_sources_and_no_buttons(open_page):
    page = open_page()
    ask(page)

    page.emulate_media(media="print")

    expect(page.locator(".answer").last).to_be_visible()
    expect(page.locator("#sources .card").first).to_be_visible()
    expect(page.locator("#composer")).to_be_hidden()
    expect(page.locator(".bar nav")).to_be_hidden()


def test_copy_takes_the_answer_with_its_references_over_plain_http(open_page, sample_app):
    page = open_page(address=sample_app.replace("127.0.0.1", "may-chu.lop"))
    ask(page)

    page.get_by_role("button", name="Chép kèm nguồn").click()
    expect(page.locator("#spoken")).to_have_text("Đã chép.")
    page.get_by_label("Câu hỏi", exact=True).focus()
    page.keyboard.press("Control+V")

    pasted = page.get_by_label("Câu hỏi", exact=True).input_value()
    assert pasted.startswith(QUESTION)
    assert CITATIONS[0].quote in pasted
    assert "[1] Ban Thường vụ Huyện uỷ Sông Mẫu: Chỉ thị số 2-CT/HU, ngày 15/01/2021" in pasted


def test_class_page_tells_how_to_start_or_shows_the_address(open_page):
    page = open_page("/lop-hoc")

    expect(page.locator(".class-page")).to_contain_text("app.py --class")


def test_two_tabs_keep_their_own_conversation_and_lose_none(open_page, sample_app):
    first = open_page()
    ask(first)
    second = first.context.new_page()
    second.goto(sample_app)
    expect(second.locator(".turn .question")).to_have_text(QUESTION)
    second.get_by_role("button", name="Cuộc hỏi mới").click()
    expect(second.locator(".welcome")).to_be_visible()
    ask(second, "Phông hội trường màu gì?")

    first.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(first.get_by_role("button", name="Các cuộc hỏi trước")).to_be_visible()
    expect(first.locator(".turn .question")).to_have_text(QUESTION)
    ask(first, "Ghế cho người cao tuổi đặt ở đâu?")
    second.reload()

    expect(second.locator(".turn .question")).to_have_text("Phông hội trường màu gì?")
    second.get_by_role("button", name="Các cuộc hỏi trước").click()
    expect(second.locator(".conversation")).to_have_text(QUESTION)


def test_page_is_named_and_speaks_to_those_who_listen(open_page):
    page = open_page("/tra-cuu")

    expect(page).to_have_title("Tra cứu – Trợ lý Đại hội")
    assert page.get_by_role("heading", level=1).text_content() == "Tra cứu"
