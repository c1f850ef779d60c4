import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import type { ScenarioCard } from '../core/frames';
import { failedRowsUrl, runbookUrl, type PanelScope } from './panel-scope';
import { ScenarioLinks } from './ScenarioLinks';

interface Props {
  readonly id: string;
  readonly card: ScenarioCard;
  readonly scope: PanelScope;
}

/** Where a card leads: our runbook, the failed rows, the same query in the portal, the vendor’s page. */
export function ScenarioActions({ id, card, scope }: Props) {
  const styles = useStyles2(getStyles);
  const rows = failedRowsUrl(id, scope);
  return (
    <div className={styles.links}>
      <LinkButton size="sm" icon="book" className={styles.primary} href={runbookUrl(card.runbook, scope)}>
        Open runbook
      </LinkButton>
      {rows !== undefined && (
        <LinkButton size="sm" variant="secondary" icon="compass" href={rows}>
          Failed rows
        </LinkButton>
      )}
      {scope.portal !== undefined && (
        <LinkButton
          size="sm"
          variant="secondary"
          icon="external-link-alt"
          href={scope.portal}
          target="_blank"
          rel="noreferrer"
          tooltip="The query of this panel, in the log store’s own portal"
        >
          Azure portal
        </LinkButton>
      )}
      <ScenarioLinks card={{ ...card, links: card.links.slice(0, 1) }} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
  // Grafana 10 gives every link in a toggletip the colour of texts, which is too faint on a button.
  primary: css({ '&&&&, &&&&:hover': { color: theme.colors.primary.contrastText } }),
});
