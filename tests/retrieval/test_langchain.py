from datetime import date

from langchain_core.runnables import RunnableLambda

from assistant.datatypes import Document, Match, Passage
from assistant.retrieval.langchain import PassageRetriever

DOCUMENT = Document(id="quy-che", title="Quy chế mẫu", path="q.md", number="900-QĐ/TW", issued=date(2014, 6, 9))
PASSAGE = Passage("quy-che:1", "quy-che", "Bầu bằng phiếu kín.", 10, 29, "Điều 1", 0)


def find(question, k):
    return (Match(PASSAGE, DOCUMENT, 0.5),)[:k] if "bầu" in question else ()


def test_matches_come_back_as_langchain_documents_with_their_place():
    (found,) = PassageRetriever(find=find).invoke("bầu thế nào?")

    assert found.page_content == "Bầu bằng phiếu kín."
    assert found.metadata["number"] == "900-QĐ/TW"
    assert (found.metadata["start"], found.metadata["end"]) == (10, 29)


def test_the_retriever_stands_in_a_chain():
    chain = PassageRetriever(find=find, k=1) | RunnableLambda(lambda found: [one.metadata["locator"] for one in found])

    assert chain.invoke("bầu thế nào?") == ["Điều 1"]
    assert chain.invoke("việc khác") == []
