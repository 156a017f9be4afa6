import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from config.settings import SHIPPED_REPORTS, LogFormat, LogLevel, Mode, Settings, SettingsError

TOKEN = "123456789:" + "Ab-_" * 8 + "xyz"
EXAMPLE = Path(__file__).parents[2] / "config" / "env.example"


def load(**environ: str) -> Settings:
    return Settings.load(environ, env_file=None)


def test_without_any_variable_everything_has_its_default() -> None:
    settings = load()
    assert settings.telegram_bot_token is None
    assert settings.telegram_mode is Mode.POLLING
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.log_level is LogLevel.INFO
    assert settings.log_format is LogFormat.TEXT
    assert settings.monitor_port is None
    assert settings.report_paths() == sorted(p for p in SHIPPED_REPORTS.iterdir() if p.name[0] != ".")


def test_every_variable_is_read_and_typed() -> None:
    settings = load(
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_MODE="webhook",
        TELEGRAM_API_URL="http://bot-api:8081/",
        WEBHOOK_URL="https://xã.example.vn/bot/",
        WEBHOOK_SECRET="a-B_9",
        HOST="::1",
        PORT="8443",
        OPERATOR_CHAT_ID="-100123",
        REPORTS="một.md, hai.md:ba.txt,",
        MONITOR_PORT="9100",
        LOG_LEVEL="DEBUG",
        LOG_FORMAT="json",
    )
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.telegram_api_url == "http://bot-api:8081"
    assert settings.webhook_url == "https://xã.example.vn/bot"
    assert settings.secret_for_webhook() == "a-B_9"
    assert (settings.host, settings.port, settings.operator_chat_id) == ("::1", 8443, -100123)
    assert (settings.monitor_port, settings.log_format) == (9100, LogFormat.JSON)
    assert settings.report_paths() == [Path("một.md"), Path("hai.md"), Path("ba.txt")]


def test_an_empty_variable_counts_as_unset_and_space_around_a_value_is_none_of_it() -> None:
    settings = load(PORT="", TELEGRAM_MODE=" ", TELEGRAM_BOT_TOKEN=f" {TOKEN}\r\n")
    assert settings.port == 8080
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN


def test_variables_of_others_are_none_of_ours() -> None:
    assert load(PATH="/bin", host="x86_64-conda-linux-gnu").host == "0.0.0.0"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=1\nLOG_LEVEL=ERROR\nHOST=\n")
    settings = Settings.load({"PORT": "2"}, env_file=file)
    assert (settings.port, settings.log_level, settings.host) == (2, LogLevel.ERROR, "0.0.0.0")


def test_a_file_that_is_no_text_is_said_so(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"PORT=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env: can't be read as UTF-8 text"):
        Settings.load({}, env_file=file)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("TELEGRAM_BOT_TOKEN", "123:short", "hidden here"),
        ("TELEGRAM_MODE", "pigeon", "'pigeon'"),
        ("TELEGRAM_API_URL", "ftp://x", "'ftp://x'"),
        ("TELEGRAM_API_URL", "https://x:port", "'https://x:port'"),
        ("WEBHOOK_URL", "http://example.vn", "'http://example.vn'"),
        ("WEBHOOK_URL", "https://", "'https://'"),
        ("WEBHOOK_SECRET", "bí mật", "hidden here"),
        ("HOST", "a b", "'a b'"),
        ("PORT", "0", "'0'"),
        ("PORT", "eighty", "'eighty'"),
        ("OPERATOR_CHAT_ID", "@me", "'@me'"),
        ("MONITOR_PORT", "65536", "'65536'"),
        ("LOG_LEVEL", "loud", "'loud'"),
        ("LOG_FORMAT", "xml", "'xml'"),
    ],
)
def test_a_wrong_value_is_named_shown_and_told_what_it_must_be(name: str, value: str, shown: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(**{name: value})
    must_be = Settings.model_fields[name.lower()].description
    assert caught.value.problems == (f"{name} is {shown}; it must be {must_be}",)


def test_every_wrong_value_gets_its_line() -> None:
    with pytest.raises(SettingsError) as caught:
        load(PORT="0", LOG_LEVEL="loud")
    assert [line.split()[0] for line in str(caught.value).splitlines()] == ["PORT", "LOG_LEVEL"]


def test_a_webhook_needs_an_address() -> None:
    with pytest.raises(SettingsError, match="WEBHOOK_URL is unset; with TELEGRAM_MODE=webhook"):
        load(TELEGRAM_MODE="webhook")
    assert load(TELEGRAM_MODE="webhook", WEBHOOK_URL="http://127.0.0.1:80").webhook_url


def test_no_message_and_no_repr_holds_a_secret() -> None:
    with pytest.raises(SettingsError) as caught:
        load(TELEGRAM_BOT_TOKEN="123:geheim", WEBHOOK_SECRET="geheim geheim", WEBHOOK_URL=f"http://x/{TOKEN}")
    settings = load(TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_SECRET="geheim")
    for text in (str(caught.value), repr(settings), str(settings)):
        assert "geheim" not in text
        assert TOKEN not in text


def test_what_no_log_may_hold_is_the_token_the_webhooks_secret_and_the_databases_password() -> None:
    settings = load(TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_SECRET="a-B_9z", DATABASE_URL="postgresql://bot:geheim@db/bot")
    assert set(settings.secrets()) == {TOKEN, "a-B_9z", "geheim"}


def test_what_is_too_short_to_be_told_from_other_words_is_not_cut_out_of_a_log() -> None:
    settings = load(TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_SECRET="a-B_9", DATABASE_URL="postgresql://bot:bot@db/bot")
    assert settings.secrets() == (TOKEN,)


def test_the_webhooks_secret_comes_from_the_token_so_that_all_processes_agree() -> None:
    one, same, other = (load(TELEGRAM_BOT_TOKEN=token) for token in (TOKEN, TOKEN, TOKEN[:-1] + "w"))
    assert one.secret_for_webhook() == same.secret_for_webhook() != other.secret_for_webhook()
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,256}", one.secret_for_webhook())
    assert load().secret_for_webhook() != one.secret_for_webhook()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        load().port = 1


def test_an_empty_folder_of_reports_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("config.settings.SHIPPED_REPORTS", tmp_path)
    with pytest.raises(SettingsError, match="holds no report"):
        load().report_paths()


def test_the_example_lists_exactly_the_settings_with_their_defaults_and_a_line_each() -> None:
    text = EXAMPLE.read_text()
    listed = re.findall(r"^([A-Z_]+)=", text, re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)
    assert Settings.load({}, env_file=EXAMPLE) == load()
