"""The editor in a real browser, on the browser's own private folder."""

from __future__ import annotations

import base64
import threading
from contextlib import contextmanager

from site_config.authoring.editor_server import editor


@contextmanager
def serving(root):
    """The editor's server for the project under `root`; gives its port."""
    server = editor(root, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


SEED = """async ([path, text]) => {
  let folder = await navigator.storage.getDirectory();
  await folder.getDirectoryHandle(".git", { create: true });
  const parts = path.split("/");
  const name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}"""
# Asked again for 30 s: a file cannot be read while the editor puts the new one in its
# place, or a first one. (A
# promise given to wait_for_function counts as true at once, so the page itself does the waiting.)
READ_WITH = """async ([path, word]) => {
  const parts = path.split("/");
  const name = parts.pop();
  const read = async () => {
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    const file = await (await folder.getFileHandle(name)).getFile();
    return file.text();
  };
  const end = performance.now() + 30_000;
  for (;;) {
    const text = await read().catch((error) => String(error));
    if (text.includes(word) || performance.now() > end) return text;
    await new Promise(requestAnimationFrame);
  }
}"""
# The dialog that asks for a folder belongs to the desktop, and no test can press its button. The
# browser's private file system gives the same kind of folder, with the same reads and writes.
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"


# Each file that the editor has written, with its content in base64.
WRITTEN = """async (known) => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else if (!name.endsWith(".crswap")) {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        found[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


def copy_back(page, root):
    """Write what is in the browser's folder to the disk, where `make edit` and the linter look."""
    for name, content in page.evaluate(WRITTEN).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(content))
