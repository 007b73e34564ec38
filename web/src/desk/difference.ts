// SPDX-License-Identifier: Apache-2.0
// The difference of two shares, each counted in its own study, with a 90 % interval: the square-and-add method on
// Wilson's intervals (Newcombe 1998, Statistics in Medicine 17, 873, method 10). For shares 0.5 (0.4 to 0.6) and 0.7
// (0.6 to 0.8): 0.2 (0.06 to 0.34).
import type { Share } from "../data";

export interface Difference {
  value: number;
  low: number;
  high: number;
  clear: boolean; // the interval leaves out zero
}

// Other minus one; null where a share is not known.
export function difference(one: Share | undefined, other: Share | undefined): Difference | null {
  if (!known(one) || !known(other)) return null;
  const value = other.share - one.share;
  const low = value - Math.hypot(other.share - other.low, one.high - one.share);
  const high = value + Math.hypot(other.high - other.share, one.share - one.low);
  return { value, low, high, clear: low > 0 || high < 0 };
}

type Known = Share & { share: number; low: number; high: number };

function known(share: Share | undefined): share is Known {
  return share !== undefined && share.share !== null && share.low !== null && share.high !== null;
}
