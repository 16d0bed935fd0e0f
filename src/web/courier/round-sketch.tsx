import type { RoundStopView } from "#contract/rounds.ts";
import { sketchOf } from "#domain/postal/round-sketch.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";

const WIDTH = 360;
const DOT = 13;

/**
 * Where those doors lie to each other at which a courier stood before, with their numbers in the round: a drawing of the
 * phone's own, without roads, so that it is there without a network. Nothing where nobody stood at two of them.
 */
export function RoundSketch({ stops }: { readonly stops: readonly RoundStopView[] }): ReactElement | null {
  const { round: text } = useText();
  const known = stops.flatMap(({ shipmentId, name, point }, index) =>
    point === null ? [] : [{ shipmentId, name, point, nth: index + 1 }],
  );
  const sketch = sketchOf(known.map(({ point }) => point));
  if (!sketch) return null;
  const placed = known.flatMap((door, index) => {
    const { x, y } = sketch.points[index] ?? { x: 0, y: 0 };
    return [{ ...door, x: x * WIDTH, y: y * WIDTH }];
  });
  const way = placed.map(({ x, y }) => `${x},${y}`).join(" ");
  return (
    <details className="sketch">
      <summary>{text.sketch(known.length)}</summary>
      <svg viewBox={`0 0 ${WIDTH} ${sketch.height * WIDTH}`} role="group" aria-label={text.sketchLabel}>
        <polyline points={way} />
        {placed.map(({ shipmentId, name, nth, x, y }) => (
          <a key={shipmentId} href={`#/${shipmentId}`} aria-label={text.sketchDoor(nth, name)}>
            <circle cx={x} cy={y} r={DOT} />
            <text x={x} y={y} dy="0.35em" textAnchor="middle" aria-hidden="true">
              {nth}
            </text>
          </a>
        ))}
      </svg>
      <p className="quiet">{text.sketchScale(Math.round(sketch.metres / 100) / 10)}</p>
    </details>
  );
}
