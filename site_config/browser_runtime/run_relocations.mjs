// Pyodide's module can be put at any address, so it carries half a megabyte of code that adds the
// address to every pointer in its data. The address is always the same. This runs that code once
// and writes the data as it leaves them, and which words depend on what only a browser knows.
// Usage: node run_relocations.mjs WASM LENGTH_OF_DATA DATA WORDS.json
import { readFileSync, writeFileSync } from 'node:fs';

const [path, length, dataPath, wordsPath] = process.argv.slice(2);
const MEMORY_BASE = 1024;
const TABLE_BASE = 1;
const PAGE = 65536;
const module = new WebAssembly.Module(readFileSync(path));

/** @param {(index: number) => number} valueOf  what the module's imported addresses are @param {number} memoryBase @param {number} tableBase */
function relocated(valueOf, memoryBase = MEMORY_BASE, tableBase = TABLE_BASE) {
    const memory = new WebAssembly.Memory({ initial: 512, maximum: 65536 });
    const table = new WebAssembly.Table({ initial: 65536, element: 'anyfunc' });
    const constant = (/** @type {number} */ value) => new WebAssembly.Global({ value: 'i32', mutable: false }, value);
    /** @type {Record<string, Record<string, any>>} */
    const imports = {
        env: {
            memory,
            __indirect_function_table: table,
            __memory_base: constant(memoryBase),
            __table_base: constant(tableBase),
            __stack_pointer: new WebAssembly.Global({ value: 'i32', mutable: true }, 256 * PAGE),
        },
    };
    WebAssembly.Module.imports(module).forEach(({ module: from, name, kind }, index) => {
        const group = imports[from] ??= {};
        group[name] ??= standIn(kind, valueOf(index));
    });
    const { exports } = new WebAssembly.Instance(module, imports);
    /** @type {any} */ (exports).__wasm_apply_data_relocs();
    return new Uint8Array(memory.buffer, memoryBase, Number(length));
}

/** @param {string} kind @param {number} value */
function standIn(kind, value) {
    if (kind === 'global') return new WebAssembly.Global({ value: 'i32', mutable: true }, value);
    if (kind === 'tag') return new /** @type {any} */ (WebAssembly).Tag({ parameters: ['i32'] });
    return () => { throw new Error('relocating calls nothing'); };
}

/** @param {Uint8Array} bytes @param {number} at */
const word = (bytes, at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

const data = relocated(() => 0);
const moved = relocated(() => 0, MEMORY_BASE + PAGE);
const shifted = relocated(() => 0, MEMORY_BASE, TABLE_BASE + 1000);
const marked = relocated((index) => (index + 1) * 8);
const names = WebAssembly.Module.imports(module).map(({ module: from, name }) => `${from}.${name}`);
const words = { unknown: /** @type {any[]} */ ([]), pointers: /** @type {number[]} */ ([]), functions: /** @type {number[]} */ ([]) };
for (let at = 0; at + 4 <= data.length; at += 4) {
    const difference = word(marked, at) - word(data, at);
    if (difference) words.unknown.push({ at, name: names[difference / 8 - 1] });
    if (word(moved, at) !== word(data, at)) words.pointers.push(at);
    if (word(shifted, at) !== word(data, at)) words.functions.push(at);
}
writeFileSync(dataPath, data);
writeFileSync(wordsPath, JSON.stringify(words));
