// SPDX-License-Identifier: Apache-2.0
#pragma once

// Alternating offers over a pie of 1. Player 1 proposes first; discount factors d1, d2 in [0, 1], not both 1. All
// functions return the share of player 1 as first proposer.
namespace armistice {

// Rubinstein 1982, Econometrica 50(1): (1 - d2) / (1 - d1 d2). (0.9, 0.8): 0.71429.
double first_mover_share(double d1, double d2);

// Its limit when offers follow each other fast and the sides discount at the rates r1, r2 >= 0 (not both 0):
// r2 / (r1 + r2). (0.1, 0.2): 0.66667.
double patient_share(double rate_1, double rate_2);

// Stahl 1972, Bargaining Theory: `rounds` >= 1 offers, player 1 makes the odd ones, after the last refusal both have
// nothing. Backward from share 1 in the last round by s <- 1 - d s, d of who answers. (0.9, 0.8, 5): 0.8624.
double finite_horizon_share(double d1, double d2, int rounds);

// Binmore, Shaked and Sutton 1989, Quarterly Journal of Economics 104(4): player 2, when it answers, can walk off to an
// outside option worth `outside` in [0, 1]. It gets max(outside, d2 (1 - d1) / (1 - d1 d2)): no effect until it binds.
// A conquest that ends the game is an outside option. (0.9, 0.9, 0.2): 0.52632; (0.9, 0.9, 0.6): 0.4.
double outside_option_share(double d1, double d2, double outside);

// Muthoo 1999, Bargaining Theory with Applications, chapter 6: inside options, what a side has of the pie in each
// period without a deal, g1, g2 >= 0 with g1 + g2 <= 1. What fighting yields while it lasts is an inside option.
// [(1 - d2) (1 - g2) + d2 (1 - d1) g1] / (1 - d1 d2). (0.9, 0.8, 0.3, 0.1): 0.72857.
double inside_option_share(double d1, double d2, double inside_1, double inside_2);

// Its limit for fast offers at rates r1, r2: g1 + r2 / (r1 + r2) (1 - g1 - g2). (0.1, 0.1, 0.3, 0.1): 0.6.
double patient_inside_share(double rate_1, double rate_2, double inside_1, double inside_2);

// Binmore, Rubinstein and Wolinsky 1986, RAND Journal of Economics 17(2): no discounting, but after each refusal talks
// break down with chance b in (0, 1] and leave the sides with w1, w2, w1 + w2 <= 1: w1 + (1 - w1 - w2) / (2 - b).
// (0.1, 0.45, 0.2): 0.63421; the even split of the surplus, 0.625, as b goes to 0.
double breakdown_share(double breakdown, double walk_away_1, double walk_away_2);

}  // namespace armistice
