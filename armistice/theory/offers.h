// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/protocol.h"

namespace armistice {

// Offers in turn, stacked (Aydogan, Festen, Hindriks and Jonker 2017): the party whose turn it is takes the offer on
// the table or puts another in its place; an offer that all others have taken is the deal; a round is one turn. Parties
// follow tactics (tactics.h) and know only their own utilities and the offers made:
//   floor = reservation, or the outside option if better; best = their best package; share s of gain = floor + s (best
//   - floor). They take what gives them the share that they demand at that time, from 1 in the first round to 0 in the
//   last. Else they offer, of the packages that give them that share, the one with the most clauses in common with the
//   others' last offers, and of these the one closest to what they demand. (In a space too large to list: from their
//   own best package on, clause by clause, the one first that brings most common clauses for the least own loss.)
// A party that reciprocates comes down by a tenth in each of its second and third turns and later demands at most what
// a Boulware party does: else two of them wait for each other for ever, for a concession in packages need not be one in
// the other's eyes.
ProtocolResult offers_in_turn(const Space& space, const ProtocolTerms& terms);
ProtocolResult offers_boulware(const Space& space, const ProtocolTerms& terms);  // all parties alike
ProtocolResult offers_linear(const Space& space, const ProtocolTerms& terms);
ProtocolResult offers_conceder(const Space& space, const ProtocolTerms& terms);
ProtocolResult offers_tit_for_tat(const Space& space, const ProtocolTerms& terms);

// Offers in turn between parties that know everything, by backward induction from the deadline (Stahl 1972; Rubinstein
// 1982, Econometrica 50(1)): refusing is worth max(outside, (1 - d) inside + d next), the proposer takes the best
// package for itself that gives every other at least that, and the deal is made in the first round or never. The inside
// option is a flow that lasts while there is no deal, the outside option ends the talks (Binmore, Shaked and Sutton
// 1989). After the last round parties have their reservations. A pie in steps of 0.001, discounts (0.9, 0.8),
// reservation 0, 5 rounds: the first has 0.862 (0.8624 without the steps).
ProtocolResult offers_in_equilibrium(const Space& space, const ProtocolTerms& terms);

// Take it or leave it: the first speaker puts the best package for itself that it believes all others to take, and they
// do if it is not below what they have without a deal. With `doubt` it errs about each of those by a normal number.
ProtocolResult ultimatum(const Space& space, const ProtocolTerms& terms);

}  // namespace armistice
