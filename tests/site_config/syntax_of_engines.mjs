/**
 * What in a script an engine cannot read: `node syntax_of_engines.mjs ENGINE FILE…` prints a list
 * of "file:line: what" as JSON. A script that cannot be read gives a page without that script.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'acorn';

/** The newest language of which each engine reads all but the parts named. */
const ENGINES = {
    'Chrome and Firefox 112, Safari 16.4': { ecmaVersion: 2022, lacks: {} },
    'Chrome and Firefox 94, Safari 15.4': {
        ecmaVersion: 2022,
        lacks: {
            StaticBlock: () => true, // Safari 16.4
            // looking behind: Safari 16.4
            Literal: ({ regex }) => Boolean(regex) && /\(\?<[=!]/.test(regex.pattern),
            ImportExpression: ({ options }) => Boolean(options),
        },
    },
};

const [engine, ...files] = process.argv.slice(2);
const { ecmaVersion, lacks } = ENGINES[engine];

/** Every node of a syntax tree. */
function* nodes(node) {
    if (Array.isArray(node)) {
        for (const one of node) yield* nodes(one);
    } else if (typeof node?.type === 'string') {
        yield node;
        for (const part of Object.values(node)) yield* nodes(part);
    }
}

function unread(file) {
    const name = basename(file);
    try {
        const tree = parse(readFileSync(file, 'utf8'), { ecmaVersion, sourceType: 'module', locations: true });
        return [...nodes(tree)].filter((node) => lacks[node.type]?.(node))
            .map((node) => `${name}:${node.loc.start.line}: ${node.type}`);
    } catch (error) {
        return [`${name}:${error.loc?.line}: ${error.message}`];
    }
}

console.log(JSON.stringify(files.flatMap(unread)));
