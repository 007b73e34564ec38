// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/bundle.h"

// The assembler puts the files into the program as they are: a list of numbers in C++ takes a compiler seconds.
#ifdef ARMISTICE_BUNDLE
// clang-format off
#define ARMISTICE_INCLUDE(name, file)                                    \
  asm(".section .rodata\n.global " #name "\n.global " #name "_end\n"     \
      #name ":\n.incbin \"" ARMISTICE_BUNDLE "/" file "\"\n" #name "_end:\n.byte 0\n.previous\n")
// clang-format on
ARMISTICE_INCLUDE(armistice_bundle_script, "pages.js");
ARMISTICE_INCLUDE(armistice_bundle_style, "pages.css");
extern "C" {
extern const char armistice_bundle_script[], armistice_bundle_script_end[];
extern const char armistice_bundle_style[], armistice_bundle_style_end[];
}
#endif

namespace armistice {

#ifdef ARMISTICE_BUNDLE
std::string_view bundle_script() { return {armistice_bundle_script, armistice_bundle_script_end}; }
std::string_view bundle_style() { return {armistice_bundle_style, armistice_bundle_style_end}; }
#else
std::string_view bundle_script() { return {}; }
std::string_view bundle_style() { return {}; }
#endif

}  // namespace armistice
