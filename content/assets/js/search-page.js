/** Searches the whole site in the page: the index is fetched once, and no word typed is sent. */

import MiniSearch from './minisearch/dist/es/index.js';

/**
 * @typedef {{location: string, title: string, text: string}} Section  as MkDocs writes it
 * @typedef {{heading: string, from: number}} Part  where in the page's text a section begins
 * @typedef {{from: number, words: string[], above: string[]}} Quote  a sentence that a result may begin with, and its heading
 * @typedef {{id: string, title: string, typed: string, headings: string, text: string, parts: Part[], quotes: Quote[]}} Page
 * @typedef {{danger: string[], pages: Record<string, string[]>}} Words  content/_data/search_words.yml
 */

const FIELDS = { typed: 20, title: 12, headings: 3, text: 1 };
const SHOWN = 12;
/** Words this short are looked for as they are; longer ones also with a letter or two wrong. */
const EXACT = 4;
const EXCERPT = 160; // characters
/** The part of a WEAK word's weight that is left beside another word. */
const LITTLE = 0.2;
/** Long pages that hold every word, whatever it is about: last, unless the word is in their title. */
const RULES_PAGES = /(^|\/)about\/this-check\//;
/** What says nothing about the page that is looked for, in both languages. */
const SMALL = new Set(('a an and any are at be been can do does for from had has have he her him his i im in is it its ive me my of on or '
    + 'our she so that the their them they this to was we were what when will with you your day '
    + 'al con de del el ella en es esta esto la las le lo los mi mis muy o para por que se si su sus un una y yo').split(' '));
/** Who it is about, and that they drink: a drug's name, or a lost job, says more of what is looked for. */
const WEAK = /^(drink(s|ing)?|us(e|es|ing)|need|sons?|daughters?|kids?|husband|wife|spouse|partner|boyfriend|girlfriend|brother|sister|mom|dad|mother|father|friend|hij[oa]s?|espos[oa]|pareja|novi[oa]|herman[oa]|mama|papa|madre|padre|amig[oa])$/;

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[data-search]'));
const input = /** @type {HTMLInputElement} */ (form.querySelector('input'));
const list = /** @type {HTMLElement} */ (document.querySelector('.search__list'));
const help = /** @type {HTMLElement} */ (document.querySelector('[data-danger]'));
/** @type {Words} */
const words = JSON.parse(document.getElementById('search-words-known')?.textContent ?? '{}');
const dangers = words.danger.map((phrase) => termsOf(phrase));
/** Words that stand alone in that file: whole ones, "trans" is no beginning of "transportation". */
const whole = new Set(Object.values(words.pages).flat().map((phrase) => termsOf(phrase)).filter((terms) => terms.length === 1).flat());

/** @param {string} text @returns {string} the same length, in small letters, without accents: people leave them out */
function folded(text) {
    return text.split('').map((letter) => (letter.normalize('NFD')[0] ?? letter).toLowerCase()).join('');
}

/** @param {string} text @returns {string[]} words in small letters; "medi-cal" is one */
function termsOf(text) {
    return folded(text.normalize('NFC')).replaceAll('\u2019', "'").replaceAll("'", '').match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** @param {string} text @returns {string[]} what a page is found by: parts of joined words, too */
function indexed(text) {
    return termsOf(text).flatMap((term) => (term.includes('-') ? [term, ...term.split('-')] : [term]));
}

/** @param {string} html @returns {string} its words, without the numbers of notes and rows of links */
function plainOf(html) {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const part of body.querySelectorAll('sup, p')) {
        if (part.matches('sup') || part.textContent?.includes(' · ')) {
            part.remove();
        }
    }
    return body.textContent ?? '';
}

/** @param {Section[]} sections @returns {Page[]} */
function pagesOf(sections) {
    /** @type {Map<string, Page>} */
    const pages = new Map();
    for (const { location, title, text } of sections.filter((section) => !section.location.endsWith('#sources'))) {
        const id = location.replace(/#.*$/, '');
        const plain = plainOf(text);
        const page = pages.get(id) ?? { id, title, typed: words.pages[id]?.join('. ') ?? '', headings: '', text: '', parts: [], quotes: [] };
        const heading = location === id ? '' : title;
        page.headings += heading && `${heading}. `;
        page.parts.push({ heading, from: page.text.length });
        page.text += ` ${plain.replace(/\s+/g, ' ')}`;
        pages.set(id, page);
    }
    return [...pages.values()];
}

/** @param {string} say  which of the lines under the field */
function tell(say, number = 0) {
    for (const line of document.querySelectorAll('[data-say]')) {
        if (line instanceof HTMLElement) {
            line.hidden = line.dataset.say !== say;
        }
    }
    const count = document.querySelector('[data-number]');
    if (count) {
        count.textContent = String(number);
    }
}

/** @param {Page} page @returns {Quote[]} its sentences */
function quotesOf(page) {
    if (!page.quotes.length) {
        for (const [place, { heading, from }] of page.parts.entries()) {
            const end = page.parts[place + 1]?.from ?? page.text.length;
            const above = indexed(heading);
            let start = from;
            for (const sentence of page.text.slice(from, end).match(/.+?(?:[.?!] |$)/g) ?? []) {
                page.quotes.push({ from: start, words: indexed(sentence), above });
                start += sentence.length;
            }
        }
    }
    return page.quotes;
}

/** @param {Page} page @param {string[]} terms @returns {string} from the sentence that holds most of them, best under a heading that does */
function excerpt(page, terms) {
    const held = (/** @type {string[]} */ words) => terms.filter((term) => words.includes(term)).length;
    let [best, from] = [0, 0];
    for (const quote of quotesOf(page)) {
        const score = held(quote.words) + held(quote.above);
        if (score > best) {
            [best, from] = [score, quote.from];
        }
    }
    const part = page.text.slice(from, from + EXCERPT).trim();
    return from + EXCERPT < page.text.length ? `${part.replace(/\s\S*$/, '')} …` : part;
}

/** @param {Page} page @param {string[]} terms */
function item(page, terms) {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    const words = document.createElement('p');
    link.href = new URL(`${form.dataset.site}${page.id}`, location.href).href;
    link.textContent = page.title;
    words.textContent = excerpt(page, terms);
    entry.append(link, words);
    return entry;
}

/**
 * @param {string[]} phrase  one word, or several
 * @param {string[]} typed
 * @returns {boolean} whether they were typed one after the other; the last may go on
 */
function stands(phrase, typed) {
    const last = phrase.length - 1;
    return typed.some((_, from) => phrase.every((word, place) => {
        const term = typed[from + place] ?? '';
        return place === last ? term.startsWith(word) : term === word;
    }));
}

/** @param {string} title @param {string[]} terms @returns {boolean} whether all of them stand in it */
function inTitle(title, terms) {
    const held = indexed(title);
    return terms.every((term) => held.some((word) => word.startsWith(term)));
}

/** @param {Page[]} pages */
function start(pages) {
    const byId = new Map(pages.map((page) => [page.id, page]));
    const index = new MiniSearch({ fields: Object.keys(FIELDS), tokenize: indexed, processTerm: (term) => term });
    index.addAll(pages);
    const search = () => {
        const typed = termsOf(input.value);
        const telling = typed.filter((term) => !SMALL.has(term));
        const queries = (telling.length ? telling : typed).map((term, _, all) => queryFor(term, all));
        const every = index.search({ combineWith: 'OR', queries }, { tokenize: termsOf });
        const isLast = (/** @type {{id: string}} */ { id }) =>
            RULES_PAGES.test(id) && !inTitle(byId.get(id)?.title ?? '', telling);
        const found = [...every.filter((page) => !isLast(page)), ...every.filter(isLast)];
        help.hidden = !dangers.some((phrase) => stands(phrase, typed));
        const shown = found.slice(0, SHOWN).flatMap(({ id, terms }) => {
            const page = byId.get(id);
            return page ? [item(page, terms)] : [];
        });
        list.replaceChildren(...shown);
        tell(!typed.length ? 'ready' : shown.length ? 'some' : 'none', shown.length);
    };
    input.addEventListener('input', search);
    form.addEventListener('reset', () => setTimeout(search));
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const first = document.querySelector(help.hidden ? '.search__list a' : '[data-danger] a');
        /** @type {HTMLElement | null} */ (first)?.focus(); // a phone's keyboard goes away
    });
    input.disabled = false;
    search();
}

/**
 * @param {string} term
 * @param {string[]} all  the words it was typed with
 * @returns {import('minisearch').Query} for the word as typed, its beginning, or a near miss
 */
function queryFor(term, all) {
    const share = WEAK.test(term) && !all.every((one) => WEAK.test(one)) ? LITTLE : 1;
    const boost = Object.fromEntries(Object.entries(FIELDS).map(([field, weight]) => [field, weight * share]));
    const isWhole = whole.has(term);
    const queries = isWhole ? [term, `${term}s`] : [term];
    return { combineWith: 'OR', queries, boost, prefix: term.length > 2 && !isWhole, fuzzy: fuzziness(term) };
}

/** @param {string} term @returns {number | boolean} the share of letters that may be wrong */
function fuzziness(term) {
    return term.length > EXACT && !term.includes('-') ? 0.2 : false;
}

fetch(form.dataset.search ?? '').then((answer) => answer.json()).then(({ docs }) => start(pagesOf(docs)), () => tell('failed'));
