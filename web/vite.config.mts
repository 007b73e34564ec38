// SPDX-License-Identifier: Apache-2.0
// One script and one style sheet, without imports: the program puts both inside the page it writes.
import { defineConfig } from "vite";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact", legalComments: "none" },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: process.env.ARMISTICE_BUNDLE ?? "../build/web",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    lib: { entry: "src/main.tsx", formats: ["iife"], name: "armistice", fileName: () => "pages.js", cssFileName: "pages" },
  },
});
