// What all charts share. Colours are variables of the page, so that they follow its light or dark scheme.
export const ink = "var(--ink)";
export const quiet = "var(--quiet)";
export const faint = "var(--chart-faint)";
const colours = ["var(--c0)", "var(--c1)", "var(--c2)", "var(--c3)"];
const dashes = ["none", "7 3", "2 3", "9 3 2 3"];

export const colour = (rank) => colours[rank] ?? faint;
export const dash = (rank) => dashes[rank] ?? "none";

export const base = (width, height) => ({
  className: "chart",
  width,
  height,
  style: {background: "transparent", color: "var(--ink)", fontFamily: "inherit", fontSize: "12px"}
});
