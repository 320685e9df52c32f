// Draws SVG as PNG: reads {fonts: [file], pictures: [{svg, file}]} from standard input.
// Only the fonts given are used, so that every machine draws the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

const { fonts, pictures } = JSON.parse(readFileSync(0, "utf8"));
for (const { svg, file } of pictures) {
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: fonts } });
  writeFileSync(file, picture.render().asPng());
}
