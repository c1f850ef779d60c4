import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import type { TimeSplit } from '../../core/explain';
import { timeParts } from '../../ui/time-parts';
import { percentOrUnknown } from '../runbook/words';

const milliseconds = (ms: number) => `${amount(ms)} ms`;

/** Where the time of one request went, as one bar with its parts in words below. */
export function TimeBar({ time: { total, parts, clamped } }: { readonly time: TimeSplit }) {
  const styles = useStyles2(getStyles);
  const { visualization } = useTheme2();
  const shown = timeParts.flatMap(({ id, title, color }) => {
    const ms = parts.find(({ part }) => part === id)?.ms ?? 0;
    return ms > 0 ? [{ id, title, ms, color: visualization.getColorByName(color) }] : [];
  });
  return (
    <section>
      <h3 className={styles.heading}>Where its {milliseconds(total)} went</h3>
      <div className={styles.bar} aria-hidden>
        {shown.map(({ id, ms, color }) => (
          <div key={id} style={{ flexGrow: ms, background: color }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map(({ id, title, ms, color }) => (
          <li key={id}>
            <span className={styles.sign} style={{ background: color }} aria-hidden />
            {title}: {milliseconds(ms)} ({percentOrUnknown(ms / total)})
          </li>
        ))}
      </ul>
      {clamped && (
        <p className={styles.note}>
          A logged time was longer than the total left for it, and was cut to that.
        </p>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h4 }),
  bar: css({
    display: 'flex',
    gap: 1,
    height: theme.spacing(2.5),
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
    '& > *': { flexBasis: 2 },
  }),
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    marginTop: theme.spacing(1),
  }),
  sign: css({
    display: 'inline-block',
    width: theme.spacing(1.25),
    height: theme.spacing(1.25),
    marginRight: theme.spacing(0.75),
  }),
  note: css({ color: theme.colors.text.secondary }),
});
