/**
 * Fetches the runtime's files, checks each against its SHA-256, and keeps them in memory.
 *
 * Not by fetch's own `integrity`: a browser then holds the whole file back until it is checked, so
 * that progress cannot be shown. Here the bytes are counted as they come, and nothing is done with
 * them before they are checked. WebAssembly is not compiled here but in the worker: what is compiled
 * takes several times the memory of its bytes, and a worker that is ended gives all of it back at
 * once, where a page does so at some later collection, or never.
 */

import { CheckerError } from './checker-error.js';

/**
 * @typedef {import('./checker.js').RuntimeFile} RuntimeFile
 * @typedef {import('./checker.js').Role} Role
 * @typedef {Record<Role, ArrayBuffer>} Loaded
 */

export class Downloads {
    /** @type {Record<Role, RuntimeFile>} */ #files;
    /** @type {string | URL} */ #base;
    /** @type {number} */ #idleLimit;
    /** @type {(loaded: number) => void} */ #report;
    /** @type {Partial<Loaded>} */ #kept = {};
    /** @type {Map<Role, number>} */ #arrived = new Map();
    /** @type {RequestCache} */ #cache = 'default';
    #stop = new AbortController();
    #idle = 0;

    /**
     * @param {Record<Role, RuntimeFile>} files
     * @param {string | URL} base  what their paths are relative to
     * @param {number} idleLimit  milliseconds without a byte before giving up
     * @param {(loaded: number) => void} report  called with each piece: how many decoded bytes are there
     */
    constructor(files, base, idleLimit, report) {
        this.#files = files;
        this.#base = base;
        this.#idleLimit = idleLimit;
        this.#report = report;
    }

    /**
     * Fetches what is not in memory yet, all at once.
     *
     * @returns {Promise<Loaded>}
     * @throws {CheckerError} 'network', 'integrity' or 'timeout'; what had arrived whole is kept.
     */
    async load() {
        const missing = /** @type {Role[]} */ (Object.keys(this.#files)).filter((role) => !this.#kept[role]?.byteLength);
        this.#stop = new AbortController();
        try {
            this.#expectByte();
            await Promise.all(missing.map((role) => this.#keep(role, this.#stop.signal)));
        } catch (error) {
            const cause = this.#explain(error);
            this.abort(cause);
            throw cause;
        } finally {
            clearTimeout(this.#idle);
        }
        return /** @type {Loaded} */ (this.#kept);
    }

    /**
     * Keeps the module's bytes again, which a worker was lent: they are checked as if they were new. A
     * worker that ends before it gives them back costs another download, which the browser may have.
     *
     * @param {ArrayBuffer} wasm
     */
    async takeBack(wasm) {
        try {
            await this.#verify('wasm', new Uint8Array(wasm));
            this.#kept.wasm = wasm;
        } catch {
            // not what was lent: the next start fetches it
        }
    }

    /** Ends what is on its way. @param {CheckerError} reason */
    abort(reason) {
        this.#stop.abort(reason);
    }

    #expectByte() {
        clearTimeout(this.#idle);
        const late = new CheckerError('timeout', `No byte arrived for ${this.#idleLimit / 1000} seconds.`);
        this.#idle = setTimeout(() => this.abort(late), this.#idleLimit);
    }

    /**
     * @param {Role} role
     * @param {AbortSignal} signal
     */
    async #keep(role, signal) {
        const response = await fetch(new URL(this.#files[role].path, this.#base), {
            signal,
            cache: this.#cache,
            credentials: 'omit',
            referrerPolicy: 'no-referrer',
        });
        if (!response.ok || !response.body) {
            this.#cache = 'reload'; // a host may let the browser keep its "not found" for ever
            throw new CheckerError('network', `${response.url} answered ${response.status}.`);
        }
        const bytes = await this.#read(role, response.body.getReader());
        await this.#verify(role, bytes);
        signal.throwIfAborted();
        Object.assign(this.#kept, { [role]: bytes.buffer });
    }

    /**
     * @param {Role} role
     * @param {ReadableStreamDefaultReader<Uint8Array>} reader
     */
    async #read(role, reader) {
        const bytes = new Uint8Array(this.#files[role].bytes);
        let length = 0;
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
            if (length + piece.value.length > bytes.length) {
                throw this.#notTheFile(role);
            }
            bytes.set(piece.value, length);
            length += piece.value.length;
            letGo(piece.value.buffer);
            this.#count(role, length);
        }
        if (length !== bytes.length) {
            throw this.#notTheFile(role);
        }
        return bytes;
    }

    /**
     * @param {Role} role
     * @param {number} length
     */
    #count(role, length) {
        this.#expectByte();
        this.#arrived.set(role, length);
        this.#report([...this.#arrived.values()].reduce((sum, bytes) => sum + bytes, 0));
    }

    /**
     * @param {Role} role
     * @param {Uint8Array<ArrayBuffer>} bytes
     */
    async #verify(role, bytes) {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        if (btoa(String.fromCharCode(...digest)) !== this.#files[role].sha256_b64) {
            throw this.#notTheFile(role);
        }
    }

    /** The next try asks the server, not the browser's cache. @param {Role} role */
    #notTheFile(role) {
        this.#cache = 'reload';
        return new CheckerError('integrity', `${this.#files[role].path} is not the file that this site was built with.`);
    }

    /** @param {unknown} error */
    #explain(error) {
        const { reason } = this.#stop.signal;
        if (reason instanceof CheckerError) {
            return reason;
        }
        return error instanceof CheckerError ? error : new CheckerError('network', String(error));
    }
}

/**
 * Gives memory back now: a page collects its garbage late, and six megabytes of pieces are much to a
 * small phone.
 *
 * @param {ArrayBufferLike} buffer  of which nothing is needed any more
 */
function letGo(buffer) {
    /** @type {{transfer?: (length: number) => unknown}} */ (buffer).transfer?.(0); // Safari 17.4, Chrome 114
}
