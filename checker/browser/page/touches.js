/**
 * What a touch must not do: answer twice, or put out of sight what was just checked.
 *
 * A second press at the same place, right after the first, was meant for what stood there before.
 * A danger that was just checked and the numbers to call are both in sight, wherever the tap was.
 */

const PAUSE = 500; // milliseconds
const SAME_PLACE = 40; // CSS pixels
const GAP = 4; // CSS pixels between an answer and what would cover it

/**
 * Swallows the second half of a double press: the first may have changed what is under the finger.
 * A mouse's double click is the browser's own count (`detail`); two taps are told by time and
 * place. Keyboards are left alone; their clicks have no place.
 *
 * @param {HTMLElement} root
 */
export function ignoreDoublePresses(root) {
    /** @type {{time: number, x: number, y: number} | undefined} */
    let last;
    const isSecond = (/** @type {MouseEvent & {pointerType?: string}} */ event) =>
        last !== undefined
        && Math.hypot(event.clientX - last.x, event.clientY - last.y) < SAME_PLACE
        && (event.pointerType === 'touch' ? event.timeStamp - last.time < PAUSE : event.detail > 1);

    root.addEventListener('click', (event) => {
        if (event.detail === 0 || !(event.target instanceof Element)) {
            return;
        }
        if (isSecond(event)) {
            event.preventDefault();
            event.stopPropagation();
        } else {
            const pressed = { time: event.timeStamp, x: event.clientX, y: event.clientY };
            last = event.target.closest('button') ? pressed : undefined;
        }
    }, { capture: true });
}

/**
 * The panel opens by CSS alone and stays at the window's lower edge; what it would cover, or the
 * bar above, is moved between the two.
 *
 * @param {HTMLFormElement} form  whose danger questions hold a `[data-crisis]`
 */
export function keepAnswersInSight(form) {
    form.addEventListener('change', ({ target }) => {
        const input = target instanceof HTMLInputElement ? target : undefined;
        const panel = input?.closest('fieldset')?.querySelector('[data-crisis]');
        const card = input?.labels?.[0];
        if (panel?.checkVisibility() && card) {
            bringBetween(panel, card);
            bringBetween(panel, card); // the panel itself may have moved with the page
        }
    });
}

/** @param {Element} panel @param {Element} card */
function bringBetween(panel, card) {
    const room = { top: lowerEdge('.crisis-bar'), bottom: panel.getBoundingClientRect().top };
    scrollBy({ top: wayTo(card.getBoundingClientRect(), room), behavior: 'instant' });
}

/**
 * How far to scroll until an answer stands in a room; its first line counts where it is too high.
 *
 * @param {{top: number, bottom: number}} card
 * @param {{top: number, bottom: number}} room
 */
function wayTo(card, room) {
    const tooHigh = card.top - GAP - room.top;
    const tooLow = card.bottom + GAP - room.bottom;
    return tooHigh < 0 ? tooHigh : Math.max(0, Math.min(tooLow, tooHigh));
}

/** @param {string} selector  of what stands at the top of the window @returns {number} */
function lowerEdge(selector) {
    return document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
}
