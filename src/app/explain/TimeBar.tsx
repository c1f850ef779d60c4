import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { TimePart, TimeSplit } from '../../core/explain';
import { percent } from '../runbook/words';

const PARTS: Readonly<Record<TimePart['part'], { readonly title: string; readonly color: string }>> = {
  client: { title: 'Client', color: 'blue' },
  gateway: { title: 'Gateway', color: 'purple' },
  backend: { title: 'Backend', color: 'orange' },
  cache: { title: 'Cache', color: 'green' },
};

const milliseconds = (ms: number) => `${ms.toLocaleString('en')} ms`;

/** Where the time of one request went, as one bar with its parts in words below. */
export function TimeBar({ time: { total, parts, clamped } }: { readonly time: TimeSplit }) {
  const styles = useStyles2(getStyles);
  const { visualization } = useTheme2();
  const shown = parts.filter(({ ms }) => ms > 0);
  const color = ({ part }: TimePart) => visualization.getColorByName(PARTS[part].color);
  return (
    <section>
      <h3 className={styles.heading}>Where its {milliseconds(total)} went</h3>
      <div className={styles.bar} aria-hidden>
        {shown.map((part) => (
          <div key={part.part} style={{ flexGrow: part.ms, background: color(part) }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map((part) => (
          <li key={part.part}>
            <span className={styles.sign} style={{ background: color(part) }} aria-hidden />
            {PARTS[part.part].title}: {milliseconds(part.ms)} ({percent(part.ms / total)})
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
