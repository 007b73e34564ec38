// SPDX-License-Identifier: Apache-2.0
// Every picture has the same frame: heading, caption in plain words, the picture, its table, its downloads and a foot
// that says how it came about. A table alone has the same frame without a picture.
import type { ComponentChildren } from "preact";
import { useContext, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { createContext } from "preact";
import type { Head } from "./data";
import { useLanguage } from "./language";
import { csvOf, save, svgOf, type TableData } from "./save";

export const HeadContext = createContext<Head | null>(null);

export function useHead(): Head {
  const head = useContext(HeadContext);
  if (!head) throw new Error("no study");
  return head;
}

// What made a picture.
export type Made = Pick<Head, "program" | "version" | "dossier" | "seed" | "command">;

// "armistice 0.1.0 · ukraine-2025 a559… · seed 1 · 20000 runs" and the command.
export function footOf(head: Made): string {
  const made = `${head.program} ${head.version} · ${head.dossier.id} ${head.dossier.hash} · ${head.dossier.as_of} · seed ${head.seed}`;
  return [made, head.command, head.dossier.handling].filter((line) => line !== "").join("\n");
}

export interface FigureProps {
  name: string; // of files, and of the anchor
  title: string;
  caption: ComponentChildren; // what is to be seen, in plain words
  table: TableData;
  // Draws the picture for a width; again when the width or what it `depends` on changes.
  draw?: (width: number) => SVGSVGElement | HTMLElement;
  depends?: unknown[];
  controls?: ComponentChildren;
  openTable?: boolean;
  children?: ComponentChildren; // what is read rather than seen: key numbers, a table that unfolds, a list in words
  made?: Made[]; // by which studies; without it: the one of the page
}

export function Figure(props: FigureProps) {
  const { say, lang } = useLanguage();
  const head = useContext(HeadContext);
  const made = props.made ?? (head ? [head] : []);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { draw } = props;
  useLayoutEffect(() => {
    if (!draw || !place.current || width === 0) return;
    const picture = draw(width);
    picture.setAttribute("aria-hidden", "true"); // the caption and the table say it
    place.current.replaceChildren(picture);
  }, [width, lang, ...(props.depends ?? [])]);
  // The same table is not compared cell by cell again while a reader types into a field of the controls.
  const table = useMemo(() => <DataTable table={props.table} label={props.title} />, [props.table, props.title]);
  const foot = made.map(footOf).join("\n");
  const saveTable = () => save(`${props.name}.csv`, "text/csv", csvOf(props.table, `${props.title}\n${foot}`));
  const savePicture = () => {
    const picture = place.current?.querySelector("svg");
    if (picture) save(`${props.name}.svg`, "image/svg+xml", svgOf(picture, props.title, foot));
  };
  return (
    <figure class="figure" id={props.name} aria-labelledby={`${id}-title`} aria-describedby={`${id}-caption`}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      <figcaption id={`${id}-caption`}>{props.caption}</figcaption>
      {props.controls && <div class="controls">{props.controls}</div>}
      {draw && <div class="picture" ref={place} />}
      {props.children}
      <details open={props.openTable ?? (!draw && !props.children)}>
        <summary>{say("Table", "表格")}</summary>
        {table}
      </details>
      <div class="downloads">
        {draw && (
          <button type="button" onClick={savePicture} aria-label={say(`SVG: ${props.title}`, `SVG：${props.title}`)}>
            SVG
          </button>
        )}
        <button type="button" onClick={saveTable} aria-label={say(`CSV: ${props.title}`, `CSV：${props.title}`)}>
          CSV
        </button>
        <small class="foot">
          {made.map((by, k) => (
            <>
              {k > 0 && <br />}
              {by.program} {by.version} · {by.dossier.id} {by.dossier.hash} · {say("seed", "种子")} {by.seed} ·{" "}
              <code>{by.command}</code>
            </>
          ))}
        </small>
      </div>
    </figure>
  );
}

// The first column is the head of its row; numbers stand to the right.
export function DataTable({ table, label }: { table: TableData; label: string }) {
  const numeric = (column: number) => table.rows.every((row) => /^[-−+<≥≤~\d–(]/.test(String(row[column] ?? "–")));
  const right = table.columns.map((_, k) => k > 0 && numeric(k));
  const long = (column: number) => table.rows.some((row) => String(row[column] ?? "").length > 16);
  const look = table.columns.map((_, k) => (right[k] ? "number" : long(k) ? "long" : ""));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {table.columns.map((name, k) => (
              <th scope="col" class={look[k]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell, k) =>
                k === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td class={look[k]}>{cell === null ? "–" : cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  // Measured at once, so that the picture stands there when the page is first shown; then watched.
  useLayoutEffect(() => {
    if (!place.current) return;
    setWidth(Math.floor(place.current.getBoundingClientRect().width));
    setWidth(Math.floor(place.current.clientWidth)); // at once: the observer speaks only after a first painting
    const watch = new ResizeObserver((entries) => setWidth(Math.floor(entries[0]!.contentRect.width)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return width;
}
