import type { TurnSettings } from "#domain/dossier/turn-settings.ts";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import type { Db } from "./db/kysely.ts";
import type { FileStore } from "./files/file-store.ts";
import type { RememberedActors } from "./ledgers/remembered-actors.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import type { MandateCache } from "./ledgers/mandate-cache.ts";
import type { Printer } from "./print/printer.ts";
import type { ReferenceCache } from "./units/reference-cache.ts";

/** What the use-cases work with; made once in main.ts. */
export interface Deps {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly clock: Clock;
  /** A new UUIDv7: made here, so that a row knows its key before it is written. */
  readonly newId: () => string;
  readonly reference: ReferenceCache;
  readonly mandates: MandateCache;
  readonly actors: RememberedActors;
  readonly files: FileStore;
  readonly printer: Printer;
  readonly log: Logger;
  /** The address under which citizens reach the program, without a slash at the end. */
  readonly publicUrl: string;
  /** How many dossiers of one visit the counter takes in at once. */
  readonly groupRowsMax: number;
  /** Text messages lead somewhere: a receiver without an account can sign by a code. */
  readonly textMessages: boolean;
  /** Names of the carriers that a space may order from: our own couriers, and those that are set up. */
  readonly carriers: (spaceId: string) => readonly string[];
  /** What an operator sets about the turns of a dossier. */
  readonly turns: TurnSettings;
}
