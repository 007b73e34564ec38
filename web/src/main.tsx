// SPDX-License-Identifier: Apache-2.0
// Reads what the program has put into the page: a whole study (a report), or that it is served.
import { render } from "preact";
import type { Study } from "./data";
import { App } from "./app";
import { sourceOfReport } from "./source";
import "./style.css";

type Inlined = Study | { served: true };
const inlined = JSON.parse(document.getElementById("study")!.textContent!) as Inlined;
const root = document.getElementById("app")!;
root.replaceChildren();
render(<App report={"served" in inlined ? null : sourceOfReport(inlined)} />, root);
