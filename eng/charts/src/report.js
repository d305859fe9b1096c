// Draws the charts of a report from its embedded data. Each figure already holds its numbers as a table, which stays.
import {numbers} from "./numbers.js";
import {forest} from "./forest.js";
import {roc} from "./roc.js";
import {histogram} from "./histogram.js";
import {tradeoff, trend} from "./trend.js";

const kinds = {
  forest,
  roc: (chart, context) => roc(chart, context, false),
  "roc-log": (chart, context) => roc(chart, context, true),
  histogram,
  trend,
  tradeoff
};

const root = document.documentElement;
const data = JSON.parse(document.getElementById("paname-data").textContent);
const places = [...document.querySelectorAll(".plot")];
const format = numbers(root.lang, data.words.percent);

function draw(place) {
  if (place.drawn === place.width) return;
  place.drawn = place.width;
  const {kind, chart, alt} = place.dataset;
  const svg = kinds[kind](data.charts[chart], {width: place.width, words: data.words, curves: data.curves, ...format});
  // The chart is one image with one text; Plot's names of its parts are English.
  svg.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  place.replaceChildren(svg);
}

// All widths are read before anything is drawn: reading one after each chart would lay the page out every time. A long report is drawn in slices,
// from the top, so that it can be read meanwhile.
let round = 0;
function drawAll(slice = 24) {
  const current = ++round;
  for (const place of places) place.width = Math.max(260, Math.min(place.clientWidth || 640, 1120));
  const from = (start) => {
    if (current !== round) return;
    places.slice(start, start + slice).forEach(draw);
    if (start + slice < places.length) setTimeout(from, 0, start + slice);
    else root.dataset.charts = "drawn";
  };
  from(0);
}

// Tables of numbers are open without JavaScript; once there is a chart above them they fold, except on paper.
const tables = [...document.querySelectorAll("figure details")];
const fold = (open) => () => tables.forEach((table) => (table.open = open));

let waiting;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(drawAll, 150);
});

let folded = [];
function beforePrint() {
  places.forEach(draw);
  folded = [...document.querySelectorAll("details:not([open])")];
  folded.forEach((details) => (details.open = true));
}
function afterPrint() {
  folded.forEach((details) => (details.open = false));
  folded = [];
}
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
matchMedia("print").addEventListener("change", ({matches}) => (matches ? folded.length || beforePrint() : afterPrint()));

fold(false)();
drawAll();
