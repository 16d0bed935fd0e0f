import { type CSSVariablesResolver, type MantineColorsTuple, createTheme } from "@mantine/core";

/** Deep teal, the colour of what can be done. White on the shades 6 and 7 passes WCAG AA. */
const teal: MantineColorsTuple = [
  "#e9f5f4",
  "#d3e9e7",
  "#a8d3d0",
  "#7abcb8",
  "#54a8a3",
  "#35938f",
  "#1d7f7b",
  "#0f6a68",
  "#0a5453",
  "#063f3f",
];

/** Grounds and lines of the dark scheme: blue-grey, with warm text upon them. */
const dark: MantineColorsTuple = [
  "#e8e4dc",
  "#c9c9c4",
  "#9fb0b6",
  "#7d9199",
  "#66777f",
  "#2e3c43",
  "#223037",
  "#1a252b",
  "#131c21",
  "#0d1418",
];

/** What cannot be taken back. White on the shades 6 and 7 passes WCAG AA. */
const red: MantineColorsTuple = [
  "#fcefed",
  "#f8dcd8",
  "#f1bab3",
  "#ea968c",
  "#e07468",
  "#d15447",
  "#c03a2e",
  "#b3261e",
  "#8c1c16",
  "#67130f",
];

/** The greys of controls, a little warm like the ground. */
const gray: MantineColorsTuple = [
  "#faf8f4",
  "#f1ece2",
  "#e8e1d4",
  "#d8d0c1",
  "#948d80",
  "#a59f94",
  "#7f7b73",
  "#5a5852",
  "#3f3e3a",
  "#2a2a27",
];

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, red, gray, dark },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: "600" },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  fontSizes: { xs: "0.78rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  respectReducedMotion: true,
});

/** The grounds, lines and tones that the primitives paint with, for both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f6f2ea",
    "--mantine-color-text": "#1b2b33",
    "--mantine-color-dimmed": "#54636b",
    "--mantine-color-placeholder": "#68777f",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#8f9a9c",
    "--mantine-color-teal-light-color": "#0f6a68",
    "--mantine-color-teal-light-hover": "#c9e5e2",
    "--ground": "#f6f2ea",
    "--surface": "#fffdf9",
    "--surface-sunk": "#f1ece2",
    "--line": "#ded6c8",
    "--header": "#0f3350",
    "--header-text": "#f7fafb",
    "--header-muted": "#bcd0dc",
    "--accent": "#0f6a68",
    "--accent-soft": "#e2f1ef",
    "--tone-info": "#134e79",
    "--tone-info-soft": "#e7f0f7",
    "--tone-success": "#1c5f36",
    "--tone-success-soft": "#e6f3e9",
    "--tone-warning": "#7a4a00",
    "--tone-warning-soft": "#fdf1d7",
    "--tone-error": "#9b1c16",
    "--tone-error-soft": "#fbe9e6",
  },
  dark: {
    "--mantine-color-body": "#10181d",
    "--mantine-color-text": "#e8e4dc",
    "--mantine-color-dimmed": "#a4b3b9",
    "--mantine-color-placeholder": "#8fa1a9",
    "--mantine-color-error": "#ff9d94",
    "--mantine-color-default-border": "#5b6d76",
    "--mantine-color-teal-light-color": "#7fd0ca",
    "--mantine-color-teal-light-hover": "#1d4546",
    "--ground": "#10181d",
    "--surface": "#182329",
    "--surface-sunk": "#131d22",
    "--line": "#2c3a41",
    "--header": "#0a2236",
    "--header-text": "#f2f6f8",
    "--header-muted": "#a9c1cf",
    "--accent": "#7fd0ca",
    "--accent-soft": "#163536",
    "--tone-info": "#a9d0ee",
    "--tone-info-soft": "#152c3d",
    "--tone-success": "#9ad8ae",
    "--tone-success-soft": "#163024",
    "--tone-warning": "#f2cc85",
    "--tone-warning-soft": "#362a12",
    "--tone-error": "#ffb0a8",
    "--tone-error-soft": "#3a1d1b",
  },
});
