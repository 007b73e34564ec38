// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/deals_of.h"

namespace armistice {

DealQuestion deal_question(const StudyPages& pages) {
  DealQuestion question;
  question.draws = pages.draws;
  question.threads = pages.threads;
  question.pairs = true;
  return question;
}

const Deals& deals_of(const StudyPages& pages) {
  std::call_once(pages.deals_once, [&] {
    const OpenStudy& study = pages.study;
    pages.deals = std::make_unique<const Deals>(find_deals(study.model, study.plan, deal_question(pages)));
  });
  return *pages.deals;
}

}  // namespace armistice
