import { paperWords } from './check-answers.js';
import { idOf } from './form-answers.js';
import { cloneTemplate, find, line, wordsOf } from './templates.js';
import { numbersOf } from './views.js';

/**
 * What the check found, laid into the page's own templates.
 *
 * @typedef {object} Reason
 * @property {string[]} signs  what the answer settled
 * @property {string} question  its id
 * @property {string} rule
 * @property {string} answer  the person's words
 * @property {string | null} [paper]  the same for a reader who has not seen the form
 * @property {string} why
 * @property {string} source  where the rule comes from
 * @property {object | null} turn  where to turn for this reason
 *
 * @typedef {object} Result  see `checker/browser_api.py`
 * @property {string} outcome
 * @property {number | null} variant  of title and lead
 * @property {number[]} steps  the places of the next steps that are for this person
 * @property {number[]} meaning
 * @property {Record<string, number[]>} banner_texts
 * @property {string[]} also  outcomes whose help goes along
 * @property {Record<string, number[]>} also_steps
 * @property {Record<string, number | null>} [also_variants]  of their titles
 * @property {string[]} banners
 * @property {Reason[]} reasons
 * @property {{text: string, answers: string[], questions: string[]}[]} conflict_notes
 * @property {string[]} missing_questions
 * @property {{text: string}[]} would_change
 * @property {'me'|'them'|'teen'} audience
 * @property {import('./instruments.js').InstrumentResult[]} [instruments]  the center's own, where they are offered
 * @property {{entry: object[]}} fhir  a Bundle, without the private answers
 * @property {object} whole_response  its second entry, with them
 * @property {Record<string, import('./papers.js').Paper>} [papers]  the sheet in other languages
 */

/** Nothing stands above these in results that cannot wait, not even the title. */
const HELP_BANNERS = ['call_911', 'crisis_988'];
const HELP_FIRST = ['emergency_now', 'urgent_same_day'];
/** How many steps stand open before those that may wait are folded. */
const OPEN_STEPS = 2;
/** What these say, steps that have all of their numbers say, too: beside such steps they are folded. */
const SAID_BY_STEPS = ['dv_box', 'crisis_988'];
/** It keeps 988 above what to do next, and loud; beside other results it is there, and quiet. */
const PRESSING_BANNER = 'safety_box';

/**
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @param {(id: string) => HTMLFieldSetElement | undefined} question  finds a question by its id
 * @returns {DocumentFragment} the filled sheet of the outcome
 */
export function resultSheet(form, result, question) {
    const sheet = cloneTemplate(form, `outcome-${result.outcome}`);
    keepVariant(sheet, result.variant);
    keepPlaces(find(sheet, '[data-slot="steps"]'), result.steps);
    find(sheet, '[data-outcome]').dataset.stepsOf = result.outcome;
    foldLater(form, find(sheet, '[data-slot="steps"]'));
    keepPlaces(find(sheet, '[data-slot="meaning"]'), result.meaning);
    find(sheet, '[data-slot="also"]').append(...result.also.map((id) => alsoPart(form, id, result)));
    for (const id of inOrder(result.banners)) {
        const banner = cloneTemplate(form, `banner-${id}`);
        keepPlaces(find(banner, '[data-banner]'), result.banner_texts[id] ?? []);
        const placed = slotOf(find(banner, '[data-banner]'), result, sheet);
        const isSaid = SAID_BY_STEPS.includes(id) && ['safety', 'quiet'].includes(placed) && repeatsSteps(banner, sheet);
        const slot = isSaid ? 'practical' : placed;
        if (!HELP_BANNERS.includes(id) || placed === 'quiet') {
            const repeated = [...banner.querySelectorAll('.help-panel__ways')].filter((ways) => repeatsSteps(ways, sheet));
            repeated.forEach((ways) => ways.replaceWith(...numbersOf(ways)));
        }
        if (isSaid) {
            find(banner, '[data-banner]').dataset.slotName = slot;
            find(banner, '[data-banner]').dataset.said = '';
        }
        if (slot === 'help') {
            raiseTitle(find(banner, 'h3'));
        }
        find(sheet, `[data-slot="${slot}"]`).append(banner);
    }
    const two = result.also.length > 0;
    find(sheet, '[data-slot="practical"]').prepend(...(two ? safetySaidBySteps(sheet, result) : []));
    foldNotes(form, find(sheet, '[data-slot="practical"]'), two ? 0 : 1);
    fill(sheet, 'because', byRule(result.reasons).map((reasons) => reasonItem(form, reasons)));
    fill(sheet, 'conflicts', result.conflict_notes.map((note) => conflictItem(form, note, question)));
    fill(sheet, 'missing', openQuestions(sheet, result).map((id) => jump(form, question(id))));
    fill(sheet, 'change', result.would_change.map(({ text }) => line(text)));
    return sheet;
}

/**
 * Takes away the titles and leads that are not for this person.
 *
 * @param {DocumentFragment} sheet
 * @param {number | null} variant
 */
function keepVariant(sheet, variant) {
    for (const words of sheet.querySelectorAll('[data-variant]')) {
        if (words instanceof HTMLElement && words.dataset.variant !== String(variant ?? 'none')) {
            words.remove();
        }
    }
}

/**
 * Takes away what is not said to this person.
 *
 * @param {HTMLElement} list  whose items carry `data-place`
 * @param {number[]} places
 */
function keepPlaces(list, places) {
    for (const item of list.querySelectorAll('[data-place]')) {
        if (item instanceof HTMLElement && !places.includes(Number(item.dataset.place))) {
            item.remove();
        }
    }
}

/**
 * The steps of another outcome that go along with an urgent one.
 *
 * @param {HTMLFormElement} form
 * @param {string} outcome
 * @param {Result} result
 */
function alsoPart(form, outcome, result) {
    const part = cloneTemplate(form, 'also');
    const other = cloneTemplate(form, `outcome-${outcome}`);
    const steps = find(other, '[data-slot="steps"]');
    keepVariant(other, result.also_variants?.[outcome] ?? null);
    keepPlaces(steps, result.also_steps[outcome] ?? []);
    find(part, '[data-slot="title"]').append(...wordsOf(find(other, '.result__title')));
    find(part, '[data-slot="steps"]').append(...steps.childNodes);
    find(part, '[data-slot="steps"]').dataset.stepsOf = outcome;
    foldLater(form, find(part, '[data-slot="steps"]'));
    return part;
}

/**
 * The note on staying safe, where the steps say all of it: 988, 911, and guns and pills.
 * Beside a second result it waits in the fold, so that both fit three screens of a phone.
 *
 * @param {DocumentFragment} sheet
 * @param {Result} result
 * @returns {Element[]}
 */
function safetySaidBySteps(sheet, { outcome, audience }) {
    const note = sheet.querySelector('[data-banner="safety_box"]');
    const [, call, guns, more] = note?.children ?? [];
    const said = find(sheet, '[data-slot="steps"]').textContent?.includes(guns?.textContent?.trim() || '\0');
    return note && call && said && !more && outcome === 'urgent_same_day' && audience === 'me' ? [note] : [];
}

/**
 * @param {DocumentFragment} sheet
 * @param {Result} result
 * @returns {string[]} the ids of those to list: beside a risk, none unless a banner speaks of them
 */
function openQuestions(sheet, { banners, missing_questions: ids }) {
    const part = sheet.querySelector('[data-part="missing"]');
    const beside = part instanceof HTMLElement ? part.dataset.beside : undefined;
    return !beside || banners.includes(beside) ? ids : [];
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

/** @param {HTMLElement} title  of a banner that comes before the sheet's own */
function raiseTitle(title) {
    const raised = document.createElement('h2');
    raised.className = title.className;
    raised.append(...title.childNodes);
    title.replaceWith(raised);
}

/** @param {string[]} banners @returns {string[]} with help first */
function inOrder(banners) {
    return [...HELP_BANNERS.filter((id) => banners.includes(id)), ...banners.filter((id) => !HELP_BANNERS.includes(id))];
}

/**
 * Puts the steps that may wait into a fold, where there are more than a frightened person reads.
 * Which may wait is said in outcomes.yml, never here: a step about danger is none of them.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement} steps
 */
function foldLater(form, steps) {
    const later = [...steps.children].slice(OPEN_STEPS).filter((step) => step.matches('[data-later]'));
    if (later.length > 1) { // a fold for a single step saves no room
        const fold = cloneTemplate(form, 'later-steps');
        const list = /** @type {HTMLOListElement} */ (find(fold, 'ol'));
        list.append(...later);
        const owner = /** @type {HTMLElement} */ (steps.closest('[data-steps-of]'));
        list.dataset.stepsOf = owner.dataset.stepsOf; // another result's steps may stand in this one
        list.start = steps.children.length + 1;
        steps.after(fold);
    }
}

/**
 * Puts notes on practical things into a fold, where there are several, and one that the steps have
 * said already; one with a number stays.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement} slot
 * @param {number} most  how many stand open
 */
function foldNotes(form, slot, most) {
    const notes = [...slot.children].filter((note) => !note.querySelector('.help-panel__ways'));
    if (notes.length > most || notes.some((note) => note.matches('[data-said]'))) {
        const fold = cloneTemplate(form, 'more-notes');
        find(fold, 'details').append(...notes);
        slot.append(fold);
    }
}

/**
 * @param {HTMLElement} banner
 * @param {Result} result
 * @param {DocumentFragment} sheet
 * @returns {string}
 */
function slotOf(banner, { outcome, banners, audience }, sheet) {
    const { banner: id = '', slotName = 'safety' } = banner.dataset;
    if (!HELP_BANNERS.includes(id)) {
        return slotName;
    }
    if (audience === 'teen' && outcome !== 'emergency_now' && repeatsSteps(banner, sheet)) {
        return 'quiet'; // one adult comes first, then 988 in its step
    }
    if (outcome === 'urgent_same_day' && sheet.querySelector('[data-slot="steps"] [data-lines]') && !banners.includes(PRESSING_BANNER)) {
        return 'quiet'; // its steps name the place to turn for this reason, such as the hotline
    }
    return HELP_FIRST.includes(outcome) ? 'help' : banners.includes(PRESSING_BANNER) ? 'pressing' : 'quiet';
}

/**
 * Whether every way to call in a banner stands beside a step already: nothing is said twice.
 *
 * @param {DocumentFragment | Element} banner
 * @param {DocumentFragment} sheet
 */
function repeatsSteps(banner, sheet) {
    const ways = [...banner.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
    const there = [...find(sheet, '[data-slot="steps"]').querySelectorAll('a[href]')];
    return ways.length > 0 && ways.every((way) => there.some((link) => link.getAttribute('href') === way));
}

/** @param {Reason[]} reasons @returns {Reason[][]} those that share a rule, together */
export function byRule(reasons) {
    const rules = [...new Set(reasons.map(({ rule }) => rule))];
    return rules.map((rule) => reasons.filter((reason) => reason.rule === rule));
}

/** @param {HTMLFormElement} form @param {Reason[]} reasons  of one rule: why it counts is said once */
function reasonItem(form, reasons) {
    const item = cloneTemplate(form, 'reason');
    const [{ why, source }] = /** @type {[Reason]} */ (reasons);
    find(item, '[data-slot="answers"]').append(...reasons.map((reason) => reasonAnswer(form, reason)));
    find(item, '[data-slot="why"]').textContent = why;
    find(item, '[data-slot="source"]').append(cloneTemplate(form, `source-${source}`));
    const [{ rule, turn }] = /** @type {[Reason]} */ (reasons);
    if (turn) {
        find(item, '[data-slot="turn"]').append(cloneTemplate(form, `turn-${rule}`));
    }
    return item;
}

/** @param {HTMLFormElement} form @param {Reason} reason */
function reasonAnswer(form, { signs, answer }) {
    const made = cloneTemplate(form, 'reason-answer');
    // One answer may settle several signs: each of them stands around its words.
    const innermost = signs.reduce((around, sign) => {
        const mark = document.createElement('span');
        mark.dataset.because = sign;
        around.append(mark);
        return mark;
    }, find(made, '.reasons__answer'));
    innermost.textContent = answer;
    return made;
}

/**
 * @param {HTMLFormElement} form
 * @param {Result['conflict_notes'][number]} note
 * @param {(id: string) => HTMLFieldSetElement | undefined} question
 */
function conflictItem(form, note, question) {
    const item = cloneTemplate(form, 'conflict');
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
    const item = cloneTemplate(form, 'jump');
    if (asked) {
        find(item, '[data-slot="screen"]').append(...wordsOf(asked.closest('section')?.querySelector('h2')));
        find(item, '[data-slot="text"]').append(...paperWords(asked));
        find(item, '[data-slot="question"]').append(...paperWords(asked));
        find(item, 'button').dataset.to = idOf(asked);
    }
    return item;
}
