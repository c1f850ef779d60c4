import React from 'react';
import { Alert } from '@grafana/ui';
import type { Problem } from '../../ui/problem';

interface Props {
  readonly title: string;
  readonly problem: Problem;
}

/** One error: what, and what next. To whom may not ask, one plain sentence. */
export function ProblemNote({ title, problem: { message, hint, isForbidden } }: Props) {
  return isForbidden ? (
    <Alert severity="info" title="You may not query this data source, so no numbers are shown." />
  ) : (
    <Alert severity="error" title={title}>
      {message} {hint}
    </Alert>
  );
}
