/** Leaving in a hurry: the Shift key pressed three times, alone, within five seconds each. */

const PRESSES = 3;
const PATIENCE = 5000;

/**
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
