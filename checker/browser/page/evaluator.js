import { Checker } from '../runtime/checker.js';

/**
 * @typedef {import('./form-answers.js').Responses} Responses
 * @typedef {import('./result.js').Result} Result
 * @typedef {{key: string, work: Promise<Result>, result?: Result}} Reading  of the responses written in `key`
 * @typedef {import('./views.js').Views} Views
 */

/** The result sheet, built before anyone asks for it, because building it takes a slow phone a moment. */
export class PreparedSheet {
    /** @type {(result: Result) => DocumentFragment} */ #make;
    /** @type {{result: Result, sheet: DocumentFragment} | undefined} */ #made;

    /** @param {(result: Result) => DocumentFragment} make */
    constructor(make) {
        this.#make = make;
    }

    /** @param {Result | undefined} result */
    prepare(result) {
        if (result && this.#made?.result !== result) {
            this.#made = { result, sheet: this.#make(result) };
        }
    }

    /** @param {Result} result @returns {DocumentFragment} its sheet, to be laid into the page: once */
    take(result) {
        this.prepare(result);
        const { sheet } = /** @type {{sheet: DocumentFragment}} */ (this.#made);
        this.forget();
        return sheet;
    }

    forget() {
        this.#made = undefined;
    }
}

/** The part that reads the answers, and what the page says about it: idle, loading, ready or failed. */
export class Evaluator {
    /** @type {Checker} */ #checker;
    /** @type {Views} */ #views;
    /** Grows when the check is stopped: what was under way then says nothing any more. */
    #run = 0;
    /** What was read last. @type {Reading | undefined} */ #reading;
    /** What to read when that is done: only the newest. @type {Responses | undefined} */ #next;
    /** The worker was ended because its work was done. */
    #resting = false;
    /** A reading failed: a device that is short of memory is not asked again and again. */
    #hasFailed = false;

    /** @type {() => void} */ #onread;

    /**
     * @param {import('../runtime/checker.js').Manifest} manifest
     * @param {Views} views
     * @param {() => void} onread  called when answers were read
     */
    constructor(manifest, views, onread) {
        this.#views = views;
        this.#onread = onread;
        this.#checker = new Checker(manifest, { onprogress: ({ loaded, total }) => views.showProgress(loaded, total) });
    }

    /** Loads what is needed while the person reads; a failure shows on the page. */
    load() {
        const run = this.#run;
        this.#watch(this.#checker.start()).then(
            () => this.#readNext(),
            () => run === this.#run && this.#views.say('failed'),
        );
    }

    /**
     * Reads answers that nobody asked about yet, so that the result is there when they do. A
     * failure is not shown: nobody asked. It is said when somebody does.
     *
     * @param {Responses} responses
     */
    readAhead(responses) {
        const isBusy = this.#reading !== undefined && !this.#reading.result;
        this.#next = this.#hasFailed || this.#readingOf(responses) ? undefined : responses;
        if (this.#next && this.#resting) {
            this.#resting = false;
            this.load(); // from memory
        } else if (this.#views.state === 'ready' && !isBusy) {
            this.#readNext(); // when busy, or not ready yet, it follows by itself
        }
    }

    /**
     * @param {Responses} responses
     * @returns {Result | undefined} what they lead to, when it was read ahead
     */
    known(responses) {
        return this.#readingOf(responses)?.result;
    }

    /** Ends the worker: the result that was asked for is there. */
    rest() {
        this.#next = undefined;
        this.#resting = true;
        this.#checker.stop(); // its memory is worth more to a phone than the next answer's speed
    }

    /**
     * @param {Responses} responses
     * @returns {Promise<Result>}
     * @throws {import('../runtime/checker.js').CheckerError} and the page shows it
     */
    async ask(responses) {
        this.#next = undefined;
        const { work } = this.#readingOf(responses) ?? this.#read(responses);
        const result = await this.#watch(work);
        this.rest();
        return result;
    }

    /** Ends the worker and with it every answer that it holds. */
    stop() {
        this.#run += 1;
        this.#next = this.#reading = undefined;
        this.#resting = this.#hasFailed = false;
        this.#checker.stop();
        this.#views.setState('idle');
    }

    #readNext() {
        if (this.#next) {
            const { work } = this.#read(this.#next);
            this.#next = undefined;
            work.then(() => this.#readNext(), () => {});
        }
    }

    /** @param {Responses} responses @returns {Reading} */
    #read(responses) {
        const work = /** @type {Promise<Result>} */ (/** @type {unknown} */ (this.#checker.evaluate(responses)));
        /** @type {Reading} */
        const reading = { key: JSON.stringify(responses), work };
        this.#reading = reading;
        work.then(
            (result) => {
                reading.result = result;
                this.#onread();
            },
            () => {
                if (this.#reading === reading) {
                    this.#reading = undefined;
                    this.#hasFailed = true;
                }
            },
        );
        return reading;
    }

    /** @param {Responses} responses @returns {Reading | undefined} */
    #readingOf(responses) {
        return this.#reading?.key === JSON.stringify(responses) ? this.#reading : undefined;
    }

    /**
     * @template T
     * @param {Promise<T>} work
     * @returns {Promise<T>}
     */
    async #watch(work) {
        const run = this.#run;
        this.#views.setState('loading');
        try {
            const done = await work;
            this.#settle(run, 'ready');
            return done;
        } catch (error) {
            this.#settle(run, 'failed', /** @type {{kind?: string}} */ (error).kind);
            throw error;
        }
    }

    /** @param {number} run @param {'ready'|'failed'} state @param {string} [kind] */
    #settle(run, state, kind) {
        if (run === this.#run) {
            this.#views.setState(state, kind);
        }
    }
}
