"""Made-up documents of a province that does not exist; every name, number and figure is invented."""

from __future__ import annotations

from datetime import date

from tests.ingest.files.description import Facts, Place, describe

LETTER = describe(
    "công văn",
    """
TỈNH UỶ HÀ MINH || ĐẢNG CỘNG SẢN VIỆT NAM
BAN TỔ CHỨC ||
* ||
Số 415-CV/BTCTU || Hà Minh, ngày 12 tháng 3 năm 2025
V/v rà soát công tác chuẩn bị đại hội chi bộ ||
Kính gửi: Các huyện uỷ, thành uỷ và đảng uỷ trực thuộc Tỉnh uỷ Hà Minh
Thực hiện Kế hoạch số 187-KH/TU, ngày 06/01/2025 của Ban Thường vụ Tỉnh uỷ về đại hội đảng bộ các cấp, đến nay \
1.236 chi bộ trực thuộc đảng uỷ cơ sở đã lập xong kế hoạch; còn 48 chi bộ, chiếm 3,7%, chưa thống nhất được thời \
gian và địa điểm. Qua nắm tình hình, một số cấp uỷ còn lúng túng khi phân bổ đại biểu, nhất là ở các đảng bộ vừa \
sáp nhập. Ban Tổ chức Tỉnh uỷ đề nghị các đồng chí chỉ đạo thực hiện những việc sau:
1. Rà soát số lượng đảng viên chính thức của từng chi bộ tính đến hết ngày 31/3/2025; số đảng viên được miễn công \
tác và sinh hoạt phải ghi riêng, không cộng vào mẫu số khi tính tỷ lệ dự đại hội.
2. Chuẩn bị văn kiện của chi bộ trong khoảng bốn đến sáu trang, bảo đảm các yêu cầu:
a) Kiểm điểm đủ chín chỉ tiêu mà nghị quyết nhiệm kỳ trước đã đề ra, chỉ rõ chỉ tiêu nào chưa đạt và vì sao;
b) Lấy ý kiến của cấp uỷ nơi cư trú, trưởng các đoàn thể và ít nhất năm hộ dân tiêu biểu trước khi trình chi bộ;
c) Gửi dự thảo đến đảng viên chậm nhất bảy ngày trước buổi khai mạc.
3. Bố trí tổ công tác xuống từng chi bộ khó khăn; mỗi tổ có từ ba đến năm đồng chí, do một uỷ viên ban thường vụ \
cấp uỷ cấp trên trực tiếp làm tổ trưởng, ghi nhật ký và báo cáo hằng tuần.
4. Tổng hợp kết quả, gửi qua mạng Internet nội bộ về Ban Tổ chức Tỉnh uỷ (Phòng Tổ chức đảng) trước 16 giờ 30 \
ngày 25/4/2025.
Quá trình thực hiện nếu có vướng mắc, đề nghị trao đổi với đồng chí Nguyễn Thuỳ Vỹ, điện thoại nội bộ 3218, để \
kịp thời giải đáp.
Nơi nhận: || K/T TRƯỞNG BAN
- Như kính gửi, || PHÓ TRƯỞNG BAN
- Thường trực Tỉnh uỷ (để báo cáo), || (Đã ký)
- Lưu Văn phòng Ban. || Lường Quỳnh Dã
""",
    (
        Place("mục 1", "số đảng viên được miễn công tác và sinh hoạt phải ghi riêng"),
        Place("mục 2, điểm b", "ít nhất năm hộ dân tiêu biểu trước khi trình chi bộ"),
        Place("mục 4", "trước 16 giờ 30 ngày 25/4/2025"),
    ),
    Facts("415-CV/BTCTU", "công văn", date(2025, 3, 12), "Ban Tổ chức Tỉnh uỷ Hà Minh"),
)

GUIDANCE = describe(
    "hướng dẫn",
    """
TỈNH UỶ HÀ MINH || ĐẢNG CỘNG SẢN VIỆT NAM
BAN TỔ CHỨC || Hà Minh, ngày 20 tháng 11 năm 2024
* ||
Số 27-HD/BTCTU ||
^ HƯỚNG DẪN
^ về nhân sự và trình tự đại hội chi bộ, đảng bộ cơ sở nhiệm kỳ 2025 - 2030
Căn cứ Chỉ thị của Ban Thường vụ Tỉnh uỷ và tình hình cụ thể của địa phương, Ban Tổ chức Tỉnh uỷ hướng dẫn như sau:
# I. MỤC ĐÍCH, YÊU CẦU
## 1. Mục đích
Giúp cấp uỷ cơ sở nắm vững nội dung, quy trình, thẩm quyền; khắc phục tình trạng mỗi nơi hiểu một cách, làm đi \
làm lại nhiều lần, gây lãng phí thời gian và công sức của đảng viên.
## 2. Yêu cầu
- Thực hiện đúng nguyên tắc tập trung dân chủ, phát huy trí tuệ của từng đảng viên, không áp đặt, không hình thức;
- Khẳng định vai trò người đứng đầu, không vì cơ cấu mà hạ thấp tiêu chuẩn; đồng chí nào có đơn thư tố cáo chưa \
được kết luận thì chưa giới thiệu;
- Bảo đảm tuyệt đối an ninh, trật tự và bí mật của tài liệu nhân sự.
# II. CÔNG TÁC NHÂN SỰ
## 1. Tiêu chuẩn và độ tuổi
1.1. Về tiêu chuẩn
Người được giới thiệu phải có phẩm chất, năng lực, uy tín, được trên 65% đảng viên dự hội nghị tín nhiệm. Cần đặc \
biệt quan tâm:
a) Khả năng quy tụ, giữ gìn đoàn kết nội bộ, xử lý hài hoà các mối quan hệ ở cơ sở;
b) Kết quả công việc cụ thể trong ba năm gần nhất, có xác nhận của cấp uỷ nơi công tác;
c) Ý thức tự phê bình và phê bình, tinh thần dám nghĩ, dám làm, dám chịu trách nhiệm.
1.2. Về độ tuổi
Đồng chí tham gia cấp uỷ lần đầu phải đủ tuổi công tác ít nhất trọn một nhiệm kỳ (60 tháng) tính đến tháng \
4/2025; trường hợp tái cử phải còn từ 30 tháng trở lên. Ở thôn, bản, tổ dân phố, độ tuổi có thể cao hơn nếu sức \
khoẻ bảo đảm.
## 2. Số lượng và cơ cấu
Số lượng cấp uỷ viên thực hiện theo bảng dưới đây; nơi hợp nhất được thêm tối đa hai đồng chí trong nhiệm kỳ đầu.
| Loại hình tổ chức đảng | Số cấp uỷ viên | Tỷ lệ nữ | Cán bộ trẻ |
| Chi bộ có từ 9 đến 29 đảng viên | 3 - 5 | 20% | 10% |
| Chi bộ có từ 30 đảng viên trở lên | 5 - 7 | 20% | 15% |
| Đảng bộ bộ phận | 7 - 9 | 15% | 10% |
| Đảng bộ xã, phường, thị trấn | 13 - 15 | 15% | 12% |
# III. TỔ CHỨC THỰC HIỆN
1. Ban thường vụ cấp uỷ cấp huyện chọn một đến hai đơn vị để đại hội điểm, xong trước ngày 15/4/2025, rút kinh \
nghiệm bằng văn bản rồi mới triển khai diện rộng.
2. Các ban xây dựng Đảng phối hợp kiểm tra, kịp thời uốn nắn sai sót; định kỳ ngày 25 hằng tháng báo cáo Tỉnh uỷ.
Nơi nhận: || TRƯỞNG BAN
- Các cấp uỷ trực thuộc, || (Đã ký)
- Lưu: VT, Phòng Nghiệp vụ. || Phùng Thế Mỵ
""",
    (
        Place(
            "mục I.2, gạch đầu dòng 2",
            "đơn thư tố cáo chưa được kết luận",
            "I. MỤC ĐÍCH, YÊU CẦU – 2. Yêu cầu, gạch đầu dòng 2",
        ),
        Place(
            "mục II.1.1, điểm b",
            "Kết quả công việc cụ thể trong ba năm gần nhất",
            "II. CÔNG TÁC NHÂN SỰ – 1. Tiêu chuẩn và độ tuổi, mục 1.1, điểm b",
        ),
        Place("mục III.1", "xong trước ngày 15/4/2025, rút kinh nghiệm bằng văn bản", "III. TỔ CHỨC THỰC HIỆN, mục 1"),
    ),
    Facts("27-HD/BTCTU", "hướng dẫn", date(2024, 11, 20), "Ban Tổ chức Tỉnh uỷ Hà Minh"),
)

REGULATION = describe(
    "quy chế",
    """
ĐẢNG BỘ TỈNH HÀ MINH || ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN UỶ SƠN THƯỢNG || Sơn Thượng, ngày 08 tháng 9 năm 2023
* ||
Số 63-QC/HU ||
^ QUY CHẾ
^ làm việc của tổ giúp việc đại hội
# Chương I
^ QUY ĐỊNH CHUNG
## Điều 1. Phạm vi điều chỉnh
Quy chế này quy định nguyên tắc, nhiệm vụ, quyền hạn và quan hệ công tác của các tổ giúp việc đại hội đảng bộ \
huyện, kể cả tổ lâm thời lập cho từng phiên họp.
## Điều 2. Nguyên tắc làm việc
1. Tổ làm việc theo chế độ tập thể bàn bạc, tổ trưởng quyết định và chịu trách nhiệm; ý kiến khác nhau được ghi \
đầy đủ vào biên bản và báo cáo Thường trực Huyện uỷ.
2. Thành viên của tổ phải:
a) Giữ kỷ luật phát ngôn, không cung cấp tài liệu cho người không có trách nhiệm;
b) Dự đủ các buổi họp, trường hợp vắng mặt quá hai buổi liên tiếp thì tổ trưởng đề nghị thay thế;
c) Nộp lại toàn bộ hồ sơ, phiếu và thẻ trong vòng năm ngày kể từ khi đại hội bế mạc.
---
# Chương II
^ NHIỆM VỤ CỦA CÁC TỔ
## Điều 3. Tổ văn kiện
1. Soạn thảo, tiếp thu, chỉnh lý báo cáo chính trị và nghị quyết; mỗi lần sửa phải đánh số bản và ghi ngày.
2. Tổng hợp ý kiến góp ý của các chi bộ, phân loại thành ba nhóm: tiếp thu, giải trình, bảo lưu; nhóm bảo lưu \
phải nêu rõ số phiếu của tập thể.
## Điều 4. Tổ nhân sự
1. Thẩm định hồ sơ, lý lịch và bản kê khai tài sản; lập danh sách dự kiến xếp theo vần chữ cái.
2. Giúp đoàn chủ tịch trả lời ý kiến của đại biểu về những người được đề cử; thời gian trả lời không quá 45 phút.
## Điều 5. Tổ tuyên truyền
Trang trí hội trường, viết tin, dựng phóng sự dài không quá 12 phút; quản lý các biển, khẩu hiệu và cờ trên các \
tuyến đường chính của thị trấn.
# Chương III
^ ĐIỀU KHOẢN THI HÀNH
## Điều 6. Hiệu lực
Quy chế có hiệu lực kể từ ngày ký. Văn phòng Huyện uỷ theo dõi, đôn đốc việc thực hiện và đề xuất sửa đổi khi cần \
thiết.
Nơi nhận: || T/M BAN THƯỜNG VỤ
- Ban Thường vụ Tỉnh uỷ, || BÍ THƯ
- Các tổ giúp việc, || (Đã ký)
- Lưu Văn phòng Huyện uỷ. || Vũ Đỗ Khuê
---
# PHỤ LỤC
^ DANH MỤC TÀI LIỆU CÁC TỔ PHẢI NỘP
| TT | Tên tài liệu | Tổ chịu trách nhiệm | Hạn nộp |
| 1 | Báo cáo chính trị, bản trình đại hội đã đóng dấu giáp lai từng trang | Tổ văn kiện | 20/9/2023 |
| 2 | Danh sách trích ngang của những người dự kiến giới thiệu | Tổ nhân sự | 25/9/2023 |
| 3 | Kịch bản điều hành, sơ đồ chỗ ngồi và phương án chống cháy | Tổ hậu cần | 28/9/2023 |
""",
    (
        Place("Điều 2, khoản 2, điểm b", "trường hợp vắng mặt quá hai buổi liên tiếp", page=1),
        Place("Điều 4, khoản 2", "thời gian trả lời không quá 45 phút", page=2),
        Place("Phụ lục, bảng, dòng 3", "Danh sách trích ngang của những người dự kiến giới thiệu", page=3),
    ),
    Facts("63-QC/HU", "quy chế", date(2023, 9, 8), "Huyện uỷ Sơn Thượng"),
)
