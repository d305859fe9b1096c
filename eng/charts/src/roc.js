import {line, link, plot, ruleX} from "@observablehq/plot";
import {base, colour, dash, quiet} from "./style.js";

// ROC curves of all attacks; the strongest stand out, and the first of them carries its bounds. On logarithmic axes curves are steps: what a threshold reaches.
export function roc({curves: name, floor}, {width, words, percent, plain, curves: all}, logarithmic) {
  const curves = [...all[name]].sort((a, b) => (b.rank < 0 ? 99 : b.rank) - (a.rank < 0 ? 99 : a.rank));
  const side = Math.min(width, 520);
  const low = logarithmic ? floor : 0;
  const clamp = (value) => Math.max(low, value);
  const axis = {
    type: logarithmic ? "log" : "linear",
    domain: [low, 1],
    labelAnchor: "center",
    labelArrow: "none",
    grid: true,
    ticks: logarithmic ? decades(low) : [0, 0.2, 0.4, 0.6, 0.8, 1],
    tickFormat: logarithmic ? percent : plain
  };
  return plot({
    ...base(side, Math.round(side * 0.86)),
    marginLeft: 58,
    marginBottom: 44,
    marginRight: 16,
    marginTop: 12,
    clip: true,
    x: {...axis, label: words.fpr},
    y: {...axis, label: words.tpr},
    marks: [
      link([0], {x1: low, y1: low, x2: 1, y2: 1, stroke: quiet, strokeDasharray: "3 3", clip: true}),
      ...curves.map((curve) =>
        line(
          curve.x.map((_, i) => i).filter((i) => curve.y[i] >= low),
          {
            x: (i) => clamp(curve.x[i]),
            y: (i) => curve.y[i],
            curve: logarithmic ? "step-after" : "linear",
            stroke: colour(curve.rank),
            strokeWidth: curve.rank < 0 ? 1 : 2,
            strokeDasharray: dash(curve.rank),
            clip: true
          }
        )
      ),
      ...curves
        .filter(({rank}) => rank === 0)
        .map((curve) =>
          ruleX(
            curve.bounds.filter(([x, , upper]) => x >= low && upper > low),
            {x: ([x]) => x, y1: ([, lower]) => clamp(lower), y2: ([, , upper]) => upper, stroke: colour(curve.rank), strokeWidth: 1.5, marker: "tick", clip: true}
          )
        )
    ]
  });
}

function decades(low) {
  const ticks = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= 0; power++) ticks.push(+`1e${power}`);
  return ticks;
}
