"""Users: hashed passwords, a file that is replaced as a whole, and the command."""

import io
import stat

import pytest

from assistant.errors import SettingsError
from assistant.ui.users import main, new_user, read_users, verified, write_users

AN = new_user("an", "mat khau dai", "operator")
BINH = new_user("bình.2", "mật khẩu khác")


def test_password_is_not_in_the_file_and_only_its_owner_reads_it(tmp_path):
    path = tmp_path / "users"

    write_users(path, [AN, BINH])

    assert read_users(path) == (AN, BINH)
    assert "mat khau" not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_same_password_is_hashed_differently():
    assert new_user("a", "mat khau dai").hashed != new_user("b", "mat khau dai").hashed


@pytest.mark.parametrize(
    ("name", "password", "found"),
    [
        ("an", "mat khau dai", AN),
        ("bình.2", "mật khẩu khác", BINH),
        ("an", "mật khẩu khác", None),
        ("ai đó", "mat khau dai", None),
        ("an", "", None),
    ],
)
def test_only_name_and_password_together_open(name, password, found):
    assert verified([AN, BINH], name, password) == found


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("a:b", "mat khau dai", "không dùng được"),
        ("", "mat khau dai", "không dùng được"),
        ("an", "1234567", "quá ngắn"),
    ],
)
def test_bad_name_or_short_password_is_refused(name, password, said):
    with pytest.raises(SettingsError, match=said):
        new_user(name, password)


@pytest.mark.parametrize("line", ["an", "an:king:00:00", "a b:user:00:00", "an:user:00:00:00"])
def test_broken_line_is_named(tmp_path, line):
    path = tmp_path / "users"
    path.write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(SettingsError, match="Dòng 2 của tệp người dùng"):
        read_users(path)


def test_command_adds_lists_and_removes(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ASSISTANT_AUTH_FILE", str(tmp_path / "sub" / "users"))
    for name, arguments in (("an", ["--operator"]), ("binh", [])):
        monkeypatch.setattr("sys.stdin", io.StringIO("mat khau dai\n"))
        assert main(["add", name, *arguments]) == 0
    assert main(["list"]) == 0
    assert "an (operator)\nbinh (user)" in capsys.readouterr().out

    assert main(["remove", "an"]) == 0

    assert [one.name for one in read_users(tmp_path / "sub" / "users")] == ["binh"]
    assert main(["remove", "an"]) == 1
    assert "Không có người dùng “an”" in capsys.readouterr().err


def test_command_without_the_setting_says_what_to_set(capsys):
    assert main(["list"]) == 1
    assert "Chưa đặt ASSISTANT_AUTH_FILE" in capsys.readouterr().err
