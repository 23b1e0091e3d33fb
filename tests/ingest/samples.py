"""Small made-up documents, one for each form in which offices write them."""

# a directive as typed in an office
DIRECTIVE = """\
ĐẢNG CỘNG SẢN VIỆT NAM
BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số: 99-CT/TW	Hà Nội, ngày 05 tháng 02 năm 2024

CHỈ THỊ
CỦA BỘ CHÍNH TRỊ
về chuẩn bị đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng
-----

Đại hội XIV của Đảng là sự kiện lớn. Bộ Chính trị yêu cầu các cấp uỷ thực hiện tốt các việc sau đây:
I- YÊU CẦU
1- Đại hội phải thiết thực.
2- Văn kiện phải ngắn gọn, dễ hiểu, dễ nhớ, dễ thực hiện và dễ kiểm tra.
II- NỘI DUNG
1- Về văn kiện
1.1- Báo cáo chính trị
a) Đánh giá kết quả.
b) Nêu phương hướng:
- Phương hướng chung;
+ Chỉ tiêu kinh tế;
+ Chỉ tiêu xã hội;
- Phương hướng riêng.
1.2- Báo cáo kiểm điểm
Ban chấp hành kiểm điểm nghiêm túc.
2- Về nhân sự
Nhân sự do cấp uỷ chuẩn bị.
III- TỔ CHỨC THỰC HIỆN
Chỉ thị này phổ biến đến chi bộ.

Nơi nhận:                                T/M BỘ CHÍNH TRỊ
- Các tỉnh uỷ,                              TỔNG BÍ THƯ
- Lưu Văn phòng Trung ương Đảng.

(Đã ký)

Lê Văn Thử
"""

# a decision with the regulation that it puts into force
REGULATION = """\
BAN CHẤP HÀNH TRUNG ƯƠNG        ĐẢNG CỘNG SẢN VIỆT NAM
Số 777-QĐ/TW                    Hà Nội, ngày 10 tháng 10 năm 2023
QUYẾT ĐỊNH
ban hành Quy chế thử nghiệm trong Đảng
- Căn cứ Điều lệ Đảng;
- Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương,
BỘ CHÍNH TRỊ QUYẾT ĐỊNH
Điều 1. Ban hành kèm theo Quyết định này Quy chế thử nghiệm.
Điều 2. Quyết định có hiệu lực từ ngày ký.
T/M BỘ CHÍNH TRỊ
TỔNG BÍ THƯ
Trần Văn Mẫu

QUY CHẾ
THỬ NGHIỆM TRONG ĐẢNG
(Kèm theo Quyết định số 777-QĐ/TW, ngày 10/10/2023 của Bộ Chính trị)

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này áp dụng cho chi bộ.
2. Quy chế này không áp dụng cho:
a) Chi bộ lâm thời;
b) Chi bộ ở nước ngoài;
c) Chi bộ khác.
Chương II. BẦU CỬ
Mục 1. ĐỀ CỬ
Điều 2. Đề cử
Đảng viên có quyền đề cử. Danh sách đề cử do đoàn chủ tịch lập.
Điều 3. Số dư
1. Số dư không quá 30%.
2. Trường hợp đặc biệt do cấp uỷ cấp trên quyết định.
PHỤ LỤC 1
Mẫu phiếu bầu
1. Phiếu bầu in trên giấy trắng.
"""

# guidance of a province, a blank line after each line
GUIDANCE = """\
TỈNH ỦY HÀ MINH
BAN TỔ CHỨC
*
Số 12-HD/BTCTU

ĐẢNG CỘNG SẢN VIỆT NAM

Hà Minh, ngày 3 tháng 4 năm 2020

HƯỚNG DẪN
một số nội dung về đại hội chi bộ
nhiệm kỳ 2020 - 2025

Thực hiện Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị, Ban Tổ chức Tỉnh uỷ hướng dẫn như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Giúp chi bộ tổ chức đại hội đúng quy định.

2. Yêu cầu

* Về thời gian

- Xong trước 30/6.

- Không kéo dài.

* Về nội dung

- Đủ bốn nội dung.

Trên đây là hướng dẫn của Ban Tổ chức Tỉnh uỷ.

KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN

Phạm Thị Mẫu

Nơi nhận:
- Thường trực Tỉnh uỷ (báo cáo),
- Lưu: VT.
"""

# a report whose lines were broken to fit a page
BROKEN_LINES = """\
                    BÁO CÁO
      kết quả đại hội chi bộ năm 2020

Sau sáu tháng triển khai, toàn đảng bộ đã tổ chức xong đại hội ở
tất cả các chi bộ trực thuộc, bảo đảm đúng tiến độ, đúng quy định
và đạt chất lượng tốt. Các chi bộ đã lấy ý kiến của nhân dân vào
dự thảo báo cáo.
Trong quá trình chuẩn bị, cấp uỷ đã phân công từng đồng chí theo
dõi chi bộ, kịp thời tháo gỡ khó khăn, vướng mắc. Nhiều chi bộ đã
mời Mặt trận và các đoàn thể cùng tham gia góp ý vào văn kiện của
Đảng bộ xã.

1. Kết quả bầu cử: có 12 chi bộ bầu một lần đủ số lượng, 2 chi bộ
phải bầu lần hai do số phiếu ngang nhau ở người cuối danh sách.
2. Kết quả thảo luận: có 85 ý kiến, trong đó 40 ý kiến góp ý cho
báo cáo chính trị và 45 ý kiến góp ý cho báo cáo kiểm điểm.
"""

# questions and answers
QUESTIONS = """\
Hỏi đáp về đại hội chi bộ

Câu 1: Đại hội chi bộ do ai triệu tập?
Trả lời: Đại hội chi bộ do chi uỷ triệu tập. Nơi không có chi uỷ thì bí thư triệu tập.

Câu 2: Đảng viên dự bị có được bầu cử không?
Trả lời: Đảng viên dự bị không có quyền biểu quyết, ứng cử và bầu cử.
"""

# Markdown without front matter
HANDBOOK = """\
# Sổ tay đại hội

Mở đầu sổ tay này nói về
cách dùng.

## Chuẩn bị

1. Lập kế hoạch.
2. Viết báo cáo:
   - báo cáo chính trị;
   - báo cáo kiểm điểm.

| Việc | Hạn |
|---|---|
| Kế hoạch | 1/3 |
| Báo cáo | 1/4 |

## Điều 5. Bầu cử

1. Bầu kín.
2. Kiểm phiếu công khai.

<!-- ghi chú -->
**Lưu ý**

Không dùng bút chì.[^1]

[^1]: Theo quy định chung.
"""
