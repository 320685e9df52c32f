/**
 * Prints, as JSON, every place in the given scripts that could reach out of the page.
 *
 * Takes {files, anywhere, called, set} on standard input: names that count wherever they stand
 * (as a variable, a property or a string, so that neither an alias nor self['fetch'] hides them),
 * names that count when they are called, and names that count when they are set. Told besides:
 * every import(), every element that is made, every attribute that is set, and every property of
 * a global object whose name shows only at run time.
 */

import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const GLOBALS = new Set(['globalThis', 'self', 'window', 'top', 'parent', 'frames', 'document', 'navigator']);
const given = JSON.parse(readFileSync(0, 'utf8'));
const [anywhere, called, set] = [given.anywhere, given.called, given.set].map((names) => new Set(names));

/** The name that a node counts for, or nothing. */
function counted(node) {
    switch (node.type) {
        case 'Identifier':
            return anywhere.has(node.name) ? node.name : undefined;
        case 'Literal':
            return anywhere.has(node.value) ? node.value : undefined;
        case 'TemplateElement':
            return anywhere.has(node.value.cooked) ? node.value.cooked : undefined;
        case 'ImportExpression':
            return 'import()';
        case 'MemberExpression':
            return isOpen(node) ? `${node.object.name}[...]` : undefined;
        case 'CallExpression':
            return told(node) ?? within(called, nameOf(node.callee));
        case 'AssignmentExpression':
            return within(set, nameOf(node.left));
        case 'Property':
            return within(set, nameOf(node.key));
    }
}

const within = (names, name) => (names.has(name) ? name : undefined);

/** A private name is never that of the browser. */
function nameOf(node) {
    if (node.type === 'MemberExpression') return nameOf(node.property);
    return node.type === 'PrivateIdentifier' ? undefined : (node.name ?? node.value);
}

/** The element that a call makes, as <tag>; the attribute that it sets, as [attribute]. */
function told({ callee, arguments: values }) {
    const name = nameOf(callee);
    if (/^createElement(NS)?$/.test(name)) return `<${values.at(-1)?.value ?? '?'}>`;
    if (/^setAttribute(NS)?$/.test(name)) return `[${values.at(-2)?.value ?? '?'}]`;
}

const isOpen = ({ computed, object, property }) =>
    computed && GLOBALS.has(object.name) && property.type !== 'Literal';

function* nodes(value) {
    if (Array.isArray(value)) {
        for (const item of value) yield* nodes(item);
    } else if (value && typeof value === 'object') {
        if (typeof value.type === 'string') yield value;
        for (const [key, inner] of Object.entries(value)) {
            if (key !== 'loc') yield* nodes(inner);
        }
    }
}

const found = [];
for (const file of given.files) {
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const tree = parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    for (const node of nodes(tree)) {
        const name = counted(node);
        if (name !== undefined) found.push({ file, name, code: lines[node.loc.start.line - 1].trim().slice(0, 200) });
    }
}
console.log(JSON.stringify(found));
