// Starts the editor with the forms that the Python schema gives.
import CMS from "./cms/index.js";

const answer = await fetch("config.json", { cache: "no-store" });
CMS.init({ config: await answer.json() });
