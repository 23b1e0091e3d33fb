"""The words of web pages that are no part of a document: folded (lower case, no accents), one table for each use."""

from __future__ import annotations

LONGEST_FURNITURE = 400  # characters; a longer line is judged by its place, not by its words

# A whole line, after digits, counters in brackets and signs at its edges are taken off.
_LINES = """
khong co nhan xet nao | dang nhan xet | nhan xet | bai dang moi hon | bai dang cu hon | bai dang | chia se link
ad | ads | content | goc | leftcenterrightdel | null | quang cao ad | nguon goc | dang doc | xem toan man hinh
a a | a a a | aa | aaa | advertisement | am thanh | audio | back to top | bai cung chuyen muc | bai khac
bai lien quan | bai sau | bai tiep theo | bai truoc | bai viet | bai viet khac | bai viet lien quan
ban co the quan tam | ban dich | ban doc | ban in | ban pdf | ban word | bao giay | bao in | bao loi | binh luan
binh luan cua ban | binh luan moi | bo qua noi dung | cac bai khac | cac bai lien quan | cac bai viet khac
cac tin da dua | cac tin khac | cac tin lien quan | captcha | chi tiet | chia se | chia se bai viet
chia se facebook | chinh tri | chon giong doc | chu de | chua co binh luan | chua co binh luan nao | chuyen de
chuyen den noi dung chinh | chuyen muc | click de danh gia bai viet | co chu | co the ban quan tam | comments
cong cu | cong nghe | copy link | cu nhat truoc | cung chu de | cung chuyen muc | cuoi | da phuong tien
dang binh luan | dang ky | dang ky nhan tin | dang nhap | dang tai | dang truy cap | dang xuat | danh cho ban
danh gia | danh gia bai viet | dau | dau trang | de xuat | dia chi email | doc bai viet | doc bao in | doc nhieu
doc nhieu nhat | doc them | doi song | dong | dong lai | download | du lich | duoc quan tam | emagazine | email
email cua ban | english | facebook | file dinh kem | follow us | ghi chu van ban | giai tri | giao duc | gioi thieu
giong nam | giong nu | goi y cho ban | gop y | gop y giao dien | gui | gui binh luan | gui cho ban be | gui email
gui mail | gui phan hoi | gui y kien | gui y kien cua ban | hay la nguoi dau tien binh luan | hieu luc van ban
ho ten | ho va ten | hoi dap phap luat | hom nay | hom qua | home | huy | huy bo | in bai | in bai viet | in trang
in trang nay | infographic | infographics | ke tiep | khach truc tuyen | khach vieng tham | khoa hoc | kinh te
lam moi | leave a comment | leave a reply | len dau trang | lich cong tac | lich su | lien he | lien he quang cao
lien ket | lien ket web | lien ket website | lien quan hieu luc | lien quan noi dung | like | loading | longform
luoc do | luot truy cap | luu | luu bai | luu bai viet | ma an toan | ma bao mat | ma xac nhan | mang xa hoi
may chu tim kiem | media | megastory | menu | mien bac | mien nam | moi cap nhat | moi nhat | moi nhat truoc
muc luc | multimedia | newsletter | next | nghe audio | nghe bai viet | nghe doc bai | nhan ban tin | nhap lai
nhung tin cu hon | nhung tin moi hon | no comments | noi bat | noi dung | noi dung binh luan | noi dung lien quan
noi dung tieng anh | phan hoi | phap luat | phong su | photo | pin it | podcast | post a comment | previous | print
quan tam | quang cao | quay lai | quen mat khau | quoc te | read more | related posts | rss | sao chep lien ket
sap xep theo | sau | search | share | site map | sitemap | skip to content | skip to main content | so do cong
so do website | so nguoi thich | so sanh | so sanh van ban | song ngu | su kien | subscribe | suc khoe | tac gia
tag | tags | tai file | tai khoan | tai lieu dinh kem | tai ve | tat ca | ten cua ban | tep dinh kem
tep tin dinh kem | tham do y kien | thang hien tai | thang nay | thanh vien | the | the gioi | the thao
them binh luan | them ghi chu | theo doi | theo doi chung toi | theo doi hieu luc | theo doi van ban | thich
thoi gian | thoi su | thong bao | thong ke truy cap | thong tin quang cao | thu vien anh | thu vien video
thuoc tinh | thuoc tinh van ban | tien ich | tieng anh | tieng viet | tiep | tieu de | tieu diem | tim hieu them
tim kiem | tim kiem nang cao | tin bai lien quan | tin cu hon | tin cung chuyen muc | tin cung muc | tin da dua
tin doc nhieu | tin hot | tin khac | tin lien quan | tin moi | tin moi cap nhat | tin moi hon | tin moi nhat
tin noi bat | tin theo ngay | tin tieu diem | tin tuc | tin tuc su kien | tin xem nhieu | toan van | toc do doc
toggle navigation | tom tat | tong luot truy cap | tong truy cap | top | tra cuu | tra cuu phap luat
tra cuu van ban | tra loi | trang chu | trang nhat | trang sau | trang truoc | tro lai | tro ve | trong tuan
truc tuyen | truoc | truyen hinh | truyen thanh | tu khoa | tu lieu | tweet | ung dung doc bao tu dong | van ban
van ban goc | van ban goc pdf | van ban lien quan | van ban moi | van ban song ngu | van ban thay the
van ban tieng anh | van hoa | van kien | vb song ngu | ve dau trang | video | videos | viet binh luan
viet binh luan moi | whatsapp | xa hoi | xac nhan | xay dung dang | xem chi tiet | xem file | xem nhieu
xem nhieu nhat | xem tat ca | xem them | xem them binh luan | xem theo ngay | xem tiep | xep hang | y kien
y kien ban doc | y kien cua ban | y te | zalo
"""

# How a line begins; the vertical bar parts the entries.
_BEGINNINGS = """
dang boi | duoc dang boi | posted by
ban dang xem bai viet | ban dang xem: | ban dang doc bai | neu noi dung hay | moi quy doc gia | quy doc gia
file duoc dinh kem | van ban duoc dinh kem | email cua ban se khong | cac truong bat buoc | nguoi gui / dien thoai
(c)  | >> | all rights reserved | bai lien quan | ban can dang nhap | ban chua dang nhap | ban chua xem duoc
ban doc gui | ban phai dang nhap | ban quyen thuoc | ban quyen © | ban vui long dang nhap | binh luan (
binh luan cua ban | binh luan se duoc | chiu trach nhiem noi dung | chung toi su dung cookie | click de danh gia
co quan chu quan | copyright | da xem | dang cap nhat | dang ky tai khoan | dang ky thanh vien | dang nhap bang
dang nhap de | dang nhap/ | dang tai du lieu | dang tai van ban | dang truy cap | de nghi ghi ro nguon | dia chi:
dien thoai: | dmca | doc bao tren | doc them: | dt: | duong day nong | e-mail: | email (* | email: | fax:
ghi nguon | ghi ro nguon | giay phep hoat dong | giay phep so | giay phep thiet lap | giay phep xuat ban
giu ban quyen | gpxb | hay dang nhap | hay de chung toi | ho ten (* | ho va ten (* | hotline | ip: | issn
javascript | khach vieng tham | khong sao chep duoi | ky tu con lai | luot doc | luot truy cap | luot xem
moi ban dang ky | moi ban doc | moi cac ban | moi doc gia | moi quy ban doc | neu chua la thanh vien
nguon ban pdf | nhap ma | nhap noi dung | nhap tu khoa | noi dung (* | phat trien boi | pho tong bien tap
powered by | quang cao | quyen tong bien tap | so giay phep | so lan xem | so luot truy cap | so luot xem
tai ung dung | tel: | theo doi bao | theo doi chung toi | theo doi tren google | thiet ke boi
thiet ke va phat trien | tin lien quan | toa soan | tong bien tap | tong luot truy cap | tong so diem cua bai viet
tong so luot truy cap | trinh duyet cua ban | tru so toa soan | tru so: | truong ban bien tap | tu khoa: so hieu
van ban nay chua cap nhat | vi chua dang nhap | views | vui long dang nhap | vui long ghi ro nguon
vui long go tieng viet | vui long nhap | vui long viet tieng viet | website su dung cookie | website:
xem them tai | xem them: | xin vui long | y kien ban doc | y kien cua ban se | your browser | © | ®
"""

# Whole lines after which no line of the document follows, once most of the text stands above.
_TAIL_OPENERS = """
khong co nhan xet nao | dang nhan xet | nhan xet
bai cung chuyen muc | bai khac | bai lien quan | bai viet khac | bai viet lien quan | ban co the quan tam
binh luan | binh luan cua ban | binh luan moi | cac bai khac | cac bai lien quan | cac bai viet khac
cac tin da dua | cac tin khac | cac tin lien quan | co the ban quan tam | comments | cung chu de | cung chuyen muc
danh cho ban | doc nhieu | doc nhieu nhat | goi y cho ban | gui binh luan | gui phan hoi | gui y kien
gui y kien cua ban | leave a comment | leave a reply | moi nhat | nhung tin cu hon | nhung tin moi hon
noi dung lien quan | phan hoi | related posts | tag | tags | them binh luan | tin bai lien quan | tin cu hon
tin cung chuyen muc | tin cung muc | tin da dua | tin doc nhieu | tin khac | tin lien quan | tin moi | tin moi hon
tin moi nhat | tin noi bat | tin xem nhieu | tu khoa | van ban lien quan | viet binh luan | viet binh luan moi
xem nhieu | xem nhieu nhat | y kien | y kien ban doc | y kien cua ban
"""
_TAIL_BEGINNINGS = "tags: | tag: | tu khoa: | tu khoa lien quan | ban chua dang nhap | tin lien quan: | chu de:"

# Single words of buttons: a short line made of nothing else is a row of buttons ("EmailPrintAa").
_BUTTON_WORDS = """
a | aa | bai | ban | be | binh | chep | chia | cho | chu | co | copy | dinh | doc | doi | email | facebook | fb
font | giam | google | gui | in | instagram | ket | len | lien | like | link | linkedin | luan | luu | mac | mail
messenger | news | nghe | phan | pinterest | plus | print | quan | rss | sao | se | share | size | tam | tang
telegram | theo | thich | tiktok | tren | tuong | tweet | twitter | url | viber | viet | whatsapp | x | youtube
zalo
"""


def _entries(table: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in table.replace("\n", "|").split("|") if entry.strip())


LINES = frozenset(_entries(_LINES))
BEGINNINGS = _entries(_BEGINNINGS)
TAIL_OPENERS = frozenset(_entries(_TAIL_OPENERS))
TAIL_BEGINNINGS = _entries(_TAIL_BEGINNINGS)
BUTTON_WORDS = frozenset(_entries(_BUTTON_WORDS))
