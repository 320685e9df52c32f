// What the page asks of `make edit` on this computer.

/**
 * @typedef {{line: number, what: string, fix: string, severity: "error" | "warning"}} Issue
 * @typedef {{body: string, sources: string[], issues: Issue[],
 *   added: Record<string, unknown>}} Checked
 * @typedef {{name?: string, section?: string, new?: boolean, language?: string}} Place
 */

/**
 * Return the answer to a question, or null when `make edit` has ended or can't answer.
 *
 * @param {string} path
 * @param {object} question
 * @returns {Promise<any>}
 */
async function ask(path, question) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(question),
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * Return the page as it will be saved, and what the linter says of it.
 *
 * @param {Place} place
 * @param {Record<string, unknown>} data
 * @returns {Promise<Checked | null>}
 */
export function checkPage(place, data) {
  return ask("check", { place, data });
}

/**
 * Put a new page into the menu; return what to tell the writer.
 *
 * @param {string} name
 * @param {string} title
 * @returns {Promise<{message: string} | null>}
 */
export function addMenuEntry(name, title) {
  return ask("menu", { name, title });
}
