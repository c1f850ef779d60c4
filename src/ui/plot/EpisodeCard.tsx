import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { appUrl } from '../links';
import { ScenarioLinks } from '../ScenarioLinks';
import { ScenarioTexts } from '../ScenarioTexts';
import type { EpisodeMark } from './episode-marks';

interface Props {
  readonly mark: EpisodeMark;
  readonly from: number;
  readonly to: number;
  readonly span: string;
}

/** What happened, what it means and what to do, on one screen. */
export function EpisodeCard({ mark, from, to, span }: Props) {
  const styles = useStyles2(getStyles);
  const { card, count, share, peak } = mark;
  return (
    <div className={styles.card}>
      <h3 className={styles.title}>{card.title}</h3>
      <p className={styles.numbers}>
        {count.toLocaleString()} requests {span}, {percent(share)} of all failures, {peak.toLocaleString()} at
        most in one step · {card.ownerTitle}
      </p>
      <ScenarioTexts card={card} atMost={2} />
      <div className={styles.links}>
        <LinkButton size="sm" icon="book" href={appUrl(`${card.runbook}?from=${from}&to=${to}`)}>
          Open runbook
        </LinkButton>
        <ScenarioLinks card={{ ...card, links: card.links.slice(0, 1) }} />
      </div>
    </div>
  );
}

/** A small share is not none, and a large one not all. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 ? 'less than 1 %' : rounded === 100 && share < 1 ? 'more than 99 %' : `${rounded} %`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({ maxWidth: theme.spacing(70), maxHeight: '70vh', overflow: 'auto' }),
  title: css({ ...theme.typography.h5, marginBottom: theme.spacing(0.5) }),
  numbers: css({ color: theme.colors.text.secondary }),
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
});
