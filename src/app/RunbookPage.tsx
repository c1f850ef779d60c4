import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, Badge, LinkButton, useStyles2 } from '@grafana/ui';
import { useParams } from 'react-router';
import { CATALOGUE_PATH } from '../core/query';
import { ScenarioLinks } from '../ui/ScenarioLinks';
import { ScenarioTexts } from '../ui/ScenarioTexts';
import { appUrl } from '../ui/links';
import { cards } from './cards';

/** One scenario: what it means, why it happens, what to check and how to mend it. */
export function RunbookPage() {
  const { id = '' } = useParams();
  const styles = useStyles2(getStyles);
  const card = Object.hasOwn(cards, id) ? cards[id] : undefined;
  if (!card) {
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
    <PluginPage pageNav={{ text: card.title, subTitle: card.familyTitle }}>
      <div className={styles.runbook}>
        <div>
          <Badge text={`Owner: ${card.ownerTitle}`} color="blue" />{' '}
          <Badge text={`Severity: ${card.severity}`} color="orange" />
        </div>
        <div>
          <ScenarioTexts card={card} />
        </div>
        <ScenarioLinks card={card} />
      </div>
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  runbook: css({ display: 'grid', gap: theme.spacing(2), maxWidth: '100ch' }),
});
