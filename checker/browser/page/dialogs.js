/** What opens over the check, and keeps the check open: a page that goes takes every answer with it. */

const OPEN = 'dialog[open]';

/** @param {string} name  of `<dialog data-dialog=NAME>` */
export function openDialog(name) {
    const dialog = document.querySelector(`dialog[data-dialog="${name}"]`);
    if (dialog instanceof HTMLDialogElement && !dialog.open) {
        dialog.showModal();
    }
}

export function closeDialogs() {
    for (const dialog of document.querySelectorAll(OPEN)) {
        if (dialog instanceof HTMLDialogElement) {
            dialog.close();
        }
    }
}

/**
 * While the check is under way, "Help now" opens the crisis lines over it, with no request, and
 * any other page opens in a new tab.
 *
 * @param {() => boolean} isUnderWay
 */
export function keepPageOpen(isUnderWay) {
    document.addEventListener('click', (event) => {
        const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
        if (!(link instanceof HTMLAnchorElement) || !isUnderWay()) {
            return;
        }
        if ('help' in link.dataset && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            openDialog('help');
        } else if (leadsAway(link)) {
            link.target = '_blank';
            link.rel = 'noopener noreferrer';
        }
    });
    addEventListener('popstate', closeDialogs); // Back on a phone means: close this
}

/** @param {HTMLAnchorElement} link @returns {boolean} whether another page would take this one's place */
function leadsAway(link) {
    const isHere = link.origin === location.origin && link.pathname === location.pathname;
    return ['http:', 'https:'].includes(link.protocol) && !isHere;
}
