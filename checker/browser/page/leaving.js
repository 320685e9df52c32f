/** Leaving the page: in a hurry, on purpose, and never by accident. */

const PRESSES = 3;
const PATIENCE = 5000;
const OPEN = 'dialog[open]';

/**
 * Leaving by the Shift key: pressed three times, alone, within five seconds each.
 *
 * @param {object} does
 * @param {() => void} does.leave
 * @param {(left: number) => void} does.count  how many presses are left; 0 = counting was given up
 */
export function watchShift({ leave, count }) {
    let presses = 0;
    let timer = 0;
    let alone = false;

    const giveUp = () => {
        clearTimeout(timer);
        if (presses > 0) {
            presses = 0;
            count(0);
        }
    };
    addEventListener('keyup', (event) => {
        if (event.key !== 'Shift' || !alone || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        presses += 1;
        clearTimeout(timer);
        if (presses === PRESSES) {
            leave();
            return;
        }
        count(PRESSES - presses);
        timer = setTimeout(giveUp, PATIENCE);
    });
    // Shift that helps another key, a click or the wheel was not pressed to leave.
    addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey }) => {
        alone = key === 'Shift' && !altKey && !ctrlKey && !metaKey;
        if (!alone) {
            giveUp();
        }
    });
    for (const kind of ['pointerdown', 'wheel']) {
        addEventListener(kind, () => {
            alone = false;
            giveUp();
        }, { passive: true });
    }
}

/** Milliseconds: someone in danger waits no longer than this for the browser's list to be rewound. */
const REWINDING = 400;

/**
 * Blanks the page at once and puts the neutral site in the place of its first entry, so that Back
 * leads to what was open before the check. Forward still leads here, to a blank check.
 *
 * @param {string} address
 * @param {() => Promise<void>} rewind  takes the browser to the page's first entry
 */
export async function leaveFor(address, rewind) {
    document.body.hidden = true; // the other site may take a while
    await Promise.race([rewind(), new Promise((resolve) => setTimeout(resolve, REWINDING))]);
    location.replace(address);
}

/**
 * No answer outlives the page's being left; who comes back to it is told so.
 *
 * @param {object} does
 * @param {() => void} does.forget
 * @param {() => void} does.cameBack
 */
export function forgetWhenLeft({ forget, cameBack }) {
    addEventListener('pagehide', forget);
    addEventListener('pageshow', ({ persisted }) => {
        if (persisted) { // the browser kept the page as it was left: blank
            document.body.hidden = false;
            forget();
            cameBack();
        }
    });
    if (wasOpenBefore()) {
        cameBack();
    }
}

/** @returns {boolean} whether the page was open before in this tab: by Back, Forward or Reload */
function wasOpenBefore() {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming && ['back_forward', 'reload'].includes(entry.type);
}

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
