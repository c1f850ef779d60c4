import React from 'react';
import { Badge } from '@grafana/ui';
import type { ScenarioCard } from '../../core/frames';
import { ScenarioLinks } from '../../ui/ScenarioLinks';
import { ListSection } from '../ListSection';

interface Props {
  readonly id: string;
  readonly card: ScenarioCard;
  readonly isFromFile: boolean;
}

/** What a team says of a scenario of its own. */
export function CustomRunbook({ id, card, isFromFile }: Props) {
  const { ownerTitle, severity, summary, causes, checks, remediation } = card;
  return (
    <div>
      <div>
        <Badge text={`Owner: ${ownerTitle}`} color="blue" />{' '}
        <Badge text={`Severity: ${severity}`} color="orange" />{' '}
        <Badge
          text={isFromFile ? 'Custom, from a file' : 'Custom, from the data source’s settings'}
          color="purple"
        />{' '}
        <code>{id}</code>
      </div>
      <p>{summary}</p>
      <ListSection title="Likely causes" items={causes} />
      <ListSection title="Check first" items={checks} numbered />
      <ListSection title="Fix" items={remediation} />
      <ScenarioLinks card={card} />
    </div>
  );
}
