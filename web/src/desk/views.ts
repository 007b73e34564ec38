// SPDX-License-Identifier: Apache-2.0
// What the desk shows, kept in the address like the pages, so that it can be bookmarked and "back" works:
//   #/desk                     dossiers, jobs, studies
//   #/desk/new/DOSSIER         the form of a forecast
//   #/desk/again/STUDY         the same, with the choices of a study
//   #/desk/on/STUDY            more runs of a study
//   #/desk/compare/ONE/OTHER   two studies side by side
//   #/desk/summary/STUDY       what is left of a study whose pages cannot be made
import { partsOf } from "../place";

export type View =
  | { kind: "home" }
  | { kind: "new"; dossier: string }
  | { kind: "again"; study: string }
  | { kind: "on"; study: string }
  | { kind: "compare"; one: string; other: string }
  | { kind: "summary"; study: string };

export function viewOf(hash: string): View {
  const [desk, kind, first = "", second = ""] = partsOf(hash);
  if (desk !== "desk") return { kind: "home" };
  if (kind === "new" && first !== "") return { kind, dossier: first };
  if ((kind === "again" || kind === "on" || kind === "summary") && first !== "") return { kind, study: first };
  if (kind === "compare") return { kind, one: first, other: second };
  return { kind: "home" };
}

export function hashOfView(view: View): string {
  const parts = ["desk"];
  if (view.kind !== "home") parts.push(view.kind);
  if (view.kind === "new") parts.push(view.dossier);
  if (view.kind === "again" || view.kind === "on" || view.kind === "summary") parts.push(view.study);
  if (view.kind === "compare") parts.push(view.one, view.other);
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}
