/**
 * Lets the theme's search be used as a page. The theme's script is made for an overlay: it
 * closes on Tab, takes the results out of the Tab order, and opens the first one on Enter.
 */
const tool = /** @type {HTMLElement} */ (document.querySelector("[data-md-component=search]"));
const input = /** @type {HTMLInputElement} */ (tool.querySelector("input"));
const list = /** @type {HTMLElement} */ (tool.querySelector("ol"));

/** Keeps Tab and Enter from the theme's own listener, which waits at the window.
 * @param {KeyboardEvent} event */
function takeKey(event) {
  if (event.key === "Tab") event.stopImmediatePropagation();
  if (event.key === "Enter" && event.target === input) {
    event.stopImmediatePropagation();
    event.preventDefault();
    list.querySelector("a")?.focus(); // a phone's keyboard goes away and shows the results
  }
}

window.addEventListener("keydown", takeKey, true);

new MutationObserver(() => {
  for (const stop of list.querySelectorAll("[tabindex='-1']")) stop.removeAttribute("tabindex");
}).observe(list, { childList: true, subtree: true });
