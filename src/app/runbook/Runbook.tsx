import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import type { ScenarioCard } from '../../core/frames';
import { columns } from '../../core/log';
import type { Scenario } from '../../core/scenarios';
import { appUrl } from '../../ui/links';
import { ScenarioLinks } from '../../ui/ScenarioLinks';
import { cards } from '../cards';
import { ListSection } from '../ListSection';
import { ConditionText } from './ConditionText';
import { ExampleRow } from './ExampleRow';
import { confidenceWords, evidenceWords, recognitionWords } from '../rule-words';

const meanings = new Map<string, string>(columns.map(({ name, meaning }) => [name, meaning]));

interface Props {
  readonly scenario: Scenario;
  /** Its texts as the data source has them: owner, fix and links may be a team’s own. */
  readonly card: ScenarioCard;
}

/** All that the catalogue knows of a built-in scenario; what to do comes first. */
export function Runbook({ scenario, card }: Props) {
  const styles = useStyles2(getStyles);
  const { id, severity, summary, match, evidence, causes, checks, hints, notes, examples } = scenario;
  return (
    <div className={styles.runbook}>
      <div>
        <Badge text={`Owner: ${card.ownerTitle}`} color="blue" />{' '}
        <Badge text={`Severity: ${severity}`} color="orange" /> <code>{id}</code>
      </div>
      <p>{summary}</p>
      <ListSection title="Likely causes" items={causes} />
      <ListSection title="Check first" items={checks} numbered />
      <ListSection title="Fix" items={card.remediation} />
      <ListSection
        title="Hints for some of the rows"
        items={hints.map(({ when, text }) => (
          <>
            {text}
            <div>
              Where <ConditionText when={when} />
            </div>
          </>
        ))}
      />
      <ListSection
        title="What it is not"
        items={examples.doesNotMatch.map((example) => (
          <>
            <LookAlike is={example.is} /> <ExampleRow example={example} />
          </>
        ))}
      />
      <ListSection title="Known gaps and look-alikes" items={notes} />
      <ScenarioLinks card={card} />
      <ListSection
        title="How it is recognised"
        lead={recognitionWords(match)}
        items={match.map((rule) => (
          <>
            <strong>{evidenceWords(rule)}</strong> ({confidenceWords(rule)}):{' '}
            <ConditionText when={rule.when} />
          </>
        ))}
        numbered={match.length > 1}
      />
      <ListSection
        title="Columns to look at"
        items={evidence.map((name) => (
          <>
            <code>{name}</code> {meanings.get(name)}
          </>
        ))}
      />
      <ListSection
        title="Examples"
        items={examples.matches.map((one) => (
          <ExampleRow key={one.source} example={one} />
        ))}
      />
    </div>
  );
}

/** What a row is instead: another scenario, or no failure at all. */
function LookAlike({ is }: { readonly is: string }) {
  const card = cards[is];
  return card ? <a href={appUrl(card.runbook)}>{card.title}</a> : <>no failure</>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  runbook: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    maxWidth: '100ch',
  }),
});
