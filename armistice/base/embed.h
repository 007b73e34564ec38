// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

// Puts a file into the program as it is: NAME() in the namespace of the caller. The assembler does it, since a list of
// numbers in C++ would take a compiler seconds. `file` is a literal with the whole path; CMake tells the compiler when
// it changes (OBJECT_DEPENDS).
//   ARMISTICE_EMBED(bundle_style, "/build/pages/pages.css")
// clang-format off
#define ARMISTICE_EMBED(name, file)                                                                              \
  asm(".section .rodata\n.global armistice_" #name "\n.global armistice_" #name "_end\n"                         \
      "armistice_" #name ":\n.incbin \"" file "\"\narmistice_" #name "_end:\n.byte 0\n.previous\n");             \
  extern "C" { extern const char armistice_##name[], armistice_##name##_end[]; }                                 \
  std::string_view name() { return {armistice_##name, armistice_##name##_end}; }
// clang-format on
