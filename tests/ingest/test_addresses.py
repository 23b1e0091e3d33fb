"""Pages added by their address: kept, cited with their address, replaced when added again, and failures told."""

import json
import re

import pytest

from assistant.index.reader import open_reader
from ingest import loading
from ingest.__main__ import main
from ingest.loaded import LoadedFile
from ingest.pipeline import Tools, ingest_paths, remove_document
from tests.web_server import Reply, serving

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
NOTE = "Tổ bầu cử của thôn Mẫu có ba người.\n"


@pytest.fixture
def tools(settings, embeddings, monkeypatch):
    for name, value in (("DATA_DIR", settings.data_dir), ("CORPUS_DIR", settings.corpus_dir)):
        monkeypatch.setenv(f"ASSISTANT_{name}", str(value))
    monkeypatch.setenv("ASSISTANT_ALLOW_PRIVATE_ADDRESSES", "true")
    return Tools(embeddings=embeddings)


def documents(settings, embeddings):
    reader = open_reader(settings, embeddings)
    try:
        return {one.id: (one, reader.text(one.id)) for one in reader.documents()}
    finally:
        reader.close()


def originals(settings):
    return sorted(one.name for one in (settings.data_dir / "originals").iterdir() if not one.name.startswith("."))


def test_address_goes_in_with_its_source_and_stays_through_a_rebuild(tools, settings, embeddings):
    with serving({"/to-bau-cu.txt": Reply(NOTE.encode(), headers=PLAIN)}) as web:
        address = web.address("/to-bau-cu.txt")
        assert main([address], tools) == 0

    for _ in range(2):
        ((document, _),) = documents(settings, embeddings).values()
        assert [(one.key, one.url) for one in document.sources] == [(1, address)]
        ingest_paths(settings, [settings.data_dir / "originals"], rebuild=True, tools=tools)


def test_same_address_again_replaces_the_original(tools, settings, embeddings):
    with serving({"/to.txt": Reply(NOTE.encode(), headers=PLAIN)}) as web:
        main([web.address("/to.txt")], tools)
        first = originals(settings)
        web.replies["/to.txt"] = Reply("Tổ bầu cử nay có năm người.\n".encode(), headers=PLAIN)
        main([web.address("/to.txt#cuoi-trang")], tools)

    assert originals(settings) == first
    ((_, text),) = documents(settings, embeddings).values()
    assert text == "Tổ bầu cử nay có năm người.\n"


def test_removing_leaves_nothing_of_it(tools, settings, embeddings):
    with serving({"/to.txt": Reply(NOTE.encode(), headers=PLAIN)}) as web:
        main([web.address("/to.txt")], tools)
    (name,) = documents(settings, embeddings)

    remove_document(settings, name, tools=tools)

    assert list((settings.data_dir / "originals").iterdir()) == []


def test_page_names_its_address_itself(tools, settings, embeddings, monkeypatch):
    def load_page(path):
        head, _, text = path.read_text(encoding="utf-8").partition("\n")
        address = re.fullmatch(r"<!-- saved from url=\(\d{4}\)(.+) -->", head)
        return LoadedFile(re.sub("<[^>]+>", "", text), address=address[1])

    monkeypatch.setitem(loading._LOADERS, ".html", load_page)
    page = "<p>Hòm phiếu của thôn Mẫu được niêm phong trước giờ bầu.</p>"
    with serving({"/tin/hom-phieu": Reply(page.encode())}) as web:
        assert main([web.address("/tin/hom-phieu")], tools) == 0

        ((document, _),) = documents(settings, embeddings).values()
        assert document.sources[0].url == web.address("/tin/hom-phieu")
    assert not list((settings.data_dir / "originals").glob(".*"))


def test_address_that_fails_is_told_and_the_others_go_in(tools, settings, embeddings, capsys):
    with serving({"/to.txt": Reply(NOTE.encode(), headers=PLAIN)}) as web:
        assert main([web.address("/to.txt"), web.address("/khong-co"), "--json"], tools) == 1
        told = json.loads(capsys.readouterr().out)

        assert (told["files"]["new"], told["files"]["failed"]) == (1, 1)
        assert told["failures"][0]["path"] == web.address("/khong-co")
        assert "mã 404" in told["failures"][0]["reason"]


def test_address_alone_that_fails_ingests_nothing_else(tools, settings, capsys):
    settings.corpus_dir.mkdir()
    (settings.corpus_dir / "hop.txt").write_text("Chi bộ họp.", encoding="utf-8")

    assert main(["ftp://a.example/b"], tools) == 1

    assert "không phải trang web" in capsys.readouterr().err
    assert not settings.data_dir.exists()


def test_private_address_is_refused_without_the_setting(tools, monkeypatch, capsys):
    monkeypatch.delenv("ASSISTANT_ALLOW_PRIVATE_ADDRESSES")
    with serving({"/to.txt": Reply(NOTE.encode(), headers=PLAIN)}) as web:
        assert main([web.address("/to.txt")], tools) == 1

        assert web.asked == []
    assert "mạng nội bộ" in capsys.readouterr().err
