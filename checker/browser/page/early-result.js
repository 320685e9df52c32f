import { checked } from './form-answers.js';

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
}
