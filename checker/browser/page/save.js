import { find } from './templates.js';

/**
 * The sheet for an appointment as a page that any phone opens: a person without a printer shows it.
 * It holds no script and asks for nothing, so it stays as private as the paper.
 */

const STYLE = `:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 1rem auto; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif; }
section + section { margin-top: 2rem; border-top: 4px solid; }
dt { font-weight: bold; }
dd { margin: 0 0 .75rem; }
dd span { display: block; }
@media print { section + section { border: 0; break-before: page; } }`;

/** Nothing is loaded, whatever opens the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * Saves what paper would show, in each of its languages.
 *
 * @param {HTMLFormElement} form  whose sheets are laid
 */
export function savePage(form) {
    const laid = find(form, '[data-slot="paper"]').querySelectorAll('[data-sheet]');
    const language = document.documentElement.lang;
    const sheets = [...laid].map((sheet) => plainCopy(sheet, form.dataset.audience ?? 'me'));
    const said = new XMLSerializer();
    const title = document.createTextNode(sheets[0]?.querySelector('h2')?.textContent ?? '');
    giveFile(
        `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${said.serializeToString(title)}</title><style>${STYLE}</style></head><body>
${sheets.map((sheet) => said.serializeToString(sheet)).join('\n')}
</body></html>`,
        'text/html',
        form.dataset.fileName ?? '',
    );
}

/**
 * @param {Element} sheet
 * @param {string} audience
 * @returns {Element} only its words: in one voice, without links, and without marks of this page
 */
function plainCopy(sheet, audience) {
    const copy = /** @type {Element} */ (sheet.cloneNode(true));
    for (const words of copy.querySelectorAll('[data-voice]')) {
        const voice = words.getAttribute('data-voice');
        const isForTeen = audience === 'teen' && voice === 'me' && !words.hasAttribute('data-not-teen');
        if (voice !== audience && !isForTeen) {
            words.remove();
        }
    }
    copy.querySelectorAll('template, .sc-mark').forEach((hidden) => hidden.remove()); // letters for who has no result
    copy.querySelectorAll('a').forEach((link) => link.replaceWith(...link.childNodes));
    for (const element of [copy, ...copy.querySelectorAll('*')]) {
        element.getAttributeNames().filter((name) => name !== 'lang').forEach((name) => element.removeAttribute(name));
    }
    return copy;
}

/**
 * Gives the browser a file to save, made here.
 *
 * @param {string} text
 * @param {string} type
 * @param {string} name  says nothing about what is in it: a list of downloads is seen by others
 */
export function giveFile(text, type, name) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // By then the browser has taken the file, and no address to it should be left.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
}
