/** Grows when rules that browser and server share change their answers: an older tab is told to reload. */
export const RULES_VERSION = "1";
