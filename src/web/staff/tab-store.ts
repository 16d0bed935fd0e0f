/** Before every key, so that all can be thrown away at once. */
const PREFIX = "motcua.kept.";

/**
 * Something half done that a reload of the tab must not lose. It goes with the tab, and with whoever signs out; nothing
 * personal may be kept here. A browser that keeps nothing, by its settings or because it is full, is no reason to fail.
 */
export function keepInTab(key: string, value: unknown): void {
  attempt((store) => store.setItem(PREFIX + key, JSON.stringify(value)));
}

/** What was kept, of whatever shape an earlier program gave it; undefined when there is nothing. */
export function keptInTab(key: string): unknown {
  return attempt((store): unknown => {
    const text = store.getItem(PREFIX + key);
    return text === null ? undefined : JSON.parse(text);
  });
}

export function dropFromTab(key: string): void {
  attempt((store) => store.removeItem(PREFIX + key));
}

/** Throws away all that was kept in this tab: the next person begins with nothing of the one before. */
export function emptyTab(): void {
  attempt((store) => {
    const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
    for (const key of keys.filter((one) => one.startsWith(PREFIX))) store.removeItem(key);
  });
}

function attempt<T>(act: (store: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
