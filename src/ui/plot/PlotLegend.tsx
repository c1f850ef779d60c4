import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { countOf } from './format';
import type { Isolate } from './isolation';
import type { Layer } from './layer';
import { Swatch } from './Swatch';

interface Props {
  readonly layers: readonly Layer[];
  /** What the table tells of each series: counts are added up over time, others are averaged. */
  readonly summary: 'Total' | 'Mean';
  readonly mode: 'list' | 'table';
  readonly placement: 'bottom' | 'right';
  readonly isolated: ReadonlySet<string>;
  readonly onIsolate: Isolate;
}

/**
 * The legend. A click shows that series alone, and all again; with Ctrl or Shift it adds one. Grafana’s own knows no
 * patterns, and gives all its buttons one name.
 */
export function PlotLegend({ layers, summary, mode, placement, isolated, onIsolate }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const shown = layers.filter(({ hiddenFrom }) => !hiddenFrom.legend);
  const entry = ({ key, name, color, pattern }: Layer) => (
    <button
      type="button"
      className={cx(styles.entry, isolated.size > 0 && !isolated.has(key) && styles.hidden)}
      aria-pressed={isolated.has(key)}
      title={name}
      onClick={({ ctrlKey, metaKey, shiftKey }) => onIsolate([key], ctrlKey || metaKey || shiftKey)}
    >
      <Swatch color={color} pattern={pattern} />
      <span className={styles.name}>{name}</span>
    </button>
  );
  if (mode === 'list') {
    return (
      <ul className={cx(styles.list, placement === 'right' && styles.column)} aria-label="Series">
        {shown.map((layer) => (
          <li key={layer.key}>{entry(layer)}</li>
        ))}
      </ul>
    );
  }
  return (
    <table className={styles.table} aria-label="Series">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">{summary}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((layer) => (
          <tr key={layer.key}>
            <th scope="row">{entry(layer)}</th>
            <td>{countOf(layer, theme)(summary === 'Total' ? layer.total : layer.mean)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1.5),
    listStyle: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  column: css({ flexDirection: 'column' }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.25, 0.75), textAlign: 'left', fontWeight: 'normal' },
    'thead th': { color: theme.colors.text.secondary },
    'td, th:last-child': { textAlign: 'right' },
  }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 24,
    maxWidth: theme.spacing(40),
    padding: 0,
    border: 0,
    background: 'none',
    fontSize: 'inherit',
    color: theme.colors.text.primary,
  }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  hidden: css({ color: theme.colors.text.secondary, textDecoration: 'line-through' }),
});
