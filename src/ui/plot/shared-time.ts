/** The crosshair that panels of a dashboard share: over Grafana’s event bus, in both directions. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { DataHoverClearEvent, DataHoverEvent, type BusEvent, type EventBus } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';

/** Values of Grafana’s DashboardCursorSync, whose package is not shared with plugins. */
const OFF = 0;
const WITH_TOOLTIP = 2;

export interface SharedTime {
  /** Where another panel’s pointer is. */
  readonly time: number | undefined;
  /** Whether the dashboard wants the numbers there, too, and not only the line. */
  readonly withTooltip: boolean;
  /** Tells other panels where the pointer is here; undefined when it has left. */
  readonly tell: (time: number | undefined) => void;
}

export function useSharedTime(bus: EventBus): SharedTime {
  const { sync } = usePanelContext();
  const [time, setTime] = useState<number>();
  const own = useRef<BusEvent>(undefined);
  useEffect(() => {
    const isOthers = (event: BusEvent) => event !== own.current && sync?.() !== OFF;
    const moved = bus.getStream(DataHoverEvent).subscribe((event) => {
      if (isOthers(event)) {
        const told: unknown = (event.payload.point as { time?: unknown } | undefined)?.time;
        setTime(typeof told === 'number' && Number.isFinite(told) ? told : undefined);
      }
    });
    const left = bus.getStream(DataHoverClearEvent).subscribe((event) => {
      if (event !== own.current) {
        setTime(undefined);
      }
    });
    return () => {
      moved.unsubscribe();
      left.unsubscribe();
    };
  }, [bus, sync]);
  const tell = useCallback(
    (at: number | undefined) => {
      const event =
        at === undefined ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time: at } });
      own.current = event;
      bus.publish(event);
    },
    [bus],
  );
  return { time, withTooltip: sync?.() === WITH_TOOLTIP, tell };
}
