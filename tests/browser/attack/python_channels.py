"""Ways out of the worker for Python: what the check would do if someone slipped code into it.

Each is run as a module's text with `url` set, in the real worker and in a plain one.
"""

CHANNELS = {
    "js-fetch": "import js; js.fetch(url)",
    "js-xhr": "import js; r = js.XMLHttpRequest.new(); r.open('GET', url, False); r.send()",
    "js-websocket": "import js; js.WebSocket.new(url.replace('http', 'ws'))",
    "js-eventsource": "import js; js.EventSource.new(url)",
    "js-import-scripts": "import js; js.importScripts(url)",
    "js-worker": (
        "import js\n"
        "blob = js.Blob.new([f\"fetch('{url}', {{mode: 'no-cors'}})\"])\n"
        "js.Worker.new(js.URL.createObjectURL(blob))"
    ),
    "js-eval": "import js; js.eval(f\"fetch('{url}')\")",
    "js-function": "import js; js.console.log.constructor(f\"fetch('{url}')\")()",
    "js-timer": "import js; js.setTimeout(f\"fetch('{url}')\", 0)",
    "js-prototype": (
        "import js\n"
        "scope = js.Object.getPrototypeOf(js.Object.getPrototypeOf(js.self))\n"
        "js.Reflect.get(scope, 'fetch', js.self).call(js.self, url)"
    ),
    "js-caches": (
        "import js\n"
        "from pyodide.ffi import create_once_callable as once\n"
        "js.caches.open('x').then(once(lambda cache: cache.add(url)))"
    ),
    "pyodide-pyfetch": (
        "import asyncio\nfrom pyodide.http import pyfetch\nasyncio.ensure_future(pyfetch(url))"
    ),
    "pyodide-open-url": "from pyodide.http import open_url; open_url(url)",
    "pyodide-run-js": "from pyodide.code import run_js; run_js(f\"fetch('{url}')\")",
    "pyodide-run-js-import": "from pyodide.code import run_js; run_js(f\"import('{url}')\")",
    "pyodide-load-package": (
        "import pyodide_js; pyodide_js.loadPackage(f'{url}/a-1-py3-none-any.whl')"
    ),
    "urllib": "import urllib.request; urllib.request.urlopen(url)",
    "socket": (
        "import builtins, socket\n"
        "host, port = url.removeprefix('http://').split(':')\n"
        "builtins.kept = socket.socket()  # one that nobody holds is closed at once\n"
        "builtins.kept.setblocking(False)\n"
        "builtins.kept.connect_ex((host, int(port)))"
    ),
}
