import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import type { Live } from './live';
import { lengthOf, percentOrUnknown, timeText, trendWords } from './words';

interface Props {
  readonly live: Live;
  readonly timeZone: string;
  /** End of the range: of times on its day the day is not written. */
  readonly until: number;
}

/** The numbers of the strip, each with its name. */
export function Numbers({ live, timeZone, until }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.numbers}>
      {numbersOf(live, (ms) => timeText(ms, timeZone, until)).map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          {more !== undefined && <dd className={styles.more}>{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

interface NamedNumber {
  readonly name: string;
  readonly value: string;
  readonly more?: string;
}

type TimeWords = (ms: number) => string;

function numbersOf(live: Live, at: TimeWords): readonly NamedNumber[] {
  const { failures, masked, share, shareOfRequests, graph, firstSeen, lastSeen, previous, trend } = live;
  return [
    {
      name: 'Failed requests',
      value: amount(failures),
      more: [
        trendWords(failures, previous, trend),
        ...(masked > 0 ? [`and ${amount(masked)} masked`] : []),
      ].join(', '),
    },
    {
      name: 'Share of failures',
      value: percentOrUnknown(share),
      more: `${shareOfRequests.name}: ${percentOrUnknown(shareOfRequests.value)}`,
    },
    ...(graph.latest === undefined
      ? []
      : [
          {
            name: 'Latest',
            value: amount(graph.latest),
            more: `in the last whole ${lengthOf(graph.stepMs)} of the range`,
          },
        ]),
    since(live, at),
    ...(firstSeen === null || lastSeen === null
      ? []
      : [
          {
            name: 'Last seen',
            value: at(lastSeen),
            more: `first seen in the range ${at(firstSeen)}`,
          },
        ]),
  ];
}

function since({ episode }: Live, at: TimeWords): NamedNumber {
  if (!episode) {
    return { name: 'Since', value: 'no episode', more: 'nowhere in the range far above its quiet level' };
  }
  const { from, to, ongoing, count } = episode;
  const more = `${amount(count, 'request')} in that time`;
  return ongoing
    ? { name: 'Since', value: at(from), more: `goes on, ${more}` }
    : { name: 'Last episode', value: `${at(from)} – ${at(to)}`, more };
}

const getStyles = (theme: GrafanaTheme2) => ({
  numbers: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(21)}, 1fr))`,
    gap: theme.spacing(2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  value: css({ fontSize: theme.typography.h4.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  more: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
