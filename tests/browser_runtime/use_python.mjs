// Starts the shipped Python in Node and prints, as JSON, what an expression is there.
// Usage: node use_python.mjs PYODIDE_FOLDER CORE_FOLDER LIBRARY WHEEL, with Python on standard input
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [pyodide, core, library, wheel] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, 'pyodide.mjs')).href);
Object.assign(globalThis, { refuse: (/** @type {string} */ name) => import(name) });
const python = await loadPyodide({
    indexURL: `${core}/`,
    stdLibURL: library,
    packageBaseUrl: `${core}/`,
    lockFileContents: readFileSync(join(pyodide, 'pyodide-lock.json'), 'utf8'),
    fsInit: async (/** @type {any} */ files) => files.writeFile('/lib/checker.whl', readFileSync(wheel)),
    env: { PYTHONHASHSEED: '0', PYTHONPATH: '/lib/checker.whl' },
    enableRunUntilComplete: false,
    stdout: () => {},
});
python.runPython(readFileSync(0, 'utf8'));
console.log(python.globals.get('answer'));
