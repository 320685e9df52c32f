// What each button writes: pure functions from the text and its selection to a change of the text.

/**
 * A text with its selection.
 * @typedef {{text: string, start: number, end: number}} Selected
 *
 * A change: `from` to `to` becomes `insert`, and then `select` is selected.
 * @typedef {{from: number, to: number, insert: string, select: [number, number]}} Change
 */

const WHITE = /^\s|\s$/;

/**
 * @param {Selected} at
 * @returns {Change}
 */
export function bold(at) {
  let { start, end } = at;
  while (start < end && WHITE.test(at.text[start] ?? "")) start += 1;
  while (end > start && WHITE.test(at.text[end - 1] ?? "")) end -= 1;
  const words = at.text.slice(start, end) || "important words";
  if (words.includes("\n\n")) return { from: start, to: end, insert: words, select: [start, end] };
  return {
    from: start,
    to: end,
    insert: `**${words}**`,
    select: [start + 2, start + 2 + words.length],
  };
}

/**
 * Make the line a heading; a smaller one only below a larger one, as screen readers need it.
 *
 * @param {Selected} at
 * @param {2 | 3} level
 * @returns {Change}
 */
export function heading(at, level) {
  const from = at.text.lastIndexOf("\n", at.start - 1) + 1;
  const next = at.text.indexOf("\n", at.end);
  const to = next < 0 ? at.text.length : next;
  const line = at.text.slice(from, to).replace(/^#+\s*/, "").replaceAll("\n", " ").trim();
  const above = at.text.slice(0, from).match(/^#{2,3} /m);
  const marks = level === 3 && above ? "###" : "##";
  return block({ ...at, start: from, end: to }, `${marks} `, line || "Heading");
}

/**
 * Make each selected line a point of a list.
 *
 * @param {Selected} at
 * @param {boolean} numbered
 * @returns {Change}
 */
export function list(at, numbered) {
  const from = at.text.lastIndexOf("\n", at.start - 1) + 1;
  const next = at.text.indexOf("\n", at.end);
  const to = next < 0 ? at.text.length : next;
  const lines = at.text.slice(from, to).split("\n").map((line) => line.trim()).filter(Boolean);
  const points = (lines.length ? lines : ["First point"]).map((line, index) => {
    const words = line.replace(/^(?:[-*•]|\d+[.)])\s+/, "");
    return `${numbered ? `${index + 1}.` : "-"} ${words}`;
  });
  return block({ ...at, start: from, end: to }, "", points.join("\n"));
}

/**
 * Put `words` on lines of their own, with an empty line before and after; select the words.
 *
 * @param {Selected} at
 * @param {string} mark Stands before the words and is not selected.
 * @param {string} words
 * @returns {Change}
 */
export function block(at, mark, words) {
  const before = at.text.slice(0, at.start);
  const after = at.text.slice(at.end);
  const gap = before.trim() === "" ? "" : "\n".repeat(Math.max(0, 2 - trailing(before)));
  const rest = after.trim() === "" ? "\n" : "\n".repeat(Math.max(0, 2 - leading(after)));
  const start = at.start + gap.length + mark.length;
  return {
    from: at.start,
    to: at.end,
    insert: `${gap}${mark}${words}${rest}`,
    select: [start, start + words.length],
  };
}

/**
 * Put a block below the paragraph with the cursor: it never breaks a sentence in two.
 *
 * @param {Selected} at
 * @param {string} words
 * @returns {Change}
 */
export function blockBelow(at, words) {
  const rest = at.text.slice(at.end);
  const onEmptyLine = /(?:^|\n)$/.test(at.text.slice(0, at.end)) && /^(?:\n|$)/.test(rest);
  const gap = rest.search(/\n[ \t]*\n/);
  const end = at.end + (onEmptyLine ? 0 : gap < 0 ? rest.trimEnd().length : gap);
  return block({ ...at, start: end, end }, "", words);
}

/**
 * @param {Selected} at
 * @param {string} key
 * @returns {Change}
 */
export function source(at, key) {
  const start = at.start + at.text.slice(at.start, at.end).trimEnd().length;
  const space = start && !WHITE.test(at.text[start - 1] ?? "") ? " " : "";
  const insert = `${space}[@${key}]`;
  const end = start + insert.length;
  return { from: start, to: start, insert, select: [end, end] };
}

/**
 * @param {Selected} at
 * @param {string} words
 * @param {string} target
 * @returns {Change}
 */
export function link(at, words, target) {
  const insert = `[${words.replace(/[[\]]/g, "\\$&")}](${target})`;
  const end = at.start + insert.length;
  return { from: at.start, to: at.end, insert, select: [end, end] };
}

/**
 * @param {Selected} at
 * @param {string} words What the picture shows.
 * @param {string} file
 * @returns {Change}
 */
export function picture(at, words, file) {
  return blockBelow(at, `![${words.replace(/[[\]]/g, "\\$&")}](${file})`);
}

/**
 * Return the way from a page's file to another file under content/.
 *
 * @param {string} folder Of the page, "" at the top.
 * @param {string} name
 */
export function wayFrom(folder, name) {
  const from = folder ? folder.split("/") : [];
  const to = name.split("/");
  while (from.length && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return "../".repeat(from.length) + to.join("/");
}

/** @param {string} text */
function trailing(text) {
  return text.length - text.replace(/\n+$/, "").length;
}

/** @param {string} text */
function leading(text) {
  return text.length - text.replace(/^\n+/, "").length;
}
