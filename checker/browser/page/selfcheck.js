/**
 * The self-check's page: one step at a time through the form that is already there, while
 * Python loads, and then its result. Without this script the form is a readable checklist.
 */

import { answerList } from './check-answers.js';
import { Answers } from './form-answers.js';
import { Course } from './course.js';
import { closeDialogs, forgetWhenLeft, keepPageOpen, leaveFor, openDialog, watchShift } from './leaving.js';
import { ignoreDoublePresses, keepAnswersInSight } from './touches.js';
import { find } from './templates.js';
import { Evaluator, PreparedSheet } from './evaluator.js';
import { resultSheet } from './result.js';
import { download, offerPrivate } from './export.js';
import { LaterPapers, layPapers, offerPrinting } from './papers.js';
import { isSupported } from '../runtime/browser-support.js';
import { StepHistory } from './step-history.js';
import { offerEarlyResult, Views } from './views.js';

/**
 * @typedef {import('./result.js').Result} Result
 * @typedef {import('./step-history.js').Place} Place
 * @typedef {typeof import('./instruments.js').Instruments} InstrumentsClass
 */

class SelfCheck {
    /** @type {HTMLFormElement} */ #form;
    /** @type {Answers} */ #answers;
    /** @type {Views} */ #views;
    /** @type {Course} */ #course;
    /** @type {StepHistory} */ #history;
    /** @type {Evaluator} */ #evaluator;
    /** @type {Result | undefined} */ #result;
    /** The center's own questionnaires, if there are any. @type {InstanceType<InstrumentsClass> | undefined} */ #own;
    /** The screens that the person has met. @type {Set<HTMLElement>} */ #met = new Set();
    /** Counts what the person turned to: a result that was asked for before is not shown. */
    #turn = 0;
    #papers = new LaterPapers(() => this.#layPaper());
    #prepared = new PreparedSheet((result) => resultSheet(this.#form, result, (id) => this.#answers.question(id)));

    /** @param {HTMLFormElement} form @param {import('../runtime/checker.js').Manifest} manifest @param {InstrumentsClass} [Own] */
    constructor(form, manifest, Own) {
        this.#form = form;
        this.#views = new Views(form);
        this.#answers = new Answers(form, (...news) => this.#views.tell(...news));
        this.#history = new StepHistory((place) => this.#open(place));
        this.#evaluator = new Evaluator(manifest, this.#views, () => this.#prepareResult());
        this.#own = Own && new Own(form, (place) => this.#go(place));
        this.#course = new Course(this.#answers, this.#views.screens, this.#own);
        this.#forget();
        this.#listen();
        offerPrinting(form);
        if (!isSupported()) {
            this.#views.showNote('unsupported');
        }
        /** @type {HTMLButtonElement} */ (find(form, '[data-action="start"]')).disabled = false;
    }

    #listen() {
        ignoreDoublePresses(this.#form);
        keepAnswersInSight(this.#form);
        keepPageOpen(() => this.#views.view !== 'start');
        this.#form.addEventListener('click', (event) => {
            const button = event.target instanceof Element ? event.target.closest('button') : null;
            this.#act(button?.dataset.action ?? '', button?.dataset.to ?? '');
        });
        this.#form.addEventListener('submit', (event) => event.preventDefault());
        this.#form.addEventListener('change', ({ target }) => this.#onChange(target));
        watchShift({
            leave: () => this.#leave(),
            count: (left) => this.#views.say(left ? `leave-${left}` : 'leave-off'),
        });
        forgetWhenLeft({ forget: () => this.#forget(), cameBack: () => this.#views.showNote('returned') });
    }

    /** @param {string} action @param {string} to  a question's id, or the language to print */
    #act(action, to) {
        /** @type {Record<string, () => void>} */
        const actions = {
            start: () => this.#start(),
            next: () => this.#next(),
            back: () => this.#back(),
            finish: () => this.#finish(),
            'finish-now': () => this.#finish(),
            retry: () => (this.#views.view === 'failed' ? this.#finish() : this.#evaluator.load()),
            change: () => this.#change(to),
            'ask-clear': () => openDialog('clear'),
            clear: () => this.#startOver(),
            'close-dialog': () => closeDialogs(),
            print: () => this.#papers.print(this.#form, to),
            save: () => this.#papers.save(this.#form),
            download: () => this.#result && download(this.#form, this.#result),
            leave: () => this.#leave(),
        };
        actions[action]?.();
    }

    #start() {
        this.#evaluator.load();
        this.#go({ view: 'steps', screen: this.#course.first });
    }

    #next() {
        const { screen: now, changing } = this.#history.place;
        if (now && this.#own?.owns(now)) {
            const item = this.#own.after(now);
            item ? this.#go({ view: 'steps', screen: item }) : this.#finish();
            return;
        }
        const rest = this.#course.after(now);
        const screen = changing ? rest.find((other) => !this.#met.has(other)) : rest[0];
        this.#go(screen ? { view: 'steps', screen, changing } : { view: 'check' });
    }

    #back() {
        if (this.#views.view === 'wait' || this.#views.view === 'failed') {
            this.#open(this.#history.place);
        } else {
            this.#history.back();
        }
    }

    /** @param {string} id  of a question */
    #change(id) {
        const question = this.#answers.question(id);
        if (question) {
            this.#go({ view: 'steps', screen: this.#views.screens.find((screen) => screen.contains(question)), changing: true });
            const answer = find(question, question.querySelector('input:checked') ? 'input:checked' : 'input');
            this.#views.focus(answer, question);
            answer.scrollIntoView({ block: 'nearest' }); // the panel of a danger does not cover it
        }
    }

    /** @param {Place} place */
    #go(place) {
        this.#history.forward(place);
        this.#open(place);
    }

    /** @param {Place} place */
    #open({ view, screen }) {
        this.#turn += 1;
        if (view === 'steps' && screen) {
            this.#openStep(screen);
        } else if (view === 'result' && this.#result && this.#own?.takeChange()) {
            this.#finish();
        } else if (view === 'result' && this.#result) {
            this.#views.showResult(this.#own?.takeFresh());
        } else if (view === 'start') {
            this.#views.show('start');
            this.#views.focus(find(document, 'h1'));
        } else {
            this.#listAnswers('answers');
            this.#views.show('check');
            this.#views.focusHeading('check');
            this.#readAhead();
            setTimeout(() => this.#prepareResult()); // when this view is painted
        }
    }

    /** @param {HTMLElement} screen */
    #openStep(screen) {
        if (!this.#course.isOpen(screen)) {
            this.#history.back(); // an answer changed since has closed it
            return;
        }
        this.#met.add(screen);
        this.#own?.show(screen);
        this.#views.showStep(screen, this.#course.path(screen));
        offerEarlyResult(this.#form, this.#course.asked(screen), screen);
        this.#views.focus(find(screen, 'h2'));
        this.#readAhead();
    }

    /** The person may ask at any time; then the result should be there. */
    #readAhead() {
        this.#evaluator.readAhead(this.#course.responses);
    }

    /** On the list of answers most people ask for the result: it is laid out before they do. */
    #prepareResult() {
        if (this.#views.view === 'check') {
            this.#prepared.prepare(this.#evaluator.known(this.#course.responses));
        }
    }

    /** @param {EventTarget | null} target */
    #onChange(target) {
        if (target instanceof Element && target.closest('fieldset')) {
            this.#onAnswer();
        } else {
            this.#layPaper();
        }
    }

    #onAnswer() {
        const { view, screen } = this.#history.place;
        if (!this.#own?.owns(screen)) {
            this.#dropResult();
        }
        if (view === 'steps' && screen) {
            this.#views.countStep(screen, this.#course.path(screen));
            offerEarlyResult(this.#form, this.#course.asked(screen), screen);
            this.#readAhead();
        }
    }

    async #finish() {
        this.#turn += 1;
        const turn = this.#turn;
        const responses = this.#course.responses;
        const known = this.#evaluator.known(responses);
        if (known) {
            this.#evaluator.rest();
            this.#showResult(known);
            return;
        }
        this.#views.show('wait');
        this.#views.focusHeading('wait');
        try {
            const result = await this.#evaluator.ask(responses);
            if (turn === this.#turn) {
                this.#showResult(result);
            }
        } catch {
            if (turn === this.#turn) {
                this.#listAnswers('failed-answers');
                this.#views.show('failed');
                this.#views.focus(find(this.#form, '[data-failed] h2'));
            }
        }
    }

    /** @param {Result} result */
    #showResult(result) {
        const sheet = this.#prepared.take(result);
        this.#result = result;
        this.#form.dataset.audience = result.audience;
        this.#own?.fill(sheet, result.instruments ?? []);
        find(this.#form, '[data-slot="result"]').replaceChildren(sheet);
        offerPrivate(this.#form, this.#answers.shown);
        this.#go({ view: 'result' });
        this.#papers.expect();
    }

    #layPaper() {
        if (this.#result) {
            layPapers(this.#form, this.#result, this.#answers.shown, this.#own);
        }
    }

    /** @param {string} slot  to fill with the answers as they stand */
    #listAnswers(slot) {
        find(this.#form, `[data-slot="${slot}"]`).replaceChildren(answerList(this.#form, this.#answers.shown));
    }

    #dropResult() {
        this.#result = undefined;
        this.#prepared.forget();
        for (const slot of ['result', 'paper', 'answers', 'failed-answers']) {
            find(this.#form, `[data-slot="${slot}"]`).replaceChildren();
        }
    }

    /** Answers, result and the worker that saw them are gone; the page stands at its start. */
    #forget() {
        this.#turn += 1;
        this.#evaluator.stop();
        this.#answers.clear();
        this.#own?.forget();
        this.#met.clear();
        this.#dropResult();
        this.#history.forget();
        this.#views.show('start');
    }

    #startOver() {
        closeDialogs();
        this.#history.rewind();
        this.#forget();
        this.#views.focus(find(document, 'h1'));
        this.#views.say('cleared');
    }

    #leave() {
        const { leaveUrl } = this.#form.dataset;
        if (leaveUrl) {
            leaveFor(leaveUrl, () => this.#history.rewind());
            this.#forget();
        }
    }
}

const form = document.querySelector('form[data-selfcheck]');
const manifest = document.getElementById('runtime-manifest');
if (form instanceof HTMLFormElement && manifest) {
    const files = JSON.parse(manifest.textContent ?? '{}');
    if (form.querySelector('[data-template="instrument-part"]')) {
        import('./instruments.js').then(
            ({ Instruments }) => new SelfCheck(form, files, Instruments),
            () => new SelfCheck(form, files),
        );
    } else {
        new SelfCheck(form, files);
    }
}
