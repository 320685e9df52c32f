/** A second press at the same place, right after the first, was meant for what stood there before. */

const PAUSE = 500; // milliseconds
const SAME_PLACE = 40; // CSS pixels

/**
 * Swallows the second half of a double press: the first may have changed what is under the finger.
 * Keyboards are left alone; their clicks have no place.
 *
 * @param {HTMLElement} root
 */
export function ignoreDoublePresses(root) {
    /** @type {{time: number, x: number, y: number} | undefined} */
    let last;
    const isSecond = (/** @type {MouseEvent} */ { timeStamp, clientX, clientY }) =>
        last !== undefined && timeStamp - last.time < PAUSE
        && Math.hypot(clientX - last.x, clientY - last.y) < SAME_PLACE;

    root.addEventListener('click', (event) => {
        if (event.detail === 0 || !(event.target instanceof Element)) {
            return;
        }
        if (isSecond(event)) {
            event.preventDefault();
            event.stopPropagation();
        } else if (event.target.closest('button')) {
            last = { time: event.timeStamp, x: event.clientX, y: event.clientY };
        }
    }, { capture: true });
}
