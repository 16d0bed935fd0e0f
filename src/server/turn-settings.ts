import { DEFAULT_TURN_SETTINGS, type TurnSettings } from "#domain/dossier/turn-settings.ts";
import { StartFailure } from "./db/start-failure.ts";

/**
 * Reads how far the days of turns may lie.
 * @throws StartFailure with one sentence
 */
export function readTurnSettings(env: Readonly<Record<string, string | undefined>>): TurnSettings {
  return {
    tellableDays: readTellableDays(env["MOTCUA_TELLABLE_DAYS"]),
    extensionWithinLimit: readCeiling(env["MOTCUA_EXTENSION_CEILING"]),
  };
}

function readTellableDays(text: string | undefined): number {
  if (!text) return DEFAULT_TURN_SETTINGS.tellableDays;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new StartFailure("MOTCUA_TELLABLE_DAYS must be a number of days from 1 to 999.");
}

function readCeiling(text: string | undefined): boolean {
  if (!text) return DEFAULT_TURN_SETTINGS.extensionWithinLimit;
  if (text === "limit" || text === "none") return text === "limit";
  throw new StartFailure("MOTCUA_EXTENSION_CEILING must be limit or none.");
}
