/** A danger that was just ticked and the numbers to call are both in sight, wherever the tap was. */

const GAP = 4; // CSS pixels between an answer and what would cover it

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
