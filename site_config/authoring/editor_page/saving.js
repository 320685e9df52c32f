// What happens to a page when it is saved: before, it is finished; after, it gets a menu entry.
import { addMenuEntry, checkPage } from "./server.js";

const CONTENT = "content/";
// The editor writes "false" into each page for what is off; a page that says nothing says the same.
const SWITCHES = ["quick_exit"];

/** @param {any} entry An Immutable map of the editor's. */
function nameOf(entry) {
  return String(entry.get("path")).replace(CONTENT, "");
}

/**
 * Give the page and its translations a heading, the ways to pictures and the list of sources.
 *
 * @param {{entry: any}} event
 */
export async function finishPage({ entry }) {
  const place = { name: nameOf(entry), new: Boolean(entry.get("newRecord")) };
  let finished = entry.set("data", await finish(place, entry.get("data")));
  for (const [language, translation] of entry.get("i18n").entries()) {
    const data = translation.get("data");
    if (!data?.size) continue; // this page isn't translated
    finished = finished.setIn(["i18n", language, "data"], await finish({ ...place, language }, data));
  }
  return finished;
}

/**
 * @param {import("./server.js").Place} place
 * @param {any} data An Immutable map of the editor's.
 */
async function finish(place, data) {
  const checked = await checkPage(place, data.toJS());
  if (!checked) return data;
  const whole = data.set("body", checked.body).merge(checked.added);
  const cited = checked.sources.length
    ? whole.set("sources", checked.sources)
    : whole.delete("sources");
  return SWITCHES.reduce((kept, name) => (kept.get(name) ? kept : kept.delete(name)), cited);
}

/**
 * Put a page that was new into the menu, and tell the writer.
 *
 * @param {{entry: any}} event
 */
export async function addToMenu({ entry }) {
  if (!entry.get("newRecord")) return;
  const answer = await addMenuEntry(nameOf(entry), entry.getIn(["data", "title"]));
  tell(
    answer?.message ??
      "The page is saved, but not in the menu: make edit no longer runs. Put it into mkdocs.yml.",
  );
}

/** @param {string} message */
function tell(message) {
  document.querySelector("output.page-message")?.remove();
  const output = document.createElement("output");
  output.className = "page-message";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => output.remove());
  output.append(message, " ", close);
  document.body.append(output);
}
