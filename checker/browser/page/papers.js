import {
    fillBecause, fillNotes, isLeftOut, notesForPaper, onlySaysWhom, paperSheet, shareable, stepsForPaper,
} from './export.js';
import { cloneTemplate, find, line } from './templates.js';
import { byRule } from './result.js';
import { savePage } from './save.js';

/**
 * The sheet for an appointment, and its copies in other languages, where the site has any.
 *
 * @typedef {import('./result.js').Result} Result
 * @typedef {{reasons: import('./result.js').Reason[], answers: {id: string, question: string, answers: string[]}[], steps: Said, notes: Said}} Paper
 * @typedef {Record<string, Record<string, string>>} Said  words by outcome or banner, and place
 */

/**
 * Lays the sheets that are seen on paper only beside the result.
 *
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @param {HTMLFieldSetElement[]} applying  the questions that apply
 * @param {import('./instruments.js').Instruments} [own]  the center's own questionnaires
 */
export function layPapers(form, result, applying, own) {
    const paper = paperSheet(form, result, applying);
    own?.fillPaper(paper, result.instruments ?? []);
    find(form, '[data-slot="paper"]').replaceChildren(paper, ...otherPapers(form, result));
}

/** Lays the sheets once the result is painted: a person in danger does not wait for paper. */
export class LaterPapers {
    /** @type {() => void} */ #lay;
    #isDue = false;

    /** @param {() => void} lay */
    constructor(lay) {
        this.#lay = lay;
        addEventListener('beforeprint', () => this.finish());
    }

    /** The result is new. */
    expect() {
        this.#isDue = true;
        requestAnimationFrame(() => setTimeout(() => this.finish()));
    }

    /** What is due is laid now: a background tab is never painted, but can still be printed. */
    finish() {
        if (this.#isDue) {
            this.#isDue = false;
            this.#lay();
        }
    }

    /** @param {HTMLFormElement} form  whose sheets become a page that is saved */
    save(form) {
        this.finish();
        savePage(form);
    }

    /**
     * Prints the sheet in the page's language, in another one, or in all.
     *
     * @param {HTMLFormElement} form
     * @param {string} language  a code, "all", or "" for the page's own
     */
    print(form, language) {
        this.finish();
        for (const sheet of form.querySelectorAll('[data-sheet]')) {
            sheet.toggleAttribute('hidden', language !== 'all' && sheet.getAttribute('lang') !== (language || null));
        }
        window.print();
    }
}

/**
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @returns {DocumentFragment[]} one sheet for each other language; none in a site of one language
 */
function otherPapers(form, result) {
    return Object.entries(result.papers ?? {}).map(([language, paper]) => sheetIn(form, language, paper));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} language
 * @param {Paper} paper
 */
function sheetIn(form, language, { reasons, answers, steps, notes }) {
    const sheet = cloneTemplate(form, `sheet-${language}`);
    find(sheet, '[data-slot="steps"]').append(...stepsForPaper(form).map((step) => line(stepIn(steps, step))));
    fillNotes(sheet, notesForPaper(form).map(({ note, banner, places }) => {
        const words = places.map((place) => wordsAt(notes, banner, place)).join(' ');
        return line(withNumbers(words, note));
    }));
    fillBecause(sheet, byRule(shareable(form, reasons).filter(({ question }) => !onlySaysWhom(form, question))));
    find(sheet, '[data-slot="answers"]').append(...answers.filter(({ id }) => !isLeftOut(form, id)).map(answerPair));
    return sheet;
}

/**
 * A step in the sheet's language.
 *
 * @param {Said} steps  by outcome and place
 * @param {HTMLElement} shown
 */
function stepIn(steps, shown) {
    const outcome = shown.closest('[data-steps-of]')?.getAttribute('data-steps-of') ?? '';
    return withNumbers(wordsAt(steps, outcome, shown.dataset.place ?? ''), shown);
}

/** @param {Said} said @param {string} owner  an outcome or a banner @param {string} place */
function wordsAt(said, owner, place) {
    const words = said[owner]?.[place];
    if (words === undefined) {
        throw new Error(`No words for ${owner}, ${place}.`); // better no paper than one without its steps
    }
    return words;
}

/**
 * @param {string} words
 * @param {HTMLElement} shown  what says them on the screen
 * @returns {string} with the numbers that stand beside it there
 */
function withNumbers(words, shown) {
    const numbers = [...shown.querySelectorAll('a[href^="tel:"]')].map((way) => /\d[\d-]+\d/.exec(way.textContent ?? '')?.[0]);
    const missing = [...new Set(numbers)].filter((number) => number && !words.includes(number));
    return missing.length ? `${words} (${missing.join(', ')})` : words;
}

/** @param {Paper['answers'][number]} answered */
function answerPair({ question, answers }) {
    const pair = document.createElement('div');
    const asked = document.createElement('dt');
    asked.textContent = question;
    const given = document.createElement('dd');
    for (const answer of answers) {
        const words = document.createElement('span');
        words.className = 'sc-answer';
        words.textContent = answer;
        given.append(words);
    }
    pair.append(asked, given);
    return pair;
}

/**
 * Takes the buttons to print away where nothing would come of them: some browsers inside other
 * programs cannot print. The file can still be saved.
 *
 * @param {HTMLFormElement} form
 */
export function offerPrinting(form) {
    if (!('print' in window) || typeof window.print !== 'function') {
        form.querySelectorAll('[data-action="print"]').forEach((button) => button.remove());
    }
}
