import { checked } from './form-answers.js';
import { cloneTemplate, find, namesNumber, wordsOf } from './templates.js';

/** What a small phone shows at once, in pixels: of two buttons for one number within it, one is enough. */
const SCREEN = 640;

/** @typedef {'start'|'steps'|'check'|'wait'|'result'|'failed'} View */

/** What is seen: one view at a time, with the focus on its heading. */
export class Views {
    /** @type {HTMLFormElement} */ #form;
    /** @type {HTMLElement[]} */ #screens;
    /** What depends on the view; nothing of it is made later. @type {HTMLElement[]} */ #parts;
    /** @type {HTMLElement[]} */ #startOnly;
    /** @type {HTMLElement[]} */ #afterStart;

    /** @param {HTMLFormElement} form */
    constructor(form) {
        this.#form = form;
        this.#screens = [...form.querySelectorAll('section')].filter((section) => section.dataset.step);
        this.#parts = elements(form, '[data-on]');
        this.#startOnly = elements(document, '[data-start-only]');
        this.#afterStart = elements(document, '[data-after-start]');
        find(form, '[data-step-head]').hidden = false;
    }

    /** @returns {HTMLElement[]} all screens, in order */
    get screens() {
        return this.#screens;
    }

    /** @returns {string | undefined} */
    get view() {
        return this.#form.dataset.view;
    }

    /** @returns {string | undefined} of the part that reads the answers */
    get state() {
        return this.#form.dataset.state;
    }

    /** @param {View} view */
    show(view) {
        this.#form.dataset.view = view;
        const { activeElement: pressed } = document;
        for (const part of this.#parts.filter((other) => other !== pressed)) {
            showOn(view, part);
        }
        for (const around of this.#startOnly) {
            around.classList.toggle('sc-away', view !== 'start');
        }
        for (const note of this.#afterStart) {
            note.toggleAttribute('hidden', view === 'start'); // beside a link that would end the check
        }
        this.#showFailure();
        // A browser styles the whole page at once when the button that has the focus is hidden: that is last.
        this.#parts.filter((part) => part === pressed).forEach((part) => showOn(view, part));
    }

    /**
     * @param {HTMLElement} screen
     * @param {HTMLElement[]} path  the screens that count now
     */
    showStep(screen, path) {
        this.show('steps');
        this.say(); // what the step before did is over
        for (const other of this.#screens) {
            other.hidden = other !== screen;
        }
        this.countStep(screen, path);
    }

    /**
     * Layout takes a slow phone the longest: the focus needs it, and then it is there for the numbers.
     * They go first only before a part that the window begins with: hiding one above would move it.
     *
     * @param {HTMLElement} [fresh]  a part of the result to begin with
     */
    showResult(fresh) {
        const sheet = find(this.#form, '[data-slot="result"]');
        this.show('result');
        if (fresh) {
            showNumbersOnce(sheet);
            this.focus(fresh, fresh);
        } else {
            this.focus(find(sheet, '[data-outcome]'));
            showNumbersOnce(sheet);
        }
    }

    /** @param {HTMLElement} screen @param {HTMLElement[]} path */
    countStep(screen, path) {
        const number = path.indexOf(screen) + 1;
        find(this.#form, '[data-step-number]').textContent = String(number);
        find(this.#form, '[data-step-total]').textContent = String(path.length);
        const open = decidesLength(screen);
        find(this.#form, '[data-count="first"]').hidden = !open;
        find(this.#form, '[data-count="whole"]').hidden = open;
        const bar = /** @type {HTMLProgressElement} */ (find(this.#form, '[data-step-head] progress'));
        bar.max = path.length;
        bar.value = number;
    }

    /** @param {'idle'|'loading'|'ready'|'failed'} state  of the part that reads the answers */
    setState(state, kind = 'other') {
        this.#form.dataset.state = state;
        const texts = elements(this.#form, '[data-failure]');
        const match = texts.some((text) => text.dataset.failure === kind) ? kind : 'other';
        this.#form.dataset.failedBy = match;
        for (const text of texts) {
            text.hidden = text.dataset.failure !== match;
        }
        this.#showFailure();
    }

    /** @param {number} loaded @param {number} total  bytes */
    showProgress(loaded, total) {
        const bar = /** @type {HTMLProgressElement} */ (find(this.#form, '[data-loaded]'));
        bar.max = total;
        bar.value = loaded;
    }

    /**
     * @param {HTMLElement} target  gets the focus
     * @param {HTMLElement} [top]  what the window begins with; the page's top otherwise
     */
    focus(target, top = document.body) {
        target.focus({ preventScroll: true });
        top.scrollIntoView({ block: 'start' });
    }

    /** @param {View} view  whose heading gets the focus */
    focusHeading(view) {
        this.focus(find(this.#form, `section[data-on="${view}"] h2`));
    }

    /** @param {string} name  of a line on the start, seen from now on */
    showNote(name) {
        find(this.#form, `[data-note="${name}"]`).hidden = false;
    }

    /** @param {string[]} names  of the templates with the words that a screen reader says */
    say(...names) {
        find(this.#form, '[data-status]').replaceChildren(...names.map((name) => cloneTemplate(this.#form, `say-${name}`)));
    }

    /** @type {import('./form-answers.js').Tell} */
    tell(cleared, opened) {
        this.say(...cleared ? ['exclusive' in cleared.dataset ? 'cleared-one' : 'cleared-others'] : [], ...opened ? ['opened'] : []);
        this.#form.querySelector('[data-status] [data-slot]')?.append(...wordsOf(cleared?.labels?.[0]));
    }

    /** The message and the guide show beneath any view but the start, for as long as it holds. */
    #showFailure() {
        const failed = this.#form.dataset.state === 'failed' && this.view !== 'start';
        find(this.#form, '[data-failed]').hidden = !failed;
        find(this.#form, '[data-guide]').hidden = !failed;
    }
}

/** @param {View} view @param {HTMLElement} part  shown on the views that it names */
function showOn(view, part) {
    part.hidden = !part.dataset.on?.split(' ').includes(view);
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
function elements(root, selector) {
    return [...root.querySelectorAll(selector)].filter((part) => part instanceof HTMLElement);
}

/**
 * Whether an answer that is still open on this screen decides how many steps there are: who it is
 * about, and how old they are.
 *
 * @param {HTMLElement} screen
 */
function decidesLength(screen) {
    const asked = [...screen.querySelectorAll('fieldset:has([data-audience-of])')];
    return asked.some((question) => !question.querySelector('input:checked'));
}

/**
 * Shows the line that offers the result before the list has ended, where one fits: after an
 * answer that means danger, and where what is left changes the result of this person hardly or not.
 * Beside the answer itself, its own panel offers the same.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLFieldSetElement[]} questions  those that apply
 * @param {HTMLElement} screen  the one that is open
 */
export function offerEarlyResult(form, questions, screen) {
    const dangers = questions.flatMap(checked).filter((input) => 'danger' in input.dataset);
    const isLate = form.dataset.audience !== 'me' && 'late' in screen.dataset;
    const fitting = dangers.length ? 'danger' : isLate ? 'late' : '';
    const wanted = dangers.some((input) => screen.contains(input)) ? '' : fitting;
    for (const line of form.querySelectorAll('p')) {
        if (line.dataset.wayOut) {
            line.hidden = line.dataset.wayOut !== wanted;
        }
    }
    // It stands above the heading that has the focus: who reads on from there never meets it.
    screen.querySelector('h2')?.setAttribute('aria-describedby', wanted ? `sc-count sc-${wanted}` : 'sc-count');
}

/**
 * Shows one button for a number within a screen: two red ones close together say nothing more, and
 * push what to do apart. What stays hidden is still there for the paper, which has no buttons.
 *
 * @param {HTMLElement} sheet  of the result, as it is seen
 */
function showNumbersOnce(sheet) {
    /** @type {Record<string, number>} */
    const last = {};
    const all = [...sheet.querySelectorAll('.help-panel__ways a')];
    // Asked about what is folded, a browser lays the fold out.
    const buttons = all.filter((link) => !link.closest('details:not([open])') && link.checkVisibility());
    const seen = buttons.map((link) => ({ link, top: link.getBoundingClientRect().top }));
    for (const { link, top } of seen) {
        const way = link.getAttribute('href') ?? '';
        const isRepeat = way in last && top - (last[way] ?? 0) < SCREEN;
        /** @type {HTMLElement} */ (link.parentElement).hidden = isRepeat;
        if (!isRepeat) {
            last[way] = top;
        }
    }
    for (const ways of sheet.querySelectorAll('.help-panel__ways')) {
        ways.toggleAttribute('hidden', !ways.querySelector('li:not([hidden])'));
    }
    for (const numbers of sheet.querySelectorAll('[data-numbers]')) {
        const { top } = numbers.getBoundingClientRect();
        /** @param {{link: Element, top: number}} button */
        const isNear = (button) => Math.abs(top - button.top) < SCREEN;
        const ways = seen.filter(isNear).map(({ link }) => link.getAttribute('href'));
        const links = [...numbers.querySelectorAll('a')];
        numbers.toggleAttribute('hidden', links.every((link) => ways.includes(link.getAttribute('href'))));
    }
}

/**
 * What stands in place of buttons that a step has: the numbers that a note's words do not say, so
 * that none names a line and leaves its number two screens away.
 *
 * @param {Element} ways
 * @returns {HTMLElement[]} a line of links, or nothing
 */
export function numbersOf(ways) {
    const said = [...(ways.closest('[data-banner]')?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent).join(' ');
    const buttons = [...ways.querySelectorAll('.help-panel__long > a')];
    const links = buttons.filter((button) => !namesNumber(said, button.textContent ?? '')).map((button) => {
        const link = document.createElement('a');
        link.href = button.getAttribute('href') ?? '';
        link.textContent = button.firstChild?.textContent?.trim() ?? '';
        return link;
    });
    const numbers = document.createElement('p');
    numbers.dataset.numbers = '';
    links.forEach((link, place) => numbers.append(place ? ' · ' : '', link));
    return links.length ? [numbers] : [];
}
