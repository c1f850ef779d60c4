import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, Badge, LinkButton, useStyles2 } from '@grafana/ui';
import { useParams } from 'react-router';
import { columns } from '../core/log';
import { CATALOGUE_PATH } from '../core/query';
import { builtinCatalogue, families, owners, type Scenario } from '../core/scenarios';
import { appUrl } from '../ui/links';
import { ScenarioLinks } from '../ui/ScenarioLinks';
import { cards } from './cards';
import { ConditionText } from './ConditionText';
import { ExampleRow } from './ExampleRow';
import { ListSection } from './ListSection';
import { confidenceWords, evidenceWords, recognitionWords } from './rule-words';

/** One scenario with all that the catalogue knows of it, in the order of its page in docs/scenarios. */
export function RunbookPage() {
  const { id = '' } = useParams();
  const scenario = builtinCatalogue.scenarios.find((one) => one.id === id);
  if (!scenario) {
    return (
      <PluginPage pageNav={{ text: id }}>
        <Alert severity="warning" title={`There is no scenario “${id}”`}>
          It may be one that another data source defines, or an old name.{' '}
          <LinkButton href={appUrl(CATALOGUE_PATH)} size="sm" variant="secondary">
            Open the catalogue
          </LinkButton>
        </Alert>
      </PluginPage>
    );
  }
  return (
    <PluginPage pageNav={{ text: scenario.title, subTitle: families[scenario.family] }}>
      <Runbook scenario={scenario} />
    </PluginPage>
  );
}

const meanings = new Map<string, string>(columns.map(({ name, meaning }) => [name, meaning]));

function Runbook({ scenario }: { readonly scenario: Scenario }) {
  const styles = useStyles2(getStyles);
  const {
    id,
    owner,
    severity,
    summary,
    match,
    evidence,
    causes,
    checks,
    remediation,
    hints,
    notes,
    examples,
  } = scenario;
  const card = cards[id];
  return (
    <div className={styles.runbook}>
      <div>
        <Badge text={`Owner: ${owners[owner]}`} color="blue" />{' '}
        <Badge text={`Severity: ${severity}`} color="orange" /> <code>{id}</code>
      </div>
      <p>{summary}</p>
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
      <ListSection title="Likely causes" items={causes} />
      <ListSection title="Check first" items={checks} numbered />
      <ListSection title="Fix" items={remediation} />
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
      {card && <ScenarioLinks card={card} />}
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
  runbook: css({ display: 'grid', gap: theme.spacing(2), maxWidth: '100ch' }),
});
