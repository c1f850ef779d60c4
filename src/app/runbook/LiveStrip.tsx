import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import type { ScenarioCard } from '../../core/frames';
import { askQueries } from '../asking/data-source';
import { ProblemNote } from '../asking/ProblemNote';
import { useAsked } from '../asking/use-asked';
import { canExplore, exploreUrl, rowsQuery } from '../explore-link';
import type { Scope } from '../scope/use-scope';
import { filterText } from '../scope/filter-text';
import { scenarioDashboard } from './dashboard-link';
import { HandOverText } from './HandOverText';
import { liveOf, type Live } from './live';
import { liveQueries } from './live-queries';
import { Numbers } from './Numbers';
import { Places } from './Places';
import { Sparkline } from './Sparkline';

interface Props {
  readonly id: string;
  readonly card: ScenarioCard;
  readonly scope: Scope;
}

const POINTS = 120;

/** How much of a scenario there is now in the chosen data source and range. */
export function LiveStrip({ id, card, scope }: Props) {
  const { source, range, key, address } = scope;
  const uid = source?.uid ?? '';
  const asked = useAsked(source && `${id} ${key}`, () =>
    askQueries(uid, liveQueries(id, address.where), range, POINTS),
  );
  if (!source) {
    return <Alert severity="info" title={withoutSource(scope)} />;
  }
  if (asked.state === 'loading') {
    return <LoadingPlaceholder text={`Asking ${source.name}…`} />;
  }
  if (asked.state === 'failed') {
    return <ProblemNote title={`${source.name} could not be asked`} problem={asked.problem} />;
  }
  const live = liveOf(asked.answer);
  return live ? (
    <Answered id={id} card={card} scope={scope} live={live} />
  ) : (
    <Alert severity="warning" title={`${source.name} gave no numbers.`} />
  );
}

const withoutSource = ({ address: { ds } }: Scope) =>
  ds === undefined
    ? 'There is no Gatewaylens data source that you may query, so no numbers are shown.'
    : 'The data source of this address does not exist, or you may not query it, so no numbers are shown.';

function Answered({ id, card, scope, live }: Props & { readonly live: Live }) {
  const styles = useStyles2(getStyles);
  const { totals, failures, masked, notices } = live;
  const dashboard = scenarioDashboard(id, scope);
  return (
    <section className={styles.strip} aria-label="In the chosen range">
      {failures + masked === 0 ? (
        <p role="status">{nothingWords(totals)}</p>
      ) : (
        <>
          <Numbers live={live} timeZone={scope.timeZone} until={scope.range.to.valueOf()} />
          {failures > 0 && <Sparkline graph={live.graph} color={card.color} />}
          <Places places={live.places} />
        </>
      )}
      {notices.map((notice) => (
        <p key={notice} className={styles.notice}>
          {notice}
        </p>
      ))}
      {scope.source && (
        <div className={styles.actions}>
          {canExplore() && (
            <LinkButton
              href={exploreUrl(scope.source.uid, rowsQuery(id, scope.address.where), scope.range)}
              icon="compass"
              variant="secondary"
              size="sm"
            >
              Show the failed rows in Explore
            </LinkButton>
          )}
          <LinkButton href={dashboard.url} icon="apps" variant="secondary" size="sm">
            Open its dashboard
          </LinkButton>
          {dashboard.missing.length > 0 && (
            <p className={styles.notice}>
              The dashboard opens without the filter {dashboard.missing.map(filterText).join('; ')}
            </p>
          )}
          {failures + masked > 0 && <HandOverText card={card} live={live} scope={scope} />}
        </div>
      )}
    </section>
  );
}

/** Good news looks like it, and missing data does not. */
function nothingWords({ failed, masked, succeeded }: Live['totals']): string {
  const all = failed + masked + succeeded;
  return all === 0
    ? 'No requests at all were found in this range.'
    : `No request failed this way in this range (of ${amount(all, 'request')}, ${amount(failed)} failed).`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    '& p': { margin: 0 },
  }),
  notice: css({ color: theme.colors.text.secondary }),
  actions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1) }),
});
