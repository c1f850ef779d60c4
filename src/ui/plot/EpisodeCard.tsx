import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { CardFrame } from '../CardFrame';
import type { PanelScope } from '../panel-scope';
import { ofAllFailures } from '../percent';
import { ScenarioActions } from '../ScenarioActions';
import { ScenarioTexts } from '../ScenarioTexts';
import type { EpisodeMark } from './episode-marks';

interface Props {
  readonly mark: EpisodeMark;
  readonly scope: PanelScope;
  readonly span: string;
}

/** What happened, what it means and what to do, on one screen. */
export function EpisodeCard({ mark, scope, span }: Props) {
  const styles = useStyles2(getStyles);
  const { scenario, card, count, share, query, peak } = mark;
  return (
    <CardFrame title={card.title}>
      <p className={styles.numbers}>
        {count.toLocaleString()} requests {span}, {ofAllFailures(share, query)}, {peak.toLocaleString()} at
        most in one step · {card.ownerTitle}
      </p>
      <ScenarioTexts card={card} atMost={2} />
      <ScenarioActions id={scenario} card={card} scope={scope} />
    </CardFrame>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  numbers: css({ color: theme.colors.text.secondary }),
});
