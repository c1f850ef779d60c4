import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { parts } from './parts';

/** What the colours stand for. */
export function Legend({ showPercentiles }: { readonly showPercentiles: boolean }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <ul className={styles.legend} aria-label="Parts of the time">
      {parts.map(({ id, title, color, meaning }) => (
        <li key={id} title={`${title}: ${meaning}`}>
          <span className={styles.colour} style={{ background: theme.visualization.getColorByName(color) }} />
          {title}
        </li>
      ))}
      {showPercentiles && (
        <li title="Where they are far above the means, the graph leaves them to the tooltip.">
          <span className={styles.tick} />
          p50, p95, p99 of the total
        </li>
      )}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1.5),
    listStyle: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  tick: css({
    display: 'inline-block',
    width: 10,
    height: 2,
    marginRight: theme.spacing(0.5),
    verticalAlign: 'middle',
    background: theme.colors.text.primary,
  }),
  colour: css({
    display: 'inline-block',
    width: 10,
    height: 10,
    marginRight: theme.spacing(0.5),
    borderRadius: theme.shape.borderRadius(1),
  }),
});
