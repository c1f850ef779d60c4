import React from 'react';
import { css } from '@emotion/css';
import type { DataSourceInstanceSettings, GrafanaTheme2 } from '@grafana/data';
import { Alert, Badge, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { appUrl } from '../../ui/links';
import { askHealth } from '../asking/data-source';
import { ProblemNote } from '../asking/ProblemNote';
import { useAsked } from '../asking/use-asked';
import { CATALOGUE_PATH } from '../paths';
import { pageUrl } from '../scope/address';
import { ourSources } from '../scope/use-scope';
import type { Capability } from './capabilities';

/** Our data sources, whether they work, and what each lacks. */
export function DataSources() {
  const styles = useStyles2(getStyles);
  const sources = ourSources();
  return (
    <div className={styles.page}>
      {sources.length === 0 && (
        <Alert severity="info" title="There is no Gatewaylens data source yet">
          Add one, on demo data or on your own logs; pages and panels then have something to ask.
        </Alert>
      )}
      {sources.map((source) => (
        <Source key={source.uid} source={source} />
      ))}
      <div>
        <LinkButton href={appUrl('/connections/datasources/new')} icon="plus" variant="secondary">
          Add a data source
        </LinkButton>
      </div>
    </div>
  );
}

function Source({ source: { uid, name } }: { readonly source: DataSourceInstanceSettings }) {
  const styles = useStyles2(getStyles);
  const asked = useAsked(uid, () => askHealth(uid));
  return (
    <section className={styles.source} aria-label={name}>
      <h2 className={styles.name}>
        {name}{' '}
        {asked.state === 'answered' && (
          <Badge
            text={asked.answer.isOk ? 'Works' : 'Does not work'}
            color={asked.answer.isOk ? 'green' : 'red'}
          />
        )}
      </h2>
      {asked.state === 'loading' && <LoadingPlaceholder text="Testing…" />}
      {asked.state === 'failed' && <ProblemNote title="It could not be tested" problem={asked.problem} />}
      {asked.state === 'answered' && (
        <>
          <p>{asked.answer.message}</p>
          <ul className={styles.list}>
            {asked.answer.capabilities.map((capability) => (
              <CapabilityItem key={capability.name} capability={capability} />
            ))}
          </ul>
        </>
      )}
      <div className={styles.links}>
        <LinkButton
          href={appUrl(`/connections/datasources/edit/${encodeURIComponent(uid)}`)}
          size="sm"
          variant="secondary"
          icon="cog"
        >
          Settings
        </LinkButton>
        <LinkButton href={pageUrl(CATALOGUE_PATH, { ds: uid })} size="sm" variant="secondary" icon="list-ul">
          Its scenarios
        </LinkButton>
      </div>
    </section>
  );
}

const COLORS = { ok: 'green', limited: 'orange', missing: 'red' } as const;

function CapabilityItem({ capability: { name, state, message, hint } }: { readonly capability: Capability }) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.capability}>
      <Badge text={state} color={COLORS[state]} />
      <span>
        <strong>{name}.</strong> {message} {hint}
      </span>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    maxWidth: '110ch',
  }),
  source: css({
    display: 'grid',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  }),
  name: css({ ...theme.typography.h4, margin: 0 }),
  list: css({ listStyle: 'none', padding: 0, margin: 0 }),
  capability: css({
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(9)} 1fr`,
    placeItems: 'start',
    marginBottom: theme.spacing(0.5),
  }),
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
