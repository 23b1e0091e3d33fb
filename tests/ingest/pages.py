"""Small made-up pages as people save them from the web, furniture included."""

# an article saved with its page around it
NEWSPAPER = """\
Trang chủ
Thời sự
Chính trị
Xây dựng Đảng
Kinh tế
Đăng nhập
Trang chủ > Chính trị > Xây dựng Đảng
Năm việc cần làm trước đại hội chi bộ ở Minh Sơn
Năm việc cần làm trước đại hội chi bộ ở Minh Sơn
Thứ Sáu, 13/3/2020, 08:15 (GMT+7)
A A
Chia sẻ
(BMS) - Các chi bộ ở xã Minh Sơn chuẩn bị đại hội từ sớm, theo Chỉ thị số 35-CT/TW của Bộ Chính trị.
>> Minh Sơn: Khai mạc lớp tập huấn
Chọn người có tâm
Bí thư Đảng uỷ xã cho biết việc chọn người được làm kỹ, qua ba vòng lấy ý kiến của nhân dân và đảng viên.
Các đại biểu bỏ phiếu tại Đại hội Chi bộ thôn Thượng. Ảnh: Minh Tâm
Tin liên quan
Xã Minh Sơn ra quân làm đường
Huyện Hà Minh tổng kết phong trào thi đua
Chi bộ thôn Thượng có 45 đảng viên, trong đó 20 đồng chí trên 60 tuổi, nên việc bố trí chỗ ngồi cũng được tính trước.
Viết văn kiện ngắn
Văn kiện của chi bộ chỉ dài bốn trang, nhưng mỗi con số đều có nguồn. Đồng chí bí thư nói: "Dài thì không ai đọc".
Lê Hạ
Từ khóa: đại hội chi bộ, Minh Sơn
Bình luận
Ý kiến của bạn
Gửi bình luận
Tin cùng chuyên mục
Huyện Hà Minh: Sẵn sàng cho đại hội
Đến nay, toàn huyện đã có 20 đảng bộ hoàn thành đại hội, vượt kế hoạch đề ra từ đầu năm và được đánh giá cao.
Tổng biên tập: Nguyễn Văn B
Địa chỉ: số 1 đường Hùng Vương
Điện thoại: 0123 456 789
© 2020 Báo Minh Sơn
"""

# a decree as a law portal shows it
PORTAL = """\
Thuộc tính văn bản
Tóm tắt
Tải về
Số hiệu: 45/2019/NĐ-CP
Loại văn bản: Nghị định
Cơ quan ban hành: Chính phủ
Người ký: Nguyễn Văn Tên
Ngày ban hành: 21/05/2019
Ngày hiệu lực: 01/08/2019
Tình trạng: Còn hiệu lực
CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 45/2019/NĐ-CP
Hà Nội, ngày 21 tháng 5 năm 2019
NGHỊ ĐỊNH
QUY ĐỊNH XỬ PHẠT THỬ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Chính phủ ban hành Nghị định thử.
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định thử nghiệm.
Điều 2. Đối tượng
1. Tổ chức.
2. Cá nhân.
Nơi nhận:
- Ban Bí thư Trung ương Đảng;
- Lưu: VT (2).
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Văn Tên
FILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN
Lưu trữ
Ghi chú
Ý kiến
Facebook
"""
