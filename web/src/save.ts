// SPDX-License-Identifier: Apache-2.0
// Pictures and tables as files. Each says where it came from.
export interface TableData {
  columns: string[];
  rows: (string | number | null)[][];
}

export function csvOf(table: TableData, foot: string): string {
  const field = (value: string | number | null) => {
    const text = value === null ? "" : String(value);
    // A gain as it is read, "+0.120" or "−0.120", is a number like others: 0.120, -0.120.
    if (/^[-+−]?\d+(\.\d+)?$/.test(text)) return text.replace("−", "-").replace("+", "");
    // A cell that a spreadsheet would run as a formula is kept as text.
    const safe = typeof value === "string" && /^[-=+@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [table.columns, ...table.rows].map((row) => row.map(field).join(","));
  const head = foot.split("\n").map((line) => `# ${line}`);
  return [...head, ...lines].join("\r\n") + "\r\n";
}

// The picture as a file of its own: colours that the page's style sheet gives are written into it, and the foot stands
// under it.
export function svgOf(picture: SVGSVGElement, title: string, foot: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const width = picture.width.baseVal.value || 640;
  const height = picture.height.baseVal.value || 400;
  const lines = foot.split("\n");
  const space = 16 * (lines.length + 1) + 24;
  const style = getComputedStyle(picture);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height + space));
  copy.setAttribute("viewBox", `0 -24 ${width} ${height + space}`);
  copy.setAttribute("style", `color:${style.color};background:${style.backgroundColor};font:12px system-ui,sans-serif`);
  const text = (words: string, y: number, weight: string) => {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "text");
    line.setAttribute("x", "8");
    line.setAttribute("y", String(y));
    line.setAttribute("font-weight", weight);
    line.setAttribute("fill", "currentColor");
    line.textContent = words;
    copy.append(line);
  };
  text(title, -8, "bold");
  lines.forEach((line, k) => text(line, height + 16 * (k + 1), "normal"));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("x", "0");
  ground.setAttribute("y", "-24");
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height + space));
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  const page = getComputedStyle(document.documentElement);
  const written = new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_, name: string) => page.getPropertyValue(name).trim());
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}

export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
