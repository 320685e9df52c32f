/**
 * What in a script an engine cannot run, by ESLint with a browser list: `node old_engines.mjs LIST
 * FILE…` prints "file:line: what" as JSON. The list is Browserslist's: "chrome 112, safari 16.4".
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Linter } from 'eslint';
import compat from 'eslint-plugin-compat';

const [list, ...files] = process.argv.slice(2);
const browsers = list.split(', ');
/** The one part of ECMAScript 2022 that Safari reads only from 16.4 on; the plugin knows no syntax. */
const BLOCKS = { selector: 'StaticBlock', message: 'static block' };
const lacksBlocks = browsers.some((one) => one.startsWith('safari') && parseFloat(one.slice(7)) < 16.4);

const rules = {
    'compat/compat': 'error',
    'no-restricted-syntax': lacksBlocks ? ['error', BLOCKS] : 'off',
};
const config = {
    plugins: { compat },
    rules,
    settings: { targets: browsers, lintAllEsApis: true },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
};

const found = files.flatMap((file) => new Linter()
    .verify(readFileSync(file, 'utf8'), config, { filename: basename(file) })
    .filter(({ ruleId, fatal }) => ruleId || fatal) // not what it says of remarks for another linter
    .map(({ line, message }) => `${basename(file)}:${line}: ${message}`));
console.log(JSON.stringify(found));
