"""Who may sign in: a text file of names and hashed passwords, and the command that changes it.

    python -m assistant.ui.users add NAME [--operator]
    python -m assistant.ui.users remove NAME
    python -m assistant.ui.users list

The command works on the file named by ASSISTANT_AUTH_FILE. Each line is `name:role:salt:hash`.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import hmac
import os
import re
import secrets
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.command_line import CommandLine
from assistant.errors import AssistantError, SettingsError
from assistant.settings import read_settings

Role = Literal["user", "operator"]
SHORTEST_PASSWORD = 8
_NAME = re.compile(r"[\w.@-]{1,60}")


@dataclass(frozen=True, slots=True)
class User:
    """One person; `fingerprint` changes with the password, so that old sign-ins end with it."""

    name: str
    role: Role
    salt: str
    hashed: str

    @property
    def is_operator(self) -> bool:
        """Whether this person may change the collection."""
        return self.role == "operator"

    @property
    def fingerprint(self) -> str:
        """A short sign of the password's hash."""
        return hashlib.sha256(self.hashed.encode()).hexdigest()[:16]


def new_user(name: str, password: str, role: Role = "user") -> User:
    """A user with a freshly salted hash.

    Raises:
        SettingsError: the name or the password cannot be used.
    """
    if not _NAME.fullmatch(name):
        raise SettingsError(f"Tên “{name}” không dùng được; hãy dùng chữ, số và các dấu . @ - _, tối đa 60 ký tự.")
    if len(password) < SHORTEST_PASSWORD:
        raise SettingsError(f"Mật khẩu quá ngắn; hãy đặt ít nhất {SHORTEST_PASSWORD} ký tự.")
    salt = secrets.token_hex(16)
    return User(name, role, salt, _hashed(password, salt))


def verified(users: Iterable[User], name: str, password: str) -> User | None:
    """The user of this name and password; an unknown name takes as long as a wrong password."""
    found = next((one for one in users if one.name == name), None)
    known = found or User("", "user", "00" * 16, "")
    matches = hmac.compare_digest(_hashed(password, known.salt), known.hashed)
    return found if matches else None


def read_users(path: Path) -> tuple[User, ...]:
    """Read the file of users.

    Raises:
        SettingsError: it cannot be read, or a line is broken.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SettingsError(
            f"Không đọc được tệp người dùng {path} ({error.strerror}); hãy tạo bằng lệnh "
            "“python -m assistant.ui.users add TÊN” hoặc sửa ASSISTANT_AUTH_FILE."
        ) from error
    return tuple(_user(line, number, path) for number, line in enumerate(lines, 1) if line.strip())


def write_users(path: Path, users: Iterable[User]) -> None:
    """Replace the file as a whole, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text("".join(f"{u.name}:{u.role}:{u.salt}:{u.hashed}\n" for u in users), encoding="utf-8")
    os.replace(draft, path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 where it worked, 1 where it failed."""
    parser = CommandLine(prog="python -m assistant.ui.users", description="Người được đăng nhập.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    adding = commands.add_parser("add", help="thêm người, hoặc đặt lại mật khẩu")
    adding.add_argument("name", metavar="TÊN")
    adding.add_argument("--operator", action="store_true", help="được thêm, bỏ văn bản trong kho")
    removing = commands.add_parser("remove", help="bỏ người")
    removing.add_argument("name", metavar="TÊN")
    commands.add_parser("list", help="xem danh sách")
    try:
        sys.stdout.write(_run(parser.parse_args(arguments)) + "\n")
    except (AssistantError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _run(options: argparse.Namespace) -> str:
    path = read_settings().auth_file
    if path is None:
        raise SettingsError("Chưa đặt ASSISTANT_AUTH_FILE; hãy đặt đường dẫn tệp người dùng rồi chạy lại.")
    users = read_users(path) if path.exists() else ()
    if options.command == "list":
        return "\n".join(f"{one.name} ({one.role})" for one in users) or "Chưa có ai."
    others = [one for one in users if one.name != options.name]
    if options.command == "remove":
        if len(others) == len(users):
            raise SettingsError(f"Không có người dùng “{options.name}” trong {path}; hãy xem lệnh list.")
        write_users(path, others)
        return f"Đã bỏ {options.name}."
    role: Role = "operator" if options.operator else "user"
    write_users(path, [*others, new_user(options.name, _asked_password(), role)])
    return f"Đã ghi {options.name} ({role}) vào {path}."


def _asked_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Mật khẩu: ")
    if first != getpass.getpass("Nhập lại: "):
        raise SettingsError("Hai lần nhập mật khẩu khác nhau; hãy chạy lại lệnh.")
    return first


def _hashed(password: str, salt: str) -> str:
    return hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()


def _user(line: str, number: int, path: Path) -> User:
    parts = line.strip().split(":")
    if len(parts) != 4 or not _NAME.fullmatch(parts[0]) or parts[1] not in ("user", "operator"):
        raise SettingsError(f"Dòng {number} của tệp người dùng {path} bị hỏng; hãy xoá dòng đó rồi thêm lại người này.")
    role: Role = "operator" if parts[1] == "operator" else "user"
    return User(parts[0], role, parts[2], parts[3])


if __name__ == "__main__":
    sys.exit(main())
