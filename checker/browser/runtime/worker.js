/**
 * The part of the self-check that runs Python, in a worker of its own.
 *
 * The build puts Pyodide's loader in front of this file, wraps both in one function and
 * ships them as one script, so that nothing is ever imported here. The page sends every
 * other file as bytes. This worker needs no network, and takes it away from itself before
 * Python starts: neither Pyodide nor Python code can hold on to what was never there.
 *
 * In:  {type: 'boot', files} · {type: 'evaluate', id, responses, languages?}
 * Out: {type: 'compiled', wasm} · {type: 'ready'} · {type: 'result', id, result} · {type: 'error', id?, kind, message}
 */
/// <reference path="./worker.d.ts" />

/**
 * @typedef {{wasm: ArrayBuffer, stdlib: ArrayBuffer, lock: ArrayBuffer, wheel: ArrayBuffer}} RuntimeFiles
 * @typedef {{type: 'boot', files: RuntimeFiles}} BootMessage
 * @typedef {{type: 'evaluate', id: number, responses: Record<string, string[]>, languages?: string[]}} EvaluateMessage
 * @typedef {{packages: Record<string, {sha256: string}>}} LockFile
 * @typedef {{writeFile: (path: string, content: Uint8Array, options: {canOwn: boolean}) => void}} FileSystem
 * @typedef {{ok: boolean, status: number, arrayBuffer: () => Promise<ArrayBuffer>}} MemoryResponse
 */

/** Where Pyodide believes its files are. The scheme does not exist, so no request can come of it. */
const MEMORY = 'memory:/';

/** Where Python finds the wheel. It is not unpacked: Python imports from it as it is. */
const WHEEL = '/lib/checker.whl';

/** The wheel's module that answers the page. */
const PAGE_MODULE = 'checker.browser_api';

/**
 * What stays in the worker's global scope: the language itself, and what Pyodide uses to run.
 * All else goes. A list of what to keep also covers what browsers will add next year.
 */
const KEPT = new Set([
    // the language
    'AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array',
    'Boolean', 'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float16Array',
    'Float32Array', 'Float64Array', 'Function', 'Infinity', 'Int16Array', 'Int32Array', 'Int8Array', 'Intl',
    'Iterator', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError',
    'ReferenceError', 'Reflect', 'RegExp', 'Set', 'SharedArrayBuffer', 'String', 'Symbol',
    'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array',
    'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'decodeURI', 'decodeURIComponent',
    'encodeURI', 'encodeURIComponent', 'escape', 'globalThis', 'isFinite', 'isNaN', 'parseFloat',
    'parseInt', 'undefined', 'unescape',
    // what Pyodide uses to run
    'DOMException', 'TextDecoder', 'TextEncoder', 'URL', 'WebAssembly', 'WorkerGlobalScope', 'btoa',
    'clearTimeout', 'console', 'crypto', 'performance', 'queueMicrotask', 'self',
    // on the prototypes: what an object is
    'constructor',
]);

const send = self.postMessage.bind(self);
const startTimer = self.setTimeout.bind(self);
const digest = crypto.subtle.digest.bind(crypto.subtle);

/** @type {((json: string) => string) | undefined} */
let decide;

self.addEventListener('message', (event) => {
    const { data } = /** @type {MessageEvent<BootMessage | EvaluateMessage>} */ (event);
    if (data.type === 'boot') {
        boot(data).then(() => {
            send({ type: 'ready' });
            decide?.('{"responses": {}}'); // the first answer is the slowest: let it be this one
        }, reportBootFailure);
    } else if (data.type === 'evaluate') {
        send(answer(data));
    }
});

seal();

/**
 * Removes every way out of this worker, on the global object and on its prototypes.
 *
 * @throws {Error} when a name cannot be removed: then the check does not start.
 */
function seal() {
    const end = EventTarget.prototype;
    for (let object = globalThis; object !== end; object = Object.getPrototypeOf(object)) {
        for (const name of Object.getOwnPropertyNames(object)) {
            if (!KEPT.has(name)) {
                remove(object, name);
            }
        }
    }
    for (const name of ['createObjectURL', 'revokeObjectURL']) {
        remove(URL, name);
    }
    forbidCodeFromText();
    define('setTimeout', (/** @type {unknown} */ task, /** @type {number} */ delay, /** @type {unknown[]} */ ...rest) =>
        typeof task === 'function' ? startTimer(/** @type {TimerHandler} */ (task), delay, ...rest) : refuse(),
    );
    define('location', Object.freeze({ href: MEMORY, toString: () => MEMORY }));
    define('navigator', Object.freeze({ userAgent: '', platform: '', maxTouchPoints: 0 }));
}

/**
 * @param {object} object
 * @param {string} name
 */
function remove(object, name) {
    const { value } = Object.getOwnPropertyDescriptor(object, name) ?? {};
    const isConstant = typeof value === 'number'; // a few cannot be deleted, and lead nowhere
    if (!Reflect.deleteProperty(object, name) && !isConstant) {
        throw new Error(`cannot seal ${name}`);
    }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function define(name, value) {
    Object.defineProperty(globalThis, name, { value, configurable: false, writable: false });
}

/** The policy refuses eval() and new Function() already; this holds where the policy is lost. */
function forbidCodeFromText() {
    for (const kind of [function () {}, async function () {}, function* () {}, async function* () {}]) {
        const prototype = Object.getPrototypeOf(kind);
        const replacement = Object.assign(() => refuse(), { prototype });
        Object.defineProperty(replacement, 'name', { value: prototype.constructor.name });
        Object.defineProperty(prototype, 'constructor', { value: replacement, configurable: false, writable: false });
        if (prototype === Function.prototype) {
            define('Function', replacement);
        }
    }
}

/** @returns {never} */
function refuse() {
    throw new TypeError('This worker is sealed.');
}

/**
 * Starts Python with the bytes from the page and imports the check.
 *
 * @param {BootMessage} message
 * @throws {WebAssembly.CompileError} when this browser cannot compile a module that is known to be right.
 * @throws {Error} when Pyodide or the check does not start.
 */
async function boot({ files }) {
    const lock = new TextDecoder().decode(files.lock);
    await requireLocked(files.wheel, JSON.parse(lock));
    const module = await WebAssembly.compile(files.wasm); // with a copy of its own
    send({ type: 'compiled', wasm: files.wasm }, [files.wasm]); // they were lent, and Python is not there yet
    const served = new Map([['python_stdlib.zip', files.stdlib], ['pyodide.asm.wasm', new ArrayBuffer(0)]]);
    const { instantiate } = WebAssembly;
    const streaming = WebAssembly.instantiateStreaming;
    Object.assign(globalThis, { fetch: serveFrom(served) });
    Object.assign(WebAssembly, {
        instantiateStreaming: async (/** @type {unknown} */ _, /** @type {WebAssembly.Imports} */ imports) => ({
            instance: await instantiate(module, imports),
            module,
        }),
    });
    try {
        const python = await loadPyodide.loadPyodide(settings(lock, new Uint8Array(files.wheel)));
        decide = python.pyimport(PAGE_MODULE).result;
    } finally {
        remove(globalThis, 'fetch');
        Object.assign(WebAssembly, { instantiateStreaming: streaming });
    }
}

/**
 * The build puts one package into the lock file, with its hash.
 *
 * @param {ArrayBuffer} wheel
 * @param {LockFile} lock
 * @throws {Error} when this is not the wheel that is locked.
 */
async function requireLocked(wheel, { packages }) {
    const hash = [...new Uint8Array(await digest('SHA-256', wheel))];
    const hex = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!Object.values(packages).some(({ sha256 }) => sha256 === hex)) {
        throw new Error('the wheel is not the one in the lock file');
    }
}

/**
 * @param {string} lockFileContents
 * @param {Uint8Array} wheel
 */
function settings(lockFileContents, wheel) {
    return {
        indexURL: MEMORY,
        packageBaseUrl: MEMORY,
        lockFileContents,
        fsInit: async (/** @type {FileSystem} */ files) => files.writeFile(WHEEL, wheel, { canOwn: true }),
        // The same answers give the same bytes on every device.
        env: { PYTHONHASHSEED: '0', PYTHONPATH: WHEEL },
        // With it, a browser without JavaScript Promise Integration can crash.
        enableRunUntilComplete: false,
        // Python prints nothing here: what it would print could be an answer.
        stdout: () => {},
        stderr: () => {},
    };
}

/**
 * Gives Pyodide its files as if it had fetched them, and nothing else.
 *
 * @param {Map<string, ArrayBuffer>} files
 * @returns {(url: URL | string) => Promise<MemoryResponse>}
 */
function serveFrom(files) {
    return async (url) => {
        const bytes = files.get(String(url).slice(MEMORY.length));
        return bytes
            ? { ok: true, status: 200, arrayBuffer: async () => bytes }
            : { ok: false, status: 404, arrayBuffer: refuse };
    };
}

/**
 * What to tell the page about these responses.
 *
 * Python's own words never leave: a traceback or a message could repeat an answer.
 *
 * @param {EvaluateMessage} message
 */
function answer({ id, responses, languages }) {
    if (!decide) {
        return { type: 'error', id, kind: 'crashed', message: 'The check has not started.' };
    }
    try {
        const result = JSON.parse(decide(JSON.stringify({ responses, languages })));
        return 'error' in result
            ? { type: 'error', id, kind: 'input', message: 'The check cannot read these answers.' }
            : { type: 'result', id, result };
    } catch {
        return { type: 'error', id, kind: 'crashed', message: 'The check stopped while it looked at the answers.' };
    }
}

/**
 * No answer exists yet when the check starts, so the cause may be told.
 *
 * @param {unknown} error
 */
function reportBootFailure(error) {
    const kind = error instanceof WebAssembly.CompileError ? 'unsupported' : 'crashed';
    send({ type: 'error', kind, message: `The check did not start: ${error}` });
}
