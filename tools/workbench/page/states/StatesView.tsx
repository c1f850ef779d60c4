import React, { useMemo, useState } from 'react';
import { dateTime, EventBusSrv, LoadingState } from '@grafana/data';
import { Button } from '@grafana/ui';
import { useParams } from 'react-router';
import { WorkbenchPanel } from '../WorkbenchPanel';
import { range as whole } from './invented';
import { panelStates, type PanelState } from './panel-states';

/** `/states/errors`: our panels in every state, with invented frames; `?only=` shows the one of that name. */
export function StatesView() {
  const { panel = '' } = useParams();
  const eventBus = useMemo(() => new EventBusSrv(), []);
  const found = Object.hasOwn(panelStates, panel) ? panelStates[panel] : undefined;
  const [drawn, setDrawn] = useState(0);
  const only = new URLSearchParams(window.location.search).get('only');
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <div data-workbench>
        <Button size="sm" variant="secondary" onClick={() => setDrawn(drawn + 1)}>
          Draw again
        </Button>
      </div>
      {found?.states
        .filter(({ name }) => only === null || name === only)
        .map((state) => (
          <StateView key={`${state.name} ${drawn}`} type={found.type} state={state} eventBus={eventBus} />
        ))}
    </div>
  );
}

interface Props {
  readonly type: string;
  readonly state: PanelState;
  readonly eventBus: EventBusSrv;
}

function StateView({ type, state: { name, data, options, fieldConfig, width, height = 420 }, eventBus }: Props) {
  const shown = useMemo(() => data(), [data]);
  const [range, setRange] = useState<{ readonly from: number; readonly to: number }>(whole);
  return (
    <WorkbenchPanel
      panel={{ type, title: name, options, fieldConfig: fieldConfig as never }}
      series={shown.series ?? []}
      state={shown.state ?? LoadingState.Done}
      errors={shown.errors}
      annotations={shown.annotations}
      range={{ from: dateTime(range.from), to: dateTime(range.to), raw: { from: 'now-6h', to: 'now' } }}
      width={Math.min(width ?? Infinity, window.innerWidth - 32)}
      height={height}
      eventBus={eventBus}
      onRange={setRange}
    />
  );
} // prettier-ignore
