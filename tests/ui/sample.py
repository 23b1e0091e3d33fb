"""A small invented collection and an assistant over it that a person can follow by hand."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.datatypes import Answer, Citation, Document, Match, Passage, Query, Relation, Source
from assistant.errors import CorpusError, QuestionError
from assistant.language.folding import syllables
from assistant.rendering.markdown import escaped

LONG_TITLE = (
    "Về việc trang trí hội trường, bố trí chỗ ngồi, đón tiếp đại biểu và khách mời, phục vụ nước uống, giữ gìn vệ sinh "
    "và trật tự trong suốt thời gian diễn ra đại hội của các chi bộ trực thuộc đảng uỷ xã Đồng Mẫu"
)
DECORATION = Document(
    id="hd-7",
    title=LONG_TITLE,
    path="hd-7.md",
    number="7-HD/ĐU",
    kind="hướng dẫn",
    issuer="Đảng uỷ xã Đồng Mẫu",
    issued=date(2021, 3, 9),
    congress=("XIV",),
    levels=("chi bộ",),
    authority="hướng dẫn",
    validity="còn hiệu lực",
    relations=(Relation("hướng dẫn", "ct-2"),),
)
DIRECTIVE = Document(
    id="ct-2",
    title="Về chuẩn bị đại hội chi bộ",
    path="ct-2.md",
    number="2-CT/HU",
    kind="chỉ thị",
    issuer="Ban Thường vụ Huyện uỷ Sông Mẫu",
    issued=date(2021, 1, 15),
    congress=("XIV",),
    levels=("chi bộ", "cơ sở"),
    authority="chỉ đạo",
    validity="còn hiệu lực",
    relations=(Relation("thay thế", "ct-1"),),
    provenance="lược thuật",
    sources=(Source(3, "Trang tin huyện Sông Mẫu", "https://song-mau.example/ct-2"),),
)
OLD_DIRECTIVE = Document(
    id="ct-1",
    title="Về chuẩn bị đại hội chi bộ",
    path="ct-1.md",
    number="2-CT/HU",
    kind="chỉ thị",
    issuer="Ban Thường vụ Huyện uỷ Sông Mẫu",
    issued=date(2016, 2, 1),
    congress=("XIII",),
    levels=("chi bộ",),
    authority="chỉ đạo",
    validity="được thay thế",
)
LESSON = Document(
    id="bai-hoc",
    title="Kinh nghiệm đại hội mẫu ở thôn Thượng",
    path="bai-hoc.md",
    kind="bài học kinh nghiệm",
    issuer="Báo Sông Mẫu",
    congress=("XIII",),
    authority="tham khảo",
    validity="đã thực hiện",
)
HOSTILE = Document(
    id="la-<b>",
    title='Văn bản có <script>window.hong=1</script> và "ngoặc"',
    path="la.md",
    number="9-TB/ĐU",
    kind="thông báo",
    issuer="<img src=x onerror=window.hong=1>",
    sources=(Source(1, "Nguồn lạ", "javascript:window.hong=1"),),
)
TEXTS = {
    DECORATION.id: (
        "## 1. Trang trí\n"
        "Phông hội trường màu đỏ, treo sát tường phía sau bục. Tượng Bác đặt bên trái bục theo hướng nhìn lên.\n"
        "Hoa tươi đặt trước bục phát biểu, không quá hai lẵng.\n\n"
        "## 2. Chỗ ngồi\n"
        "Đảng viên ngồi theo tổ đảng. Khách mời ngồi hàng đầu bên phải.\n"
        "Ghế cho người cao tuổi đặt gần lối ra vào.\n"
    ),
    DIRECTIVE.id: (
        "## I. Yêu cầu\n"
        "- Chi bộ gửi báo cáo chính trị cho đảng viên trước đại hội ít nhất năm ngày. [^3]\n"
        "- Đại hội chi bộ chỉ khai mạc khi có từ hai phần ba số đảng viên được triệu tập. [^3]\n\n"
        "## II. Nhân sự\n"
        "- Danh sách bầu chi uỷ có số dư ít nhất một người. [^3]\n"
        "- Người trúng cử phải được quá nửa số phiếu. [^3]\n"
    ),
    OLD_DIRECTIVE.id: (
        "## I. Yêu cầu\n"
        "- Chi bộ gửi báo cáo chính trị cho đảng viên trước đại hội ít nhất ba ngày.\n"
        "- Chi bộ phân công người đón tiếp đại biểu cấp trên.\n"
    ),
    LESSON.id: (
        "## Bài học\n"
        "Chi bộ thôn Thượng chia nhóm thảo luận báo cáo chính trị trước hai tuần nên ý kiến rất sôi nổi.\n"
        "Máy tính kiểm phiếu được chạy thử hai lần trước ngày đại hội.\n"
    ),
    HOSTILE.id: (
        "## <script>window.hong=1</script>\n"
        'Biển hiệu ghi <img src=x onerror="window.hong=1"> và <b>chữ đậm</b> như trong tệp gốc.\n'
    ),
}
DOCUMENTS = (DIRECTIVE, DECORATION, OLD_DIRECTIVE, LESSON, HOSTILE)
_COMMON = set(
    syllables("chi bộ đại hội có là gì nào thế bao nhiêu và của cho được ở khi phải một về việc cái này còn thì")
)


def passages_of(document: Document) -> tuple[Passage, ...]:
    """One passage for each line below a heading, as offsets in the text."""
    text, heading, found = TEXTS[document.id], "", []
    for line in re.finditer(r"[^\n]+", text):
        if line[0].startswith("## "):
            heading = line[0][3:]
            continue
        start = line.start() + (2 if line[0].startswith("- ") else 0)
        end = line.start() + len(re.sub(r" \[\^\d+\]$", "", line[0]))
        place = f"mục {heading.partition('.')[0]}, đoạn {len(found) + 1}"
        order = len(found)
        key = f"{document.id}-{order}"
        found.append(Passage(key, document.id, text[start:end], start, end, place, order, (heading,)))
    return tuple(found)


@dataclass(frozen=True)
class Found:
    """What `search` gives back."""

    query: Query
    matches: tuple[Match, ...]


@dataclass
class SampleAssistant:
    """Finds passages by shared rare syllables; answers with the best passages of at most two documents.

    `delay_seconds` stands for a slow machine; `collection` may be changed while others ask.
    """

    collection: tuple[Document, ...] = DOCUMENTS
    delay_seconds: float = 0.0

    def ask(self, question: str, history: Sequence[str] = (), within: Collection[str] = ()) -> Answer:
        """Quote the passages that share the most syllables with the question, or with the one before it."""
        if not question.strip():
            raise QuestionError("Câu hỏi trống; hãy gõ điều cần hỏi rồi gửi lại.")
        time.sleep(self.delay_seconds)
        result = self.search(question, 100, history)
        matches = [match for match in result.matches if not within or match.document.id in within][:3]
        if not matches:
            return Answer(question, "not_found", "Kho chưa có đoạn nào trả lời câu hỏi này.", suggestions=(_NEXT[0],))
        citations, lines = [], []
        for marker, match in enumerate(matches, start=1):
            passage, document = match.passage, match.document
            sources = document.sources if document.provenance == "lược thuật" else ()
            citations.append(Citation(marker, passage, document, passage.text, passage.start, passage.end, sources))
            lead = f"Theo {document.kind} {document.number}, {passage.locator}"
            lines.append(f"{escaped(lead)}:\n- “{escaped(passage.text)}” [{marker}]")
        understood = (result.query.meaning,) if result.query.meaning != question else ()
        notes = ("Có văn bản đã được thay thế.",) if any(c.document is OLD_DIRECTIVE for c in citations) else ()
        text = "\n\n".join(lines)
        return Answer(question, "answered", text, tuple(citations), notes, _NEXT, understood)

    def stream(
        self, question: str, history: Sequence[str] = (), within: Collection[str] = ()
    ) -> Iterator[str | Answer]:
        """Half of the text, all of it, the answer."""
        answer = self.ask(question, history, within)
        yield answer.text[: len(answer.text) // 2]
        time.sleep(self.delay_seconds)
        yield answer.text
        yield answer

    def search(self, question: str, k: int = 10, history: Sequence[str] = ()) -> Found:
        """Passages by the number of shared syllables; a follow-up takes over the words of the last question."""
        meaning = f"{history[-1]} {question}" if history and question.lower().startswith("thế") else question
        wanted = set(syllables(meaning)) - _COMMON
        scored = []
        for document in self.documents():
            for passage in passages_of(document):
                shared = wanted & set(syllables(f"{document.number} {passage.text}"))
                if len(shared) >= min(2, len(wanted)) and shared:
                    scored.append(Match(passage, document, float(len(shared))))
        scored.sort(key=lambda match: -match.score)
        return Found(Query(question, meaning), tuple(scored[:k]))

    def documents(self) -> tuple[Document, ...]:
        """The collection."""
        return self.collection

    def text(self, document_id: str) -> str:
        """The stored text."""
        if document_id not in {one.id for one in self.collection}:
            raise CorpusError(f"Kho không có văn bản {document_id}; hãy xem danh mục.")
        return TEXTS[document_id]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of one document."""
        return passages_of(next(one for one in self.collection if one.id == document_id))

    def passage(self, passage_id: str) -> Passage | None:
        """One passage by its id."""
        found = (one for document in self.collection for one in passages_of(document) if one.id == passage_id)
        return next(found, None)


_NEXT = ("Phông hội trường màu gì?", "Danh sách bầu chi uỷ có số dư bao nhiêu?")
