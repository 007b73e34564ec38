// SPDX-License-Identifier: Apache-2.0
// Tests of the pages in Debian's Chromium. ctest sets the environment (tests/CMakeLists.txt); by hand:
//   ARMISTICE_PROGRAM=../build/release/armistice npx playwright test
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  outputDir: process.env.ARMISTICE_TEST_OUTPUT ?? "test-results",
  globalSetup: "./tests/prepare.ts",
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JUNIT_OUTPUT_NAME ? [["junit"], ["line"]] : "list",
  use: {
    headless: true,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Tests run as root in a container, and nothing of the browser may ask for the network.
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    },
  },
});
