// SPDX-License-Identifier: Apache-2.0
// The ground of a cell that holds a share: blue above a half, orange below, the stronger the further from it. Weak
// enough for words upon it to keep their contrast, light or dark; the number in the cell says the same.
export function shade(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return "transparent";
  const strength = Math.round(Math.min(1, Math.abs(share - 0.5) * 2) * 42);
  return `rgb(${share >= 0.5 ? "0 114 178" : "213 94 0"} / ${strength}%)`;
}
