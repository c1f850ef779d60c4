import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import type { Place, PlaceValue } from './live';
import { percentOrUnknown } from './words';

/** Where failures concentrate: for each dimension the values with the most of them. */
export function Places({ places }: { readonly places: readonly Place[] }) {
  const styles = useStyles2(getStyles);
  const found = places.filter(({ values }) => values.length > 0);
  return found.length === 0 ? null : (
    <section>
      <h2 className={styles.heading}>Where it concentrates</h2>
      <div className={styles.places}>
        {found.map(({ title, values }) => (
          <div key={title}>
            <h3 className={styles.title}>{title}</h3>
            <ul className={styles.list}>
              {values.map((value) => (
                <li key={value.name} className={styles.value}>
                  <span className={styles.name}>{value.name}</span>{' '}
                  <strong>{percentOrUnknown(value.share)}</strong>
                  <div className={styles.bar} aria-hidden>
                    <div className={styles.part} style={{ width: `${value.share * 100}%` }} />
                  </div>
                  <small className={styles.more}>{moreOf(value)}</small>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function moreOf({ failures, lift }: PlaceValue): string {
  const times = lift === null || lift < 1.5 ? '' : `, ${lift.toFixed(1)} times its share of traffic`;
  return `${amount(failures)} failed${times}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  places: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(26)}, 1fr))`,
    gap: theme.spacing(2),
  }),
  heading: css({ ...theme.typography.h4 }),
  title: css({
    ...theme.typography.h5,
    color: theme.colors.text.secondary,
    margin: theme.spacing(0, 0, 0.5),
  }),
  list: css({ listStyle: 'none' }),
  value: css({
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
  name: css({ overflowWrap: 'anywhere' }),
  bar: css({
    gridColumn: '1 / -1',
    height: 4,
    background: theme.colors.background.primary,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
  }),
  part: css({ height: '100%', background: theme.colors.text.secondary }),
  more: css({ gridColumn: '1 / -1', color: theme.colors.text.secondary }),
});
