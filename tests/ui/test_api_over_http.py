"""The HTTP API as other programs use it: stable names, the JSON of the command line, errors as sentences."""

import json
import urllib.error
import urllib.request

import pytest

from assistant.contracts import answer_json, documents_json
from tests.ui.sample import DOCUMENTS, SampleAssistant

pytestmark = pytest.mark.slow
QUESTION = "Phông hội trường màu gì?"


def call(address, name, *arguments):
    """Two plain requests, as the documentation shows them: one hands the arguments in, one waits for the outcome."""
    body = json.dumps({"data": arguments}).encode()
    request = urllib.request.Request(f"{address}/gradio_api/call/{name}", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        event = json.load(answer)["event_id"]
    with urllib.request.urlopen(f"{address}/gradio_api/call/{name}/{event}") as stream:
        lines = stream.read().decode().splitlines()
    kind, data = lines[-3].removeprefix("event: "), json.loads(lines[-2].removeprefix("data: "))
    return kind, data


def test_ask_gives_the_json_of_the_command_line(sample_app):
    kind, (answer,) = call(sample_app, "ask", QUESTION, [])

    expected = answer_json(SampleAssistant().ask(QUESTION))
    assert kind == "complete"
    assert answer == json.loads(json.dumps(expected))


def test_ask_takes_earlier_questions(sample_app):
    _, (answer,) = call(sample_app, "ask", "Thế còn hoa?", [QUESTION])

    assert answer["understood"] == [f"{QUESTION} Thế còn hoa?"]


def test_search_gives_passages_with_rank_and_offsets(sample_app):
    _, (found,) = call(sample_app, "search", "báo cáo chính trị", 2, [])

    assert [one["rank"] for one in found["passages"]] == [1, 2]
    assert set(found) == {"id", "query", "understood", "passages"}


def test_documents_gives_the_catalogue(sample_app):
    _, (listed,) = call(sample_app, "documents")

    assert listed == json.loads(json.dumps(documents_json(DOCUMENTS)))


def test_question_that_cannot_be_asked_is_an_error(sample_app):
    kind, data = call(sample_app, "ask", " ", [])

    assert kind == "error"
    assert "Câu hỏi trống" in json.dumps(data, ensure_ascii=False)


def test_only_the_documented_names_are_public(sample_app):
    with urllib.request.urlopen(f"{sample_app}/gradio_api/info") as answer:
        endpoints = json.load(answer)["named_endpoints"]

    assert set(endpoints) == {"/ask", "/search", "/documents"}


def test_health_is_told_without_sign_in(sample_app):
    with urllib.request.urlopen(f"{sample_app}/healthz") as answer:
        assert json.load(answer) == {"status": "ok", "waiting": 0}


def test_files_are_refused_without_sign_in(sample_app):
    request = urllib.request.Request(f"{sample_app}/gradio_api/upload", b"x", method="POST")

    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request)
