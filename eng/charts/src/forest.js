import {dot, link, plot, ruleX, text} from "@observablehq/plot";
import {base, colour, faint, ink, quiet} from "./style.js";

// Estimates of all attacks with their bounds, beside the limits they were held against.
export function forest({rows, limits, none}, {width, words, plain}) {
  const longest = Math.max(...rows.map(({name}) => name.length));
  return plot({
    ...base(width, 56 + 24 * rows.length + (limits.length ? 14 : 0) + (limits.length > 1 ? 14 : 0)),
    marginLeft: Math.min(24 + 6.6 * longest, width * 0.45),
    marginRight: 24,
    marginTop: limits.length > 1 ? 44 : limits.length ? 30 : 14,
    marginBottom: 42,
    x: {
      label: words.auc,
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: plain,
      ticks: Math.max(3, Math.floor(width / 120)),
      grid: true,
      nice: true
    },
    y: {label: null, domain: rows.map(({name}) => name), tickSize: 0, tickFormat: (name) => name},
    marks: [
      ruleX([none], {stroke: quiet, strokeDasharray: "3 3"}),
      ruleX(limits, {stroke: ink, strokeWidth: 1.5}),
      ...[0, 1].map((row) =>
        text(limits.filter((_, i) => i % 2 === row), {x: (limit) => limit, frameAnchor: "top", dy: -16 - 14 * row, text: (limit) => `${words.limit} ${plain(limit)}`, fill: ink})
      ),
      link(rows, {x1: "lower", x2: "upper", y: "name", stroke: ({rank}) => colour(rank), strokeWidth: 2.5}),
      dot(rows, {x: "estimate", y: "name", r: 4.5, fill: ({rank}) => (rank < 0 ? faint : colour(rank)), stroke: "var(--paper)"})
    ]
  });
}
