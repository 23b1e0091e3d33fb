"""More made-up documents: an article, a report with footnotes and a long table, a resolution of two pages."""

from __future__ import annotations

from datetime import date

from tests.ingest.files.description import Facts, Place, describe

ARTICLE = describe(
    "bài báo",
    """
^ Chi bộ vùng cao Pa Lưng đổi mới cách chuẩn bị đại hội
Thứ hai, 17/3/2025 - 08:45
Không còn những bản báo cáo dày hàng chục trang, chi bộ bản Pa Lưng, huyện Sơn Thượng mời từng hộ dân góp ý cho \
dự thảo nghị quyết ngay bên bếp lửa nhà sàn.
# Nghe dân nói trước khi viết
Chiều muộn, sương đã phủ kín con dốc dẫn vào bản, Bí thư chi bộ Giàng A Vừ vẫn lật giở từng tờ giấy ghi ý kiến \
của bà con. Tổng cộng có 137 ý kiến, trong đó 52 ý kiến về nước sinh hoạt, 41 ý kiến về đường vào khu sản xuất, \
còn lại là chuyện học hành, cưới xin, ma chay.
“Trước đây, chúng tôi viết xong rồi mới đọc cho dân nghe. Nay làm ngược lại: nghe trước, ghi đủ, rồi mới viết”, \
ông Vừ chia sẻ. Cách làm ấy khiến dự thảo chỉ còn bốn trang nhưng đảng viên nào cũng thuộc.
# Chọn người bằng việc làm
Chi bộ có 23 đảng viên, tuổi bình quân 36,5; chín đồng chí là nữ. Để giới thiệu nhân sự, cấp uỷ giao mỗi người \
một việc khó trong sáu tháng, hằng tuần kiểm điểm công khai. Chị Lò Thị Nhỡ được giao vận động mười hai gia đình \
dời chuồng trại ra xa nhà ở; sau bốn tháng, cả mười hai hộ đã làm xong.
Đồng chí Phó Bí thư Huyện uỷ Quàng Thị Ngoãn đánh giá, mô hình này có thể nhân rộng ở những nơi trình độ đảng \
viên không đồng đều, với điều kiện cấp uỷ cấp trên phải cử người cùng ăn, cùng ở, cùng làm.
# Những điều còn trăn trở
Khó nhất vẫn là thiếu nguồn phát triển Đảng. Hai năm qua, chi bộ chỉ kết nạp được ba quần chúng ưu tú vì thanh \
niên đi làm ăn xa. Chi bộ đề nghị cấp trên cho phép sinh hoạt trực tuyến mỗi quý một lần đối với đảng viên đi lao \
động ngoài tỉnh.
Bài, ảnh: Trịnh Hoài Mẫn
""",
    (
        Place(
            "phần “Nghe dân nói trước khi viết”, đoạn 1",
            "137 ý kiến, trong đó 52 ý kiến về nước sinh hoạt",
            "Nghe dân nói trước khi viết, đoạn 1",
        ),
        Place(
            "phần “Chọn người bằng việc làm”, đoạn 1",
            "vận động mười hai gia đình dời chuồng trại",
            "Chọn người bằng việc làm, đoạn 1",
        ),
        Place(
            "phần “Những điều còn trăn trở”", "chi bộ chỉ kết nạp được ba quần chúng ưu tú", "Những điều còn trăn trở"
        ),
    ),
)

_UNITS = [
    "Bản Cuôn",
    "Khuổi Lả",
    "Nà Sẳm",
    "Pắc Ngàm",
    "Thẳm Hiêm",
    "Đồng Vượn",
    "Lũng Khoẻ",
    "Mỏ Gà Trắng",
    "Suối Giữa",
    "Tân Huỳnh",
    "Thượng Nhuỵ",
    "Vĩnh Truồng",
    "Xóm Đỗi",
    "Yên Quẽ",
    "Phiêng Ngoã",
    "Nậm Tuếch",
    "Hạ Khuyến",
    "Cốc Xả",
    "Đèo Nghẽo",
    "Bó Rịa",
    "Làng Trễ",
    "Sủng Quày",
    "Tràng Cuối",
    "Kéo Luông",
    "Nà Ngườm",
    "Ao Tiêu",
    "Hang Hú",
    "Bản Ỏm",
    "Cửa Ông Vãi",
    "Trại Mới",
]
_ROWS = "\n".join(
    f"| {place} | {name} | {17 + place * 7 % 46} | {place * 5 % 28 + 1:02}/{place % 2 + 2}/2025 "
    f"| {90 + place % 10},{place * 3 % 10}% |"
    for place, name in enumerate(_UNITS, 1)
)

REPORT = describe(
    "báo cáo",
    f"""
HUYỆN UỶ SƠN THƯỢNG || ĐẢNG CỘNG SẢN VIỆT NAM
BAN TUYÊN GIÁO || Sơn Thượng, ngày 29 tháng 4 năm 2025
* ||
Số 102-BC/BTGHU ||
^ BÁO CÁO
^ kết quả đại hội chi bộ trực thuộc đảng uỷ cơ sở
# I. KẾT QUẢ
## 1. Tiến độ
Đến hết ngày 20/4/2025, toàn huyện có 286/291 chi bộ đại hội xong [1], đạt 98,28%; năm chi bộ còn lại xin lùi vì \
lũ quét làm hư hỏng nhà văn hoá và cô lập đường đi. So với nhiệm kỳ trước, thời gian rút ngắn được mười một ngày \
[2].
## 2. Chất lượng
- Về văn kiện: 100% báo cáo có phần phê phán rõ khuyết điểm, 34 chi bộ tự xếp loại thấp hơn đề nghị của cấp uỷ;
- Về bầu cử: 279 chi bộ bầu đủ số lượng ngay lần đầu [3], bảy chi bộ phải bầu thêm một lần, không nơi nào để \
khuyết bí thư; tỷ lệ phiếu bình quân của bí thư đạt 94,6%;
- Về đoàn kết: không phát sinh đơn thư vượt cấp, các ý kiến bức xúc đều được giải thích thoả đáng.
# II. HẠN CHẾ, NGUYÊN NHÂN
1. Việc gửi tài liệu còn chậm, có nơi đảng viên nhận dự thảo trước đại hội chưa đầy hai mươi bốn giờ.
2. Kỹ năng điều hành của một số đoàn chủ tịch còn yếu, để thảo luận dàn trải, lạc đề.
# III. KẾT QUẢ TỪNG CHI BỘ
Bảng dưới đây ghi ba mươi chi bộ có thay đổi so với kế hoạch.
| TT | Chi bộ | Đảng viên | Ngày đại hội | Phiếu của bí thư |
{_ROWS}
Nơi nhận: || TRƯỞNG BAN
- Thường trực Huyện uỷ, || (Đã ký)
- Lưu Ban Tuyên giáo. || Hoàng Thiện Kỷ
[1] Không tính sáu chi bộ mới thành lập trong tháng 4/2025, sẽ đại hội khi đủ điều kiện.
[2] Nhiệm kỳ 2022 - 2025 hoàn thành ngày 01/5/2022.
[3] Số phiếu hợp lệ lấy theo biên bản của ban kiểm phiếu, đã đối chiếu với số phiếu phát ra.
""",
    (
        Place("mục I.1", "xin lùi vì lũ quét làm hư hỏng nhà văn hoá", "I. KẾT QUẢ – 1. Tiến độ"),
        Place("mục II.2", "Kỹ năng điều hành của một số đoàn chủ tịch còn yếu", "II. HẠN CHẾ, NGUYÊN NHÂN, mục 2"),
        Place("chú thích [3]", "đã đối chiếu với số phiếu phát ra"),
    ),
    Facts("102-BC/BTGHU", "báo cáo", date(2025, 4, 29), "Ban Tuyên giáo Huyện uỷ Sơn Thượng"),
)

RESOLUTION = describe(
    "nghị quyết",
    """
^ ĐẢNG CỘNG SẢN VIỆT NAM
^ ĐẢNG BỘ HUYỆN SƠN THƯỢNG
^ *
^ Số 05-NQ/ĐH
^ Sơn Thượng, ngày 14 tháng 8 năm 2025
^ NGHỊ QUYẾT
^ Đại hội đại biểu Đảng bộ huyện Sơn Thượng lần thứ XXIV, nhiệm kỳ 2025 - 2030
Đại hội đại biểu Đảng bộ huyện Sơn Thượng họp trong hai ngày 13 và 14/8/2025, có 249 đại biểu thay mặt cho 6.874 \
đảng viên. Sau khi thảo luận báo cáo chính trị và các tham luận,
^ QUYẾT NGHỊ
# I. TÁN THÀNH ĐÁNH GIÁ NHIỆM KỲ QUA
Năm năm qua, trong bối cảnh dịch bệnh, hạn hán và sạt lở liên tiếp xảy ra, Đảng bộ đã đoàn kết, nỗ lực vượt khó. \
Thu nhập bình quân đầu người đạt 47,2 triệu đồng, gấp 1,6 lần đầu nhiệm kỳ; tỷ lệ hộ nghèo giảm từ 28,9% xuống \
còn 11,4%. Toàn huyện kết nạp 812 đảng viên mới, trong đó 46% là người dân tộc thiểu số.
Tuy nhiên, việc sắp xếp bộ máy ở một số nơi còn chậm; kỷ cương hành chính chưa nghiêm; chất lượng sinh hoạt chi \
bộ ở vùng sâu, vùng xa còn thấp. Nguyên nhân chủ quan là cấp uỷ thiếu kiểm tra, ngại va chạm.
# II. MỤC TIÊU VÀ CHỈ TIÊU
## 1. Mục tiêu tổng quát
Xây dựng Đảng bộ trong sạch, vững mạnh; khơi dậy ý chí tự lực; đưa Sơn Thượng trở thành huyện khá của tỉnh vào \
năm 2030.
## 2. Chỉ tiêu chủ yếu
a) Tốc độ tăng giá trị sản xuất bình quân từ 9% đến 10% mỗi năm;
b) Tỷ lệ hộ nghèo giảm ít nhất 1,5 điểm phần trăm mỗi năm, đến năm 2030 còn dưới 4%;
c) Độ che phủ rừng giữ ở mức 63%, trồng mới 2.400 ha quế và hồi;
d) Mỗi năm kết nạp từ 150 đảng viên trở lên; trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.
---
# III. NHIỆM VỤ TRỌNG TÂM
1. Đổi mới phương thức lãnh đạo, rút ngắn các cuộc họp, giảm một phần ba số văn bản giấy, đẩy mạnh chuyển đổi số \
trong cơ quan đảng từ huyện đến xã.
2. Phát triển kinh tế rừng gắn với chế biến sâu; mở rộng vùng dược liệu dưới tán rừng ở các xã phía bắc; kêu gọi \
ít nhất hai nhà máy đầu tư vào cụm công nghiệp Nà Sẳm.
3. Chăm lo giáo dục, y tế, văn hoá; kiên cố hoá toàn bộ phòng học tạm trước tháng 9/2027; giữ gìn tiếng nói, chữ \
viết, trang phục của đồng bào.
4. Giữ vững quốc phòng, an ninh; xử lý dứt điểm các vụ việc khiếu kiện về đất đai ngay từ cơ sở, không để hình \
thành điểm nóng.
# IV. TỔ CHỨC THỰC HIỆN
Giao Ban Chấp hành Đảng bộ huyện khoá XXIV cụ thể hoá Nghị quyết thành chương trình hành động trong quý IV/2025. \
Nghị quyết được thông qua tại phiên bế mạc với 247/249 phiếu tán thành.
^ T/M ĐOÀN CHỦ TỊCH
^ (Đã ký)
^ Hà Ngọc Tuyển
""",
    (
        Place("mục I, đoạn 2", "Nguyên nhân chủ quan là cấp uỷ thiếu kiểm tra", page=1),
        Place(
            "mục II.2, điểm b",
            "đến năm 2030 còn dưới 4%",
            "II. MỤC TIÊU VÀ CHỈ TIÊU – 2. Chỉ tiêu chủ yếu, điểm b",
            page=1,
        ),
        Place("mục III.3", "kiên cố hoá toàn bộ phòng học tạm", "III. NHIỆM VỤ TRỌNG TÂM, mục 3", page=2),
    ),
    Facts("05-NQ/ĐH", "nghị quyết", date(2025, 8, 14), "Đảng bộ huyện Sơn Thượng"),
)
