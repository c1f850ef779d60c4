import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Toggletip, useStyles2 } from '@grafana/ui';
import { CardFrame } from '../../ui/CardFrame';
import type { TimingCustom, TimingWall } from '../../core/frames';
import { duration } from './duration';

/** Pixels; what has no room can be scrolled to. */
export const FOOT = 28;

/** What limits requests seem to have run into, and what the numbers leave out. */
export function Foot({ custom }: { readonly custom: TimingCustom }) {
  const styles = useStyles2(getStyles);
  const { clamped, withoutTotal, withoutParts, walls, summary } = custom;
  const all = summary.all.requests;
  return (
    <div className={styles.foot} tabIndex={0} role="group" aria-label="About these times">
      {walls
        .filter(({ clusters }) => clusters)
        .map((wall) => (
          <Wall key={wall.ms} wall={wall} />
        ))}
      {clamped > 0 && (
        <Note text={`${share(clamped, all)} cut to fit: parts longer than the total.`} />
      )}
      {withoutTotal > 0 && <Note text={`${withoutTotal.toLocaleString()} left out: without a total time.`} />}
      {withoutParts > 0 && <Note text={`${withoutParts.toLocaleString()} left out: without the parts of their total.`} />}
    </div>
  );
} // prettier-ignore

/** Where there is no room for it, its end is left to the pointer and to the screen reader. */
function Note({ text }: { readonly text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.note} title={text}>
      {text}
    </span>
  );
}

function Wall({ wall: { ms, near, title, suggests } }: { readonly wall: TimingWall }) {
  const styles = useStyles2(getStyles);
  const text = `${near.toLocaleString()} at ${duration(ms)} (${title})`;
  return (
    <Toggletip
      content={
        <CardFrame title={`At ${duration(ms)}: ${title}`}>
          <p>
            {near.toLocaleString()} requests ended about {duration(ms)} after they began, many more than shortly before
            and after ({title}).
          </p>
          <p>{suggests}</p>
        </CardFrame>
      }
    >
      <Button
        className={styles.wall}
        title={text}
        size="sm"
        variant="secondary"
        fill="text"
        icon="exclamation-triangle"
      >
        <span className={styles.cut}>{text}</span>
      </Button>
    </Toggletip>
  );
} // prettier-ignore

function share(part: number, all: number): string {
  const percent = (100 * part) / Math.max(1, all);
  return percent < 0.1 ? 'Less than 0.1 %' : `${percent.toFixed(1)} %`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ minWidth: theme.spacing(13), overflow: 'hidden', textOverflow: 'ellipsis' }),
  // The count and the limit are said at any width.
  wall: css({ minWidth: theme.spacing(17) }),
  cut: css({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }),
  foot: css({
    display: 'flex',
    flexShrink: 0,
    height: FOOT,
    overflowX: 'auto',
    overflowY: 'hidden',
    whiteSpace: 'nowrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
});
