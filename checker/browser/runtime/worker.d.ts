/** Pyodide's loader, which the build puts in front of worker.js: there it is a namespace. */
declare const loadPyodide: typeof import('pyodide');
