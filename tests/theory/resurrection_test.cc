// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/resurrection.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

TEST(Resurrection, ThePunishedGamble) {
  EXPECT_NEAR(resurrection_threshold(1, 0.3, 0.6, 0.05), 0.5, 1e-14);
  EXPECT_NEAR(resurrection_threshold(1, 0, 0, 0.05), 0.05, 1e-14);
}

}  // namespace
}  // namespace armistice
