import React from 'react';
import { LinkButton } from '@grafana/ui';
import { checkText, type Check, type CheckQuery } from '../../core/scenarios';
import { canExplore, exploreUrl } from '../explore-link';
import { ListSection } from '../ListSection';
import type { Scope } from '../scope/use-scope';
import { namedQuery } from './check-query';

interface Props {
  readonly scenario: string;
  readonly checks: readonly Check[];
  readonly scope: Scope;
}

/** What to look at first, each step with the query that shows it, ready to run in Explore. */
export function CheckList({ scenario, checks, scope }: Props) {
  return (
    <ListSection
      title="Check first"
      numbered
      items={checks.map((check) => (
        <>
          {checkText(check)}{' '}
          {typeof check !== 'string' && (
            <CheckLink query={check.query} scenario={scenario} scope={scope} text={check.text} />
          )}
        </>
      ))}
    />
  );
}

interface LinkProps extends Pick<Props, 'scenario' | 'scope'> {
  readonly query: CheckQuery;
  readonly text: string;
}

function CheckLink({ query: asked, scenario, scope: { source, range, address }, text }: LinkProps) {
  if (!source || !canExplore()) {
    return null;
  }
  const { title, query } = namedQuery(asked, scenario, address.where);
  return (
    <LinkButton
      href={exploreUrl(source.uid, query, range)}
      icon="compass"
      size="sm"
      fill="text"
      aria-label={`${title}, in Explore: ${text}`}
    >
      {title}
    </LinkButton>
  );
}
