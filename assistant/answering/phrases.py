"""The fixed Vietnamese sentences of answers: shared by code, prompts and tests, so that they cannot drift apart."""

from __future__ import annotations

NOT_FOUND = "Các văn bản trong kho không nêu điều này, nên tôi không trả lời thay văn bản."
NEAREST = "Gần với câu hỏi nhất là:"
MISSING_NUMBER = "Kho chưa có {name}."
SAME_NUMBER = "Số hiệu {number} có nhiều văn bản: {documents}; hãy xem kỹ ngày ban hành."
GAP = "{name} – kho chưa có: {text}"
ONLY_LESSONS = "Kho chưa có quy định về điều này; nội dung trên là kinh nghiệm tham khảo, không phải quy định."
GREETING = "Chào đồng chí! Đồng chí cần tra cứu điều gì về chuẩn bị và tổ chức đại hội Đảng?"
THANKS = "Rất vui được giúp đồng chí. Cần tra cứu thêm điều gì, đồng chí cứ hỏi."
IDENTITY = (
    "Tôi là Trợ lý Đại hội: tôi trả lời câu hỏi về chuẩn bị và tổ chức đại hội Đảng bằng cách trích từ {count} văn bản"
    " trong kho, mỗi câu có dẫn nguồn. Điều gì văn bản không nêu, tôi nói là không có."
)
INJECTION = (
    "Tôi chỉ trả lời bằng câu trích có thật trong kho văn bản, nên không bỏ qua nguồn và không tạo trích dẫn;"
    " mời đồng chí hỏi một nội dung về đại hội Đảng."
)
EMPTY = "Kho chưa có văn bản nào."
MISNAMED = "Kho không có {name} {claimed}; đúng là {facts}."
WHICH = "Số hiệu {number} có nhiều văn bản, nêu khác nhau; đồng chí hỏi văn bản nào: {documents}?"
MODEL_PROVED_NOTHING = "Mô hình ngôn ngữ không viết được câu nào có căn cứ; câu trả lời là câu trích từ văn bản."
SENTENCES_REPLACED = "Đã bỏ {count} câu của mô hình ngôn ngữ không có căn cứ và thay bằng câu trích từ văn bản."
