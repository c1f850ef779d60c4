import React from 'react';
import { Alert } from '@grafana/ui';
import type { QueryProblem } from './readable-query';

/** In place of an editor: to show its fields would change what cannot be read. */
export function ProblemAlert({ problem, hint }: QueryProblem) {
  return (
    <Alert severity="error" title={problem}>
      {hint}
    </Alert>
  );
}
