"""Where the app listens: on this machine only, unless told otherwise with care."""

import pytest

from assistant.errors import SettingsError
from assistant.settings import Settings
from assistant.ui.listening import is_loopback, listen


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.3", "::1", "localhost"])
def test_addresses_of_this_machine_alone(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "may-chu", ""])
def test_all_other_addresses_are_open(host):
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "may-chu"])
def test_open_address_without_sign_in_is_refused(host, tmp_path):
    with pytest.raises(SettingsError, match=r"chưa có đăng nhập.*ASSISTANT_AUTH_FILE"):
        listen(Settings(data_dir=tmp_path, host=host, port=0))


@pytest.mark.parametrize("permission", [{"allow_open": True}, {"auth_file": "users"}])
def test_open_address_is_allowed_with_sign_in_or_when_told_so(permission, tmp_path):
    with listen(Settings(data_dir=tmp_path, host="0.0.0.0", port=0, **permission)) as bound:
        assert bound.getsockname()[1] > 0
