import type { dossiers as vietnamese } from "../vi/dossiers.ts";

export const dossiers: typeof vietnamese = {};
