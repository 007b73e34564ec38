// SPDX-License-Identifier: Apache-2.0
// Where a study's data come from: the report holds them, the server is asked for them section by section.
import type { Head, PageId, RunTold, Study } from "./data";
import { ask } from "./ask";

export interface Source {
  head: Head;
  section<K extends PageId>(page: K): Promise<NonNullable<Study[K]>>;
  run: ((number: number) => Promise<RunTold>) | null; // any run of the study; null: only those in the chronicle
}

export function sourceOfReport(study: Study): Source {
  return {
    head: study.head,
    section: <K extends PageId>(page: K) => {
      const found = study[page];
      return found ? Promise.resolve(found as NonNullable<Study[K]>) : Promise.reject(new Error(`no page ${page}`));
    },
    run: null,
  };
}

export function addressOf(study: string): string {
  return `/api/studies/${study.split("/").map(encodeURIComponent).join("/")}`;
}

// Sections are kept: going back to a page asks for nothing.
export async function sourceOfServer(study: string): Promise<Source> {
  const address = addressOf(study);
  const kept = new Map<PageId, Promise<unknown>>();
  return {
    head: await ask<Head>(`${address}/section/head`),
    section: <K extends PageId>(page: K) => {
      if (!kept.has(page)) {
        const answer = ask(`${address}/section/${page}`);
        answer.catch(() => kept.delete(page)); // asked again next time
        kept.set(page, answer);
      }
      return kept.get(page) as Promise<NonNullable<Study[K]>>;
    },
    run: (number) => ask<RunTold>(`${address}/runs/${number}`),
  };
}
