import React from 'react';
import { useTheme2, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { LegendDisplayMode } from '@grafana/schema';
import { countOf } from './format';
import type { Layer } from './layer';

/** Grafana’s enum by its values; the package that defines it is not shared with plugins at run time. */
const MODES = {
  list: 'list' as LegendDisplayMode.List,
  table: 'table' as LegendDisplayMode.Table,
} as const;

interface Props {
  readonly layers: readonly Layer[];
  /** What each entry tells in the table: counts are added up over time, others are averaged. */
  readonly summary: 'Total' | 'Mean';
  readonly mode: keyof typeof MODES;
  readonly placement: 'bottom' | 'right';
  readonly isolated: ReadonlySet<string>;
  readonly onIsolate: (key: string, adds: boolean) => void;
}

/** Grafana’s legend. A click shows that series alone, and all again; with Ctrl or Shift it adds one. */
export function PlotLegend({ layers, summary, mode, placement, isolated, onIsolate }: Props) {
  const theme = useTheme2();
  const items = layers
    .filter(({ hiddenFrom }) => !hiddenFrom.legend)
    .map((layer): VizLegendItem => {
      const { key, name, color, total, mean } = layer;
      const numeric = summary === 'Total' ? total : mean;
      return {
        label: name,
        fieldName: key,
        color,
        yAxis: 1,
        disabled: isolated.size > 0 && !isolated.has(key),
        getItemKey: () => key,
        getDisplayValues: () => [{ numeric, text: countOf(layer, theme)(numeric), title: summary }],
      };
    });
  return (
    <VizLegend
      items={items}
      displayMode={MODES[mode]}
      placement={placement}
      onLabelClick={({ fieldName = '' }, event) =>
        onIsolate(fieldName, event.ctrlKey || event.metaKey || event.shiftKey)
      }
    />
  );
}
