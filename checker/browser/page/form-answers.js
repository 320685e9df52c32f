/**
 * The answers as they stand in the form, and nowhere else.
 *
 * @typedef {Record<string, string[]>} Responses  question id to the ids of the chosen options
 * @typedef {(cleared: HTMLInputElement | undefined, opened: boolean) => void} Tell
 */

export class Answers {
    /** @type {HTMLFormElement} */ #form;
    /** @type {HTMLFieldSetElement[]} */ #questions;

    /**
     * @param {HTMLFormElement} form  whose questions are `fieldset[data-question]`
     * @param {Tell} tell  what an answer has cleared, and whether it opened questions on its screen
     */
    constructor(form, tell) {
        this.#form = form;
        this.#questions = [...form.querySelectorAll('fieldset')];
        form.addEventListener('change', (event) => {
            if (event.target instanceof HTMLInputElement) {
                const cleared = enforceExclusiveOption(event.target);
                const before = this.shown;
                this.refresh();
                const screen = event.target.closest('section');
                tell(cleared, this.shown.some((question) => screen?.contains(question) && !before.includes(question)));
            }
        });
        this.refresh();
    }

    /** Forgets every answer. */
    clear() {
        this.#form.reset();
        this.refresh();
    }

    /** Shows the questions that apply, in the words for the person who answers. */
    refresh() {
        this.#form.dataset.audience = this.#audience();
        for (const question of this.#questions) {
            question.hidden = !this.#applies(question);
        }
    }

    /** @returns {HTMLFieldSetElement[]} the questions that apply, in order */
    get shown() {
        return this.#questions.filter((question) => !question.hidden);
    }

    /** @returns {Responses} the answers to questions that apply; an open question is left out */
    responses() {
        const answered = this.shown.map((question) => [idOf(question), checked(question).map((input) => input.value)]);
        return Object.fromEntries(answered.filter(([, options]) => options?.length));
    }

    /** @param {string} id @returns {HTMLFieldSetElement | undefined} */
    question(id) {
        return this.#questions.find((question) => idOf(question) === id);
    }

    /**
     * The screens that a person can still meet: those with a question that applies, and those
     * that the answer to a screen not yet passed may open.
     *
     * @param {HTMLElement[]} screens  all screens, in order
     * @param {HTMLElement} now  the screen that is open
     * @returns {HTMLElement[]}
     */
    ahead(screens, now) {
        const isAhead = (/** @type {HTMLFieldSetElement} */ question) => {
            if (!this.#isForAudience(question)) {
                return false;
            }
            const asked = this.question(question.dataset.shownIf ?? '');
            const notPassed = screens.slice(screens.indexOf(now)).some((screen) => asked && screen.contains(asked));
            return asked !== undefined && notPassed && !checked(asked).length;
        };
        return screens.filter((screen) => this.#questions.some((question) =>
            screen.contains(question) && (!question.hidden || isAhead(question))));
    }

    /** @param {HTMLFieldSetElement} question @returns {boolean} */
    #applies(question) {
        const { shownIf, shownFor = '' } = question.dataset;
        const asked = shownIf && this.question(shownIf);
        return this.#isForAudience(question) && (!asked || (this.#applies(asked) && checked(asked).some((input) => shownFor.split(' ').includes(input.value))));
    }

    /** @param {HTMLFieldSetElement} question @returns {boolean} whether it is for whoever answers */
    #isForAudience({ dataset: { onlyFor } }) {
        return !onlyFor || onlyFor.split(' ').includes(this.#form.dataset.audience ?? '');
    }

    /** @returns {string} me, them (for another person) or teen */
    #audience() {
        const voices = this.#questions.flatMap(checked).map((input) => input.dataset.audienceOf);
        return ['them', 'teen'].find((voice) => voices.includes(voice)) ?? 'me';
    }
}

/** @param {HTMLFieldSetElement} question @returns {string} */
export function idOf(question) {
    return question.dataset.question ?? '';
}

/** @param {HTMLFieldSetElement} question @returns {HTMLInputElement[]} the chosen options */
export function checked(question) {
    return [...question.querySelectorAll('input')].filter((input) => input.checked);
}

/**
 * "None of these" excludes the other options of its question: the newer choice wins.
 *
 * @param {HTMLInputElement} chosen
 * @returns {HTMLInputElement | undefined} the first that was cleared
 */
function enforceExclusiveOption(chosen) {
    const question = chosen.closest('fieldset');
    if (!question || !chosen.checked || chosen.type !== 'checkbox') {
        return undefined;
    }
    const alone = 'exclusive' in chosen.dataset;
    const cleared = checked(question).filter((other) => other !== chosen && (alone || 'exclusive' in other.dataset));
    cleared.forEach((other) => (other.checked = false));
    return cleared[0];
}
