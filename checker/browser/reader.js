import { Checker } from './runtime.js';

/**
 * @typedef {import('./result.js').Result} Result
 * @typedef {import('./views.js').Views} Views
 */

/** The part that reads the answers, and what the page says about it: idle, loading, ready or failed. */
export class Reader {
    /** @type {Checker} */ #checker;
    /** @type {Views} */ #views;
    /** Grows when the check is stopped: what was under way then says nothing any more. */
    #run = 0;

    /** @param {import('./runtime.js').Manifest} manifest @param {Views} views */
    constructor(manifest, views) {
        this.#views = views;
        this.#checker = new Checker(manifest, { onprogress: ({ loaded, total }) => views.showProgress(loaded, total) });
    }

    /** Loads what is needed while the person reads; a failure shows on the page. */
    load() {
        const run = this.#run;
        this.#watch(this.#checker.start()).catch(() => run === this.#run && this.#views.say('failed'));
    }

    /**
     * @param {import('./answers.js').Responses} responses
     * @returns {Promise<Result>}
     * @throws {import('./runtime.js').CheckerError} and the page shows it
     */
    async ask(responses) {
        const result = await this.#watch(this.#checker.evaluate(responses));
        this.#checker.stop(); // its memory is worth more to a phone than the next answer's speed
        return /** @type {Result} */ (/** @type {unknown} */ (result));
    }

    /** Ends the worker and with it every answer that it holds. */
    stop() {
        this.#run += 1;
        this.#checker.stop();
        this.#views.setState('idle');
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
