import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, LinkButton, useStyles2 } from '@grafana/ui';
import type { Explanation } from '../../core/explain';
import { runbookPath } from '../../core/query';
import { ListSection } from '../ListSection';
import { PolicyList } from '../PolicyList';
import { pageUrl } from '../scope/address';
import type { Scope } from '../scope/use-scope';
import { ConditionTree } from './ConditionTree';
import { ErrorList } from './ErrorList';
import { FactList } from './FactList';
import { TimeBar } from './TimeBar';

interface Props {
  readonly explanation: Explanation;
  readonly scope: Scope;
}

const OUTCOMES = {
  failed: 'Failed',
  masked: 'Masked: the caller got an answer although the gateway recorded an error',
  succeeded: 'Succeeded',
} as const;

/** Everything that is known of one request. */
export function ExplanationView({ explanation, scope }: Props) {
  const styles = useStyles2(getStyles);
  const { classification, because, outcome, rule, scenario, hints, time, errors, facts } = explanation;
  const { confidence, basis } = classification;
  return (
    <section className={styles.answer} aria-label="Explanation">
      <h2 className={styles.title}>{scenario?.title ?? OUTCOMES[classification.outcome]}</h2>
      <div>
        {scenario && (
          <>
            <Badge text={OUTCOMES[classification.outcome]} color="red" />{' '}
            <Badge text={`Owner: ${scenario.owner}`} color="blue" />{' '}
            {rule && (
              <Badge
                text={`${confidence} confidence, by ${basis.replace('+', ' and ')}`}
                color={confidence === 'high' ? 'green' : 'orange'}
              />
            )}
          </>
        )}
      </div>
      <p>{because}</p>
      {scenario && <p>{scenario.summary}</p>}
      {time && <TimeBar time={time} />}
      {errors.length > 0 && <ErrorList errors={errors} />}
      <ListSection title="For this request" items={hints} level={3} />
      {scenario && (
        <>
          <ListSection title="Check first" items={scenario.checks} numbered level={3} />
          <ListSection title="Fix" items={scenario.remediation} level={3} />
          <PolicyList policies={scenario.policies ?? []} level={4} />
          <div>
            <LinkButton
              href={pageUrl(runbookPath(scenario.id), scope.address)}
              variant="secondary"
              icon="book"
            >
              Open runbook
            </LinkButton>
          </div>
        </>
      )}
      <section>
        <h3 className={styles.heading}>Why</h3>
        <ul className={styles.tree}>
          {[...outcome, ...(rule ? [rule] : [])].map((condition, i) => (
            <ConditionTree key={i} condition={condition} />
          ))}
        </ul>
        {scenario && !rule && <p>No rule of the catalogue explains this row.</p>}
      </section>
      <FactList facts={facts} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  answer: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    '& p': { margin: 0 },
  }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  heading: css({ ...theme.typography.h4 }),
  tree: css({ listStyle: 'none', overflowWrap: 'anywhere' }),
});
