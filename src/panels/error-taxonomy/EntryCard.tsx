import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { CardFrame } from '../../ui/CardFrame';
import type { PanelScope } from '../../ui/panel-scope';
import { ofAllFailures, percent } from '../../ui/percent';
import { ScenarioActions } from '../../ui/ScenarioActions';
import { ScenarioTexts } from '../../ui/ScenarioTexts';
import type { Entry } from './entries';
import { trendText } from './trend';

interface Props {
  readonly entry: Entry;
  readonly scope: PanelScope;
  readonly time: (ms: number | null) => string;
}

/** All that is known of an entry, whatever has no room in the table. */
export function EntryCard({ entry, scope, time }: Props) {
  const styles = useStyles2(getStyles);
  const { title, kind, scenario, card, valueText, share, trend, firstSeen, lastSeen, where, whereShare } = entry;
  const numbers = [
    valueText,
    ...(share === null ? [] : [ofAllFailures(share, entry.counted?.query)]),
    ...(trend.is === 'unknown' ? [] : [trendText(trend).long]),
    ...(firstSeen === null ? [] : [`first seen ${time(firstSeen)}, last ${time(lastSeen)}`]),
    ...(where === '' ? [] : [`most at ${where}${whereShare === null ? '' : ` (${percent(whereShare)})`}`]),
    ...(entry.owner === '' ? [] : [entry.owner]),
  ];
  return (
    <CardFrame title={title}>
      <p className={styles.numbers}>{numbers.join(' · ')}</p>
      {kind === 'masked' && <p>{MASKED}</p>}
      {kind === 'unclassified' && <p>{UNCLASSIFIED}</p>}
      {card && kind !== 'unclassified' && <ScenarioTexts card={card} atMost={2} />}
      {card && scenario !== undefined && <ScenarioActions id={scenario} card={card} scope={scope} />}
    </CardFrame>
  );
} // prettier-ignore

const MASKED =
  'The gateway recorded an error, but the caller got a complete answer: a policy or a retry hid it. They are not among the failures; the query’s outcomes can show them as series.';
const UNCLASSIFIED =
  'No scenario explains these failures, and none was guessed. Their rows say more, and a scenario of your own can name them from then on.';

const getStyles = (theme: GrafanaTheme2) => ({
  numbers: css({ color: theme.colors.text.secondary }),
});
