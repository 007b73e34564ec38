// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/protocol.h"

// Protocols with a single text that a mediator changes. The text begins as a package drawn at random; a round is one
// change put to the parties. At the end each signs what is not below its reservation. Parties tell the truth: what they
// would gain by not doing so is left out (Klein et al. 2003 discuss it).
namespace armistice {

// Veto: a package drawn at random takes the text's place when nobody is worse off by it and somebody is better off.
// The mediator learns only whether anybody objects.
ProtocolResult single_text_veto(const Space& space, const ProtocolTerms& terms);

// Hill climbing by votes: all packages that differ from the text in one clause are put in random order, and the first
// to which nobody objects (as above) is the new text; the end is where none passes. The mediator learns the same.
ProtocolResult hill_climbing(const Space& space, const ProtocolTerms& terms);

// The mediator anneals on the strength of votes (after Klein, Faratin, Sayama and Bar-Yam 2003): of each change it
// learns from each party whether it is for or against, weakly (1) or strongly (2: more than a tenth of its stake), and
// keeps the text by the rule of Metropolis on the sum of votes, at a heat that falls linearly from 1 to 0.
ProtocolResult annealing_on_votes(const Space& space, const ProtocolTerms& terms);

// The mediator anneals on gains: each party reports what each text gains it over its reservation, in shares of its
// stake, and the mediator keeps texts by the rule of Metropolis on the sum of welcome(gain, 0.01), nearly the log of
// the Nash product, at a heat that falls linearly from 0.4 to 0; in the end it puts forward the best text that it has
// seen. It uses more than votes do, and so is told more.
ProtocolResult annealing_on_gains(const Space& space, const ProtocolTerms& terms);

}  // namespace armistice
