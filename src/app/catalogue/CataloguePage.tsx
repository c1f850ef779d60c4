import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import { queryTypes, type Filter } from '../../core/query';
import { families } from '../../core/scenarios';
import { askCatalogue, askQueries, type Target } from '../asking/data-source';
import { ProblemNote } from '../asking/ProblemNote';
import { useAsked } from '../asking/use-asked';
import { ScopeBar } from '../scope/ScopeBar';
import { useScope } from '../scope/use-scope';
import { chosen, countsIn, entriesOf } from './entries';
import { EntryItem } from './EntryItem';
import { Filters } from './Filters';
import { useChoice } from './use-choice';

const targets = (where: readonly Filter[] = []): readonly Target[] => [
  { ...queryTypes.taxonomy.defaults, where, refId: 'failures', previous: false },
];

/** All scenarios by family, with how often each occurs, and a choice of them that the address keeps. */
export function CataloguePage() {
  const styles = useStyles2(getStyles);
  const scope = useScope();
  const [choice, choose] = useChoice();
  const uid = scope.source?.uid;
  const catalogue = useAsked(uid, () => askCatalogue(uid ?? ''));
  const failures = useAsked(uid && scope.key, () =>
    askQueries(uid ?? '', targets(scope.address.where), scope.range, 1),
  );
  const counts = failures.state === 'answered' ? countsIn(failures.answer) : undefined;
  const served = catalogue.state === 'answered' ? catalogue.answer : undefined;
  const found = chosen(entriesOf(served), choice, counts);
  return (
    <PluginPage subTitle="What can go wrong at an API Management gateway, why, and what to do.">
      <ScopeBar scope={scope} />
      <Filters choice={choice} choose={choose} canCount={uid !== undefined} />
      {uid !== undefined && failures.state === 'loading' && (
        <LoadingPlaceholder text="Loading how often they occur…" />
      )}
      {uid !== undefined && failures.state === 'failed' && (
        <ProblemNote title={`${scope.source?.name} could not be asked`} problem={failures.problem} />
      )}
      {served && served.issues.length > 0 && (
        <Alert severity="warning" title={`${amount(served.issues.length, 'setting')} could not be followed`}>
          <ul className={styles.list}>
            {served.issues.map(({ path, message, hint }) => (
              <li key={path + message}>
                {message} {hint}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {found.length === 0 && (
        <p role="status">
          {choice.occurring && counts
            ? 'None of these scenarios occurs in this range.'
            : choice.search !== ''
              ? `No scenario mentions “${choice.search}”.`
              : 'There is no such scenario.'}
        </p>
      )}
      {Object.entries(families).map(([family, title]) => {
        const members = found.filter(({ card }) => card.family === family);
        return members.length === 0 ? null : (
          <section key={family}>
            <h2 className={styles.family}>{title}</h2>
            <ul className={styles.list}>
              {members.map((entry) => (
                <EntryItem key={entry.id} entry={entry} count={counts?.get(entry.id)} scope={scope} />
              ))}
            </ul>
          </section>
        );
      })}
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  family: css({ ...theme.typography.h3, marginTop: theme.spacing(3) }),
  list: css({ listStyle: 'none', padding: 0, margin: 0 }),
});
