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
 * A fresh copy of `<template data-template=NAME>`.
 *
 * @param {ParentNode} root
 * @param {string} name
 * @returns {DocumentFragment}
 */
export function piece(root, name) {
    const template = root.querySelector(`template[data-template="${name}"]`);
    if (!(template instanceof HTMLTemplateElement)) {
        throw new Error(`The page has no template ${name}.`);
    }
    return document.importNode(template.content, true);
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
