// SPDX-License-Identifier: Apache-2.0
export function Desk() {
  return <main id="main" tabIndex={-1} />;
}
