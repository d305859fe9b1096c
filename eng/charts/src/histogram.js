import {line, plot, rect, ruleY} from "@observablehq/plot";
import {base, ink} from "./style.js";

// Scores of members as filled bars, of non-members as an outline: told apart without colour.
export function histogram({edges, members, others}, {width, words, percent, plain}) {
  const share = (counts) => {
    const sum = Math.max(1, counts.reduce((a, b) => a + b, 0));
    return counts.map((count) => count / sum);
  };
  const [inside, outside] = [share(members), share(others)];
  const outline = [[edges[0], 0], ...outside.flatMap((value, i) => [[edges[i], value], [edges[i + 1], value]]), [edges.at(-1), 0]];
  return plot({
    ...base(width, Math.round(Math.max(180, Math.min(width * 0.5, 240)))),
    marginLeft: 62,
    marginBottom: 40,
    marginTop: 12,
    x: {label: words.score, labelAnchor: "center", labelArrow: "none", tickFormat: plain, ticks: Math.max(3, Math.floor(width / 90))},
    y: {label: words.share, labelAnchor: "center", labelArrow: "none", tickFormat: percent, ticks: 4, grid: true},
    marks: [
      rect(inside.map((_, i) => i), {x1: (i) => edges[i], x2: (i) => edges[i + 1], y1: 0, y2: (i) => inside[i], fill: "var(--member)", inset: 0}),
      line(outline, {x: ([x]) => x, y: ([, y]) => y, stroke: "var(--other)", strokeWidth: 1.8}),
      ruleY([0], {stroke: ink})
    ]
  });
}
