"""The commands as a person calls them: what they print, what they load, how they fail."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.__main__ import main
from ingest.pipeline import ingest_paths
from tests import made_up_corpus

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "chromadb", "sentence_transformers", "transformers", "gradio", "langchain")


@pytest.fixture
def here(settings, monkeypatch):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("ASSISTANT_CORPUS_DIR", str(settings.corpus_dir))
    return settings


@pytest.fixture
def filled(here):
    made_up_corpus.write(here.corpus_dir)
    ingest_paths(here)
    return here


@pytest.mark.parametrize(
    "arguments",
    [[], ["ask"], ["ask", "a", "--batch", "b.jsonl"], ["search", "a", "-k", "0"], ["evaluate"], ["fly"]],
    ids=lambda arguments: " ".join(arguments) or "nothing",
)
def test_wrong_usage_exits_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2


@pytest.mark.parametrize("arguments", [["ask", "Ban kiểm phiếu?"], ["search", "phiếu"], ["documents"]])
def test_without_an_index_one_sentence_names_the_command(here, arguments, capsys):
    assert main(arguments) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert "python -m ingest" in told.err
    assert "Traceback" not in told.err


def test_an_unknown_setting_is_named(here, monkeypatch, capsys):
    monkeypatch.setenv("ASSISTANT_COLOUR", "blue")

    assert main(["documents"]) == 1
    assert "ASSISTANT_COLOUR" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["documents", "--json"]], ids=" ".join)
def test_light_commands_load_no_heavy_library(settings, offline_environment, embeddings, arguments):
    made_up_corpus.write(settings.corpus_dir)
    from ingest.pipeline import Tools

    ingest_paths(settings, tools=Tools(embeddings=embeddings))
    code = (
        "import sys\nfrom assistant.__main__ import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write('LOADED ' + ' '.join(sorted(set({HEAVY!r}) & set(sys.modules))))"
    )
    path = os.pathsep.join([str(ROOT), offline_environment["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**offline_environment, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr.split("LOADED ")[1].strip() == ""


@pytest.mark.slow
def test_questions_searches_and_batches_with_the_embedded_model(filled, capsys, tmp_path):
    assert main(["ask", "Theo Quy chế 901 phiếu bầu lưu giữ mấy tháng?", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["document_id"] == "quy-che-901"
    assert answer["citations"][0]["sources"] == [{"title": "Trang tin mẫu", "url": "https://example.org/1"}]
    assert set(answer["timings_ms"]) == {"understand", "search", "answer"}

    assert main(["search", "lưu giữ phiếu", "-k", "2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["rank"] for one in found["passages"]] == [1, 2]

    batch = tmp_path / "batch.jsonl"
    lines = [{"id": "1", "question": "Thế lưu mấy tháng?", "history": ["Quy chế 901 nói gì về phiếu bầu?"]}]
    batch.write_text("\n".join([json.dumps(lines[0]), "hỏng", '{"id": "3", "question": ""}']), encoding="utf-8")
    assert main(["ask", "--batch", str(batch)]) == 0
    good, broken, empty = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert good["id"] == "1"
    assert good["citations"]
    assert broken == {"id": None, "error": broken["error"]}
    assert empty["id"] == "3"
    assert "trống" in empty["error"]


@pytest.mark.slow
def test_evaluate_prints_a_table_for_every_way_of_typing(filled, capsys, tmp_path):
    path = tmp_path / "questions.jsonl"
    question = {"id": "a", "type": "number", "style": "full", "question": "Ban kiểm phiếu có mấy thành viên?"}
    path.write_text(json.dumps(question | {"facts": [["5 thành viên"]], "evidence": ["gồm 5 thành viên"]}), "utf-8")

    assert main(["evaluate", str(path)]) == 0

    assert "| cách gõ: full | 1 | 1.000 | 1.000 | 1.000 |" in capsys.readouterr().out
