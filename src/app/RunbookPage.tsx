import React from 'react';
import { PluginPage } from '@grafana/runtime';
import { Alert, Badge, LinkButton } from '@grafana/ui';
import { useParams } from 'react-router';
import { ScenarioLinks } from '../ui/ScenarioLinks';
import { ScenarioTexts } from '../ui/ScenarioTexts';
import { appUrl } from '../ui/links';
import { cards } from './cards';

const CATALOGUE = '/a/gatewaylens-apim-app/catalogue';

/** One scenario: what it means, why it happens, what to check and how to mend it. */
export function RunbookPage() {
  const { id = '' } = useParams();
  const card = Object.hasOwn(cards, id) ? cards[id] : undefined;
  if (!card) {
    return (
      <PluginPage pageNav={{ text: id }}>
        <Alert severity="warning" title={`There is no scenario “${id}”`}>
          It may be one that another data source defines, or an old name.{' '}
          <LinkButton href={appUrl(CATALOGUE)} size="sm" variant="secondary">
            Open the catalogue
          </LinkButton>
        </Alert>
      </PluginPage>
    );
  }
  return (
    <PluginPage pageNav={{ text: card.title, subTitle: card.familyTitle }}>
      <div>
        <Badge text={`Owner: ${card.ownerTitle}`} color="blue" />{' '}
        <Badge text={`Severity: ${card.severity}`} color="orange" />
      </div>
      <ScenarioTexts card={card} />
      <ScenarioLinks card={card} />
    </PluginPage>
  );
}
