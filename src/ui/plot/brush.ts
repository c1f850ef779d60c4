/** Choosing a range by dragging over the plot, as in Grafana’s own graphs. */
import { useState, type PointerEvent } from 'react';

/** Less than this is a click, pixels. */
const LEAST = 6;

interface Drag {
  readonly from: number;
  readonly to: number;
}

export interface Brush {
  /** What is being chosen, pixels from the left. */
  readonly chosen: Drag | undefined;
  readonly down: (event: PointerEvent<Element>) => void;
  readonly move: (event: PointerEvent<Element>) => void;
  readonly up: () => void;
  readonly cancel: () => void;
}

export function useBrush(
  left: number,
  right: number,
  timeAt: (x: number) => number,
  onRange: (range: { from: number; to: number }) => void,
): Brush {
  const [drag, setDrag] = useState<Drag>();
  const within = ({ clientX, currentTarget }: PointerEvent<Element>) =>
    Math.min(right, Math.max(left, clientX - currentTarget.getBoundingClientRect().left));
  const isLong = drag !== undefined && Math.abs(drag.to - drag.from) >= LEAST;
  return {
    chosen: isLong ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) } : undefined,
    down: (event) => {
      if (event.button === 0) {
        // jsdom has none; with it the drag goes on outside the plot.
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const at = within(event);
        setDrag({ from: at, to: at });
      }
    },
    move: (event) => drag && setDrag({ ...drag, to: within(event) }),
    up: () => {
      setDrag(undefined);
      if (isLong) {
        const [from, to] = [timeAt(Math.min(drag.from, drag.to)), timeAt(Math.max(drag.from, drag.to))];
        onRange({ from: Math.round(from), to: Math.round(to) });
      }
    },
    cancel: () => setDrag(undefined),
  };
}
