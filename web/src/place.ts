// SPDX-License-Identifier: Apache-2.0
// Where the reader is, kept in the address behind "#", so that a place can be bookmarked in a file too:
//   #/futures                 a page of a report
//   #/desk                    the desk of the server: dossiers, studies, jobs (desk/views.ts has what follows it)
//   #/study/runs%2Fdemo/text  a page of a study that is served
import { useEffect, useState } from "preact/hooks";
import { pageIds, type PageId } from "./data";

export interface Place {
  study: string | null; // path of a served study
  page: PageId | "desk" | null;
}

// "#/study/runs%2Fdemo/text": ["study", "runs/demo", "text"].
export function partsOf(hash: string): string[] {
  return hash.replace(/^#\/?/, "").split("/").map(decoded);
}

export function placeOf(hash: string): Place {
  const parts = partsOf(hash);
  const page = (word: string | undefined) => pageIds.find((id) => id === word) ?? null;
  if (parts[0] === "study") return { study: parts[1] ?? null, page: page(parts[2]) };
  return { study: null, page: parts[0] === "desk" ? "desk" : page(parts[0]) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken escape typed by hand
  }
}

export function hashOf(place: Place): string {
  if (place.study !== null) return `#/study/${encodeURIComponent(place.study)}/${place.page ?? "situation"}`;
  return `#/${place.page ?? ""}`;
}

export function usePlace(): Place {
  const [place, setPlace] = useState(placeOf(location.hash));
  useEffect(() => {
    const moved = () => setPlace(placeOf(location.hash));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  return place;
}
