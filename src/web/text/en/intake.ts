import type { intake as vietnamese } from "../vi/intake.ts";

export const intake: typeof vietnamese = {
  title: "Counter",
};
