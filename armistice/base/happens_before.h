// SPDX-License-Identifier: Apache-2.0
#pragma once

// Debian's TBB is not built for the thread sanitizer, which so cannot see that what is written before a parallel loop
// is read inside it, and what is written inside is read after it. A file that starts TBB loops says so itself:
//
//   char begins = 0, ends = 0;
//   happens_before(&begins);
//   tbb::parallel_for(0, n, [&](int i) { happens_after(&begins); body(i); happens_before(&ends); });
//   happens_after(&ends);
//
// Nothing orders one body against another, so two bodies that touch the same number are still reported.
// Outside a build with the thread sanitizer both are empty.
#ifdef ARMISTICE_THREAD_SANITIZER
extern "C" void __tsan_release(void* mark);
extern "C" void __tsan_acquire(void* mark);
#endif

namespace armistice {

// What this thread did so far comes before whatever a thread does after happens_after(mark).
inline void happens_before([[maybe_unused]] void* mark) {
#ifdef ARMISTICE_THREAD_SANITIZER
  __tsan_release(mark);
#endif
}

inline void happens_after([[maybe_unused]] void* mark) {
#ifdef ARMISTICE_THREAD_SANITIZER
  __tsan_acquire(mark);
#endif
}

}  // namespace armistice
