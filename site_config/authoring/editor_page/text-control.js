// The form field for a page's text, in the shape that the editor asks for (a React component).
import { checkPage } from "./server.js";
import { SOURCE, TextField } from "./text-field.js";

const PAUSE = 400; // while someone types, nothing is asked

/** Return the component; the editor's own script has put React's makers on `window`. */
export function pageTextControl() {
  const { h, createClass } = /** @type {any} */ (window);
  return createClass({
    /** @param {HTMLElement | null} element */
    place(element) {
      if (!element || this.field) return;
      const { forID, onChange, pickFile, value } = this.props;
      const options = this.props.field.toJS();
      this.field = new TextField(element, forID, options, { onChange, pickFile });
      this.field.value = value ?? "";
    },

    componentDidUpdate() {
      this.field.value = this.props.value ?? "";
    },

    /** Asked at each change of any field, and before the page is saved. */
    async isValid() {
      this.turn = (this.turn ?? 0) + 1;
      const turn = this.turn;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (turn !== this.turn) return true; // a later question gives the answer
      const entry = this.props.entry;
      const place = { ...this.props.field.get("place").toJS() };
      const path = entry?.get("path"); // of a translation to be, it's only the page's short name
      const { language } = this.field;
      const own = language === SOURCE ? "content/" : `content/${language}/`;
      if (path?.includes("/")) place.name = path.replace(own, "");
      else if (path && place.section) place.name = `${place.section}/${path}.md`;
      if (language !== SOURCE) place.language = language;
      const data = { ...entry?.get("data").toJS(), body: this.field.value };
      const checked = await checkPage(place, data);
      if (turn !== this.turn) return true;
      return this.field.show(checked);
    },

    render() {
      return h("div", { ref: this.place });
    },
  });
}
