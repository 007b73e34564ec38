// SPDX-License-Identifier: Apache-2.0
// How numbers read. A dash stands for what is not known: never a zero that nobody counted.
export const unknown = "–";

// 0.0234 reads "2.3 %"; below a tenth of a percent, but not zero, "< 0.1 %"; so at the other end, "> 99.9 %".
export function percent(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return unknown;
  const least = 10 ** -digits;
  if (share > 0 && share * 100 < least / 2) return `< ${least} %`;
  if (share < 1 && share * 100 >= 100 - least / 2) return `> ${100 - least} %`;
  return `${(share * 100).toFixed(digits)} %`;
}

export function fixed(value: number | null | undefined, digits = 2): string {
  return value === null || value === undefined || !Number.isFinite(value) ? unknown : value.toFixed(digits);
}

// With its sign: gains and losses. A true minus, so that columns align.
export function signed(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unknown;
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}

// "2025-12-20" and 26 weeks: "2026-06-20".
export function dayAfter(asOf: string, weeks: number): string {
  const day = new Date(`${asOf}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * weeks);
  return day.toISOString().slice(0, 10);
}
