import { useEffect, useState } from "react";

/** Often enough for a badge that counts days and the hour of the due day. */
const EVERY_MS = 30_000;

/** The moment on this machine's clock, kept fresh while the page is open. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
