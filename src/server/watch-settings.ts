import { DEFAULT_WATCH_SETTINGS, type WatchSettings } from "#domain/watch/watch.ts";
import { StartFailure } from "./db/start-failure.ts";

/**
 * Reads from when on something is watched.
 * @throws StartFailure with one sentence
 */
export function readWatchSettings(env: Readonly<Record<string, string | undefined>>): WatchSettings {
  const { dueSoonDays, collectDays, idleDays } = DEFAULT_WATCH_SETTINGS;
  return {
    dueSoonDays: readDays("MOTCUA_DUE_SOON_DAYS", env["MOTCUA_DUE_SOON_DAYS"], dueSoonDays),
    collectDays: readDays("MOTCUA_COLLECT_DAYS", env["MOTCUA_COLLECT_DAYS"], collectDays),
    idleDays: readDays("MOTCUA_IDLE_DAYS", env["MOTCUA_IDLE_DAYS"], idleDays),
  };
}

function readDays(name: string, text: string | undefined, usual: number): number {
  if (!text) return usual;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new StartFailure(`${name} must be a number of days from 0 to 999.`);
}
