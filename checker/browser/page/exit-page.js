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

/**
 * Blanks the page and puts the neutral site in its place, so that Back does not return here.
 *
 * @param {string} address
 */
export function leaveFor(address) {
    document.body.hidden = true; // at once: the other site may take a while
    location.replace(address);
}
