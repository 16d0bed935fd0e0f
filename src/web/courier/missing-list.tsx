import { type ReactElement, useEffect, useRef } from "react";

/** What is still missing, brought into sight when it is first said. */
export function MissingList({ missing }: { readonly missing: readonly string[] }): ReactElement | null {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "center" });
  }, []);
  if (missing.length === 0) return null;
  return (
    <div className="problem" role="alert">
      <ul ref={list}>
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
