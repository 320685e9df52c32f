// What happens to a page when it is saved: before, it is finished; after, it gets a menu entry.
import { addMenuEntry, checkPage } from "./server.js";

const CONTENT = "content/";

/** @param {any} entry An Immutable map of the editor's. */
function nameOf(entry) {
  return String(entry.get("path")).replace(CONTENT, "");
}

/**
 * Give the page its heading, the ways to its pictures and the list of its sources.
 *
 * @param {{entry: any}} event
 */
export async function finishPage({ entry }) {
  const place = { name: nameOf(entry), new: Boolean(entry.get("newRecord")) };
  const checked = await checkPage(place, entry.get("data").toJS());
  if (!checked) return entry;
  const data = entry.get("data").set("body", checked.body).merge(checked.added);
  if (checked.sources.length) return entry.set("data", data.set("sources", checked.sources));
  return entry.set("data", data.delete("sources"));
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
