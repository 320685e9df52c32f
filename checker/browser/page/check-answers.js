import { checked, idOf } from './form-answers.js';
import { cloneTemplate, find, wordsOf } from './templates.js';

/**
 * What the person answered, question by question, each with a way to change it.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLFieldSetElement[]} questions  those that apply, in order
 * @returns {DocumentFragment}
 */
export function answerList(form, questions) {
    const list = new DocumentFragment();
    for (const screen of new Set(questions.map((question) => question.closest('section')))) {
        const part = cloneTemplate(form, 'answers-part');
        find(part, 'h3').append(...wordsOf(screen?.querySelector('h2')));
        find(part, 'dl').append(...questions.filter((q) => screen?.contains(q)).map((q) => row(form, q)));
        list.append(part);
    }
    return list;
}

/**
 * The words of the chosen options, or "Not answered".
 *
 * @param {HTMLFormElement} form
 * @param {HTMLFieldSetElement} question
 * @returns {Node[]}
 */
export function chosenWords(form, question) {
    const words = checked(question).map((input) => {
        const item = document.createElement('span');
        item.className = 'sc-answer';
        item.append(...wordsOf(input.labels?.[0]));
        return item;
    });
    return words.length ? words : [cloneTemplate(form, 'open')];
}

/** @param {HTMLFieldSetElement} question @returns {Node[]} */
export function questionWords(question) {
    return wordsOf(question.querySelector('legend')).filter((node) => !(node instanceof HTMLTemplateElement));
}

/**
 * @param {HTMLFieldSetElement} question
 * @returns {Node[]} what it asks, for a reader who has not the form before them
 */
export function paperWords(question) {
    const own = question.querySelector('legend > template[data-paper]');
    return own instanceof HTMLTemplateElement ? wordsOf(own.content) : questionWords(question);
}

/** @param {HTMLFormElement} form @param {HTMLFieldSetElement} question */
function row(form, question) {
    const made = cloneTemplate(form, 'answer');
    find(made, 'dt').append(...questionWords(question));
    find(made, '[data-slot="answer"]').append(...chosenWords(form, question));
    find(made, '[data-slot="question"]').append(...questionWords(question));
    find(made, 'button').dataset.to = idOf(question);
    if (!checked(question).length) {
        find(made, '[data-slot="verb"]').replaceChildren(cloneTemplate(form, 'verb-open'));
    }
    return made;
}
