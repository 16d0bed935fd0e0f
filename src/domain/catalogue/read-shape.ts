/** Looks at a value of unknown shape and notes each fault with its path; it never throws. */
export type Check = (value: unknown, path: string, faults: string[]) => void;

const OPTIONAL = new WeakSet<Check>();

/** The key may be absent; null is no absence. */
export function optional(check: Check): Check {
  const wrapped: Check = (value, path, faults) => check(value, path, faults);
  OPTIONAL.add(wrapped);
  return wrapped;
}

export function nullable(check: Check): Check {
  return (value, path, faults) => {
    if (value !== null) check(value, path, faults);
  };
}

/** Text in NFC, not empty, without spaces at its ends or doubled; so that what is searched is what is shown. */
export const text: Check = (value, path, faults) => {
  if (typeof value !== "string" || value === "") faults.push(`${path}: not a text`);
  else if (value !== value.normalize("NFC")) faults.push(`${path}: not in Unicode NFC`);
  else if (/^\s|\s$|\s\s|[\u200b-\u200f\ufeff]/u.test(value)) faults.push(`${path}: stray spaces or marks`);
};

/** Any text, as others wrote it. */
export const anyText: Check = (value, path, faults) => {
  if (typeof value !== "string") faults.push(`${path}: not a text`);
};

export function matching(pattern: RegExp): Check {
  return (value, path, faults) => {
    if (typeof value !== "string" || !pattern.test(value)) faults.push(`${path}: not like ${pattern.source}`);
  };
}

export function oneOf(allowed: readonly string[]): Check {
  return (value, path, faults) => {
    if (typeof value !== "string" || !allowed.includes(value)) {
      faults.push(`${path}: not one of ${allowed.join(", ")}`);
    }
  };
}

export function integer(minimum: number): Check {
  return (value, path, faults) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < minimum) {
      faults.push(`${path}: not a whole number of at least ${minimum}`);
    }
  };
}

export const flag: Check = (value, path, faults) => {
  if (typeof value !== "boolean") faults.push(`${path}: not true or false`);
};

export function list(item: Check, minimum = 0): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value)) {
      faults.push(`${path}: not a list`);
      return;
    }
    if (value.length < minimum) faults.push(`${path}: fewer than ${minimum}`);
    for (const [index, entry] of value.entries()) item(entry, `${path}[${index}]`, faults);
  };
}

/** One check for each key of a type, so that a key that is added to the type and forgotten here does not compile. */
export type Shape<T> = { readonly [Key in keyof Required<T>]: Check };

/**
 * An object with exactly these keys; an unknown one is a fault, since it is a misspelt one as a rule. An `open` one,
 * which others write, may have more.
 */
export function record(shape: Readonly<Record<string, Check>>, { open = false } = {}): Check {
  const checks = new Map<string, Check>(Object.entries(shape));
  return (value, path, faults) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      faults.push(`${path}: not an object`);
      return;
    }
    const entries = new Map<string, unknown>(Object.entries(value));
    const unknown = open ? [] : [...entries.keys()].filter((key) => !checks.has(key));
    for (const key of unknown) faults.push(`${path}.${key}: unknown`);
    for (const [key, check] of checks) {
      if (entries.has(key)) check(entries.get(key), `${path}.${key}`, faults);
      else if (!OPTIONAL.has(check)) faults.push(`${path}.${key}: missing`);
    }
  };
}
