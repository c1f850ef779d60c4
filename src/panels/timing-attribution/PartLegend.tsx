import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { ESTIMATE } from '../../core/frames';
import { Swatch } from '../../ui/plot';
import type { Look, TimingView } from './view-model';

const percentilesTitle = (isEstimated: boolean) =>
  `p50, p95, p99 of the total${isEstimated ? ` ${ESTIMATE}` : ''}`;

/** What the strokes over time stand for. */
export function PercentileSign({ isEstimated }: Pick<TimingView, 'isEstimated'>) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.sign} title="Those that are far above the means stand in the tooltip only.">
      <span className={styles.stroke} />
      {percentilesTitle(isEstimated)}
    </span>
  );
}

interface Props {
  readonly looks: readonly Look[];
  readonly isEstimated: boolean;
  readonly showPercentiles: boolean;
}

/** What the colours and the strokes of bars stand for. */
export function PartLegend({ looks, isEstimated, showPercentiles }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.legend} aria-label="Parts of the time">
      {looks
        .filter(({ isHidden }) => !isHidden)
        .map(({ id, title, meaning, color }) => (
          <li key={id} title={`${title}: ${meaning}`}>
            <Swatch color={color} pattern="solid" /> {title}
          </li>
        ))}
      {showPercentiles && (
        <li title="Those that are far above the means stand in the words of a bar only.">
          <span className={styles.tick} />
          {percentilesTitle(isEstimated)}
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
  sign: css({ whiteSpace: 'nowrap', fontSize: theme.typography.bodySmall.fontSize, lineHeight: '24px' }),
  stroke: css({
    display: 'inline-block',
    width: 12,
    height: 2,
    marginRight: theme.spacing(0.75),
    verticalAlign: 'middle',
    background: theme.colors.text.primary,
  }),
  tick: css({
    display: 'inline-block',
    width: 2,
    height: 12,
    marginRight: theme.spacing(0.5),
    verticalAlign: 'middle',
    background: theme.colors.text.primary,
  }),
});
