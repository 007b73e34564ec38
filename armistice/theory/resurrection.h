// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace armistice {

// Gambling for resurrection: Downs and Rocke 1994, American Journal of Political Science 38(2); Goemans 2000, War and
// Punishment. A leader fights on iff the chance of victory is above (settle + cost - lose) / (win - lose), where win,
// lose and settle are what it has of office after each end, win > lose, and `cost` is that of fighting on. Above 1:
// never. One who is safe (1, 0.3, 0.6, 0.05): 0.5; one punished either way (1, 0, 0, 0.05): 0.05.
double resurrection_threshold(double win, double lose, double settle, double cost);

}  // namespace armistice
