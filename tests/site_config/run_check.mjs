// Runs the shipped check under the shipped standard library in Node, as the worker does.
// Usage: node run_check.mjs PYODIDE_FOLDER RUNTIME_FOLDER MANIFEST_JSON MESSAGES (a file, one message a line)
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [pyodide, runtime, manifest, messages] = process.argv.slice(2);
const { files } = JSON.parse(manifest);
const pathOf = (role) => join(dirname(runtime), files[role].path);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, 'pyodide.mjs')).href);
const lockFileContents = readFileSync(pathOf('lock'), 'utf8');
const python = await loadPyodide({
    stdLibURL: pathOf('stdlib'),
    packageBaseUrl: `${runtime}/`,
    lockFileContents,
    packages: Object.keys(JSON.parse(lockFileContents).packages),
    env: { PYTHONHASHSEED: '0' },
    enableRunUntilComplete: false,
    stdout: () => {},
});
const { result } = python.pyimport('checker.page');
for (const line of readFileSync(messages, 'utf8').split('\n')) {
    console.log(result(line));
}
