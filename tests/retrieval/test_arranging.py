from assistant.datatypes import Document, Match, Passage
from assistant.retrieval.arranging import share_out, with_footnotes

LETTER = Document(id="cong-van", title="Công văn mẫu", path="c.md")
ARTICLE = Document(id="bai", title="Bài mẫu", path="b.md")


def match(document, order, text, score=1.0, role="body"):
    passage = Passage(f"{document.id}:{order}", document.id, text, 0, len(text), f"đoạn {order}", order, role=role)
    return Match(passage, document, score)


BODY = match(LETTER, 1, "Có nơi vi phạm quy chế [2].")
OTHER = match(LETTER, 2, "Nơi khác làm tốt.", 0.8)
FIRST_NOTE = match(LETTER, 8, "[1] Hai tỉnh đạt cao.", role="footnote")
SECOND_NOTE = match(LETTER, 9, "[2] Xã Mẫu, huyện Mẫu.", role="footnote")
STORED = {"cong-van": [one.passage for one in (BODY, OTHER, FIRST_NOTE, SECOND_NOTE)], "bai": []}


def ids(matches):
    return [one.passage.id for one in matches]


def test_a_footnote_is_brought_in_behind_the_passage_that_points_to_it():
    assert ids(with_footnotes([BODY, OTHER], STORED.__getitem__)) == ["cong-van:1", "cong-van:9", "cong-van:2"]


def test_a_footnote_found_further_down_moves_up_and_stands_once():
    assert ids(with_footnotes([BODY, OTHER, SECOND_NOTE], STORED.__getitem__)) == [
        "cong-van:1",
        "cong-van:9",
        "cong-van:2",
    ]


def test_passages_further_down_bring_no_footnotes():
    assert ids(with_footnotes([OTHER, BODY], STORED.__getitem__, followed=1)) == ["cong-van:2", "cong-van:1"]


def test_one_document_does_not_crowd_a_comparison():
    letters = [match(LETTER, order, f"Câu {order}") for order in range(3)]
    article = match(ARTICLE, 0, "Câu của bài")

    assert ids(share_out([*letters, article], 2)) == ["cong-van:0", "cong-van:1", "bai:0", "cong-van:2"]
