import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import type { ScenarioCard } from '../../core/frames';
import { columns } from '../../core/log';
import { NONE, type Scenario } from '../../core/scenarios';
import { ScenarioLinks } from '../../ui/ScenarioLinks';
import { cards } from '../cards';
import { ListSection } from '../ListSection';
import { PolicyList } from '../PolicyList';
import { pageUrl } from '../scope/address';
import type { Scope } from '../scope/use-scope';
import { CheckList } from './CheckList';
import { ConditionText } from './ConditionText';
import { ExampleRow } from './ExampleRow';
import { confidenceWords, evidenceWords, recognitionWords } from '../rule-words';

const meanings = new Map<string, string>(columns.map(({ name, meaning }) => [name, meaning]));

interface Props {
  readonly scenario: Scenario;
  /** Its texts as the data source has them: owner, fix and links may be a team’s own. */
  readonly card: ScenarioCard;
  /** Where it comes from, where that is not simply built in. */
  readonly provenance: readonly string[];
  readonly scope: Scope;
}

/** All that the catalogue knows of a scenario; what to do comes first. */
export function Runbook({ scenario, card, provenance, scope }: Props) {
  const styles = useStyles2(getStyles);
  const {
    id,
    severity,
    summary,
    match,
    evidence,
    causes,
    checks,
    policies = [],
    hints,
    notes,
    examples,
  } = scenario;
  return (
    <div className={styles.runbook}>
      <div>
        <Badge text={`Owner: ${card.ownerTitle}`} color="blue" />{' '}
        <Badge text={`Severity: ${severity}`} color="orange" />{' '}
        {provenance.map((text) => (
          <Badge key={text} text={text} color="purple" />
        ))}{' '}
        <code>{id}</code>
      </div>
      <p>{summary}</p>
      <ListSection title="Likely causes" items={causes} />
      <CheckList scenario={id} checks={checks} scope={scope} />
      <div>
        <ListSection title="Fix" items={card.remediation} />
        <PolicyList policies={policies} />
      </div>
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
        items={lookAlikes(examples.doesNotMatch).map((example) => (
          <>
            <LookAlike is={example.is} scope={scope} />: <ExampleRow example={example} />
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

/** Of rows that are alike but for where they were seen, the first. */
const lookAlikes = (examples: Scenario['examples']['doesNotMatch']) => {
  const texts = examples.map(({ is, row }) => JSON.stringify([is, row]));
  return examples.filter((_, i) => texts.indexOf(texts[i]!) === i);
};

/** What a row is instead: another scenario, or no failure at all. */
function LookAlike({ is, scope }: { readonly is: string; readonly scope: Scope }) {
  const styles = useStyles2(getStyles);
  const card = Object.hasOwn(cards, is) ? cards[is] : undefined;
  return card ? (
    <a className={styles.link} href={pageUrl(card.runbook, scope.address)}>
      {card.title}
    </a>
  ) : (
    <>{is === NONE.scenario ? 'no failure' : is}</>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  runbook: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    maxWidth: '100ch',
  }),
  /** Within a sentence, where its colour alone would not tell that it is one. */
  link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
});
