import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { ESTIMATE } from '../../core/frames';
import { duration } from './duration';
import { percentiles } from './parts';
import type { Look, Times } from './view-model';

export const BAR_HEIGHT = 26;
/** How far beyond the bars the scale reaches for marks. */
const TICK_ROOM = 2;

interface Bar {
  readonly id: string;
  readonly name: string;
  readonly times: Times | undefined;
}

interface Props {
  /** What the bars show, for those who cannot see them. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly looks: readonly Look[];
  /** Writes a time. */
  readonly format: (ms: number) => string;
  /** Time limits at which requests cluster, ms. */
  readonly walls?: readonly number[];
  readonly showPercentiles: boolean;
  readonly width: number;
  /** Write names above the bars. */
  readonly isNarrow?: boolean;
  readonly chosen?: string;
}

/** One bar for each group, its parts one after the other, all in the same scale; the total stands beside it. */
export function PartBars({
  label,
  bars,
  looks,
  format,
  walls = [],
  showPercentiles,
  width,
  isNarrow = false,
  chosen,
}: Props) {
  const styles = useStyles2(getStyles);
  const Bars = isNarrow ? 'th' : 'td';
  const ticks = ({ percentiles: all }: Times) => (showPercentiles ? Object.values(all) : []);
  const shown = bars.flatMap(({ times }) => (times ? [times] : []));
  const longest = Math.max(1e-9, ...shown.map(({ total }) => total));
  // Marks far beyond would press the bars flat: those are left to the words.
  const most = Math.max(longest, Math.min(TICK_ROOM * longest, Math.max(0, ...shown.flatMap(ticks))));
  const reached = walls.filter((ms) => ms <= most);
  const place = (ms: number) => `${(100 * ms) / most}%`;
  return (
    <table className={styles.table} style={{ width }} aria-label={label}>
      <tbody>
        {reached.length > 0 && (
          <tr aria-hidden="true">
            <td colSpan={isNarrow ? 1 : 2} />
            <td className={styles.bars}>
              <div className={styles.limits}>
                {reached.map((ms, i) => (
                  <span
                    key={ms}
                    className={styles.limit}
                    style={{
                      left: place(ms),
                      transform: `translateX(${besideOthers(reached, i, NEAR * most)})`,
                    }}
                  >
                    {duration(ms)}
                  </span>
                ))}
              </div>
            </td>
          </tr>
        )}
        {bars.map(({ id, name, times }) => (
          <tr key={id} aria-current={id === chosen ? 'true' : undefined}>
            {!isNarrow && (
              <th scope="row" className={styles.name} style={{ maxWidth: width * 0.3 }} title={name}>
                {name}
              </th>
            )}
            <td className={cx(styles.total, isNarrow && styles.low)}>{times ? format(times.total) : '–'}</td>
            <Bars className={styles.bars} {...(isNarrow ? { scope: 'row' } : {})}>
              {isNarrow && (
                <div
                  className={cx(styles.name, styles.above)}
                  style={{ maxWidth: width * 0.75 }}
                  title={name}
                >
                  {name}
                </div>
              )}
              {times && (
                <div
                  className={styles.bar}
                  role="img"
                  aria-label={wordsOf(times, looks, format)}
                  title={wordsOf(times, looks, format)}
                >
                  {looks
                    .filter(({ isHidden }) => !isHidden)
                    .map(({ id, color }) => (
                      <span
                        key={id}
                        className={styles.part}
                        style={{
                          width: place(times.parts[id]),
                          background: color,
                        }}
                      />
                    ))}
                  {reached.map((ms) => (
                    <span key={ms} className={styles.wall} style={{ left: place(ms) }} />
                  ))}
                  {showPercentiles &&
                    percentiles.map((id) => {
                      const at = times.percentiles[id];
                      return at === undefined || at > most ? null : (
                        <span key={id} className={styles.tick} style={{ left: place(at) }} />
                      );
                    })}
                </div>
              )}
            </Bars>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Limits closer than this part of the scale stand on either side of their lines: 21 s and 30 s, 230 s and 240 s. */
const NEAR = 0.15;

function besideOthers(limits: readonly number[], i: number, near: number): string {
  const gap = (j: number) => Math.abs((limits[i] ?? NaN) - (limits[j] ?? NaN));
  return gap(i + 1) < near ? '-100%' : gap(i - 1) < near ? '0' : '-50%';
}

/** All that the bar shows. */
function wordsOf(
  { requests, parts: means, percentiles: ticks, isEstimated }: Times,
  looks: readonly Look[],
  format: Props['format'],
): string {
  return [
    `${requests.toLocaleString()} requests, mean`,
    looks.map(({ id, title }) => `${title.toLowerCase()} ${format(means[id])}`).join(', '),
    ...Object.entries(ticks).map(
      ([id, ms]) => `${id} of the total${isEstimated ? ` ${ESTIMATE}` : ''} ${format(ms)}`,
    ),
  ].join('; ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({ tableLayout: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
  name: css({
    fontWeight: theme.typography.fontWeightRegular,
    paddingRight: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '[aria-current] > &': { fontWeight: theme.typography.fontWeightMedium },
  }),
  total: css({ paddingRight: theme.spacing(1), textAlign: 'right', whiteSpace: 'nowrap' }),
  low: css({ verticalAlign: 'bottom', lineHeight: `${BAR_HEIGHT - 8}px` }),
  above: css({ lineHeight: 1.4, paddingTop: 4 }),
  bars: css({ width: '100%', height: BAR_HEIGHT }),
  bar: css({ position: 'relative', display: 'flex', height: BAR_HEIGHT - 8 }),
  part: css({ height: '100%' }),
  limits: css({ position: 'relative', height: BAR_HEIGHT - 8 }),
  limit: css({
    position: 'absolute',
    padding: theme.spacing(0, 0.25),
    whiteSpace: 'nowrap',
    color: theme.colors.warning.text,
  }),
  wall: css({
    position: 'absolute',
    top: -4,
    bottom: -4,
    width: 0,
    borderLeft: `3px dashed ${theme.colors.warning.main}`,
  }),
  tick: css({
    position: 'absolute',
    top: -3,
    bottom: -3,
    width: 2,
    marginLeft: -1,
    background: theme.colors.text.primary,
  }),
});
