// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface FieldProps {
  label: string;
  value: string;
  input: (value: string) => void;
  hint?: ComponentChildren;
  fault?: string | undefined; // what is wrong with the value
  numeric?: boolean;
}

// A labelled input with its hint and what is wrong with it.
export function Field({ label, value, input, hint, fault, numeric }: FieldProps) {
  const id = useId();
  const said = [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter((x) => x !== "").join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={numeric ? "decimal" : "text"}
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={said === "" ? undefined : said}
        onInput={(event) => input(event.currentTarget.value)}
      />
      {hint && (
        <small id={`${id}-hint`} class="soft">
          {hint}
        </small>
      )}
      {fault && (
        <small id={`${id}-fault`} class="wrong">
          {fault}
        </small>
      )}
    </div>
  );
}
