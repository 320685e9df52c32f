/**
 * Starts the self-check's Python and asks it.
 *
 * This page, not the worker, fetches every runtime file, checks it against the SHA-256 that
 * the site was built with, and keeps it in memory: a worker that dies starts again without
 * a request, unless it dies while it compiles the module that it was lent. The worker's script is
 * one of those files, so nothing runs that was not checked.
 */

import { CheckerError } from './checker-error.js';
import { Downloads } from './downloads.js';
import { requireFeatures } from './browser-support.js';
import { Session } from './worker-session.js';

export { CheckerError };

/**
 * @typedef {'worker'|'wasm'|'stdlib'|'lock'|'wheel'} Role
 * @typedef {{path: string, bytes: number, sha256_b64: string}} RuntimeFile
 * @typedef {{version: string, files: Record<Role, RuntimeFile>}} Manifest
 * @typedef {Record<string, string[]>} Responses  question id to the ids of the chosen options
 * @typedef {Record<string, any> & {outcome: string}} Result  what checker.browser_api.result returns
 * @typedef {{phase: 'loading'|'starting'|'ready', loaded: number, total: number}} Progress  in bytes
 * @typedef {{idle: number, boot: number, answer: number}} Limits  in milliseconds
 */

/**
 * How long nothing may happen: no byte from the network, Python not started, no answer.
 * Pyodide itself waits for ever when the browser refuses it something.
 *
 * @type {Limits}
 */
const LIMITS = { idle: 20_000, boot: 90_000, answer: 15_000 };

export class Checker {
    /** @type {Downloads} */ #downloads;
    /** @type {Limits} */ #limits;
    /** @type {(phase: Progress['phase'], loaded?: number) => void} */ #report;
    /** @type {Promise<Session> | undefined} */ #starting;
    /** @type {Session | undefined} */ #session;

    /**
     * @param {Manifest} manifest  which files there are, as the build wrote it
     * @param {object} [options]
     * @param {(progress: Progress) => void} [options.onprogress]
     * @param {Partial<Limits>} [options.limits]
     * @param {string | URL} [options.base]  the site's root, which the paths are relative to
     */
    constructor(manifest, { onprogress = () => {}, limits = {}, base = new URL('../../../', import.meta.url) } = {}) {
        const total = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
        this.#limits = { ...LIMITS, ...limits };
        this.#report = (phase, loaded = total) => onprogress({ phase, loaded, total });
        this.#downloads = new Downloads(manifest.files, base, this.#limits.idle, (loaded) => this.#report('loading', loaded));
    }

    /**
     * Loads what is not yet in memory and starts Python. Calling it again while it runs, or
     * when it is done, does nothing; calling it after a failure tries again.
     *
     * @returns {Promise<void>} when the check can answer
     * @throws {CheckerError}
     */
    async start() {
        await this.#started();
    }

    /**
     * What the answers lead to. Waits for the start; a worker that died is replaced once.
     *
     * @param {Responses} responses
     * @returns {Promise<Result>}
     * @throws {CheckerError}
     */
    async evaluate(responses) {
        const session = await this.#started();
        try {
            return await session.ask(responses);
        } catch (error) {
            if (!session.lost) {
                throw error;
            }
        }
        return (await this.#started()).ask(responses);
    }

    /** Ends the worker: its memory, answers included, is gone. A later call starts again from memory. */
    stop() {
        const reason = new CheckerError('crashed', 'The check was stopped.');
        this.#downloads.abort(reason);
        this.#session?.end(reason);
        this.#starting = undefined;
    }

    /** @returns {Promise<Session>} */
    #started() {
        if (!this.#starting) {
            const starting = this.#begin(() => this.#forget(starting));
            this.#starting = starting;
            starting.catch(() => this.#forget(starting));
        }
        return this.#starting;
    }

    /** @param {() => void} onlost */
    async #begin(onlost) {
        requireFeatures();
        const loaded = await this.#downloads.load();
        this.#report('starting');
        const session = new Session(loaded, this.#limits, onlost, (wasm) => this.#downloads.takeBack(wasm));
        this.#session = session;
        await session.ready;
        this.#report('ready');
        return session;
    }

    /** @param {Promise<Session>} starting */
    #forget(starting) {
        if (this.#starting === starting) {
            this.#starting = undefined;
        }
    }
}
