// Starts the editor with the forms that the Python schema gives.
import CMS from "./cms/index.js";
import { addToMenu, finishPage } from "./saving.js";
import { pageTextControl } from "./text-control.js";

const answer = await fetch("config.json", { cache: "no-store" });
const config = await answer.json();
CMS.registerFieldType("page-text", pageTextControl());
CMS.registerEventListener({ name: "preSave", handler: finishPage });
CMS.registerEventListener({ name: "postSave", handler: addToMenu });
CMS.init({ config });
