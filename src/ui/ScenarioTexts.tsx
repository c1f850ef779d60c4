import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ScenarioCard } from '../core/frames';

interface Props {
  readonly card: ScenarioCard;
  /** Show the first few of each list only, to fit a card. */
  readonly atMost?: number;
}

/** What a scenario means, its likely causes, what to check and how to mend it. */
export function ScenarioTexts({ card, atMost = Infinity }: Props) {
  const styles = useStyles2(getStyles);
  const sections = [
    { name: 'Likely causes', items: card.causes },
    { name: 'Check first', items: card.checks },
    { name: 'Fix', items: card.remediation },
  ];
  return (
    <>
      <p>{card.summary}</p>
      {sections.map(({ name, items }) => (
        <section key={name}>
          <h4 className={styles.heading}>{name}</h4>
          <ul className={styles.list}>
            {items.slice(0, atMost).map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h6, margin: theme.spacing(1, 0, 0.5) }),
  list: css({ paddingLeft: theme.spacing(2.5), overflowWrap: 'anywhere' }),
});
