// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>

namespace armistice {

// Calls work(0) ... work(count - 1), each once, on `threads` threads (0: as many as the machine has), in any order.
// What they write must not overlap. Returns when all are done; the first exception of any is thrown on.
void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace armistice
