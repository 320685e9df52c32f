/**
 * What is asked of this person, of the check or of a center's own questionnaire: the questions
 * that apply after the answers so far, and the screens that hold them.
 *
 * @typedef {import('./form-answers.js').Answers} Answers
 * @typedef {import('./instruments.js').Instruments} Instruments
 */

export class Course {
    /** @type {Answers} */ #answers;
    /** @type {Instruments | undefined} */ #own;
    /** @type {HTMLElement[]} */ #screens;

    /** @param {Answers} answers @param {HTMLElement[]} screens  of the check @param {Instruments} [own] */
    constructor(answers, screens, own) {
        this.#answers = answers;
        this.#screens = screens;
        this.#own = own;
    }

    /** @returns {import('./form-answers.js').Responses} */
    get responses() {
        return { ...this.#answers.responses(), ...this.#own?.responses };
    }

    /** @param {HTMLElement} screen @returns {boolean} whether it has a question that applies */
    isOpen(screen) {
        return this.asked(screen).some((question) => screen.contains(question));
    }

    /** @returns {HTMLElement | undefined} the first screen of the check that has one */
    get first() {
        return this.#screens.find((screen) => this.isOpen(screen));
    }

    /** @param {HTMLElement} [now] @returns {HTMLElement[]} those of the check that come after `now` */
    after(now) {
        const open = this.#screens.filter((screen) => this.isOpen(screen));
        return open.filter((screen) => now && now.compareDocumentPosition(screen) & Node.DOCUMENT_POSITION_FOLLOWING);
    }

    /** @param {HTMLElement} screen @returns {HTMLElement[]} the screens that count beside it */
    path(screen) {
        return this.#own?.path(screen) ?? this.#answers.ahead(this.#screens, screen);
    }

    /** @param {HTMLElement} screen @returns {HTMLFieldSetElement[]} the questions that apply, of the check or of its instrument */
    asked(screen) {
        return this.#own?.owns(screen) ? this.#own.questions(screen) : this.#answers.shown;
    }
}
