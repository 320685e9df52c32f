// Runs the real check in Node, under the core that visitors get, and writes the modules of the
// standard library that it used, and their names.
// Usage: node trace_stdlib.mjs PYODIDE_FOLDER CORE_FOLDER LIBRARY.zip WHEEL TARGET_FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [pyodide, core, library, wheel, target] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, 'pyodide.mjs')).href);
// The core imports nothing by itself in a browser; in Node it may.
Object.assign(globalThis, { refuse: (/** @type {string} */ name) => import(name) });

async function main() {
    // The same settings as in checker/browser/runtime/worker.js, so that the same modules load.
    const python = await loadPyodide({
        indexURL: `${core}/`,
        stdLibURL: library,
        packageBaseUrl: `${core}/`,
        lockFileContents: readFileSync(join(pyodide, 'pyodide-lock.json'), 'utf8'),
        fsInit: async (/** @type {any} */ files) => files.writeFile('/lib/checker.whl', readFileSync(wheel)),
        env: { PYTHONHASHSEED: '0', PYTHONPATH: '/lib/checker.whl', PYTHONNODEBUGRANGES: '1' },
        enableRunUntilComplete: false,
        stdout: () => {},
    });
    try {
        python.runPython('1 / 0'); // what reports an error loads too
    } catch (error) {
        if (!String(error).includes('ZeroDivisionError')) throw error;
    }
    const here = dirname(fileURLToPath(import.meta.url));
    python.runPython(readFileSync(join(here, 'trace_in_pyodide.py'), 'utf8'));
    const traced = JSON.parse(python.globals.get('traced_modules'));
    for (const name of traced.library) {
        const path = join(target, 'modules', `${name}c`);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, python.FS.readFile(`/traced/${name}c`));
    }
    writeFileSync(join(target, 'traced.json'), JSON.stringify(traced));
}

main().catch((error) => {
    console.error(error.message); // not the line of Pyodide's script that it came from: that is half a megabyte
    process.exitCode = 1;
});
