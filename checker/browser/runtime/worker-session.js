import { CheckerError } from './checker-error.js';

/**
 * @typedef {import('./checker.js').Limits} Limits
 * @typedef {import('./checker.js').Responses} Responses
 * @typedef {import('./checker.js').Result} Result
 * @typedef {import('./checker-error.js').ErrorKind} ErrorKind
 * @typedef {{resolve: (value: any) => void, reject: (error: CheckerError) => void, timer: number}} Waiting
 */

/** One worker, from its start to its end. */
export class Session {
    /** @type {Worker} */ #worker;
    /** @type {Limits} */ #limits;
    /** @type {() => void} */ #onlost;
    /** @type {(wasm: ArrayBuffer) => void} */ #onreturned;
    /** @type {Map<number, Waiting>} */ #waiting = new Map();
    /** @type {CheckerError | undefined} */ #end;
    #lastId = 0;

    /** True when the worker ended by itself: a new one may do better. */
    lost = false;

    /**
     * @param {import('./downloads.js').Loaded} loaded
     * @param {Limits} limits
     * @param {() => void} onlost
     * @param {(wasm: ArrayBuffer) => void} onreturned  called with the module's bytes, once they are compiled
     */
    constructor(loaded, limits, onlost, onreturned) {
        this.#limits = limits;
        this.#onlost = onlost;
        this.#onreturned = onreturned;
        // A blob: worker has the page's policy; one loaded from an address has only its own.
        const script = URL.createObjectURL(new Blob([loaded.worker], { type: 'text/javascript' }));
        this.#worker = startWorker(script);
        this.#worker.onmessage = ({ data }) => this.#receive(data);
        this.#worker.onerror = (event) => {
            event.preventDefault(); // the browser's console is a log too
            // Before the first question no answer is in the worker: then the cause may be told.
            const why = this.#lastId ? '' : `: ${event.message}`;
            this.#lose(new CheckerError('crashed', `The worker stopped${why}.`));
        };
        this.#worker.onmessageerror = () => this.#lose(new CheckerError('crashed', 'The worker sent what cannot be read.'));
        const files = handedOver(loaded);
        /** Resolves when Python can answer. @type {Promise<void>} */
        this.ready = this.#request(0, this.#limits.boot, { type: 'boot', files }, Object.values(files));
        const release = () => URL.revokeObjectURL(script);
        this.ready.then(release, release);
    }

    /**
     * @param {Responses} responses
     * @returns {Promise<Result>}
     * @throws {CheckerError}
     */
    async ask(responses) {
        await this.ready;
        this.#lastId += 1;
        return this.#request(this.#lastId, this.#limits.answer, { type: 'evaluate', id: this.#lastId, responses, languages: languages() });
    }

    /**
     * Ends the worker, and with it whatever waits for it.
     *
     * @param {CheckerError} reason
     */
    end(reason) {
        this.#end ??= reason;
        this.#worker.terminate();
        for (const { reject, timer } of this.#waiting.values()) {
            clearTimeout(timer);
            reject(reason);
        }
        this.#waiting.clear();
    }

    /** @param {CheckerError} reason */
    #lose(reason) {
        this.lost = true;
        this.end(reason);
        this.#onlost();
    }

    /**
     * @param {number} id
     * @param {number} limit
     * @param {object} message
     * @param {ArrayBuffer[]} [given]  buffers that are the worker's from then on
     * @returns {Promise<any>}
     */
    #request(id, limit, message, given = []) {
        return new Promise((resolve, reject) => {
            if (this.#end) {
                reject(this.#end);
                return;
            }
            const late = new CheckerError('timeout', `The check said nothing for ${limit / 1000} seconds.`);
            this.#waiting.set(id, { resolve, reject, timer: setTimeout(() => this.#lose(late), limit) });
            this.#worker.postMessage(message, given);
        });
    }

    /** @param {{type: string, id?: number, result?: Result, kind?: ErrorKind, message?: string, wasm?: ArrayBuffer}} data */
    #receive({ type, id = 0, result, kind = 'crashed', message = '', wasm }) {
        if (wasm) {
            this.#onreturned(wasm);
            return;
        }
        const waiting = this.#waiting.get(id);
        if (!waiting) {
            return;
        }
        this.#waiting.delete(id);
        clearTimeout(waiting.timer);
        if (type !== 'error') {
            waiting.resolve(result);
            return;
        }
        const error = new CheckerError(kind, message);
        waiting.reject(error);
        if (kind === 'crashed' || !id) {
            this.#lose(error); // Python may be beyond repair; a new worker is not
        }
    }
}

/**
 * What the worker is given. A copied message would keep all its bytes in memory until a later garbage
 * collection. So the module's bytes are lent, and Python's file system takes over a copy of the
 * others: it reads in them as long as the worker lives.
 *
 * @param {import('./downloads.js').Loaded} loaded  without `wasm` afterwards
 */
function handedOver({ wasm, stdlib, lock, wheel }) {
    return { wasm, stdlib: stdlib.slice(0), lock: lock.slice(0), wheel: wheel.slice(0) };
}

/**
 * @param {string} url
 * @throws {CheckerError} when the browser does not allow it.
 */
function startWorker(url) {
    try {
        return new Worker(url);
    } catch (error) {
        throw new CheckerError('unsupported', `This browser starts no worker: ${error}`);
    }
}

/** @returns {string[] | undefined} the page's language, then those of its papers; none where there is only English */
function languages() {
    const form = document.querySelector('form[data-languages]');
    return form instanceof HTMLElement ? form.dataset.languages?.split(' ') : undefined;
}
