import { useEffect, useState } from "react";
import { serverNow } from "../server-clock.ts";

/** Often enough for a badge that counts days and the hour of the due day. */
const EVERY_MS = 30_000;

/** The moment on the server's clock, kept fresh while the page is open. */
export function useNow(): string {
  const [now, setNow] = useState<string>(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
