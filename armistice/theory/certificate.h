// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "armistice/theory/space.h"

// Why there is no deal: few parties and few clauses that already cannot agree.
//
// Parties P and issues K cannot agree when no choice on K that keeps the constraints gives every party of P a gain of 0
// or more, even though every other issue is given to every party at once as it likes best: at the party's best option;
// with interactions above 0 counted where what they say of K holds, and those below 0 not counted; and with constraints
// that speak of other issues lifted. What cannot agree still cannot with more parties or issues; with all of them, no
// package is acceptable. P may be empty: then the constraints on K contradict each other.
namespace armistice {

// The space of P and K, the other issues given away: its parties and issues are those listed, in their order.
Space given_away(const Space& space, const std::vector<int>& parties, const std::vector<int>& issues);

enum class Agreement { possible, impossible, open };

// Whether P and K can agree, in quanta; open where `nodes` boxes of packages did not suffice to tell.
Agreement can_agree(const Space& space, const std::vector<int>& parties, const std::vector<int>& issues,
                    std::uint64_t nodes = 200'000);

struct CertificateOptions {
  std::uint64_t nodes = 200'000;  // boxes weighed at most for the first question, whether there is a deal
  std::uint64_t later = 20'000;   // and for each later one
  int questions = 10'000;         // asked at most
};

struct Certificate {
  Agreement deal = Agreement::open;  // of all parties on all issues
  std::vector<int> package;          // deal possible: one that is acceptable
  std::vector<int> parties, issues;  // deal impossible: these cannot agree, rising
  bool irreducible = false;          // proved: without any one of them the others can
  bool smallest = false;             // proved: no fewer parties and issues, counted together, cannot agree
  int least = 0;                     // proved: it takes at least so many
  int questions = 0;
  std::uint64_t nodes = 0;
};

// Deletes what is not needed, one after another, which leaves a certificate that is irreducible; then looks for the
// smallest by the smallest set that hits every set without which there is a deal (Ignatiev, Previti, Liffiton and
// Marques-Silva 2015, "Smallest MUS extraction with minimal hitting set dualization", CP 2015). Three parties that each
// need 0.4 of one pie cut in fifths, beside a clause that is nobody's concern: three parties, one issue.
Certificate why_no_deal(const Space& space, const CertificateOptions& options = {});

}  // namespace armistice
