import { Client, type ClientConfig, escapeIdentifier } from "pg";

/** A connection that hears what other processes say on a channel of the database. */
export interface Listener {
  readonly stop: () => Promise<void>;
}

/** What a listener is told. Neither may throw. */
export interface Heard {
  readonly message: (payload: string) => void;
  /** Listening has begun, for the first time or once more: what was said before was not heard. */
  readonly began: () => void;
}

/** How a listener shows up among the server's connections. */
const LISTENER_NAME = "motcua-listen";
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Listens on a channel until it is stopped. A connection that breaks is opened anew, after one second, then two, up
 * to thirty. What was said meanwhile is lost: a listener saves time, nothing may depend on it.
 * @example listen(config, "motcua_mandates", { message: (schema) => …, began: () => … })
 */
export function listen(config: ClientConfig, channel: string, heard: Heard): Listener {
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT_MS;
  const again = () => {
    if (stopped || timer) return;
    timer = setTimeout(() => void open(), wait).unref();
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const open = async () => {
    timer = undefined;
    const next = new Client({ ...config, application_name: LISTENER_NAME, keepAlive: true });
    client = next;
    next.on("error", () => undefined); // Its end follows.
    next.on("end", again);
    next.on("notification", ({ payload }) => heard.message(payload ?? ""));
    try {
      await next.connect();
      await next.query(`listen ${escapeIdentifier(channel)}`);
      wait = FIRST_WAIT_MS;
      heard.began();
    } catch {
      await next.end().catch(() => undefined);
      again();
    }
  };
  const opened = open();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await opened;
      await client?.end().catch(() => undefined);
    },
  };
}
