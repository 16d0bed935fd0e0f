import { equalData } from "../shared/equal-data.ts";
import type { ProcedureContent } from "./procedure.ts";

/**
 * The warnings of a version that still hold for the version made from it: those whose place says the same as before,
 * with the path of the place as it is now. A place that was changed or taken away needs no more looking at. A path
 * that leads nowhere in the old version stays: only a person can say that it is settled.
 * @example remainingWarnings(old, mended, [{ path: "channels.direct.limits[0]", … }])
 */
export function remainingWarnings<Warning extends { readonly path: string }>(
  before: ProcedureContent,
  after: ProcedureContent,
  warnings: readonly Warning[],
): readonly Warning[] {
  return warnings.flatMap((warning) => {
    const steps = stepsOf(warning.path);
    const old = walk(before, steps);
    if (old === undefined) return [warning];
    const next = walk(after, old.keys);
    return next !== undefined && equalData(old.value, next.value) ? [{ ...warning, path: next.path }] : [];
  });
}

/** The value at a path of a content, or undefined where the path leads nowhere. @example "papers[2].name" */
export function valueAt(content: ProcedureContent, path: string): unknown {
  return walk(content, stepsOf(path))?.value;
}

/**
 * A step by name, by place in a list, or by the key that an entry of a list keeps when the order changes; of a key,
 * whether the path wrote it or the place.
 */
type Step = string | number | { readonly key: string; readonly written: boolean };

interface Place {
  readonly value: unknown;
  readonly path: string;
  /** The same way by keys. */
  readonly keys: readonly Step[];
}

function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/gu)].map(([, index, name]) =>
    index === undefined ? (name ?? "") : Number(index),
  );
}

function walk(content: ProcedureContent, steps: readonly Step[]): Place | undefined {
  let place: Place | undefined = { value: content, path: "", keys: [] };
  for (const step of steps) {
    place = Array.isArray(place.value) ? inList(place, place.value, step) : inRecord(place, step);
    if (place === undefined) return undefined;
  }
  return place;
}

function inList(from: Place, list: readonly unknown[], step: Step): Place | undefined {
  const at = typeof step === "number" ? step : list.findIndex((item) => keyOf(item) === nameOf(step));
  const value = list[at];
  if (value === undefined) return undefined;
  const key = keyOf(value);
  const written = typeof step === "string" || (typeof step === "object" && step.written);
  return {
    value,
    path: written ? `${from.path}.${nameOf(step)}` : `${from.path}[${at}]`,
    keys: [...from.keys, key === undefined ? at : { key, written }],
  };
}

function inRecord(from: Place, step: Step): Place | undefined {
  const { value } = from;
  if (typeof value !== "object" || value === null || typeof step !== "string") return undefined;
  const found: unknown = Object.hasOwn(value, step)
    ? Object.entries(value).find(([key]) => key === step)?.[1]
    : undefined;
  if (found === undefined) return undefined;
  return { value: found, path: from.path === "" ? step : `${from.path}.${step}`, keys: [...from.keys, step] };
}

function nameOf(step: Exclude<Step, number>): string {
  return typeof step === "string" ? step : step.key;
}

/** What an entry of a list is known by: its channel, id, case, or the text that it is. */
function keyOf(item: unknown): string | undefined {
  if (typeof item === "string") return item;
  if (typeof item !== "object" || item === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(item));
  for (const name of ["channel", "id", "case", "code"]) {
    const key = entries.get(name);
    if (typeof key === "string") return key;
  }
  // The limit for all cases has no key of its own; there is at most one.
  return entries.has("limit") ? "" : undefined;
}
