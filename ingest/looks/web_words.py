"""The words of web pages that are no part of a document: folded (lower case, no accents), one table for each use."""

from __future__ import annotations

LONGEST_FURNITURE = 400  # characters; a longer line is judged by its place, not by its words

# A whole line, after digits, counters in brackets and signs at its edges are taken off.
_LINES = """
a a | a a a | aa | aaa | ad | ads | advertisement | am thanh | back to top | bai cung chuyen muc | bai dang cu hon
bai dang moi hon | bai khac | bai lien quan | bai sau | bai tiep theo | bai truoc | bai viet khac
bai viet lien quan | ban co the quan tam | ban dich | ban in | ban pdf | ban word | bao giay | bao in | binh luan
binh luan cua ban | binh luan moi | bo qua noi dung | cac bai khac | cac bai lien quan | cac bai viet khac
cac tin da dua | cac tin khac | cac tin lien quan | captcha | chia se | chia se bai viet | chia se facebook
chia se link | chon giong doc | chua co binh luan | chua co binh luan nao | chuyen den noi dung chinh
click de danh gia bai viet | co chu | co the ban quan tam | comments | content | copy link | cu nhat truoc
cung chu de | cung chuyen muc | da phuong tien | dang binh luan | dang doc | dang ky | dang ky nhan tin
dang nhan xet | dang nhap | dang tai | dang truy cap | dang xuat | danh cho ban | danh gia bai viet | dau trang
dia chi email | doc bai viet | doc bao in | doc nhieu | doc nhieu nhat | doc them | dong lai | duoc quan tam
emagazine | email cua ban | facebook | file dinh kem | follow us | ghi chu van ban | giong nam | giong nu
goi y cho ban | gop y giao dien | gui binh luan | gui cho ban be | gui email | gui mail | gui phan hoi | gui y kien
gui y kien cua ban | hay la nguoi dau tien binh luan | hieu luc van ban | hoi dap phap luat | huy bo | in bai
in bai viet | in trang | in trang nay | infographic | infographics | khach truc tuyen | khach vieng tham
khong co nhan xet nao | lam moi | leave a comment | leave a reply | leftcenterrightdel | len dau trang
lich cong tac | lien he quang cao | lien ket web | lien ket website | lien quan hieu luc | lien quan noi dung
loading | longform | luot truy cap | luu bai | luu bai viet | ma an toan | ma bao mat | ma xac nhan | mang xa hoi
may chu tim kiem | megastory | menu | mien bac | mien nam | moi cap nhat | moi nhat | moi nhat truoc | multimedia
newsletter | nghe audio | nghe bai viet | nghe doc bai | nguon goc | nhan ban tin | nhung tin cu hon
nhung tin moi hon | no comments | noi dung binh luan | noi dung lien quan | noi dung tieng anh | phan hoi | pin it
podcast | post a comment | print | quang cao | quang cao ad | quen mat khau | read more | related posts | rss
sao chep lien ket | sap xep theo | search | site map | sitemap | skip to content | skip to main content
so do cong | so do website | so nguoi thich | so sanh van ban | song ngu | subscribe | tai file | tai khoan
tai lieu dinh kem | ten cua ban | tep dinh kem | tep tin dinh kem | tham do y kien | thang hien tai
them binh luan | them ghi chu | theo doi chung toi | theo doi hieu luc | theo doi van ban | thong ke truy cap
thong tin quang cao | thu vien anh | thu vien video | thuoc tinh van ban | tieng anh | tieng viet | tim hieu them
tim kiem | tim kiem nang cao | tin bai lien quan | tin cu hon | tin cung chuyen muc | tin cung muc | tin da dua
tin doc nhieu | tin hot | tin khac | tin lien quan | tin moi | tin moi cap nhat | tin moi hon | tin moi nhat
tin noi bat | tin theo ngay | tin tieu diem | tin tuc su kien | tin xem nhieu | toc do doc | toggle navigation
tong luot truy cap | tong truy cap | tra cuu phap luat | tra cuu van ban | trang chu | trang nhat | trang sau
trang truoc | truc tuyen | truyen thanh | tweet | ung dung doc bao tu dong | van ban goc | van ban goc pdf
van ban lien quan | van ban moi | van ban song ngu | van ban thay the | van ban tieng anh | vb song ngu
ve dau trang | viet binh luan | viet binh luan moi | whatsapp | xem chi tiet | xem file | xem nhieu
xem nhieu nhat | xem tat ca | xem them | xem them binh luan | xem theo ngay | xem tiep | xem toan man hinh
y kien ban doc | y kien cua ban | zalo
"""

# The same, of words that can also title a section: they count at the edges of a page and beside other furniture.
_TOPICS = """
audio | bai dang | bai viet | ban doc | bao loi | chi tiet | chinh tri | chu de | chuyen de | chuyen muc | cong cu
cong nghe | cuoi | danh gia | dau | de xuat | doi song | dong | download | du lich | email | english | giai tri
giao duc | gioi thieu | goc | gop y | gui | ho ten | ho va ten | hom nay | hom qua | home | huy | ke tiep
khoa hoc | kinh te | lich su | lien he | lien ket | like | luoc do | luu | media | muc luc | next | nhan xet
nhap lai | noi bat | noi dung | null | phap luat | phong su | photo | previous | quan tam | quay lai | quoc te
sau | share | so sanh | su kien | suc khoe | tac gia | tag | tags | tai ve | tat ca | thang nay | thanh vien | the
the gioi | the thao | theo doi | thich | thoi gian | thoi su | thong bao | thuoc tinh | tien ich | tiep | tieu de
tieu diem | tin tuc | toan van | tom tat | top | tra cuu | tra loi | tro lai | tro ve | trong tuan | truoc
truyen hinh | tu khoa | tu lieu | van ban | van hoa | van kien | video | videos | xa hoi | xac nhan | xay dung dang
xep hang | y kien | y te
"""

# How a line begins.
_BEGINNINGS = """
(c) | >> | all rights reserved | bai lien quan | ban can dang nhap | ban chua dang nhap | ban chua xem duoc
ban dang doc bai | ban dang xem bai viet | ban dang xem: | ban doc gui | ban phai dang nhap | ban quyen thuoc
ban quyen © | ban vui long dang nhap | binh luan ( | binh luan cua ban | binh luan se duoc | cac truong bat buoc
chiu trach nhiem noi dung | chung toi su dung cookie | click de danh gia | co quan chu quan | copyright | da xem
dang boi | dang cap nhat | dang ky tai khoan | dang ky thanh vien | dang nhap bang | dang nhap de | dang nhap/
dang tai du lieu | dang tai van ban | dang truy cap | de nghi ghi ro nguon | dmca | doc bao tren | duoc dang boi
duong day nong | email (* | email cua ban se khong | file duoc dinh kem | ghi nguon | ghi ro nguon
giay phep hoat dong | giay phep so | giay phep thiet lap | giay phep xuat ban | giu ban quyen | gpxb
hay dang nhap | hay de chung toi | ho ten (* | ho va ten (* | hotline | ip: | issn | javascript | khach vieng tham
khong sao chep duoi | ky tu con lai | luot doc | luot truy cap | luot xem | moi ban dang ky | moi ban doc
moi cac ban | moi doc gia | moi quy ban doc | moi quy doc gia | neu chua la thanh vien | neu noi dung hay
nguoi gui / dien thoai | nguon ban pdf | nhap ma | nhap noi dung | nhap tu khoa | noi dung (* | phat trien boi
pho tong bien tap | posted by | powered by | quang cao | quy doc gia | quyen tong bien tap | so giay phep
so lan xem | so luot truy cap | so luot xem | tai ung dung | theo doi bao | theo doi chung toi
theo doi tren google | thiet ke boi | thiet ke va phat trien | tin lien quan | toa soan | tong bien tap
tong luot truy cap | tong so diem cua bai viet | tong so luot truy cap | trinh duyet cua ban | tru so toa soan
truong ban bien tap | tu khoa: so hieu | van ban duoc dinh kem | van ban nay chua cap nhat | vi chua dang nhap
views | vui long dang nhap | vui long ghi ro nguon | vui long go tieng viet | vui long nhap
vui long viet tieng viet | website su dung cookie | xem them tai | xin vui long | y kien ban doc
y kien cua ban se | your browser | © | ®
"""
# The same, of words that forms use as well: they count as topics do.
_CONTACTS = "dia chi: | dien thoai: | dt: | tel: | fax: | email: | e-mail: | website: | tru so: | xem them: | doc them:"

# Whole lines after which no line of the document follows, once most of the text stands above.
_TAIL_OPENERS = """
bai cung chuyen muc | bai khac | bai lien quan | bai viet khac | bai viet lien quan | ban co the quan tam
binh luan | binh luan cua ban | binh luan moi | cac bai khac | cac bai lien quan | cac bai viet khac
cac tin da dua | cac tin khac | cac tin lien quan | co the ban quan tam | comments | cung chu de | cung chuyen muc
dang nhan xet | danh cho ban | doc nhieu | doc nhieu nhat | goi y cho ban | gui binh luan | gui phan hoi
gui y kien | gui y kien cua ban | khong co nhan xet nao | leave a comment | leave a reply | moi nhat | nhan xet
nhung tin cu hon | nhung tin moi hon | noi dung lien quan | phan hoi | related posts | tag | tags | them binh luan
tin bai lien quan | tin cu hon | tin cung chuyen muc | tin cung muc | tin da dua | tin doc nhieu | tin khac
tin lien quan | tin moi | tin moi hon | tin moi nhat | tin noi bat | tin xem nhieu | tu khoa | van ban lien quan
viet binh luan | viet binh luan moi | xem nhieu | xem nhieu nhat | y kien | y kien ban doc | y kien cua ban
"""
_TAIL_BEGINNINGS = "tags: | tag: | tu khoa: | tu khoa lien quan | tin lien quan: | chu de:"
# The same, but these stand inside a document too: nearly all of it must be above.
_LATE_BEGINNINGS = "ban chua dang nhap | ban can dang nhap | vui long dang nhap"

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
TOPICS = frozenset(_entries(_TOPICS))
BEGINNINGS = _entries(_BEGINNINGS)
CONTACTS = _entries(_CONTACTS)
TAIL_OPENERS = frozenset(_entries(_TAIL_OPENERS))
TAIL_BEGINNINGS = _entries(_TAIL_BEGINNINGS)
LATE_BEGINNINGS = _entries(_LATE_BEGINNINGS)
BUTTON_WORDS = frozenset(_entries(_BUTTON_WORDS))
