"""What kind of turn a message is: a question of content, one about the collection, a greeting, an order to be refused.

Pure rules over folded text. Only messages that are nothing but a greeting count as one: "chào bạn, cho hỏi …" asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from assistant.language.folding import fold

Intent = Literal["content", "greeting", "thanks", "identity", "collection", "injection"]

_YOU = (
    r"(ban|anh|chi|em|co|chu|bac|ad|admin|tro ly|bot|moi nguoi|ca nha|all|there|a|nha|nhe|nhieu|lam|rat|ak|oi|dong chi)"
)
_PAPERS = r"(van ban|tai lieu|chi thi|huong dan|quy dinh|quy che)"
_KEPT = r"(kho|bo suu tap|he thong|co so du lieu|thu vien|tro ly|ban|o day|trong day)"

# The whole message must be one of these.
_WHOLE: Mapping[Intent, tuple[str, ...]] = {
    "greeting": (
        rf"(xin )?(chao|hello|hi|helo|alo|hey)( {_YOU})*( buoi (sang|chieu|toi))?",
        r"good (morning|afternoon|evening)",
    ),
    "thanks": (
        rf"(da )?(toi |em )?(xin )?(cam on|cam un|thank(s| you)?|tks)( {_YOU}| so much| very much| roi)*",
        rf"(ok|oke|okay|tot lam|hay qua|da hieu|hieu roi|duoc roi)( {_YOU}| roi| cam on)*",
    ),
    "identity": (
        r"(ban|may|tro ly|day|em|(cai|app|phan mem|ung dung|trang) nay) (la ai|la gi|ten (la )?gi)( vay| the| a| ha)*",
        r"(ban|may|tro ly|em|app nay) (co the |biet |giup duoc |lam duoc )?(lam|giup|tra loi)( duoc| toi)*( nhung)? gi"
        r"( vay| the| a| ha| cho toi| khong)*",
        r"who are you|what can you do|what are you",
    ),
}
# Any part of the message may be one of these.
_ANYWHERE: Mapping[Intent, tuple[str, ...]] = {
    "injection": (
        r"(bo qua|quen|phot lo|dung theo) .{0,40}(huong dan|chi dan|quy tac|nguon|lenh)( (tren|truoc|cu|do|nay))",
        r"(bo qua|phot lo|khong can|dung|khoi) (tra|xem|dua vao|can|tim)?.{0,12}(nguon|tai lieu|van ban|kho)\b.{0,30}"
        r"(cu |hay |ma )?(viet|tra loi|noi|ghi|bia)",
        r"system prompt|ignore .{0,40}(instruction|rule|source|document)",
        r"(cau lenh|loi nhac) (he thong|goc)|prompt (cua ban|goc|he thong)",
        r"(tiet lo|cho xem|in ra|reveal) .{0,30}(prompt|chi dan|cau lenh|huong dan (noi bo|he thong)|instruction)",
        r"\b(bia|nguy tao|tu nghi) (ra )?.{0,30}(trich dan|nguon|van ban|so lieu|dieu khoan)",
        r"make up .{0,30}(citation|source|quote)|ghi (dai|bua|dai) nguon",
        r"(ghi|dan|gan) (them )?nguon la .{0,80}\b(de|roi|cho) (toi|minh|em)",
        r"(pretend|act as) .{3,}|\b(hay|ban|gia vo|thu) dong vai .{3,}|gia vo (la|nhu) .{3,}",
    ),
    "collection": (
        rf"{_KEPT}( \w+){{0,3}} (co|chua|luu|gom|nam|biet)( \w+){{0,3}} {_PAPERS}( \w+){{0,2}} (nao|gi)",
        rf"(co|gom) (nhung|cac|bao nhieu|may) {_PAPERS}( \w+){{0,3}} (trong kho|o day|trong he thong)",
        rf"(liet ke|danh sach|danh muc|cho xem|ke ten) .{{0,20}}{_PAPERS}( \w+){{0,4}} (kho|hien co|dang co|trong)",
        rf"kho( {_PAPERS}| du lieu)?( \w+)? (co|gom|chua) (gi|nhung gi|bao nhieu|may)",
        rf"{_PAPERS}( \w+){{0,4}} (nao|gi)( \w+){{0,8}} ((con|het|dang|co) (hieu luc|gia tri)|(con|dang) ap dung)",
        rf"{_PAPERS}( \w+){{0,4}} (nao|gi)( \w+){{0,8}} hien hanh",
        rf"((con|dang) (co )?(hieu luc|ap dung)|hien hanh)( (?!khong\b)\w+){{0,8}} {_PAPERS} (nao|gi)",
        r"(which|what) documents (do you|are)|list (all )?(the )?documents",
    ),
}
_WHOLE_COMPILED = {intent: re.compile("|".join(f"(?:{rule})" for rule in rules)) for intent, rules in _WHOLE.items()}
_ANYWHERE_COMPILED = {intent: re.compile("|".join(rules)) for intent, rules in _ANYWHERE.items()}
_NOT_WORDS = re.compile(r"[^\w%/ ]+")


def intent_of(text: str) -> Intent:
    """The intent of a message; "content" unless a rule says otherwise."""
    folded = " ".join(_NOT_WORDS.sub(" ", fold(text)).split())
    for intent, rule in _WHOLE_COMPILED.items():
        if rule.fullmatch(folded):
            return intent
    for intent, rule in _ANYWHERE_COMPILED.items():
        if rule.search(folded):
            return intent
    return "content"
