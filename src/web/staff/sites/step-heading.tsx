import { type ReactElement, type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly children: ReactNode;
  readonly lang?: string;
}

/** The heading of a step. It takes the focus as the step begins: read from its top, by eye and by ear. */
export function StepHeading({ children, lang }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} lang={lang}>
      {children}
    </h2>
  );
}
