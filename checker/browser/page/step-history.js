/**
 * Where the person has been, so that Back, also the browser's own, goes to the view before.
 *
 * Each step adds an entry to the browser's history that holds nothing: no data, and the same
 * address. What an entry stands for is known in memory only, by the key that the browser gives
 * it, or where it gives none by `Direction`: Safari before 26.2 and Firefox before 147 have no
 * Navigation API (web-features explorer, feature "navigation", read on 2026-11-23).
 *
 * @typedef {{view: 'start'|'steps'|'check'|'result', screen?: HTMLElement, changing?: boolean}} Place
 */

/** @type {Place} */
const START = { view: 'start' };

/**
 * Tells Back from Forward by the one thing that a browser keeps with each entry and that says
 * nothing about a person: whether it scrolls by itself. Two entries with, two without: the
 * neighbors of an entry always differ. A jump over several entries counts as one step.
 */
class Direction {
    #at = 0;

    constructor() {
        this.restart();
    }

    /** Counts from the entry that is open. */
    restart() {
        this.#at = 0;
        history.scrollRestoration = modeOf(0);
    }

    /** Marks the entry that was added. */
    forward() {
        this.#at += 1;
        history.scrollRestoration = modeOf(this.#at);
    }

    /** @returns {1 | -1} where the browser has moved */
    follow() {
        const step = history.scrollRestoration === modeOf(this.#at + 1) ? 1 : -1;
        this.#at += step;
        return step;
    }
}

/** @param {number} entry @returns {ScrollRestoration} */
function modeOf(entry) {
    return Math.floor(entry / 2) % 2 ? 'manual' : 'auto';
}

/** Milliseconds: longer than any browser takes to go back within a page. */
const LANDING = 2000;

export class StepHistory {
    /** @type {Place[]} */ #places = [START];
    /** @type {Map<string, number>} */ #indexOf = new Map();
    #direction = new Direction();
    #at = 0;
    #hash = location.hash;
    /** Runs while the browser is on its way to the first entry. */
    #rewinding = 0;
    /** Called when it has arrived there. @type {(() => void)[]} */ #landed = [];

    /** @param {(place: Place) => void} onmove  called when Back or Forward led to a place */
    constructor(onmove) {
        this.#remember(0);
        addEventListener('popstate', () => {
            if (this.#rewinding) {
                this.#land();
            } else if (this.#follow()) {
                onmove(this.place);
            }
        });
    }

    /** @returns {Place} */
    get place() {
        return this.#places[this.#at] ?? START;
    }

    /**
     * Browsers add so many entries in a few seconds and no more. Then the entry that is open
     * stands for the new place: Back leaves one place out, and no answer is lost.
     *
     * @param {Place} place  the next one; what lay ahead is forgotten
     */
    forward(place) {
        if (this.#rewinding || this.#add()) {
            this.#at += 1;
        }
        this.#places.splice(this.#at, Infinity, place);
        if (!this.#rewinding) {
            this.#remember(this.#at);
        }
    }

    /** Goes to the place before, as the browser's own button does. */
    back() {
        if (this.#at > 0 && !this.#rewinding) {
            history.back();
        }
    }

    /** Forgets all places: whatever entry is open now stands for the start. */
    forget() {
        this.#at = 0;
        this.#places = [START];
        this.#indexOf.forEach((_, key) => this.#indexOf.set(key, 0));
    }

    /**
     * Takes the browser back to its first entry of this page, so that Back leaves it from there.
     * That takes it a moment: an entry for what the person turns to meanwhile would be left behind.
     *
     * @returns {Promise<void>} settled when the browser has arrived
     */
    rewind() {
        if (this.#at > 0 && !this.#rewinding) {
            history.go(-this.#at);
            this.#rewinding = setTimeout(() => this.#land(), LANDING); // should it find no entry
        }
        return this.#rewinding ? new Promise((resolve) => this.#landed.push(resolve)) : Promise.resolve();
    }

    /** The browser stands at its first entry: now those that wait are added. */
    #land() {
        clearTimeout(this.#rewinding);
        this.#rewinding = 0;
        this.#hash = location.hash;
        this.#direction.restart();
        this.#remember(0);
        const waiting = this.#places.splice(1);
        this.#at = 0;
        waiting.forEach((place) => this.forward(place));
        this.#landed.splice(0).forEach((resolve) => resolve());
    }

    /** @returns {boolean} whether the browser has added an entry */
    #add() {
        try {
            history.pushState(null, '');
        } catch (error) {
            if (error instanceof DOMException && error.name === 'SecurityError') {
                return false;
            }
            throw error;
        }
        this.#direction.forward();
        return true;
    }

    /** @param {number} at  the place that the entry now open stands for */
    #remember(at) {
        const key = entryKey();
        if (key) {
            this.#indexOf.set(key, at);
        }
    }

    /** @returns {boolean} whether the browser moved to another place, not to a part of this page */
    #follow() {
        const jumped = location.hash !== this.#hash;
        this.#hash = location.hash;
        const key = entryKey();
        const step = jumped ? 0 : this.#direction.follow();
        const known = key ? this.#indexOf.get(key) : Math.max(0, this.#at + step);
        if (known === undefined) {
            this.#remember(this.#at); // a link to a part of this page made the entry
            return false;
        }
        const place = Math.min(known, this.#places.length - 1);
        const moved = place !== this.#at;
        this.#at = place;
        return moved;
    }
}

/** @returns {string | undefined} what the browser calls the present entry */
function entryKey() {
    return /** @type {{navigation?: {currentEntry?: {key: string}}}} */ (window).navigation?.currentEntry?.key;
}
