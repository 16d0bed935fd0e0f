import type { ReactElement } from "react";

/** The few signs of the console, drawn as strokes on a 24-unit ground. */
const PATHS = {
  info: "M12 8h.01M11 12h1v5h1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  success: "M8.5 12.5l2.5 2.5 5-5.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  warning:
    "M12 9v4.5M12 17h.01M10.6 4.2L2.9 17.6A1.6 1.6 0 0 0 4.3 20h15.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.2a1.6 1.6 0 0 0-2.8 0z",
  error: "M15 9l-6 6M9 9l6 6M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M8 14h8",
  signOut: "M14 8V5H4v14h10v-3M9 12h11M17 8.5l3.5 3.5-3.5 3.5",
  counter: "M3 20V10h18v10M6 10V5h12v5M9 14h6",
  queue: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  returning: "M4 7h11a5 5 0 0 1 0 10H8M8 3L4 7l4 4",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16",
  print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z",
  book: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  clock: "M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  pause: "M10 9v6M14 9v6M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  draft: "M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
  organisation: "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
  swap: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
  file: "M6 3h9l4 4v14H6zM14 3v5h5",
  packet: "M3 7.5l9-4.5 9 4.5v9L12 21l-9-4.5zM3 7.5l9 4.5 9-4.5M12 12v9",
  pin: "M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
  camera: "M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5",
  pen: "M4 20l1-4L16.5 4.5l3 3L8 19z",
  flag: "M5 21V4M5 4h13l-3 4.5 3 4.5H5",
  handOver: "M3 12h12M11 8l4 4-4 4M19.5 5v14",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  mail: "M3 6h18v12H3zM3 7l9 7 9-7",
  postal: "M3 6.5h11v10H3zM14 10h4l3 3.5v3h-7zM7 18.5a1.5 1.5 0 1 0 0-.1M17 18.5a1.5 1.5 0 1 0 0-.1",
  barcode: "M4 5v14M7 5v14M10.5 5v14M13 5v14M16.5 5v14M20 5v14",
  arrow: "M5 12h14M13 6l6 6-6 6",
  up: "M12 19V6M6.5 11.5L12 6l5.5 5.5",
  down: "M12 5v13M6.5 12.5L12 18l5.5-5.5",
  ask: "M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12.5h5",
  steps: "M4 6h5v4H4zM15 14h5v4h-5zM9 8h4v8h2",
  plan: "M4 5h6v4H4zM14 5h6v4h-6zM9 15h6v4H9zM7 9v3h10V9M12 12v3",
  board: "M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z",
  chart: "M6 20v-8M12 20V5M18 20v-5M3 20h18",
  key: "M15 4.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10M11.4 13L4 20.4M7 17.4l2.6 2.6",
  tasks: "M10 6h10M10 12h10M10 18h10M4 6l1.2 1.2L7.5 5M4 12l1.2 1.2L7.5 11M4 18l1.2 1.2L7.5 17",
  refresh: "M20 11A8 8 0 0 0 6 6.3L4 8M4 4v4h4M4 13a8 8 0 0 0 14 4.7l2-1.7M20 20v-4h-4",
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words that say the same; never alone, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
