// Runs the real check under Pyodide in Node and writes a standard library of what it used.
// Usage: node runtime_stdlib.mjs PYODIDE_FOLDER FOLDER_WITH_LOCK_AND_WHEEL TARGET.zip
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [pyodideFolder, wheelFolder, target] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, 'pyodide.mjs')).href);
const lockFileContents = readFileSync(join(wheelFolder, 'pyodide-lock.json'), 'utf8');

async function main() {
    // The same settings as in checker/browser/worker.js, so that the same modules load.
    const python = await loadPyodide({
        packageBaseUrl: `${wheelFolder}/`,
        lockFileContents,
        packages: Object.keys(JSON.parse(lockFileContents).packages),
        env: { PYTHONHASHSEED: '0' },
        enableRunUntilComplete: false,
        stdout: () => {},
    });
    try {
        python.runPython('1 / 0'); // what reports an error loads too
    } catch (error) {
        if (!String(error).includes('ZeroDivisionError')) throw error;
    }
    const here = dirname(fileURLToPath(import.meta.url));
    python.runPython(readFileSync(join(here, 'runtime_stdlib_in_pyodide.py'), 'utf8'));
    writeFileSync(target, python.FS.readFile('/stdlib.zip'));
}

main().catch((error) => {
    console.error(error.message); // not the line of Pyodide's script that it came from: that is a megabyte
    process.exitCode = 1;
});
