"""A PostgreSQL of the tests' own: Debian's server, in a temporary folder, on a free port and a socket there."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

INSTALL = "PostgreSQL's server is not installed: apt-get install postgresql"
# What keeps data on a crash of the machine is not needed here, and costs seconds.
_CONFIG = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 50
shared_buffers = 16MB
"""


class Postgres:
    """One server with any number of databases. `folder` must be short: a socket's path holds 107 bytes."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._data = folder / "data"
        self._databases = 0
        self._port = _free_port()

    def make(self) -> None:
        """Make the cluster; the user postgres of it needs no password."""
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
        self._run(
            "initdb", "--pgdata", str(self._data), "--auth=trust", "--username=postgres", "--no-sync", "--no-locale"
        )
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as config:
            config.write(_CONFIG.format(folder=self._folder, port=self._port))

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._control("start", "--log", str(self._folder / "log"))

    def stop(self) -> None:
        """Stop it, whoever is connected; what was committed is there when it starts again."""
        self._control("stop", "--mode=fast")

    def end(self) -> None:
        """Stop it for good, whatever state it is in."""
        if (self._data / "postmaster.pid").exists():
            self._control("stop", "--mode=immediate")

    def new_database(self) -> str:
        """The address of an empty database: a schema of its own, which is made in a tenth of the time."""
        self._databases += 1
        schema = f"test_{self._databases}"
        options = ["--username=postgres", "--no-psqlrc", "--quiet", f"--command=CREATE SCHEMA {schema}"]
        self._run("psql", f"--host={self._folder}", f"--port={self._port}", *options)
        return f"{self.url('postgres')}?search_path={schema}"

    def url(self, database: str, user: str = "postgres") -> str:
        """The address of a database of that name, whether there is one or not."""
        return f"postgresql://{user}@127.0.0.1:{self._port}/{database}"

    def socket_url(self, database: str) -> str:
        """The same by the server's socket."""
        return f"postgresql://postgres@/{database}?host={self._folder}&port={self._port}"

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", "--pgdata", str(self._data), "--wait", "--silent", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), *arguments]
        if os.geteuid() == 0:  # the server refuses to run as root
            user = pwd.getpwnam("postgres")
            ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
            command = ["setpriv", *ids, "--", *command]
        # The server inherits what it is started with: a pipe of ours would stay open as long as it lives.
        with (self._folder.parent / f"{self._folder.name}.out").open("wb") as out:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", timeout=60, check=False
            )
        if done.returncode:
            said = Path(out.name).read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"{program} ended with {done.returncode}: {said[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def binaries() -> Path | None:
    """The folder of the server's programs, of the newest version installed."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


@contextmanager
def running() -> Iterator[Postgres]:
    """A server for as long as the block lasts. Skips the test where there is none, except where CI is set."""
    installed = binaries()
    if installed is None:
        if os.environ.get("CI") == "true":
            pytest.fail(INSTALL)
        pytest.skip(INSTALL)
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as outer:
        os.chmod(outer, 0o755)  # the user postgres must get in
        folder = Path(outer) / "db"
        folder.mkdir()
        server = Postgres(installed, folder)
        try:
            server.make()
            server.start()
            yield server
        finally:
            server.end()
