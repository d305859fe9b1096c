// Bundles src/report.js with the libraries it uses into charts.js, their licences at its head; writes the style that Plot puts
// into each chart to charts.css, so that the report's content security policy can allow it by its hash; copies axe for the tests.
import {copyFileSync, readFileSync, readdirSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import * as maps from "d3-geo";
import {build} from "esbuild";

const [assets, out] = process.argv.slice(2);
const limit = 250 * 1024;

const result = await build({
  entryPoints: ["src/report.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
  plugins: [{name: "no-maps", setup: withoutMaps}]
});

const code = licences(result.metafile) + result.outputFiles[0].text;
if (/<\/script|<!--/i.test(code)) throw new Error("charts: the bundle holds text that would end a script element");
if (code.length > limit) throw new Error(`charts: the bundle has ${code.length} bytes, more than ${limit}`);
writeFileSync(join(assets, "charts.js"), code);
writeFileSync(join(assets, "charts.css"), plotStyle("chart"));
copyFileSync("node_modules/axe-core/axe.min.js", join(out, "axe.min.js"));
console.log(`charts: wrote src/Paname.Reports/Assets/charts.js (${Math.round(statSync(join(assets, "charts.js")).size / 1024)} KiB)`);

// A tenth of the bundle would be map projections, which no chart here asks for.
function withoutMaps({onResolve, onLoad}) {
  onResolve({filter: /^d3-geo$/}, ({path}) => ({path, namespace: "no-maps"}));
  onLoad({filter: /.*/, namespace: "no-maps"}, () => ({contents: Object.keys(maps).map((name) => `export const ${name} = () => ({});`).join("\n")}));
}

// One licence text for the packages that share it, word by word.
function licences(metafile) {
  const names = new Set(
    Object.entries(Object.values(metafile.outputs)[0].inputs)
      .filter(([path, {bytesInOutput}]) => path.startsWith("node_modules/") && bytesInOutput > 0)
      .map(([path]) => path.split("/").slice(1, path.startsWith("node_modules/@") ? 3 : 2).join("/"))
  );
  const texts = new Map();
  for (const name of [...names].sort()) {
    const folder = join("node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`charts: ${name} has no licence file`);
    const {version} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const text = readFileSync(join(folder, file), "utf8").replaceAll("*/", "").trim();
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return [...texts].map(([text, packages]) => `/*! ${packages.join(", ")}\n\n${text}\n*/\n`).join("");
}

// Plot has no way to leave its style element out, and a policy that forbids inline styles would block it.
function plotStyle(className) {
  const source = readFileSync("node_modules/@observablehq/plot/src/plot.js", "utf8");
  const found = source.match(/svg\.append\("style"\)\.text\(\s*`([^`]*)`/);
  if (!found) throw new Error("charts: Plot's own style was not found in its source; look how it styles its charts now");
  return found[1].replaceAll("${className}", className);
}
