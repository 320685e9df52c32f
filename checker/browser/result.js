import { questionWords } from './answer-list.js';
import { idOf } from './answers.js';
import { find, piece, wordsOf } from './pieces.js';

/**
 * What the check found, laid into the page's own templates.
 *
 * @typedef {object} Reason
 * @property {string} sign
 * @property {string} answer  the person's words
 * @property {string} why
 *
 * @typedef {object} Result  see `checker/page.py`
 * @property {string} outcome
 * @property {string[]} banners
 * @property {Reason[]} reasons
 * @property {{text: string, answers: string[], questions: string[]}[]} conflict_notes
 * @property {string[]} missing_questions
 * @property {{text: string}[]} would_change
 * @property {'me'|'them'|'teen'} audience
 * @property {object} fhir  a Bundle
 */

/** Nothing stands above these when a life is at risk, not even the title. */
const HELP_BANNERS = ['call_911', 'crisis_988'];
const HELP_FIRST = 'emergency_now';

/**
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @param {(id: string) => HTMLFieldSetElement | undefined} question  finds a question by its id
 * @returns {DocumentFragment} the filled sheet of the outcome
 */
export function resultSheet(form, result, question) {
    const sheet = piece(form, `outcome-${result.outcome}`);
    for (const id of inOrder(result.banners)) {
        const banner = piece(form, `banner-${id}`);
        const slot = slotOf(find(banner, '[data-banner]'), result.outcome);
        if (slot === 'help') {
            find(banner, 'h3').setAttribute('aria-level', '2'); // it comes before the sheet's own title
        }
        find(sheet, `[data-slot="${slot}"]`).append(banner);
    }
    fill(sheet, 'because', result.reasons.map((reason) => reasonItem(form, reason)));
    fill(sheet, 'conflicts', result.conflict_notes.map((note) => conflictItem(form, note, question)));
    fill(sheet, 'missing', result.missing_questions.map((id) => jump(form, question(id))));
    fill(sheet, 'change', result.would_change.map(({ text }) => line(text)));
    return sheet;
}

/**
 * Puts items into a slot, or takes its whole part away when there are none. Beside an emergency
 * there is no slot for what could wait.
 *
 * @param {DocumentFragment} sheet
 * @param {string} name
 * @param {Node[]} items
 */
function fill(sheet, name, items) {
    const slot = sheet.querySelector(`[data-slot="${name}"]`);
    slot?.append(...items);
    if (!items.length) {
        (slot?.closest('[data-part]') ?? slot)?.remove();
    }
}

/** @param {string[]} banners @returns {string[]} with help first */
function inOrder(banners) {
    return [...HELP_BANNERS.filter((id) => banners.includes(id)), ...banners.filter((id) => !HELP_BANNERS.includes(id))];
}

/** @param {HTMLElement} banner @param {string} outcome @returns {string} */
function slotOf(banner, outcome) {
    const { banner: id = '', slotName = 'safety' } = banner.dataset;
    return HELP_BANNERS.includes(id) && outcome === HELP_FIRST ? 'help' : slotName;
}

/** @param {HTMLFormElement} form @param {Reason} reason */
function reasonItem(form, reason) {
    const item = piece(form, 'reason');
    find(item, 'li').dataset.because = reason.sign;
    find(item, '.reasons__answer').textContent = reason.answer;
    find(item, '.reasons__why').textContent = reason.why;
    return item;
}

/**
 * @param {HTMLFormElement} form
 * @param {Result['conflict_notes'][number]} note
 * @param {(id: string) => HTMLFieldSetElement | undefined} question
 */
function conflictItem(form, note, question) {
    const item = piece(form, 'conflict');
    find(item, '[data-slot="text"]').textContent = note.text;
    find(item, '[data-slot="questions"]').append(...note.questions.map((id) => jump(form, question(id))));
    return item;
}

/**
 * A question with a button that leads to it.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLFieldSetElement | undefined} asked
 */
function jump(form, asked) {
    const item = piece(form, 'jump');
    if (asked) {
        find(item, '[data-slot="screen"]').append(...wordsOf(asked.closest('section')?.querySelector('h2')));
        find(item, '[data-slot="text"]').append(...questionWords(asked));
        find(item, '[data-slot="question"]').append(...questionWords(asked));
        find(item, 'button').dataset.to = idOf(asked);
    }
    return item;
}

/** @param {string} text */
function line(text) {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
}
