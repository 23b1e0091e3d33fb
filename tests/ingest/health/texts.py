"""Texts made up for the examination, healthy ones and ways to damage them."""

import random
import re
import unicodedata

HEALTHY = """\
Chi bộ thôn Đông Hạ họp phiên thường kỳ vào tối thứ bảy tuần đầu của tháng. Bí thư chi bộ đọc báo cáo về việc trồng lúa,
chăm sóc đàn trâu và sửa con đường dẫn ra bến nước. Các đồng chí đảng viên góp nhiều ý kiến thẳng thắn, nhất là về khoản
quỹ khuyến học và lịch trực đêm của tổ tự quản. Sau khi thảo luận, chi bộ thống nhất ba việc phải làm ngay: thay hai
cánh cửa nhà văn hoá, mời thợ đến đo lại bờ mương, và cử người sang xã bên học cách nuôi cá lồng. Cuối buổi, chi bộ biểu
dương gia đình bà Nguyễn Thị Lụa đã hiến đất làm đường, đồng thời nhắc nhở những hộ còn để rác trước ngõ. Biên bản được
đọc lại cho mọi người cùng nghe, không ai có ý kiến khác, và được cất trong tủ hồ sơ của chi bộ.
"""
ENGLISH = """\
The cell of the village met on the first Saturday of the month. Its secretary read a report on the rice fields, on the
care of the buffaloes and on the road that leads down to the landing. Members spoke freely, above all about the fund for
pupils and about the night watch. They agreed on three things to be done at once: new doors for the house of culture, a
survey of the dike, and a visit to the next commune to learn how fish are raised in cages. No one had anything to add.
"""
OFFICIAL = """\
TỈNH ỦY HÀ MINH
ĐẢNG CỘNG SẢN VIỆT NAM
Số 12-HD/TU
Hà Minh, ngày 5 tháng 3 năm 2031
HƯỚNG DẪN
về việc chuẩn bị đại hội chi bộ thôn
I. MỤC ĐÍCH
Giúp các chi bộ thôn chuẩn bị đại hội chu đáo, đúng ngày, ít tốn kém.
II. NỘI DUNG
1. Chi uỷ lập kế hoạch và báo cáo đảng uỷ xã trước hai tháng.
2. Mỗi đảng viên được gửi văn kiện trước mười ngày.
a) Văn kiện dài không quá bốn trang.
b) Văn kiện in một mặt giấy.
c) Văn kiện có số liệu kèm nguồn.
III. TỔ CHỨC THỰC HIỆN
Đảng uỷ các xã cử người theo dõi từng chi bộ và báo cáo khi xong.
IV. THỜI GIAN
Đại hội xong trước ngày 30 tháng 6.
"""
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def without_accents(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def without_tones(text: str) -> str:
    kept = "".join(sign for sign in unicodedata.normalize("NFD", text) if sign not in _TONES)
    return unicodedata.normalize("NFC", kept)


def split(text: str, share: float) -> str:
    """Part words by a blank, the same ones each time."""
    chance = random.Random(7)

    def parted(found: re.Match[str]) -> str:
        word = found[0]
        if chance.random() >= share:
            return word
        place = chance.randint(1, len(word) - 1)
        return f"{word[:place]} {word[place:]}"

    return re.sub(r"[^\W\d_]{2,}", parted, text)


def read_as_latin(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")
