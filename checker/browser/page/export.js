import { chosenWords, paperWords } from './check-answers.js';
import { checked, idOf } from './form-answers.js';
import { cloneTemplate, find, line, namesNumber, wordsOf } from './templates.js';
import { byRule } from './result.js';
import { giveFile } from './save.js';

const INCLUDE_PRIVATE = 'input#sc-include-private';

/** @typedef {import('./result.js').Result} Result @typedef {import('./result.js').Reason} Reason */

/** Says nothing about what is in it: a list of downloads is seen by others. */
const FILE_NAME = 'checklist.json';

/**
 * The sheet for an appointment: it is only shown in print, and names no outcome.
 *
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @param {HTMLFieldSetElement[]} applying  the questions that apply, in order; open ones are left out
 * @returns {DocumentFragment}
 */
export function paperSheet(form, result, applying) {
    const sheet = cloneTemplate(form, 'sheet');
    const questions = includesPrivate(form) ? applying : applying.filter((question) => !isPrivate(question));
    find(sheet, '[data-slot="steps"]').append(...stepsForPaper(form).map(onPaper));
    fillNotes(sheet, notesForPaper(form).map(({ note }) => noteItem(note)));
    const stoodOut = shareable(form, result.reasons).filter(({ question: id }) =>
        questions.some((question) => idOf(question) === id) && !onlySaysWhom(form, id));
    fillBecause(sheet, byRule(stoodOut));
    const answers = find(sheet, '[data-slot="answers"]');
    for (const question of questions.filter((asked) => checked(asked).length)) {
        const words = chosenWords(form, question);
        const under = words.filter((answer) => !ownHeading(answer).length);
        answers.append(...(under.length ? [answerPair(paperWords(question), under)] : []));
        for (const answer of words.filter((one) => ownHeading(one).length)) {
            answers.append(answerPair(ownHeading(answer), [answer]));
        }
    }
    return sheet;
}

/** @param {Node[]} heading @param {Node[]} words  of the answers under it */
function answerPair(heading, words) {
    const pair = document.createElement('div');
    const asked = document.createElement('dt');
    const given = document.createElement('dd');
    asked.append(...heading);
    given.append(...words.map(forReaders));
    pair.append(asked, given);
    return pair;
}

/** @param {Node} words  of an answer @returns {Node[]} what it stands under on paper, apart from its question */
function ownHeading(words) {
    const own = words instanceof Element ? words.querySelector('template[data-paper-heading]') : null;
    return own instanceof HTMLTemplateElement ? wordsOf(own.content) : [];
}

/**
 * @param {Node} words  of an answer
 * @returns {Node} those for a reader who has not seen the form, where the answer has any
 */
function forReaders(words) {
    const own = words instanceof Element ? words.querySelector('template[data-paper]') : null;
    if (own instanceof HTMLTemplateElement && words instanceof Element) {
        words.replaceChildren(...wordsOf(own.content));
    }
    return words;
}

/**
 * The reasons that another may read. Why a rule counts names all its answers, so a rule to which
 * one private answer led is left out whole.
 *
 * @param {HTMLFormElement} form
 * @param {Reason[]} reasons
 * @returns {Reason[]}
 */
export function shareable(form, reasons) {
    const told = reasons.filter(({ question }) => isLeftOut(form, question)).map(({ rule }) => rule);
    return reasons.filter(({ rule }) => !told.includes(rule));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} question  its id
 * @returns {boolean} whether its answer is on no paper and in no file
 */
export function isLeftOut(form, question) {
    const asked = form.querySelector(`[data-question="${question}"]`);
    return !includesPrivate(form) && asked !== null && isPrivate(asked);
}

/**
 * Whether a person who answered what another should not read is asked what to do about it.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLFieldSetElement[]} questions  those that apply
 */
export function offerPrivate(form, questions) {
    const given = questions.some((question) => isPrivate(question) && checked(question).length);
    find(form, '[data-private-choice]').hidden = !given;
    find(form, '[data-private-warning]').hidden = !form.querySelector('[data-slot="result"] .next-steps [data-hurt]');
    /** @type {HTMLInputElement} */ (find(form, INCLUDE_PRIVATE)).checked = false;
}

/** @param {HTMLFormElement} form @returns {boolean} whether the private answers go onto paper and into the file */
function includesPrivate(form) {
    return /** @type {HTMLInputElement} */ (find(form, INCLUDE_PRIVATE)).checked;
}

/** @param {Element} question @returns {boolean} whether someone else should not find its answer */
function isPrivate(question) {
    return question.closest('[data-private]') !== null;
}

/**
 * The steps of the result that is on the screen which another may read.
 *
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export function stepsForPaper(form) {
    const whole = includesPrivate(form);
    const all = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-slot="result"] .next-steps > li')]);
    const onPaper = all.filter((step) => !step.matches('[data-screen-only]'));
    const shared = onPaper.filter((step) => whole || !step.matches('[data-private]'));
    // A step that stands alone where the others were taken out makes a reader ask what they were.
    return shared.length === 1 && onPaper.length > 1 ? [] : shared;
}

/**
 * The notes of the result on the screen that a person needs once it is gone, such as to keep
 * naloxone at home: without what another should not read, and without what a step says already.
 *
 * @param {HTMLFormElement} form
 * @returns {{note: HTMLElement, banner: string, places: string[]}[]}
 */
export function notesForPaper(form) {
    const steps = stepsForPaper(form).map(({ textContent }) => textContent ?? '');
    const shown = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-slot="result"] [data-on-paper]')]);
    return shown.filter((note) => includesPrivate(form) || !note.matches('[data-private]')).map((shownNote) => {
        const note = /** @type {HTMLElement} */ (shownNote.cloneNode(true));
        for (const said of note.querySelectorAll('h3, p[data-place]')) {
            const words = said.textContent?.trim() ?? '';
            const isPrivateNow = !includesPrivate(form) && said.matches('[data-private]');
            if (said.matches('h3') || isPrivateNow || steps.some((step) => step.includes(words))) {
                said.remove();
            }
        }
        const places = [...note.querySelectorAll('p[data-place]')].map((said) => said.getAttribute('data-place') ?? '');
        return { note, banner: note.dataset.banner ?? '', places };
    }).filter(({ places }) => places.length);
}

/** @param {HTMLElement} note @returns {HTMLLIElement} */
function noteItem(note) {
    const item = line('');
    item.append(...onPaper(note).childNodes);
    return item;
}

/**
 * @param {DocumentFragment} sheet
 * @param {Reason[][]} groups  those of one rule together; none: the part is left out
 */
export function fillBecause(sheet, groups) {
    const because = find(sheet, '[data-slot="because"]');
    for (const reasons of groups) {
        const answers = document.createElement('ul');
        answers.append(...reasons.map(({ answer, paper }) => line(paper ?? answer)));
        const item = line(reasons[0]?.why ?? '');
        item.append(answers);
        because.append(item);
    }
    if (!groups.length) {
        find(sheet, '[data-part="because"]').remove();
    }
}

/**
 * @param {DocumentFragment} sheet
 * @param {HTMLLIElement[]} items  none: the part is left out
 */
export function fillNotes(sheet, items) {
    find(sheet, '[data-slot="notes"]').append(...items);
    if (!items.length) {
        find(sheet, '[data-part="notes"]').remove();
    }
}

/** @param {Element} step  or a note @returns {Element} the same, with its buttons to call as words */
function onPaper(step) {
    const copy = /** @type {Element} */ (step.cloneNode(true));
    for (const ways of copy.querySelectorAll('.help-panel__ways')) {
        ways.remove();
        const said = copy.textContent ?? '';
        const more = [...ways.querySelectorAll('a')].map(wayInWords).filter((words) => !namesNumber(said, words));
        copy.append(more.length ? ` ${more.join(', ')}.` : '');
    }
    return copy;
}

/** @param {HTMLAnchorElement} link @returns {string} for example "Call 988" */
function wayInWords(link) {
    const words = link.firstChild?.textContent?.trim() ?? '';
    return link.protocol.startsWith('http') ? `${words} ${link.host}` : words;
}

/**
 * Whether a question asks who it is about and how old they are: no news at an appointment.
 *
 * @param {HTMLFormElement} form
 * @param {string} question  its id
 * @returns {boolean}
 */
export function onlySaysWhom(form, question) {
    return form.querySelector(`[data-question="${question}"] [data-audience-of]`) !== null;
}

/**
 * Saves the answers as HL7 FHIR R4, for a clinic's programs. The file is made here, in the browser.
 *
 * @param {HTMLFormElement} form
 * @param {Result} result
 */
export function download(form, { fhir, whole_response: whole }) {
    const [questionnaire, shared, ...own] = fhir.entry;
    const bundle = { ...fhir, entry: [questionnaire, includesPrivate(form) ? whole : shared, ...own] };
    giveFile(JSON.stringify(bundle, null, 1), 'application/fhir+json', FILE_NAME);
}
