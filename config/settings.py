"""What an operator sets: the environment and `.env`, read once at start, typed, and checked.

    settings = Settings.load()

Every variable of `env.example` is a field here and the other way round. A variable that is set but empty
counts as unset. The environment wins over `.env`.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

SHIPPED_REPORTS = Path(__file__).parent / "reports"
REPORT_SUFFIXES = (".txt", ".md")  # in that folder; what REPORTS names may be called as it likes
# The shape of every token @BotFather gives: the bot's id, a colon, 35 characters.
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,64}")
SHORTEST_SECRET = 6  # characters
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class SettingsError(Exception):
    """The settings are wrong; `problems` has a line a variable, none of which holds a secret."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Mode(StrEnum):
    """How updates come in."""

    POLLING = "polling"
    WEBHOOK = "webhook"


class LogLevel(StrEnum):
    """How much this bot's own loggers say; other libraries never say more than warnings."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class LogFormat(StrEnum):
    """How a line of the log looks: for a person's eyes, or one JSON object."""

    TEXT = "text"
    JSON = "json"


def _token(secret: SecretStr) -> SecretStr:
    if not TOKEN.fullmatch(secret.get_secret_value()):
        raise ValueError("not a bot token")
    return secret


def _secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("not a webhook secret")
    return secret


def _address(text: str) -> str:
    """An http(s) address without its last slash. Raises ValueError for anything else."""
    parts = urlsplit(text)
    _ = parts.port  # raises ValueError where the port is no number
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("not an address")
    return text.rstrip("/")


def _public_address(text: str) -> str:
    # Telegram posts only to https. http is for a reverse proxy's tests on the same machine.
    if urlsplit(text).scheme != "https" and urlsplit(text).hostname not in _LOOPBACK:
        raise ValueError("not https")
    return _address(text)


def _ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    return frozenset(name.strip() for name in value.split(",") if name.strip())


def _database(secret: SecretStr) -> SecretStr:
    address = secret.get_secret_value()
    _ = urlsplit(address).port  # raises ValueError for an address that is none
    if not re.fullmatch(r"(sqlite:///|postgres(ql)?://)\S+", address):
        raise ValueError("not a database")
    return secret


def _paths(value: object) -> object:
    if not isinstance(value, str):
        return value
    names = [name.strip() for name in re.split(f"[,{re.escape(os.pathsep)}]", value)]
    return tuple(Path(name) for name in names if name)


Ids = Annotated[frozenset[int], BeforeValidator(_ids)]
_NUMBERS = "numbers separated by commas"


class Settings(BaseSettings):
    """Every setting. A field's description says what it must be, in the words of an error message."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        None, description="a token as @BotFather gives it, like 123456789:AA…"
    )
    telegram_mode: Mode = Field(Mode.POLLING, description="polling or webhook")
    telegram_api_url: Annotated[str, AfterValidator(_address)] = Field(
        "https://api.telegram.org", description="the http or https address of a Bot API server"
    )
    webhook_url: Annotated[str, AfterValidator(_public_address)] | None = Field(
        None, description="the https address at which Telegram reaches this bot"
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] | None = Field(
        None, description="1 to 256 of A-Z, a-z, 0-9, _ and -"
    )
    host: str = Field("0.0.0.0", pattern=r"^[A-Za-z0-9.:_-]+$", description="an address to listen on")
    port: int = Field(8080, ge=1, le=65535, description="a number from 1 to 65535")
    operator_chat_id: int | None = Field(None, description="the number of a chat, like 123456789")
    reports: Annotated[tuple[Path, ...], BeforeValidator(_paths)] = Field(
        (), description=f"paths of report files, separated by commas or {os.pathsep!r}"
    )
    database_url: Annotated[SecretStr, AfterValidator(_database)] = Field(
        SecretStr("sqlite:///data/bot.db"), description="sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME"
    )
    keep_questions: int = Field(90, ge=0, le=3650, description="a number of days from 0 to 3650")
    allowed_chats: Ids = Field(frozenset(), description=f"{_NUMBERS}, of groups, like -1001234567890")
    allowed_users: Ids = Field(frozenset(), description=f"{_NUMBERS}, of persons, like 123456789")
    admin_users: Ids = Field(frozenset(), description=f"{_NUMBERS}, of persons, like 123456789")
    quota_per_person: int = Field(60, ge=0, description="a number of questions an hour, 0 for no limit")
    quota_per_chat: int = Field(300, ge=0, description="a number of questions an hour, 0 for no limit")
    monitor_port: int | None = Field(None, ge=1, le=65535, description="a number from 1 to 65535")
    log_level: LogLevel = Field(LogLevel.INFO, description="DEBUG, INFO, WARNING or ERROR")
    log_format: LogFormat = Field(LogFormat.TEXT, description="text or json")

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
        """Read the settings from `environ` (by default the process's own) and, below it, `env_file`.

        Raises SettingsError, with every wrong variable in it.
        """
        environ = os.environ if environ is None else environ
        given = _read(env_file) | {name: value for name, value in environ.items() if value.strip()}
        # A token copied with its line break is still a token.
        held = {name: given.get(name.upper(), "").strip() for name in cls.model_fields}
        values: dict[str, Any] = {name: value for name, value in held.items() if value}
        try:
            settings = cls(**values)
        except ValidationError as error:
            names = dict.fromkeys(str(problem["loc"][0]) for problem in error.errors())
            raise SettingsError(*(_problem(name, held[name]) for name in names)) from None
        if settings.telegram_mode is Mode.WEBHOOK and settings.webhook_url is None:
            raise SettingsError(
                f"WEBHOOK_URL is unset; with TELEGRAM_MODE=webhook it must be {_must_be('webhook_url')}"
            )
        return settings

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load` passes in: the environment is never reached for behind its back."""
        return (init_settings,)

    def secret_for_webhook(self) -> str:
        """WEBHOOK_SECRET, or one derived from the token, so that several processes of one bot agree on it."""
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        token = self.telegram_bot_token.get_secret_value() if self.telegram_bot_token else ""
        return hashlib.sha256(b"hoi-bao-cao webhook " + token.encode()).hexdigest()

    def secrets(self) -> tuple[str, ...]:
        """What must not be seen in any log."""
        database = urlsplit(self.database_url.get_secret_value()).password
        token = self.telegram_bot_token.get_secret_value() if self.telegram_bot_token else None
        # A few letters stand in any line; cutting them out would tell what they are.
        return tuple(one for one in (token, self.secret_for_webhook(), database) if one and len(one) >= SHORTEST_SECRET)

    def report_paths(self) -> list[Path]:
        """REPORTS, or every .txt and .md file of config/reports/ in the order of their names. Raises SettingsError."""
        if self.reports:
            return list(self.reports)
        shipped = sorted(path for path in SHIPPED_REPORTS.iterdir() if path.suffix in REPORT_SUFFIXES)
        if not shipped:
            raise SettingsError(f"REPORTS is unset and {SHIPPED_REPORTS} holds no report")
        return shipped


def _read(env_file: Path | None) -> dict[str, str]:
    """The variables of a `.env`, which need not exist. Raises SettingsError where it can't be read."""
    if env_file is None or not env_file.is_file():
        return {}
    try:
        return {name: value for name, value in dotenv_values(env_file).items() if value}
    except (OSError, UnicodeError) as error:
        raise SettingsError(f"{env_file}: can't be read as UTF-8 text ({type(error).__name__})") from None


def _must_be(name: str) -> str:
    return str(Settings.model_fields[name].description)


def _problem(name: str, value: str) -> str:
    """One line that names the variable, what it holds and what it must be."""
    secret = name in {"telegram_bot_token", "webhook_secret", "database_url"}
    # A token pasted into the wrong variable is still a token.
    shown = "hidden here" if secret else repr(TOKEN.sub("<token>", value))
    return f"{name.upper()} is {shown}; it must be {_must_be(name)}"
