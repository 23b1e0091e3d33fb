"""Addresses fetched over real HTTP on loopback: limits, redirects, and what each failure says."""

import gzip
import socket
import ssl
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from assistant.errors import DocumentError
from ingest.fetching import USER_AGENT, Limits, fetch
from ingest.web_transport import check_public
from tests.web_server import Reply, serving

PAGE = "<p>Tổ bầu cử có ba người.</p>".encode()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def refusal(address, *, allow_private=True, **limits):
    with pytest.raises(DocumentError) as told:
        fetch(address, allow_private=allow_private, limits=Limits(**limits))
    return str(told.value)


def test_page_comes_with_its_type_and_charset_and_we_say_who_asks():
    with serving({"/trang": Reply(PAGE)}) as web:
        got = fetch(web.address("/trang#muc-2"), allow_private=True)

    assert (got.content, got.media_type, got.charset) == (PAGE, "text/html", "utf-8")
    path, headers = web.asked[0]
    assert (path, headers["User-Agent"], headers["Host"]) == ("/trang", USER_AGENT, f"127.0.0.1:{web.port}")


def test_redirects_are_followed_five_times_and_no_further():
    hops = {f"/{n}": Reply(status=302, headers={"Location": f"/{n + 1}"}) for n in range(6)}
    with serving(hops | {"/6": Reply(PAGE)}) as web:
        assert fetch(web.address("/1"), allow_private=True).content == PAGE
        assert "chuyển hướng quá 5 lần" in refusal(web.address("/0"))


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/a", "gopher://127.0.0.1:1/"])
def test_redirect_out_of_the_web_is_refused(target):
    with serving({"/": Reply(status=301, headers={"Location": target})}) as web:
        assert "không phải trang web" in refusal(web.address("/"))


@pytest.mark.parametrize(
    ("status", "said"), [(404, "Không có trang"), (403, "không cho lấy"), (500, "báo lỗi"), (304, "báo lỗi")]
)
def test_refusal_of_the_server_is_told_with_its_number(status, said):
    with serving({"/": Reply(status=status, headers={})}) as web:
        told = refusal(web.address("/"))

    assert said in told
    assert f"mã {status}" in told


def test_too_large_is_refused_before_reading_where_the_server_says_so_and_while_reading_otherwise():
    headers = {"Content-Type": "text/html"}
    large = Reply(b"a" * 3000, headers=headers)
    honest = Reply(b"a", headers=headers | {"Content-Length": "3000"})
    with serving({"/large": large, "/honest": honest}) as web:
        for path in ("/large", "/honest"):
            assert "lớn hơn" in refusal(web.address(path), most_bytes=2000)
        assert len(fetch(web.address("/large"), allow_private=True, limits=Limits(most_bytes=3000)).content) == 3000


def test_packed_page_counts_unpacked():
    packed = Reply(gzip.compress(b"a" * 3_000_000), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    assert len(packed.body) < 10_000
    with serving({"/": packed}) as web:
        assert "lớn hơn" in refusal(web.address("/"), most_bytes=1_000_000)
        assert len(fetch(web.address("/"), allow_private=True).content) == 3_000_000


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip"])
def test_packing_that_was_not_asked_for_is_refused(packing):
    with serving({"/": Reply(PAGE, headers={"Content-Type": "text/html", "Content-Encoding": packing})}) as web:
        assert "không phải văn bản" in refusal(web.address("/"))


def test_server_that_drips_is_left_after_the_whole_time():
    with serving({"/": Reply(PAGE * 100, pause_seconds=0.05)}) as web:
        assert "không trả lời kịp" in refusal(web.address("/"), whole_seconds=0.5)


def test_picture_is_refused_by_its_type():
    with serving({"/": Reply(b"\x89PNG", headers={"Content-Type": "image/png"})}) as web:
        assert "(image/png)" in refusal(web.address("/"))


@pytest.mark.parametrize("address", ["http://[::1", "http://…/"])
def test_no_address_at_all_is_told(address):
    assert "viết chưa đúng" in refusal(address)


@pytest.mark.parametrize("address", ["ftp://a.example/b", "file:///etc/hostname", "http:///a"])
def test_only_the_web_is_fetched(address):
    assert "không phải trang web" in refusal(address)


def test_password_in_an_address_is_refused_and_not_repeated():
    told = refusal("http://an:bi-mat@127.0.0.1/")

    assert "tên và mật khẩu" in told
    assert "bi-mat" not in told


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_private_however_it_is_written(host):
    with serving({"/": Reply(PAGE)}) as web:
        assert "mạng nội bộ" in refusal(web.address("/", host), allow_private=False)
        assert web.asked == []


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "192.168.1.1"),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1%eth0", "fd00::1", "ff02::1"),
        *("::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1"),
    ],
)
def test_addresses_inside_are_refused_even_beside_a_public_one(address):
    with pytest.raises(DocumentError, match=r"mạng nội bộ.*ASSISTANT_ALLOW_PRIVATE_ADDRESSES"):
        check_public("trang.example", ["93.184.216.34", address])


def test_addresses_of_the_public_network_are_let_through():
    check_public("trang.example", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"])


def names_lead_to(monkeypatch, *answers):
    """Each look-up gets the next answer."""
    left = iter(answers)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", (one, 80)) for one in next(left)])


def test_redirect_inside_is_refused(monkeypatch):
    async def redirect(self, request):
        return httpx.Response(302, headers={"Location": "http://trong.example/"}, request=request)

    names_lead_to(monkeypatch, ["93.184.216.34"], ["10.0.0.1"])
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", redirect)

    assert "trong.example dẫn vào mạng nội bộ (10.0.0.1)" in refusal("http://ngoai.example/", allow_private=False)


def test_connection_goes_to_the_address_that_was_checked_and_to_no_second_answer(monkeypatch):
    connected = []

    async def note(self, request):
        connected.append((request.url.host, request.headers["Host"], request.extensions["sni_hostname"]))
        return httpx.Response(200, content=PAGE, request=request)

    names_lead_to(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", note)

    assert fetch("https://trang.example/a").content == PAGE
    assert connected == [("93.184.216.34", "trang.example", "trang.example")]


def test_next_address_of_a_name_is_tried_where_one_does_not_answer(monkeypatch):
    async def only_the_second_answers(self, request):
        if request.url.host == "93.184.216.34":
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(200, content=PAGE, request=request)

    names_lead_to(monkeypatch, ["93.184.216.34", "93.184.216.35"])
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", only_the_second_answers)

    assert fetch("http://trang.example/").content == PAGE


@pytest.mark.parametrize("allow_private", [False, True])
def test_name_that_does_not_exist_is_told(monkeypatch, allow_private):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    told = refusal("http://khong-co.example/", allow_private=allow_private)
    assert "Không tìm thấy máy chủ" in told
    assert "khong-co.example" in told


def test_machine_that_refuses_is_told():
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]

    assert "Không lấy được trang" in refusal(f"http://127.0.0.1:{port}/")


def test_proxy_of_the_environment_is_used_only_where_nothing_is_checked(monkeypatch):
    with serving({"http://trang.example/": Reply(PAGE)}) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address(""))

        assert fetch("http://trang.example/", allow_private=True).content == PAGE
        names_lead_to(monkeypatch, ["10.0.0.1"])
        assert "mạng nội bộ" in refusal("http://trang.example/", allow_private=False)
        assert len(proxy.asked) == 1


@pytest.fixture
def certificate(tmp_path):
    """A file with the key and certificate of `localhost`, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path / "certificate.pem"
    path.write_bytes(secret + made.sign(key, hashes.SHA256()).public_bytes(pem))
    return path


def test_certificate_is_checked_against_the_name_though_the_connection_goes_to_a_number(certificate, monkeypatch):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with serving({"/": Reply(PAGE)}, tls) as web:
        assert "Chứng thư" in refusal(web.address("/", "localhost"))

        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fetch(web.address("/", "localhost"), allow_private=True).content == PAGE
        assert "Chứng thư" in refusal(web.address("/", "127.0.0.1"))
