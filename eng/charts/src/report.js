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
const format = numbers(root.lang);

function draw(place) {
  const width = Math.max(260, Math.min(place.clientWidth || 640, 900));
  if (place.width === width) return;
  place.width = width;
  const {kind, chart, alt} = place.dataset;
  const svg = kinds[kind](data.charts[chart], {width, words: data.words, curves: data.curves, ...format});
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  place.replaceChildren(svg);
}

function drawAll() {
  places.forEach(draw);
  root.dataset.charts = "drawn";
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
