import { formattedValueToString, getDisplayProcessor, type Field, type GrafanaTheme2 } from '@grafana/data';

/** How the numbers of a field are written. */
export function formatOf(
  { field }: { readonly field: Field },
  theme: GrafanaTheme2,
): (value: number) => string {
  const display = field.display ?? getDisplayProcessor({ field, theme });
  return (value) => formattedValueToString(display(value));
}

/** The same for numbers of requests: to the last one, unless somebody chose a unit or decimals. */
export function countOf(layer: { readonly field: Field }, theme: GrafanaTheme2): (value: number) => string {
  const { unit = 'short', decimals } = layer.field.config;
  const isOurs = typeof decimals !== 'number' && (unit === 'short' || unit === 'none' || unit === '');
  const format = formatOf(layer, theme);
  return (value) => (isOurs && Number.isInteger(value) ? value.toLocaleString() : format(value));
}
