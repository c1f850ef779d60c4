import React from 'react';
import { Alert } from '@grafana/ui';
import type { CatalogueIssue } from '../../../core/custom-scenarios';

/** What could not be followed, by name and path, and what to do. */
export function Issues({ issues }: { readonly issues: readonly CatalogueIssue[] }) {
  if (issues.length === 0) {
    return null;
  }
  const left = [...new Set(issues.flatMap(({ skipped }) => skipped ?? []))];
  const title =
    left.length > 0
      ? `Left out: ${left.join(', ')}`
      : issues.length === 1
        ? 'One setting is not followed'
        : `${issues.length} settings are not followed`;
  return (
    <Alert severity="warning" title={title}>
      <ul>
        {issues.map(({ path, message }) => (
          <li key={path + message}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
      {[...new Set(issues.map(({ hint }) => hint))].map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
    </Alert>
  );
}
