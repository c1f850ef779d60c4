import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { useParams } from 'react-router';
import { CATALOGUE_PATH } from '../../core/query';
import { builtinCatalogue } from '../../core/scenarios';
import { askCatalogue } from '../asking/data-source';
import { useAsked } from '../asking/use-asked';
import { cards } from '../cards';
import { provenanceOf } from '../catalogue/entries';
import { pageUrl } from '../scope/address';
import { ScopeBar } from '../scope/ScopeBar';
import { useScope } from '../scope/use-scope';
import { LiveStrip } from './LiveStrip';
import { Runbook } from './Runbook';

/** One scenario: how much of it there is now, and all that is known of it. */
export function RunbookPage() {
  const { id = '' } = useParams();
  const styles = useStyles2(getStyles);
  const scope = useScope();
  const uid = scope.source?.uid;
  const asked = useAsked(uid, () => askCatalogue(uid ?? ''));
  const served = asked.state === 'answered' ? asked.answer : undefined;
  const card = own(served?.scenarios, id) ?? own(cards, id);
  const scenario = own(served?.own, id) ?? builtinCatalogue.scenarios.find((one) => one.id === id);
  const isDisabled = served?.disabled.some((one) => one.id === id) ?? false;
  return (
    <PluginPage pageNav={{ text: card?.title ?? id, subTitle: card?.familyTitle }}>
      <ScopeBar scope={scope} />
      {card && scenario && (
        <div className={styles.page}>
          {isDisabled ? (
            <Alert severity="info" title={`${scope.source?.name} has this scenario disabled.`} />
          ) : (
            <LiveStrip id={id} card={card} scope={scope} />
          )}
          <Runbook
            scenario={scenario}
            card={card}
            provenance={served ? provenanceOf(served, id) : []}
            scope={scope}
          />
        </div>
      )}
      {!scenario && uid !== undefined && asked.state === 'loading' && <LoadingPlaceholder text="Loading…" />}
      {!scenario && (uid === undefined || asked.state !== 'loading') && (
        <Alert severity="warning" title={`There is no scenario “${id}”`}>
          It may be one that another data source defines, or an old name.{' '}
          <LinkButton href={pageUrl(CATALOGUE_PATH, scope.address)} size="sm" variant="secondary">
            Open the catalogue
          </LinkButton>
        </Alert>
      )}
    </PluginPage>
  );
}

/** The id comes from the address: “constructor” is none. */
function own<T>(byId: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return byId && Object.hasOwn(byId, id) ? byId[id] : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    maxWidth: '110ch',
  }),
});
