import {dot, line, link, plot, ruleX, ruleY, text} from "@observablehq/plot";
import {base, colour, dash, ink, quiet} from "./style.js";

// Estimates over runs with their bounds, the level of each segment, and where the level changed.
export function trend({points, segments, changes, limits, last}, {width, words, plain, count}) {
  return plot({
    ...base(width, 250),
    marginLeft: 56,
    marginBottom: 42,
    marginTop: 26,
    x: {
      label: words.run,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [0.5, last + 0.5],
      ticks: Array.from({length: last}, (_, i) => i + 1).filter((i) => i === 1 || i === last || (i % Math.ceil(last / 12) === 0 && last - i > Math.ceil(last / 12) / 2)),
      tickFormat: count
    },
    y: {label: words.auc, labelAnchor: "center", labelArrow: "none", tickFormat: plain, ticks: 5, grid: true, nice: true},
    marks: [
      ruleY(limits, {stroke: ink}),
      ruleX(changes, {x: ({run}) => run - 0.5, stroke: "var(--c1)", strokeDasharray: "5 3", strokeWidth: 1.5}),
      text(changes, {x: ({run}) => run - 0.5, frameAnchor: "top", dy: -16, text: "label", fill: ink}),
      link(segments, {x1: (segment) => segment.first - 0.4, x2: (segment) => segment.last + 0.4, y: "mean", stroke: colour(2), strokeWidth: 2}),
      link(points, {x1: "run", x2: "run", y1: "lower", y2: "upper", stroke: colour(0), strokeWidth: 1.5}),
      dot(points, {x: "run", y: "estimate", r: 4, fill: colour(0), stroke: "var(--paper)"})
    ]
  });
}

// Leakage against utility: a filled point is one that no other run beats on both.
export function tradeoff({points, utility, leakage}, {width, plain}) {
  const front = points.filter(({best}) => best).sort((a, b) => a.utility - b.utility);
  return plot({
    ...base(width, 300),
    marginLeft: 56,
    marginBottom: 42,
    marginTop: 16,
    marginRight: 28,
    x: {label: utility, labelAnchor: "center", labelArrow: "none", tickFormat: plain, ticks: Math.max(3, Math.floor(width / 110)), grid: true, nice: true},
    y: {label: leakage, labelAnchor: "center", labelArrow: "none", tickFormat: plain, ticks: 5, grid: true, nice: true},
    marks: [
      line(front, {x: "utility", y: "estimate", stroke: colour(1), strokeDasharray: dash(1), strokeWidth: 1.5}),
      link(points, {x1: "utility", x2: "utility", y1: "lower", y2: "upper", stroke: quiet}),
      dot(points, {x: "utility", y: "estimate", r: 5, fill: ({best}) => (best ? colour(1) : "var(--paper)"), stroke: colour(1), strokeWidth: 1.5}),
      text(points, {x: "utility", y: "estimate", dx: 9, textAnchor: "start", text: ({run}) => `${run}`, fill: ink})
    ]
  });
}
