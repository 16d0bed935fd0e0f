/**
 * Whether two plain JSON values say the same: the order of keys does not matter, the order of lists does, and a key
 * that holds `undefined` is a key that is not there.
 * @example equalData({ a: 1, b: [2] }, { b: [2], a: 1 }) → true
 */
export function equalData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => equalData(item, other[index]))
    );
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => equalData(own(one, key), own(other, key)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What an object holds itself: a text as `toString` must not find what every object inherits. */
function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
