/** Small helpers over the page's own templates: all words stay in the HTML. */

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 * @throws {Error} the page has no such element: the template and this script do not fit together
 */
export function find(root, selector) {
    const found = root.querySelector(selector);
    if (!(found instanceof HTMLElement)) {
        throw new Error(`The page has no ${selector}.`);
    }
    return found;
}

/**
 * Those of each root by name: a result takes dozens of copies, from a form of thousands of elements.
 *
 * @type {WeakMap<ParentNode, Map<string, HTMLTemplateElement>>}
 */
const known = new WeakMap();

/**
 * A fresh copy of `<template data-template=NAME>`.
 *
 * @param {ParentNode} root
 * @param {string} name
 * @returns {DocumentFragment}
 */
export function cloneTemplate(root, name) {
    const template = templates(root).get(name);
    if (!template) {
        throw new Error(`The page has no template ${name}.`);
    }
    return document.importNode(template.content, true);
}

/** @param {ParentNode} root  whose templates stay as they are */
function templates(root) {
    let found = known.get(root);
    if (!found) {
        const named = [...root.querySelectorAll('template')].filter(({ dataset }) => dataset.template);
        found = new Map(named.map((template) => [template.dataset.template ?? '', template]));
        known.set(root, found);
    }
    return found;
}

/**
 * Copies of what stands in an element, in all voices: CSS goes on showing the right one.
 *
 * @param {Element | DocumentFragment | null | undefined} element
 * @returns {Node[]}
 */
export function wordsOf(element) {
    return [...(element?.childNodes ?? [])].map((node) => node.cloneNode(true));
}

/** @param {string} text @returns {HTMLLIElement} */
export function line(text) {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
}

/** @param {string} said @param {string} way  such as "Call 988" @returns {boolean} whether its number is said */
export function namesNumber(said, way) {
    const [number] = /\d[\d-]*/.exec(way) ?? [];
    return number !== undefined && said.includes(number);
}
