// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <optional>

#include "armistice/base/happens_before.h"

namespace armistice {

void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
  std::optional<tbb::global_control> allowed;
  if (threads > 0) allowed.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  char begins = 0, ends = 0;
  happens_before(&begins);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
      happens_after(&begins);
      work(i);
      happens_before(&ends);
    });
  });
  happens_after(&ends);
}

}  // namespace armistice
