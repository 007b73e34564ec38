// SPDX-License-Identifier: Apache-2.0
// What `armistice serve` answers (docs/openapi.json is the whole contract). The session is a cookie that the printed
// address sets, so no call carries the token.
import type { Said } from "./data";

export interface DossierLine {
  path: string; // inside the served folder
  id: string;
  title: Said;
  as_of: string;
  problems: number; // that `armistice check` finds
}
export interface StudyLine {
  path: string; // inside the served folder; what every call names a study by
  dossier: string; // id
  dossier_path: string; // inside the served folder; "" when the dossier lies elsewhere or has changed
  title: Said;
  runs: number;
  weeks: number;
  seed: string;
  off: string[];
  set: string[];
  protocol: string;
  central: boolean; // every number at its centre
  running: string | null; // the job that works on it
  pages: boolean; // whether more than the summary can be shown
  why: Said | null; // and if not, why
}
// GET /api/form?dossier=PATH: what can be changed before a forecast.
export interface Form {
  weeks: number;
  switches: { name: string; meaning: string }[];
  protocols: string[];
  knobs: { path: string; meaning: string; unit: string; low: number; mode: number; high: number; least: number; most: number; source: string; shape: "fixed" | "uniform" | "triangular" | "normal" | "lognormal" }[];
}
// POST /api/jobs
export interface Wanted {
  dossier: string; // path
  study: string; // name of a new folder under the served folder's runs/, or of a study to go on with
  runs: number;
  seed: string;
  weeks?: number;
  off?: string[];
  set?: string[]; // "path=value" or "path=low:mode:high"
  protocol?: string;
  central?: boolean;
}
// GET /api/jobs, GET /api/jobs/ID, and each event of GET /api/jobs/ID/events
export interface Job {
  id: string;
  study: string; // path
  state: "running" | "done" | "stopped" | "failed";
  runs_done: number;
  runs: number;
  rate: number; // runs a second
  seconds_left: number | null;
  message: string; // why it failed
}
export interface Fault {
  error: string; // in plain words
  problems?: { file: string; line: number; column: number; message: string; hint: string }[];
}
