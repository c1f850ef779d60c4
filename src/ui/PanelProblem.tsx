import React from 'react';
import type { PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { problemsOf, reasonFor } from './answer-notes';

interface Props {
  readonly panel: Pick<PanelProps, 'id' | 'data' | 'fieldConfig'>;
  readonly state: 'no-data' | 'wrong-frames';
  /** Which query the panel needs. */
  readonly wanted: string;
  /** What to say where the frames give no reason. */
  readonly nothing: string;
}

/** Why there is nothing to draw: what failed, what is missing, or which query to use. */
export function PanelProblem({ panel: { id, data, fieldConfig }, state, wanted, nothing }: Props) {
  const [problem] = problemsOf(data);
  const message = problem ?? (state === 'wrong-frames' ? wanted : (reasonFor(data) ?? nothing));
  return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} message={message} />;
}
