// Takes out of Pyodide's Emscripten part what the check can never reach: the C library's doors for
// extension modules, WebGL, SDL, OpenAL and the like. Nothing is rewritten; statements, properties
// and exports that nothing names are left out.
// Usage: node trim_wasm.mjs NODE_MODULES SCRIPT WASM OTHER_SCRIPT TARGET_FOLDER
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const [nodeModules, scriptPath, wasmPath, otherPath, target] = process.argv.slice(2);
const ts = createRequire(resolve(nodeModules, 'x.js'))('typescript');

/** What Pyodide 0.29.5 is compiled with, so that its module runs where Pyodide's own does. */
const FEATURES = [
    'bulk-memory', 'exception-handling', 'multivalue', 'mutable-globals',
    'nontrapping-float-to-int', 'reference-types', 'sign-ext',
].map((name) => `--enable-${name}`);

/** @param {string} text */
const words = (text) => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

/**
 * A statement of the module's function. A root always stays; any other only if something that
 * stays names it, or what it is `with`. Words count wherever they stand, in strings too: that
 * keeps too much rather than too little.
 *
 * @typedef {{start: number, end: number, root?: boolean, name?: string, with?: string, uses: string[], cut?: Unit[]}} Unit
 */

/**
 * @param {string} script
 * @param {Set<string>} imported  what the WebAssembly module imports
 */
function trimScript(script, imported) {
    const file = ts.createSourceFile('asm.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
    const units = moduleBody(file).statements.map((/** @type {any} */ node) => unit(node, imported));
    const live = reachable(units, words(readFileSync(otherPath, 'utf8')), imported);
    const gone = units.flatMap((one) => (live.has(one) ? one.cut ?? [] : [one]));
    return gone.sort((a, b) => b.start - a.start).reduce(without, script);
}

/** @param {string} text @param {Unit} gone */
function without(text, { start, end }) {
    return text.slice(0, start) + text.slice(text[end] === ',' ? end + 1 : end);
}

/** The block with the most statements: the function that makes the module. */
function moduleBody(/** @type {any} */ file) {
    let best = file;
    const visit = (/** @type {any} */ node) => {
        if (ts.isBlock(node) && node.statements.length > best.statements.length) best = node;
        ts.forEachChild(node, visit);
    };
    visit(file);
    return best;
}

/** @param {any} node @param {Set<string>} imported @returns {Unit} */
function unit(node, imported) {
    const place = { start: node.getStart(), end: node.end };
    const text = node.getText();
    const exported = /^var (_\w+)=Module\["_\w+"\]=(wasmExports\["\w+"\]|[\de]+);?$/.exec(text);
    if (exported) return { ...place, name: exported[1], uses: [] };
    const handedOut = /^Module\["(\w+)"\]=(\w+);?$/.exec(text);
    if (handedOut) return { ...place, name: handedOut[1], uses: [handedOut[2]] };
    const signature = /^(\w+)\.(sig|stub)=[^=]*;?$/.exec(text);
    if (signature) return { ...place, with: signature[1], uses: [] };
    if (ts.isFunctionDeclaration(node)) return { ...place, name: node.name.text, uses: words(text) };
    const declared = node.declarationList?.declarations ?? [];
    if (declared.length === 1 && ts.isIdentifier(declared[0].name) && isInert(declared[0].initializer)) {
        return declaration(place, declared[0], imported);
    }
    return { ...place, root: true, uses: words(text) };
}

/** @param {{start: number, end: number}} place @param {any} node @param {Set<string>} imported @returns {Unit} */
function declaration(place, node, imported) {
    const name = node.name.text;
    if (name !== 'wasmImports') return { ...place, name, uses: words(node.getText()) };
    const offered = node.initializer.properties;
    const needed = offered.filter((/** @type {any} */ one) => imported.has(one.name.text));
    const cut = offered.filter((/** @type {any} */ one) => !imported.has(one.name.text));
    return {
        ...place, name,
        uses: needed.flatMap((/** @type {any} */ one) => words(one.getText())),
        cut: cut.map((/** @type {any} */ one) => ({ start: one.getStart(), end: one.end, uses: [] })),
    };
}

/** True for a value whose making does nothing else. */
function isInert(/** @type {any} */ node) {
    if (!node || ts.isFunctionLike(node) || ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
    if (ts.isArrayLiteralExpression(node)) return node.elements.every(isInert);
    if (ts.isObjectLiteralExpression(node)) {
        return node.properties.every((/** @type {any} */ one) => !one.initializer || isInert(one.initializer));
    }
    return ['null', 'true', 'false'].includes(node.getText());
}

/** @param {Unit[]} units @param {string[]} outside @param {Set<string>} imported */
function reachable(units, outside, imported) {
    /** @type {Map<string, Unit[]>} */
    const named = new Map();
    for (const one of units) {
        if (one.name) named.set(one.name, [...(named.get(one.name) ?? []), one]);
    }
    const live = new Set();
    const todo = [...units.filter((one) => one.root), ...outside.flatMap((word) => named.get(word) ?? [])];
    for (let one = todo.pop(); one; one = todo.pop()) {
        if (live.has(one)) continue;
        live.add(one);
        for (const word of one.uses) todo.push(...(named.get(word) ?? []));
    }
    for (const one of units) {
        if (one.with && imported.has(one.with.replace(/^_/, ''))) live.add(one);
    }
    return live;
}

/** Leaves out every export that the script does not name, and what only those reached. */
function trimWasm(/** @type {Set<string>} */ named) {
    const module = new WebAssembly.Module(readFileSync(wasmPath));
    const kept = WebAssembly.Module.exports(module).map(({ name }) => name).filter((name) => named.has(name));
    const graph = join(target, 'graph.json');
    writeFileSync(graph, JSON.stringify(kept.map((name) => ({ name: `kept ${name}`, root: true, export: name }))));
    const output = join(target, basename(wasmPath));
    const tool = join(nodeModules, '.bin/wasm-metadce');
    execFileSync(tool, [wasmPath, '--graph-file', graph, '-o', output, ...FEATURES], { stdio: ['ignore', 'ignore', 'pipe'] });
    return importsOf(output);
}

/** @param {string} path */
function importsOf(path) {
    return new Set(WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path))).map(({ name }) => name));
}

// WebGL is imported by functions that go, so the script is trimmed again for what is left.
const script = readFileSync(scriptPath, 'utf8');
const imports = trimWasm(new Set(words(trimScript(script, importsOf(wasmPath)))));
writeFileSync(join(target, basename(scriptPath)), trimScript(script, imports));
