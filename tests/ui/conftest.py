"""Browser fixtures: a served sample collection, and pages that fail the test when they ask anyone else for anything."""

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.ui.real_app import RealApp

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MAPPED_HOST = "may-chu.lop"  # stands for the address that the others in a room type: no secure context
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    f"--host-resolver-rules=MAP {MAPPED_HOST} 127.0.0.1",
]


@pytest.fixture(scope="module")  # Playwright keeps an event loop running, which other modules' tests must not meet
def browser():
    if CHROMIUM is None:
        message = "no Chromium on this machine: apt-get update && apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # for machines that do more than this
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def start_app(tmp_path_factory):
    """Starts an app over the sample collection in a process of its own, with the settings given."""
    processes = []

    def start(**settings):
        settings = {"port": 0, "requests_per_minute": 1000, "data_dir": tmp_path_factory.mktemp("data")} | settings
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.serve_sample"],
            cwd=ROOT,
            env=os.environ | {f"ASSISTANT_{name.upper()}": str(value) for name, value in settings.items()},
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return App(process, f"http://127.0.0.1:{int(process.stdout.readline())}", settings["data_dir"])

    yield start
    for process in processes:
        end(process)


class App:
    def __init__(self, process, address, data_dir):
        self.process, self.address, self.data_dir = process, address, data_dir

    def end(self):
        end(self.process)


def end(process):
    process.terminate()
    process.wait(20)
    process.stdout.close()


@pytest.fixture
def real_app(tmp_path_factory):
    """Starts the real app, with the settings given; its index is empty unless `corpus` is given, which is ingested."""
    with ExitStack() as running:

        def start(corpus=None, **settings):
            app = RealApp(tmp_path_factory.mktemp("app"), settings | ({"corpus_dir": corpus} if corpus else {}))
            if corpus:
                told, _ = (ingest := app.ingest()).communicate(timeout=180)
                assert ingest.returncode == 0, told
            return running.enter_context(app.running())

        yield start


@pytest.fixture(scope="session")
def sample_app(start_app):
    return start_app().address


@pytest.fixture
def open_page(browser, sample_app):
    """Opens pages; afterwards no page may have asked another origin or met an error in a script."""
    contexts, foreign, errors = [], [], []

    def open_one(path="/", *, address=sample_app, width=1366, height=850, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", **options)
        contexts.append(context)
        home = urlsplit(address).netloc

        def seen(request):
            if request.url.startswith("http") and urlsplit(request.url).netloc != home:
                foreign.append(request.url)

        context.on("request", seen)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(address + path)
        if urlsplit(page.url).path == "/":  # what is asked before the conversation is there is lost
            page.locator("#conversation .conversation-frame").wait_for(state="attached")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert foreign == []
    assert errors == []
