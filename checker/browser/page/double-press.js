/** A second press at the same place, right after the first, was meant for what stood there before. */

const PAUSE = 500; // milliseconds
const SAME_PLACE = 40; // CSS pixels

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
