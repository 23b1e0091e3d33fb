"""Relations turned round, and what was in force when: on made-up documents, and on the corpus that is shipped."""

from datetime import date

import pytest

from assistant.datatypes import Document, Relation
from assistant.validity import (
    Link,
    first_day,
    for_congress,
    in_force,
    last_day,
    linked,
    links_of,
    same_number,
    stated_end,
    with_derived_relations,
)
from tests import real_corpus


def rule(identity, issued, validity="còn hiệu lực", **fields):
    known = {"title": identity, "path": f"{identity}.md", "kind": "quy chế", "authority": "quy định", **fields}
    return Document(id=identity, issued=issued, validity=validity, **known)


OLD = rule("old", date(2014, 6, 9), "được thay thế", number="7-QĐ/TW")
NEW = rule("new", date(2024, 10, 1), effective=date(2024, 10, 10), relations=(Relation("thay thế", "old"),))
GUIDE = rule("guide", date(2024, 12, 31), relations=(Relation("hướng dẫn", "new"), Relation("căn cứ", "nowhere")))
CHAIN = (OLD, NEW, GUIDE)


def ids(documents):
    return [document.id for document in documents]


def test_relation_written_once_is_seen_from_both_sides():
    assert links_of(NEW, CHAIN) == (Link("thay thế", OLD), Link("được hướng dẫn bởi", GUIDE))
    assert linked(OLD, "được thay thế bởi", CHAIN) == (NEW,)
    assert linked(OLD, "thay thế", CHAIN) == ()


def test_relation_written_on_both_sides_is_told_once():
    twice = rule("twice", None, relations=(Relation("hướng dẫn", "new"), Relation("hướng dẫn", "new")))

    assert links_of(NEW, (OLD, NEW, twice)).count(Link("được hướng dẫn bởi", twice)) == 1


def test_relation_to_a_document_not_held_is_kept_in_the_record_and_leads_nowhere():
    assert with_derived_relations(CHAIN)["guide"] == (Relation("hướng dẫn", "new"), Relation("căn cứ", "nowhere"))
    assert links_of(GUIDE, CHAIN) == (Link("hướng dẫn", NEW),)


def test_derived_relations_name_the_documents_they_come_from():
    assert with_derived_relations(CHAIN)["new"] == (
        Relation("thay thế", "old"),
        Relation("được hướng dẫn bởi", "guide"),
    )


def test_effective_date_counts_before_the_date_of_issue():
    assert first_day(NEW) == date(2024, 10, 10)
    assert first_day(OLD) == date(2014, 6, 9)


@pytest.mark.parametrize(
    ("document", "among", "end"),
    [
        (OLD, CHAIN, date(2024, 10, 10)),
        (OLD, (OLD,), None),
        (rule("own", date(2014, 1, 1), expired=date(2020, 1, 1)), CHAIN, date(2020, 1, 1)),
        (NEW, CHAIN, None),
    ],
    ids=["successor", "successor not held", "its own date", "in force"],
)
def test_stated_end_is_told_by_the_record_or_the_successor(document, among, end):
    assert stated_end(document, among) == end


def test_own_expiry_counts_before_the_successor():
    own = rule("old", date(2014, 6, 9), "được thay thế", expired=date(2023, 1, 1))

    assert stated_end(own, (own, NEW)) == date(2023, 1, 1)


def test_first_of_several_successors_ends_a_document():
    later = rule("later", date(2025, 5, 5), relations=(Relation("thay thế", "old"),))

    assert stated_end(OLD, (later, OLD, NEW)) == date(2024, 10, 10)


@pytest.mark.parametrize(
    ("congress", "end"), [(("XII", "XIII"), date(2021, 2, 28)), (("XX",), None), ((), None)], ids=str
)
def test_document_carried_out_held_to_the_close_of_its_last_congress(congress, end):
    done = rule("done", date(2014, 1, 1), "đã thực hiện", congress=congress)

    assert last_day(done, (done,)) == end
    assert stated_end(done, (done,)) is None


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2014, 6, 8), []),
        (date(2014, 6, 9), ["old"]),
        (date(2024, 10, 9), ["old"]),
        (date(2024, 10, 10), ["new"]),
        (date(2024, 12, 31), ["guide", "new"]),
    ],
    ids=str,
)
def test_document_holds_from_its_first_day_until_the_successor_starts(day, held):
    assert ids(in_force(CHAIN, day)) == held


def test_period_takes_in_what_ended_and_what_began_within_it():
    assert ids(in_force(CHAIN, date(2024, 10, 1), date(2024, 10, 31))) == ["new", "old"]
    assert ids(in_force(CHAIN, date(2024, 10, 10), date(2024, 10, 31))) == ["new"]


@pytest.mark.parametrize(
    "document",
    [
        rule("x", date(2020, 1, 1), "chưa rõ"),
        rule("x", None),
        rule("x", date(2020, 1, 1), "được thay thế"),
        rule("x", date(2020, 1, 1), "đã thực hiện"),
        rule("x", date(2020, 1, 1), kind="bài học kinh nghiệm", authority="tham khảo"),
        rule("x", date(2020, 1, 1), kind="hỏi đáp", authority="hướng dẫn"),
    ],
    ids=["unclear", "undated", "replaced, unknown when", "carried out, unknown when", "lesson", "questions"],
)
def test_nothing_is_claimed_of_what_the_catalogue_does_not_know_or_what_rules_nothing(document):
    assert in_force((document,), date(2021, 1, 1)) == ()


def test_congress_is_served_by_rules_oldest_first():
    first = rule("first", date(2014, 1, 1), congress=("XII", "XIII"))
    second = rule("second", date(2019, 1, 1), congress=("XIII",))
    lesson = rule("lesson", date(2020, 1, 1), congress=("XIII",), authority="tham khảo")

    assert for_congress((second, lesson, first), "XIII") == (first, second)


def test_same_number_is_found_in_another_spelling():
    other = rule("other", date(2020, 1, 1), number="07/QĐ-TW")

    assert same_number(OLD, (OLD, other, NEW)) == (other,)
    assert same_number(NEW, (OLD, other, NEW)) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 6, 15), {"quy-che-bau-cu-244-qd-tw-2014", "huong-dan-03-hd-tw-2020"}),
        (date(2026, 11, 22), {"quy-che-bau-cu-190-qd-tw-2024", "huong-dan-04-hd-tw-2024"}),
        (date(2020, 3, 1), {"quy-che-bau-cu-244-qd-tw-2014"}),
        (date(2024, 11, 1), {"quy-che-bau-cu-190-qd-tw-2024"}),
    ],
    ids=["June 2020", "today", "before the guidance of 2020", "before the guidance of 2024"],
)
def test_shipped_corpus_tells_the_election_rules_of_a_day(day, expected):
    held = in_force(real_corpus.documents(), day)

    assert {document.id for document in held if "bầu cử" in document.title.lower()} == expected


def test_shipped_corpus_tells_the_directive_of_each_congress():
    directives = {
        term: [one.number for one in for_congress(real_corpus.documents(), term) if one.kind == "chỉ thị"]
        for term in ("XI", "XII", "XIII", "XIV")
    }

    assert directives == {
        "XI": ["37-CT/TW"],
        "XII": ["36-CT/TW"],
        "XIII": ["35-CT/TW"],
        "XIV": ["35-CT/TW", "45-CT/TW"],
    }


def test_shipped_corpus_holds_two_directives_of_one_number():
    known = {document.id: document for document in real_corpus.documents()}

    (other,) = same_number(known["chi-thi-35-ct-tw-2019"], real_corpus.documents())

    assert other.id == "chi-thi-35-ct-tw-2024"
