// SPDX-License-Identifier: Apache-2.0
// Calls of the server. A fault carries the server's own words.
import type { Fault } from "./api";

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly fault: Fault,
  ) {
    super(fault.error);
  }
}

export async function ask<T>(path: string, how: { method?: string; body?: unknown } = {}): Promise<T> {
  const answer = await fetch(path, {
    method: how.method ?? "GET",
    credentials: "same-origin",
    ...(how.body === undefined
      ? {}
      : { body: JSON.stringify(how.body), headers: { "Content-Type": "application/json" } }),
  });
  const text = await answer.text();
  let read: unknown = null;
  try {
    read = text === "" ? null : JSON.parse(text);
  } catch {
    throw new Refused(answer.status, { error: text.slice(0, 200) || answer.statusText });
  }
  if (!answer.ok) throw new Refused(answer.status, (read as Fault) ?? { error: answer.statusText });
  return read as T;
}
