// A page's text as it is in its file, buttons that write what is hard to remember, and what to fix.
import { askForChoice, askForLink, askForWords } from "./dialogs.js";
import * as write from "./insertions.js";

/**
 * @typedef {import("./insertions.js").Change} Change
 * @typedef {import("./insertions.js").Selected} Selected
 * @typedef {import("./dialogs.js").Choice} Choice
 * @typedef {import("./server.js").Checked} Checked
 * @typedef {import("./server.js").Issue} Issue
 * @typedef {{place: import("./server.js").Place, pages: (Choice & {language: string})[],
 *   sources: Choice[], facts: Choice[]}} Options
 * @typedef {{onChange: (value: string) => void,
 *   pickFile: (options: object) => Promise<{value: string} | null>}} Editor
 */

export const SOURCE = "en"; // what pages are translated from

const TABLE = "| First column | Second column |\n| --- | --- |\n| Words | Words |";
const WARNING = '!!! warning "Before you go on"\n\n    Words of the warning.';

export class TextField {
  /**
   * @param {HTMLElement} parent
   * @param {string} id
   * @param {Options} options
   * @param {Editor} editor
   */
  constructor(parent, id, options, editor) {
    this.options = options;
    this.editor = editor;
    // With several languages, each has its side of the editor.
    this.language = parent.closest("[data-locale]")?.getAttribute("data-locale") ?? SOURCE;
    if (this.language === "_default") this.language = SOURCE;
    this.text = document.createElement("textarea");
    this.text.id = id;
    this.text.className = "page-text";
    this.text.spellcheck = true;
    this.text.lang = this.language;
    this.text.setAttribute("aria-labelledby", `${id}-label`);
    this.text.addEventListener("input", () => editor.onChange(this.text.value));
    this.text.addEventListener("keydown", (event) => this.#onKey(event));
    this.issues = document.createElement("div");
    this.issues.className = "page-issues";
    this.issues.setAttribute("role", "status");
    parent.append(this.#toolbar(), this.text, this.issues);
    /** @type {string | null} The text as it was opened. */
    this.opened = null;
    // A page with an error can't be saved: its text must not go with a tab that is closed.
    const ask = (/** @type {BeforeUnloadEvent} */ event) => {
      if (!this.text.isConnected) window.removeEventListener("beforeunload", ask);
      else if (this.text.value !== this.opened) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
  }

  get value() {
    return this.text.value;
  }

  set value(text) {
    this.opened ??= text;
    if (text !== this.text.value) this.text.value = text;
  }

  #toolbar() {
    const bar = document.createElement("div");
    bar.className = "page-buttons";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Write into the text");
    for (const [name, press] of this.#buttons()) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", press);
      bar.append(button);
    }
    return bar;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "b") return;
    event.preventDefault();
    this.#change(write.bold(this.#at));
  }

  /** @returns {[string, () => void][]} */
  #buttons() {
    /** @type {[string, () => void][]} */
    const buttons = [
      ["Bold", () => this.#change(write.bold(this.#at))],
      ["Heading", () => this.#change(write.heading(this.#at, 2))],
      ["Smaller heading", () => this.#change(write.heading(this.#at, 3))],
      ["List", () => this.#change(write.list(this.#at, false))],
      ["Numbered list", () => this.#change(write.list(this.#at, true))],
      ["Table", () => this.#below(TABLE)],
      ["Link", () => this.#link()],
      ["Picture", () => this.#picture()],
      ["Source", () => this.#source()],
      ["Warning box", () => this.#below(WARNING)],
      ["Crisis lines", () => this.#below("<!-- crisis-lines -->")],
      ["Treatment lines", () => this.#below("<!-- treatment-lines -->")],
    ];
    if (this.options.facts.length) buttons.push(["State fact", () => this.#fact()]);
    return buttons;
  }

  /** @returns {Selected} */
  get #at() {
    return {
      text: this.text.value,
      start: this.text.selectionStart,
      end: this.text.selectionEnd,
    };
  }

  /** @param {Change} change */
  #change({ from, to, insert, select }) {
    this.text.focus();
    this.text.setSelectionRange(from, to);
    // The one way that keeps Ctrl+Z; it reports the input too.
    if (!document.execCommand("insertText", false, insert)) {
      this.text.setRangeText(insert);
      this.editor.onChange(this.text.value);
    }
    this.text.setSelectionRange(...select);
  }

  /** @param {string} words */
  #below(words) {
    this.#change(write.blockBelow(this.#at, words));
  }

  get #folder() {
    const { name, section } = this.options.place;
    const folder = section ?? (name?.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "");
    if (this.language === SOURCE) return folder;
    return folder ? `${this.language}/${folder}` : this.language;
  }

  async #link() {
    const at = this.#at;
    const pages = this.options.pages.filter((page) => page.language === this.language);
    const chosen = await askForLink(pages, at.text.slice(at.start, at.end).trim());
    if (!chosen) return;
    const target = chosen.page ? write.wayFrom(this.#folder, chosen.page) : chosen.address;
    this.#change(write.link(at, chosen.words, target));
  }

  async #picture() {
    const at = this.#at;
    const picked = await this.editor.pickFile({ kind: "image", allowURL: false });
    if (!picked) return;
    const words = await askForWords();
    if (!words) return;
    const file = picked.value.startsWith("/")
      ? write.wayFrom(this.#folder, picked.value.slice(1))
      : picked.value;
    this.#change(write.picture(at, words, file));
  }

  async #source() {
    const at = this.#at;
    const key = await askForChoice("Which source says this?", this.options.sources);
    if (key) this.#change(write.source(at, key));
  }

  async #fact() {
    const at = this.#at;
    const id = await askForChoice("Which fact?", this.options.facts);
    if (id) this.#change(write.blockBelow(at, `<!-- state: ${id} -->`));
  }

  /**
   * Show what is to be fixed; return what the editor's form wants to know.
   *
   * @param {Checked | null} checked
   */
  show(checked) {
    if (!checked) {
      this.issues.replaceChildren("The check doesn't answer: make edit no longer runs.");
      return true;
    }
    const errors = checked.issues.filter((issue) => issue.severity === "error");
    const warnings = checked.issues.filter((issue) => issue.severity !== "error");
    const parts = [
      ...this.#listed("Fix this before you save:", errors),
      ...this.#listed("Look at this:", warnings),
    ];
    this.issues.replaceChildren(...(parts.length ? parts : ["Nothing to fix."]));
    if (!errors.length) return true;
    return { error: { message: "The list below the text says what to fix first." } };
  }

  /**
   * @param {string} title
   * @param {Issue[]} issues
   */
  #listed(title, issues) {
    if (!issues.length) return [];
    const heading = document.createElement("p");
    heading.textContent = title;
    const list = document.createElement("ul");
    list.append(...issues.map((issue) => this.#item(issue)));
    return [heading, list];
  }

  /** @param {Issue} issue */
  #item({ line, what, fix }) {
    const item = document.createElement("li");
    if (line) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `Line ${line}`;
      button.addEventListener("click", () => this.#go(line));
      item.append(button, " ");
    }
    item.append(`${what.replace(/\.$/, "")}. ${fix.replace(/\.$/, "")}.`);
    return item;
  }

  /** @param {number} line */
  #go(line) {
    const lines = this.text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.text.focus();
    this.text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  }
}
