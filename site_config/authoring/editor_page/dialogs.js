// What a button asks before it writes: a page, a source, the words for a picture.

/**
 * Something to choose; `more` is shown once it is chosen.
 * @typedef {{label: string, value: string, more?: string}} Choice
 * @typedef {{words: string, page: string, address: string}} Link
 */

// Words that say nothing to someone who can't see the picture; the linter has the same rule.
const FILE_NAME =
  /^(?:\S+\.(?:png|jpe?g|svg|webp|avif|gif|heic)|(?:img|dsc|image|screenshot|picture|photo)[-_ ]?\d*)$/i;
const SHORTEST = 5;

/**
 * Open a dialog with `parts`; give what `read` returns, or null if it is closed.
 *
 * @template T
 * @param {string} title
 * @param {HTMLElement[]} parts
 * @param {() => T | null} read Null while something is missing: then there is nothing to insert.
 * @returns {Promise<T | null>}
 */
function ask(title, parts, read) {
  const dialog = document.createElement("dialog");
  dialog.className = "page-dialog";
  const heading = document.createElement("h2");
  heading.textContent = title;
  heading.id = "page-dialog-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const insert = button("Insert");
  const cancel = button("Cancel");
  const update = () => (insert.disabled = read() === null);
  dialog.append(heading, ...parts, insert, cancel);
  dialog.addEventListener("input", update);
  dialog.addEventListener("change", update); // after what a choice fills in
  update();
  return new Promise((resolve) => {
    /** @type {T | null} */
    let result = null;
    insert.addEventListener("click", () => {
      result = read();
      dialog.close();
    });
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    // The editor listens for keys of its own on the page.
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** @param {string} words */
function button(words) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  return made;
}

/**
 * @template {HTMLElement} T
 * @param {string} words
 * @param {T} field
 */
function labeled(words, field) {
  const label = document.createElement("label");
  label.append(words, field);
  return label;
}

/** @param {string} [value] */
function line(value = "") {
  const input = document.createElement("input");
  input.type = "text";
  input.value = value;
  return input;
}

/**
 * A list to choose from, with a field above that leaves only what has its words.
 *
 * @param {Choice[]} choices
 */
function chooser(choices) {
  const search = line();
  const select = document.createElement("select");
  select.size = 8;
  const fill = () => {
    const words = search.value.toLowerCase().split(/\s+/);
    const found = choices.filter(({ label }) =>
      words.every((word) => label.toLowerCase().includes(word)),
    );
    select.replaceChildren(...found.map(({ label, value }) => new Option(label, value)));
  };
  search.addEventListener("input", fill);
  fill();
  return { search, select };
}

/**
 * @param {string} title
 * @param {Choice[]} choices
 */
export function askForChoice(title, choices) {
  const { search, select } = chooser(choices);
  const more = document.createElement("blockquote");
  select.addEventListener("change", () => {
    more.textContent = choices.find(({ value }) => value === select.value)?.more ?? "";
  });
  const parts = [labeled("Search", search), labeled("Choose one", select), more];
  return ask(title, parts, () => select.value || null);
}

/**
 * @param {Choice[]} pages
 * @param {string} selected The words that are selected in the text.
 * @returns {Promise<Link | null>}
 */
export function askForLink(pages, selected) {
  const { search, select } = chooser(pages);
  const address = line();
  address.placeholder = "https://";
  const words = line(selected);
  let typed = Boolean(selected);
  words.addEventListener("input", () => (typed = true));
  select.addEventListener("change", () => {
    address.value = "";
    if (!typed) words.value = select.selectedOptions[0]?.label ?? "";
  });
  address.addEventListener("input", () => {
    if (address.value) select.selectedIndex = -1;
  });
  const parts = [
    labeled("Search the pages", search),
    labeled("Page of this site", select),
    labeled("Or a page of another site", address),
    labeled("Words of the link, which say where it leads", words),
  ];
  return ask("Where should the link lead?", parts, () => {
    const found = { words: words.value.trim(), page: select.value, address: address.value.trim() };
    const leads = found.page || /^https:\/\/[^\s/]+\.[^\s]+$/.test(found.address);
    return leads && found.words ? found : null;
  });
}

/** Ask what a picture shows; without words that say something it can't be inserted. */
export function askForWords() {
  const words = document.createElement("textarea");
  words.rows = 3;
  const parts = [
    labeled("What does it show? Someone who can't see it hears these words.", words),
  ];
  return ask("Words for the picture", parts, () => {
    const said = words.value.replace(/\s+/g, " ").trim();
    return said.length >= SHORTEST && !FILE_NAME.test(said) ? said : null;
  });
}
