// Starts the shipped Python in Node, runs a program and prints what it leaves in `answer`.
// Usage: node use_python.mjs PYODIDE_FOLDER CORE_FOLDER LIBRARY WHEEL PROGRAM.py
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [pyodide, core, library, wheel, program] = process.argv.slice(2);
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
python.runPython(readFileSync(program, 'utf8'));
console.log(python.globals.get('answer'));
