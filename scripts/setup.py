"""Install what the site or the tests need, each step once.

A finished step leaves a stamp under `.venv/.stamps/` with the hash of what it was made from;
it runs again only when that changes. Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import browsers, servers

ROOT = Path(__file__).resolve().parents[1]
STAMPS = ROOT / ".venv/.stamps"
LOGS = ROOT / ".cache/logs"
DEBIAN = {
    "nginx": "nginx-light",
    "nginx's module brotli_static": "libnginx-mod-http-brotli-static",
    "caddy": "caddy",
    "wrk": "wrk",
    "rsync": "rsync",
}
"""What `make setup-servers` installs, and Debian's package for it."""
NODE = "Node.js 20 or newer with npm is missing: install it (nodejs.org, or your system's packages)"


class SetupError(Exception):
    """A step that cannot be done; its text is one line that says what to do."""


def main(what: str) -> None:
    """Run the steps for `what`: one of those that scripts/setup.sh names."""
    if what == "audit":
        _step("python", "requirements/audit.txt", _install_python)
        _step("auditors", "audit/package-lock.json", _install_auditors)
        return
    if what == "servers":
        _install_servers()
        return
    if what == "browsers":
        _install_engines()
        return
    _step("python", f"requirements/{'dev' if what == 'test' else 'site'}.txt", _install_python)
    _step("node", "package-lock.json", _install_node)
    if what == "test":
        if browsers.chromium() is None:
            _install_browser()
        _step("shell", "scripts/browsers.py", _install_shell)


def _step(name: str, source: str, install) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Run `install` on `source` unless its stamp says that this was done."""
    digest = hashlib.sha256((ROOT / source).read_bytes()).hexdigest()
    stamp = STAMPS / f"{name}-{Path(source).stem}"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Setting up: {source}", flush=True)
    install(source)
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest)


def _install_python(source: str) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install"]
    _run("pip", [*pip, "--require-hashes", "--no-deps", "-r", source], "the Python packages")


def _install_node(_source: str) -> None:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise SetupError(f"{NODE}, then run make again.")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) < 20:  # noqa: PLR2004
        raise SetupError(f"{NODE}; this one is {version.strip()}. Then run make again.")
    _run("npm", [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "the Node packages")


def _install_auditors(_source: str) -> None:
    if shutil.which("java") is None:
        raise SetupError("Java is missing: the HTML checker needs it (11 or newer). Install it.")
    npm = Path(sys.executable).with_name("npm")  # with the Node.js from requirements/audit.txt
    command = [str(npm), "ci", "--prefix", "audit", "--ignore-scripts", "--no-audit", "--no-fund"]
    _run("npm-audit", command, "the auditors")


def _may_install() -> bool:
    """Whether packages may be installed: as root, or in CI where sudo asks for no password."""
    if not shutil.which("apt-get"):
        return False
    return _is_root() or bool(os.environ.get("CI") and shutil.which("sudo"))


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0  # Windows has none


def _apt(names: str) -> str:
    """Shell words that install Debian's packages."""
    apt = f"{'' if _is_root() else 'sudo -n '}env DEBIAN_FRONTEND=noninteractive apt-get"
    return f"{apt} update && {apt} install -y --no-install-recommends {names}"


def _install_browser() -> None:
    """Playwright's Chromium, else Debian's when we may install it."""
    print("Setting up: a Chromium for the tests", flush=True)
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if _may_install():
        apt = _apt("chromium")
        attempts.append(["sh", "-c", apt])
    for command in attempts:
        _logged("browser", command)
        if browsers.chromium() is not None:
            return
    raise SetupError(
        "No Chromium for the tests: install Chromium or Chrome, or set CHROMIUM to its path "
        "(details in .cache/logs/browser.log), then run make again."
    )


def _install_shell(_source: str) -> None:
    """Debian's headless shell if we may install it: the tests are faster in it, and do without."""
    chosen = bool(os.environ.get("CHROMIUM"))  # then that program takes all tests
    if not chosen and browsers.headless() == browsers.chromium() and _may_install():
        _logged("shell", ["sh", "-c", _apt(browsers.SHELL)])


def _install_servers() -> None:
    """Install nginx and Caddy, to test the recipes for them, wrk for load, and rsync."""
    absent = _absent()
    if absent and _may_install():
        print(f"Setting up: {', '.join(absent)}", flush=True)
        names = " ".join(DEBIAN[what] for what in absent)
        apt = _apt(names)
        _logged("servers", ["sh", "-c", apt])
        absent = _absent()
    if absent:
        raise SetupError(
            f"Not installed: {', '.join(absent)}. Install them with your system's packages; as "
            "root on Debian make setup-servers does it (details in .cache/logs/servers.log)."
        )


def _install_engines() -> None:
    """Install Firefox and WebKit. Outside CI the tests do without, and say so by name."""
    if _without() and _may_install():
        print("Setting up: Firefox and WebKit for the tests", flush=True)
        names = " ".join(browsers.ENGINE_PACKAGES)
        apt = _apt(names)
        _logged("engines", ["sh", "-c", apt])
    if absent := _without():
        text = f"Not installed: {', '.join(absent)}"
        if os.environ.get("CI"):
            raise SetupError(f"{text} (details in .cache/logs/engines.log).")
        print(f"{text}. The tests there are skipped.", flush=True)


def _without() -> list[str]:
    return [lack for name in browsers.ENGINES if (lack := browsers.missing(name))]


def _absent() -> list[str]:
    found = [servers.missing(name) for name in servers.NAMES]
    if "nginx" in found:  # its module can only be looked for when it is there
        found.append("nginx's module brotli_static")
    return [what for what in found if what] + [
        tool for tool in ("wrk", "rsync") if shutil.which(tool) is None
    ]


def _run(name: str, command: list[str], what: str) -> None:
    if _logged(name, command):
        return
    log = (LOGS / f"{name}.log").read_text(errors="replace")
    if "DO NOT MATCH THE HASHES" in log or "EINTEGRITY" in log:
        cause = "a download does not match its pinned hash, so nothing was trusted"
    elif "No space left" in log or "ENOSPC" in log:
        cause = "the disk is full"
    else:
        cause = "check the network and run make again"
    raise SetupError(f"Could not install {what}: {cause} (details: .cache/logs/{name}.log).")


def _logged(name: str, command: list[str]) -> bool:
    """Run `command` with its output in a log file; tell whether it went well."""
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / f"{name}.log").open("w") as log:
        done = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except SetupError as error:
        sys.exit(str(error))
