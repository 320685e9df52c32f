import { chosenWords, questionWords } from './check-answers.js';
import { checked, idOf } from './form-answers.js';
import { find, line, piece } from './templates.js';
import { byRule } from './result.js';

/** @typedef {import('./result.js').Result} Result */

/** Says nothing about what is in it: a list of downloads is seen by others. */
const FILE_NAME = 'checklist.json';

/**
 * The sheet for an appointment: it shows on paper only, and names no outcome.
 *
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @param {HTMLFieldSetElement[]} questions  those that apply, in order; open ones are left out
 * @returns {DocumentFragment}
 */
export function paperSheet(form, result, questions) {
    const sheet = piece(form, 'sheet');
    const because = find(sheet, '[data-slot="because"]');
    const stoodOut = result.reasons.filter((reason) => !onlySaysWhom(questions, reason.question));
    for (const reasons of byRule(stoodOut)) {
        const answers = document.createElement('ul');
        answers.append(...reasons.map(({ answer }) => line(answer)));
        const item = line(reasons[0]?.why ?? '');
        item.append(answers);
        because.append(item);
    }
    if (!stoodOut.length) {
        find(sheet, '[data-part="because"]').remove();
    }
    const answers = find(sheet, '[data-slot="answers"]');
    for (const question of questions.filter((asked) => checked(asked).length)) {
        const pair = document.createElement('div');
        const asked = document.createElement('dt');
        const given = document.createElement('dd');
        asked.append(...questionWords(question));
        given.append(...chosenWords(form, question));
        pair.append(asked, given);
        answers.append(pair);
    }
    return sheet;
}

/**
 * Whether a question asks who it is about and how old they are: no news at an appointment.
 *
 * @param {HTMLFieldSetElement[]} questions
 * @param {string} id
 * @returns {boolean}
 */
function onlySaysWhom(questions, id) {
    return questions.some((question) => idOf(question) === id && question.querySelector('[data-audience-of]'));
}

/**
 * Saves the answers as HL7 FHIR R4. The file is made here, in the browser.
 *
 * @param {Result['fhir']} bundle
 */
export function download(bundle) {
    const address = URL.createObjectURL(new Blob([JSON.stringify(bundle, null, 1)], { type: 'application/fhir+json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = FILE_NAME;
    link.click();
    // By then the browser has taken the file, and no address to it should be left.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
}
