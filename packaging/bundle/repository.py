"""A folder of Debian packages as a repository: the closure of their dependencies, an index, and its hashes signed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_QUIET = ("-qq", "-o", "Dpkg::Use-Pty=0")


def fill(repository: Path, own: Path | None, names: list[str], scratch: Path) -> None:
    """Bring `names` and all that they need into a folder, as for a machine on which nothing is installed yet.

    What is ours comes from `own`, everything else through this machine's apt sources, which proves its signatures.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    scratch, repository = scratch.resolve(), repository.resolve()
    for part in ("state/lists/partial", "cache/archives/partial", "etc"):
        (scratch / part).mkdir(parents=True)
    (scratch / "state/status").touch()
    sources = scratch / "etc/sources.list.d"
    shutil.copytree("/etc/apt/sources.list.d", sources)
    if own is not None:
        index(own)
        (sources / "kapok.list").write_text(f"deb [trusted=yes] file:{own} ./\n", encoding="utf-8")
    settings = {
        "Dir::State": scratch / "state",
        "Dir::State::status": scratch / "state/status",
        "Dir::Cache": scratch / "cache",
        "Dir::Etc::sourceparts": sources,
        "APT::Install-Recommends": "false",
        "APT::Sandbox::User": "root",
        "Debug::NoLocking": "true",
        "Binary::apt-get::APT::Keep-Downloaded-Packages": "true",
        "APT::Keep-Downloaded-Packages": "true",
    }
    options = [word for key, value in settings.items() for word in ("-o", f"{key}={value}")]
    _run("apt-get", *_QUIET, *options, "update")
    _run("apt-get", *_QUIET, "-y", *options, "--download-only", "install", "apt", "dpkg", *names)
    repository.mkdir(parents=True, exist_ok=True)
    for deb in sorted((scratch / "cache/archives").glob("*.deb")):
        shutil.move(deb, repository / deb.name.replace("%3a", ":").replace(":", "-"))
    for deb in own.glob("*.deb") if own is not None else ():
        shutil.copyfile(deb, repository / deb.name)
    shutil.rmtree(scratch)
    index(repository)


def index(repository: Path) -> None:
    """Write Packages and Release."""
    stanzas = []
    for deb in sorted(repository.glob("*.deb")):
        fields = subprocess.run(["dpkg-deb", "-f", str(deb)], capture_output=True, text=True, check=True).stdout.strip()
        stanzas.append(f"{fields}\nFilename: ./{deb.name}\nSize: {deb.stat().st_size}\nSHA256: {sha256(deb)}\n")
    packages = repository / "Packages"
    packages.write_text("\n".join(stanzas), encoding="utf-8")
    date = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    (repository / "Release").write_text(
        "Origin: Kapok\nLabel: Kapok\nSuite: stable\nArchitectures: amd64 all\n"
        f"Date: {date:%a, %d %b %Y %H:%M:%S} UTC\n"
        f"SHA256:\n {sha256(packages)} {packages.stat().st_size} Packages\n",
        encoding="utf-8",
    )


def signed(repository: Path, home: Path, key: str, public: Path) -> str:
    """Sign the index; `key` names a secret key of the caller's, empty: one made for this medium. Its fingerprint."""
    gpg = ["gpg", "--batch", "--yes", "--quiet"]
    if not key:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        gpg += ["--homedir", str(home)]
        if not _run(*gpg, "--list-secret-keys", "--with-colons"):
            _run(*gpg, "--passphrase", "", "--quick-gen-key", "Kapok medium", "ed25519", "sign", "never")
    mine = ["--local-user", key] if key else []
    _run(*gpg, *mine, "--clearsign", "--output", str(repository / "InRelease"), str(repository / "Release"))
    _run(*gpg, "--export", "--output", str(public), *([key] if key else []))
    told = _run(*gpg, "--with-colons", "--show-keys", str(public))
    return next(line.split(":")[9] for line in told.splitlines() if line.startswith("fpr:"))


def sha256(file: Path) -> str:
    """Of a file of any size."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {(done.stderr or done.stdout).strip()[-800:]}")
    return done.stdout
