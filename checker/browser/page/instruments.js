/**
 * A center's own questionnaires, offered beside a result: one item at a time in the check's own
 * step view. Loaded only where the page has any. What counts and what it comes to, Python says.
 */

import { questionWords } from './check-answers.js';
import { checked, idOf } from './form-answers.js';
import { cloneTemplate, find, wordsOf } from './templates.js';

/**
 * @typedef {{item: string, options: number[], not: boolean}} Test
 * @typedef {{behavior: string, tests: Test[]}} Condition  FHIR's enableWhen, as the build wrote it
 * @typedef {import('./form-answers.js').Responses} Responses
 * @typedef {import('./step-history.js').Place} Place
 *
 * @typedef {object} InstrumentResult  see `checker/instruments.py`
 * @property {string} id
 * @property {'open'|'unfinished'|'finished'} state
 * @property {[string, string][]} answers  item and option
 * @property {number} skipped  how many items are open
 * @property {number | null} total
 * @property {number | null} band  its place
 * @property {boolean} worth  an assessment
 * @property {boolean} danger  an answer opened the panel with help
 */

export class Instruments {
    /** @type {HTMLFormElement} */ #form;
    /** Those that were opened: an instrument's id and its sections. @type {Map<string, HTMLElement[]>} */ #opened = new Map();
    /** Answers changed since the result that is shown. */
    #changed = false;
    /** What the result says new, until it has been shown. @type {HTMLElement | undefined} */ #fresh;

    /** @param {HTMLFormElement} form @param {(place: Place) => void} go */
    constructor(form, go) {
        this.#form = form;
        form.addEventListener('click', (event) => {
            const button = event.target instanceof Element ? event.target.closest('button') : null;
            if (button?.dataset.action === 'instrument') {
                go({ view: 'steps', screen: this.#begin(button.dataset.to ?? '') });
            }
        });
        form.addEventListener('change', (event) => {
            this.#changed ||= event.target instanceof Element && this.owns(event.target.closest('section'));
        });
    }

    /** @param {Element | null | undefined} section @returns {boolean} whether it is an item of an instrument */
    owns(section) {
        return section instanceof HTMLElement && 'instrument' in section.dataset;
    }

    /** @returns {Responses} what was answered, under INSTRUMENT/ITEM */
    get responses() {
        const given = [...this.#opened.values()].flat().flatMap((section) => {
            const question = questionOf(section);
            const options = checked(question).map((input) => input.value);
            return options.length ? [/** @type {const} */ ([idOf(question), options])] : [];
        });
        return Object.fromEntries(given);
    }

    /** @param {HTMLElement} section @returns {HTMLElement[] | undefined} the items that are asked now, if it is one */
    path(section) {
        return this.owns(section) ? asked(this.#opened.get(section.dataset.instrument ?? '') ?? []) : undefined;
    }

    /** @param {HTMLElement} section @returns {HTMLElement | undefined} the item after it */
    after(section) {
        return this.path(section)?.find((other) => section.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    }

    /** @param {HTMLElement} section @returns {HTMLFieldSetElement[]} the questions of its instrument that are asked */
    questions(section) {
        return (this.path(section) ?? []).map(questionOf);
    }

    /** @param {HTMLElement} screen  the only one to show; one of the check hides all of these */
    show(screen) {
        for (const section of [...this.#opened.values()].flat()) {
            section.hidden = section !== screen;
        }
    }

    /** @returns {boolean} whether answers changed since the result; says so once */
    takeChange() {
        const changed = this.#changed;
        this.#changed = false;
        return changed;
    }

    /** @returns {HTMLElement | undefined} what is new in the result, once */
    takeFresh() {
        const fresh = this.#fresh;
        this.#fresh = undefined;
        return fresh;
    }

    /**
     * Adds the offers, or what came of them, to a result.
     *
     * @param {DocumentFragment} sheet
     * @param {InstrumentResult[]} said
     */
    fill(sheet, said) {
        const isNew = this.takeChange();
        if (!said.length) {
            return;
        }
        const part = cloneTemplate(this.#form, 'instrument-part');
        const all = find(part, '[data-part="instruments"]');
        for (const one of said) {
            all.append(keepState(cloneTemplate(this.#form, `instrument-said-${one.id}`), one.worth ? 'worth' : one.state));
            if (one.danger) {
                find(sheet, '[data-slot="help"]').append(cloneTemplate(this.#form, `instrument-danger-${one.id}`));
            }
        }
        find(sheet, '.result__limits').before(part);
        this.#fresh = isNew && !said.some(({ danger }) => danger) ? all : undefined;
    }

    /** @param {DocumentFragment} paper  the sheet for an appointment @param {InstrumentResult[]} said */
    fillPaper(paper, said) {
        const answered = said.filter(({ answers }) => answers.length);
        find(paper, '[data-sheet]').append(...answered.map((one) => this.#paperPart(one)));
    }

    /** Every answer is gone. */
    forget() {
        for (const section of [...this.#opened.values()].flat()) {
            section.remove();
        }
        this.#opened.clear();
        this.#changed = false;
        this.#fresh = undefined;
    }

    /** @param {string} id @returns {HTMLElement | undefined} its first open item, or its first */
    #begin(id) {
        const sections = this.#opened.get(id) ?? [...cloneTemplate(this.#form, `instrument-${id}`).children].filter((e) => e instanceof HTMLElement);
        if (!this.#opened.has(id)) {
            this.#opened.set(id, sections);
            find(this.#form, '.sc-steps').append(...sections);
        }
        const path = asked(sections);
        return path.find((section) => !checked(questionOf(section)).length) ?? path[0];
    }

    /** @param {InstrumentResult} said */
    #paperPart(said) {
        const part = keepState(cloneTemplate(this.#form, `instrument-paper-${said.id}`), said.state);
        const items = cloneTemplate(this.#form, `instrument-${said.id}`);
        for (const band of part.querySelectorAll('[data-band]')) {
            if (band instanceof HTMLElement && band.dataset.band !== String(said.band)) {
                band.remove();
            }
        }
        for (const [slot, value] of Object.entries({ total: said.total, skipped: said.skipped })) {
            part.querySelector(`[data-slot="${slot}"]`)?.append(String(value));
        }
        for (const [item, option] of said.answers) {
            const question = find(items, `[data-question="${said.id}/${item}"]`);
            const pair = document.createElement('div');
            const [words, given] = [document.createElement('dt'), document.createElement('dd')];
            // "Over the last two weeks": an answer cannot be read without what was said before it
            for (const lead of question.parentElement?.querySelectorAll('[data-lead]') ?? []) {
                words.append(`${lead.textContent} `);
            }
            words.append(...questionWords(/** @type {HTMLFieldSetElement} */ (question)));
            given.append(...wordsOf(question.querySelector(`label[for="q-${said.id}/${item}-${option}"]`)));
            pair.append(words, given);
            find(part, 'dl').append(pair);
        }
        return part;
    }
}

/** @param {HTMLElement} section @returns {HTMLFieldSetElement} */
function questionOf(section) {
    return /** @type {HTMLFieldSetElement} */ (find(section, 'fieldset'));
}

/**
 * The items that are asked after the answers before them. An answer to one that is not asked any
 * more opens no other: as in `checker/instruments.py`.
 *
 * @param {HTMLElement[]} sections
 * @returns {HTMLElement[]}
 */
function asked(sections) {
    /** @type {Map<string, number>} */
    const valid = new Map();
    return sections.filter((section) => {
        /** @type {Condition[]} */
        const conditions = JSON.parse(section.dataset.when ?? '[]');
        const holds = conditions.every(({ behavior, tests }) => {
            const met = tests.map(({ item, options, not }) => options.includes(valid.get(item) ?? -1) !== not);
            return behavior === 'all' ? met.every(Boolean) : met.some(Boolean);
        });
        for (const input of holds ? checked(questionOf(section)) : []) {
            valid.set(section.dataset.item ?? '', Number(input.value));
        }
        return holds;
    });
}

/**
 * Takes away what is said in another state.
 *
 * @param {DocumentFragment} part
 * @param {string} state
 */
function keepState(part, state) {
    for (const words of part.querySelectorAll('[data-when-state]')) {
        if (words instanceof HTMLElement && !words.dataset.whenState?.split(' ').includes(state)) {
            words.remove();
        }
    }
    return part;
}
