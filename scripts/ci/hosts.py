"""Sends a folder to a host. Each either puts all of it online, or leaves what was there.

Names of settings are in `HOSTS`; their values come from the environment, never from a file.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import requests

from scripts.ci.released import Branch, GitError
from site_config.settings import center

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE = 900
"""Seconds until a host that takes no decision counts as failed."""
_WRANGLER = Path("deploy/node_modules/.bin/wrangler")


class DeployError(Exception):
    """Why the site was not put online; the text says what to do."""


class NotRecordedError(DeployError):
    """The release is online, but could not be recorded."""


class Upload(NamedTuple):
    """What goes online: the release's own folder, in it `site/`, and a name for it."""

    root: Path
    folder: Path
    name: str
    settings: Mapping[str, str]

    @property
    def site(self) -> Path:
        """What visitors get."""
        return self.folder / "site"


class Host(NamedTuple):
    """How to send to a host, and the names of the settings that this needs."""

    send: Callable[[Upload], None]
    variables: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()


def _netlify(upload: Upload) -> None:
    """Netlify unpacks the archive and switches over when it is ready."""
    api = upload.settings.get("NETLIFY_API", "https://api.netlify.com/api/v1")
    headers = {"Authorization": f"Bearer {upload.settings['NETLIFY_AUTH_TOKEN']}"}
    with tempfile.TemporaryFile() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(path for path in upload.site.rglob("*") if path.is_file()):
                archive.write(file, file.relative_to(upload.site).as_posix())
        packed.seek(0)
        address = f"{api}/sites/{upload.settings['NETLIFY_SITE_ID']}/deploys"
        kind = {"Content-Type": "application/zip"}
        deploy = _asked("POST", address, headers | kind, data=packed)
    until = time.monotonic() + PATIENCE
    while deploy.get("state") != "ready":
        if deploy.get("state") == "error" or time.monotonic() > until:
            raise DeployError(f"Netlify refused it: {deploy.get('error_message') or deploy}")
        time.sleep(float(upload.settings.get("DEPLOY_ASK_EVERY", "5")))
        deploy = _asked("GET", f"{api}/deploys/{deploy['id']}", headers)


def _asked(method: str, url: str, headers: dict[str, str], data: object = None) -> dict[str, str]:
    try:
        answer = requests.request(method, url, headers=headers, data=data, timeout=PATIENCE)  # type: ignore[arg-type]
    except requests.RequestException as error:
        raise DeployError(f"Netlify can't be reached: {type(error).__name__}") from error
    if answer.status_code in {401, 403, 404}:
        raise DeployError(
            f"Netlify answers {answer.status_code}: check NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN."
        )
    if not answer.ok:
        raise DeployError(f"Netlify answers {answer.status_code}. Try again later.")
    found: dict[str, str] = answer.json()
    return found


def _cloudflare(upload: Upload) -> None:
    """Cloudflare's own tool uploads the files; the new deployment goes live when all are there."""
    npm = shutil.which("npm") or "npm"
    install = [npm, "ci", "--prefix", "deploy", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not (upload.root / _WRANGLER).exists():
        _run(install, upload.root, "Cloudflare's tool could not be installed")
    project = upload.settings["CLOUDFLARE_PROJECT"]
    quiet = ["env", "WRANGLER_SEND_METRICS=false"]
    command = [*quiet, str(upload.root / _WRANGLER), "pages", "deploy", str(upload.site)]
    command += ["--project-name", project, "--branch", "main", "--commit-message", upload.name]
    # From a folder of its own: the tool would take settings and functions from where it runs.
    with tempfile.TemporaryDirectory() as elsewhere:
        _run([*command, "--commit-dirty=true"], Path(elsewhere), "Cloudflare refused it")


def _github_pages(upload: Upload) -> None:
    """GitHub serves the branch `gh-pages`; it changes with one push."""
    (upload.site / ".nojekyll").touch()
    address = urlsplit(center.load(upload.root).site_url or "").hostname or ""
    if address and not address.endswith(".github.io"):
        (upload.site / "CNAME").write_text(f"{address}\n", "utf-8")
    branch = Branch(upload.root, "gh-pages")
    try:
        branch.fetch()
        branch.record(upload.site, upload.name)
    except GitError as error:
        raise DeployError(str(error)) from error


def _rsync(upload: Upload) -> None:
    """The server gets the release beside the ones before; then one link is switched over."""
    host, _, folder = upload.settings["RSYNC_TARGET"].partition(":")
    if not folder.startswith("/"):
        raise DeployError("Write RSYNC_TARGET like deploy@www.example.org:/srv/iop")
    with tempfile.TemporaryDirectory() as kept:
        ssh = _ssh(upload, Path(kept))
        new = f"{folder}/releases/{upload.name}"
        failed = "The server did not take it"
        _run([*ssh, host, f"mkdir -p {shlex.quote(new)}"], upload.root, failed)
        # Without times, a file that did not change is a link to that of the release before.
        copy = ["rsync", "--recursive", "--perms", "--checksum", "--delete", "--chmod=D755,F644"]
        copy += [f"--link-dest={folder}/current", "-e", shlex.join(ssh)]
        _run([*copy, f"{upload.folder}/", f"{host}:{new}/"], upload.root, failed)
        after = upload.settings.get("RSYNC_AFTER") or "true"
        _run([*ssh, host, _switch(folder, f"releases/{upload.name}", after)], upload.root, failed)


def _switch(folder: str, new: str, after: str) -> str:
    """Shell words that put `new` online, run `after`, and put back what was there if that fails."""
    link = "ln -sfn {} current.new && mv -T current.new current"
    ahead, back = link.format(shlex.quote(new)), link.format('"$was"')
    return (
        f"cd {shlex.quote(folder)} && was=$(readlink current || true) && {ahead} && "
        f'{{ ( {after} ) || {{ [ -z "$was" ] || {{ {back} && ( {after} ); }}; exit 1; }}; }}'
    )


def _ssh(upload: Upload, kept: Path) -> list[str]:
    """The command that reaches the server; the key is in a file only while it is needed."""
    if own := upload.settings.get("RSYNC_SSH"):
        return shlex.split(own)
    key, known = kept / "key", kept / "known_hosts"
    for file, name in ((key, "RSYNC_KEY"), (known, "RSYNC_KNOWN_HOSTS")):
        if not upload.settings.get(name):
            raise DeployError(f"{name} is not set: see docs/publishing.md.")
        file.touch(mode=0o600)
        file.write_text(f"{upload.settings[name].strip()}\n", "utf-8")
    options = ("BatchMode=yes", "StrictHostKeyChecking=yes", f"UserKnownHostsFile={known}")
    return ["ssh", "-i", str(key), *(word for one in options for word in ("-o", one))]


def _run(command: list[str], folder: Path, failed: str) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        raise DeployError(f"{failed}: {command[0]} is not installed.") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise DeployError(f"{failed}: {said or 'no reason given'}")


HOSTS = {
    "netlify": Host(_netlify, ("NETLIFY_SITE_ID",), ("NETLIFY_AUTH_TOKEN",)),
    "cloudflare-pages": Host(
        _cloudflare, ("CLOUDFLARE_PROJECT",), ("CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_API_TOKEN")
    ),
    "github-pages": Host(_github_pages),
    "rsync": Host(_rsync, ("RSYNC_TARGET",)),
}


def send(name: str, root: Path, folder: Path, title: str) -> None:
    """Put the release in `folder` online at the host called `name`.

    Raises:
        DeployError: a setting is missing, or the host did not take it: what was online still is.
    """
    host = HOSTS.get(name)
    if host is None:
        raise DeployError(f"HOST is “{name}”: set it to one of {', '.join(HOSTS)}.")
    for kind, names in (("variable", host.variables), ("secret", host.secrets)):
        if missing := [one for one in names if not os.environ.get(one)]:
            raise DeployError(f"{name} needs the {kind} {' and '.join(missing)}.")
    host.send(Upload(root, folder, title, dict(os.environ)))
