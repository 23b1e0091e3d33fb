"""What is written through the writer, and how a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.datatypes import Document, Passage, Relation, Source
from assistant.errors import CorpusError, IndexBusyError, IndexMissingError, IndexOutdatedError
from assistant.index.reader import IndexReader, open_reader
from assistant.index.records import Holding
from assistant.index.writer import IndexWriter, open_writer
from assistant.settings import Settings
from tests.fakes import WordCountEmbeddings

ROOT = "corpus"


def write(writer: IndexWriter, identity: str, *paragraphs: str, title: str = "Văn bản thử", path: str = "") -> Document:
    """Store a document that has one passage a paragraph."""
    document = Document(identity, title, path or f"{identity}.txt")
    text = "\n".join(paragraphs)
    passages, start = [], 0
    for order, paragraph in enumerate(paragraphs):
        end = start + len(paragraph)
        passages.append(Passage(f"{identity}-{order}", identity, paragraph, start, end, f"đoạn {order + 1}", order))
        start = end + 1
    writer.replace(document, text, passages, Holding(document.id, ROOT, document.path, f"hash of {text}"))
    return document


def ids(found: list[tuple[Passage, float]]) -> list[str]:
    return [passage.id for passage, _ in found]


@pytest.fixture
def reader(settings: Settings, embeddings: WordCountEmbeddings) -> Iterator[IndexReader]:
    with open_writer(settings, embeddings):
        pass
    opened = open_reader(settings, embeddings)
    yield opened
    opened.close()


def test_a_document_comes_back_as_it_was_stored(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    document = Document(
        id="chi-thi-1",
        title="Chỉ thị thử",
        path="chi-thi-1.md",
        number="1-CT/TW",
        issued=date(2019, 5, 30),
        congress=("XIII",),
        relations=(Relation("hướng dẫn", "khac"),),
        sources=(Source(3, "Báo", "https://example.org"),),
    )
    text = "Bầu cấp uỷ.\nHết."
    passage = Passage("p", document.id, text[:11], 0, 11, "mục 1", 0, ("I", "1"), "footnote", 4)

    with open_writer(settings, embeddings) as writer:
        writer.replace(document, text, [passage], Holding(document.id, ROOT, document.path, "x"))

    assert reader.documents() == (document,)
    assert reader.document("chi-thi-1") == document
    assert reader.text("chi-thi-1") == text
    assert reader.passages("chi-thi-1") == (passage,)
    assert reader.passage("p") == passage


def test_dense_search_gives_the_cosine_computed_by_hand(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "bầu cử", title="")
        write(writer, "b", "kỷ luật", title="")

    found = reader.search_dense("bầu cử chi bộ", 2)

    assert ids(found) == ["a-0", "b-0"]
    assert found[0][1] == pytest.approx(2 / (2**0.5 * 2), abs=1e-3)
    assert found[1][1] == pytest.approx(0, abs=1e-3)


def test_lexical_search_ranks_by_shared_syllables_and_pairs(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(
            writer,
            "a",
            "Cấp uỷ bầu ban thường vụ tại phiên họp.",
            "Thường ngày, vụ việc được bàn ở ban.",
            "Khác hẳn.",
            title="",
        )

    found = reader.search_lexical(["ban", "thuong", "vu"], 5)

    assert ids(found) == ["a-0", "a-1"]
    assert found[0][1] > found[1][1] > 0


def test_a_word_of_the_title_finds_the_passage(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Số dư ít nhất 15%.", title="Kinh nghiệm Lạng Sơn")
        write(writer, "b", "Số dư ít nhất 15%.", title="Kinh nghiệm Hà Tĩnh")

    assert ids(reader.search_lexical(["lang", "son"], 5)) == ["a-0"]


@pytest.mark.parametrize(
    "phrase",
    ["bầu cử, cấp uỷ", "BAU CU CAP UY", "bầu cử “cấp ủy”", "35-CT/TW ngày", "tỷ lệ 99,8%"],
)
def test_a_phrase_is_found_whatever_its_accents_and_punctuation(
    phrase: str, settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(
            writer,
            "a",
            "Việc bầu cử cấp uỷ theo Chỉ thị 35-CT/TW ngày 30/5 đạt tỷ lệ 99,8%.",
            "cấp uỷ bầu cử; 35 CT; 99",
        )

    assert [passage.id for passage in reader.search_phrase(phrase, 5)] == ["a-0"]


def test_signs_of_the_query_language_are_only_words(reader: IndexReader) -> None:
    assert reader.search_phrase('" OR * NEAR(', 5) == []
    assert reader.search_lexical(['"', "or", "near("], 5) == []


def test_counts_follow_replacement_and_removal(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Đại hội chi bộ.", "Chi bộ họp.")
        write(writer, "b", "Đại hội.")
    assert (reader.passage_count(), reader.document_frequency("chi_bo")) == (3, 2)

    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Hội nghị.")
        assert writer.remove("b")
        assert not writer.remove("b")

    assert (reader.passage_count(), reader.document_frequency("chi_bo")) == (1, 0)


def test_sentences_are_scored_one_by_one(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Bầu cấp uỷ. Kiểm phiếu kín. [^3]")

    (first, second) = reader.sentence_scores("kiểm phiếu kín", ["a-0"])["a-0"]

    text = reader.text("a")
    assert text[first.start : first.end] == "Bầu cấp uỷ."
    assert text[second.start : second.end].startswith("Kiểm phiếu kín.")
    assert second.cosine == pytest.approx(1, abs=1e-3)
    assert first.cosine < 0.5


def test_a_replaced_document_is_found_by_its_new_words_only(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "mười hai", title="")
        write(writer, "b", "khác hẳn", title="")
    assert ids(reader.search_dense("mười hai", 1)) == ["a-0"]
    before = reader.generation()

    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "mười lăm", title="")

    assert reader.generation() > before
    assert [passage.text for passage, _ in reader.search_dense("mười hai", 5)] == ["mười lăm", "khác hẳn"]
    assert reader.search_phrase("mười hai", 5) == []


def test_nothing_known_is_embedded_again(settings: Settings, embeddings: WordCountEmbeddings) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Một đoạn văn.", "Đoạn văn khác.")
        assert writer.embedded == 4  # two passages with their title, two sentences
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Một đoạn văn.", "Đoạn văn mới.")
        assert writer.embedded == 2
        write(writer, "moved", "Một đoạn văn.", "Đoạn văn mới.", path="elsewhere.txt")
        assert writer.embedded == 2


def test_what_came_through_a_root_is_recorded(settings: Settings, embeddings: WordCountEmbeddings) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "Một.", path="x/a.txt")

        assert dict(writer.recorded(ROOT)) == {"x/a.txt": "hash of Một."}
        assert dict(writer.recorded("other")) == {}


def test_a_file_whose_document_has_another_id_now_leaves_no_trace_of_the_old(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "old", "Một.", path="a.txt")
        write(writer, "new", "Hai.", path="a.txt")

    assert [document.id for document in reader.documents()] == ["new"]


def test_opening_to_read_before_any_ingest_says_what_to_run(settings: Settings) -> None:
    with pytest.raises(IndexMissingError, match="python -m ingest"):
        open_reader(settings)


def test_an_unknown_document_is_named(reader: IndexReader) -> None:
    with pytest.raises(CorpusError, match="khong-co"):
        reader.text("khong-co")


def test_a_second_writer_is_refused(settings: Settings, embeddings: WordCountEmbeddings) -> None:
    with open_writer(settings, embeddings), pytest.raises(IndexBusyError, match="khác đang ghi"):
        open_writer(settings, embeddings)


def test_vectors_of_another_model_are_refused_and_a_rebuild_takes_them(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    other = WordCountEmbeddings(dimension=32)
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "một")

    with pytest.raises(IndexOutdatedError, match="python -m ingest --rebuild"):
        open_writer(settings, other)
    other_reader = open_reader(settings, other)
    with pytest.raises(IndexOutdatedError, match="python -m ingest --rebuild"):
        other_reader.search_dense("một", 1)

    with open_writer(settings, other, rebuild=True) as writer:
        write(writer, "a", "một")
    assert ids(other_reader.search_dense("một", 1)) == ["a-0"]
    with pytest.raises(IndexOutdatedError):
        reader.search_dense("một", 1)


def test_a_rebuild_that_fails_leaves_the_old_index(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    with open_writer(settings, embeddings) as writer:
        write(writer, "a", "một")

    rebuilding = open_writer(settings, embeddings, rebuild=True)
    write(rebuilding, "b", "hai")
    rebuilding.close()

    assert [document.id for document in reader.documents()] == ["a"]
    assert len(list(settings.data_dir.glob("index-*"))) == 1


def test_a_large_change_is_searched_in_chroma_and_a_small_one_beside_it(
    settings: Settings, embeddings: WordCountEmbeddings, reader: IndexReader
) -> None:
    words = [f"từ{chr(97 + i)}{chr(97 + j)}" for i in range(10) for j in range(10)]
    with open_writer(settings, embeddings) as writer:
        write(writer, "many", *words, title="")
    first = list(settings.data_dir.glob("index-*/vectors-*"))
    with open_writer(settings, embeddings) as writer:
        write(writer, "one", "xin chào", title="")
    second = list(settings.data_dir.glob("index-*/vectors-*"))
    with open_writer(settings, embeddings) as writer:
        writer.remove("many")
    third = list(settings.data_dir.glob("index-*/vectors-*"))

    assert len(first) == len(second) == len(third) == 1
    assert first == second != third
    assert ids(reader.search_dense("xin chào", 3)) == ["one-0"]
