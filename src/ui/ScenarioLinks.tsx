import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import type { ScenarioCard } from '../core/frames';
import { externalUrl } from './links';

/** The vendor's pages about a scenario. */
export function ScenarioLinks({ card }: { readonly card: ScenarioCard }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.links}>
      {card.links.map(({ title, url }) => {
        const href = externalUrl(url);
        return href ? (
          <LinkButton
            key={url}
            href={href}
            target="_blank"
            rel="noreferrer"
            size="sm"
            variant="secondary"
            icon="external-link-alt"
          >
            {title}
          </LinkButton>
        ) : null;
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
