import { getDisplayProcessor, type GrafanaTheme2 } from '@grafana/data';
import type { Layer } from './layer';

/** How numbers of these series are written: as the first one's field says. */
export function formatOf(layers: readonly Layer[], theme: GrafanaTheme2): (value: number) => string {
  const [layer] = layers;
  const display = layer && (layer.field.display ?? getDisplayProcessor({ field: layer.field, theme }));
  return (value) => {
    const { prefix = '', text = String(value), suffix = '' } = display?.(value) ?? {};
    return `${prefix}${text}${suffix}`;
  };
}
