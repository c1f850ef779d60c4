/** A panel of ours as Grafana draws it, with frames that the core made. */
import React, { type ComponentType } from 'react';
import { dateTime, EventBusSrv, LoadingState, type DataFrame, type PanelProps } from '@grafana/data';
import { render } from '@testing-library/react';
import { context } from './answers';

export function showPanel<Options>(
  Panel: ComponentType<PanelProps<Options>>,
  options: Options,
  series: readonly DataFrame[],
  change: object = {},
) {
  const timeRange = {
    from: dateTime(context.range.from),
    to: dateTime(context.range.to),
    raw: { from: 'now-3m', to: 'now' },
  };
  const props = {
    id: 1,
    data: { state: LoadingState.Done, series, timeRange },
    timeRange,
    timeZone: 'utc',
    options,
    fieldConfig: { defaults: {}, overrides: [] },
    width: 900,
    height: 500,
    eventBus: new EventBusSrv(),
    replaceVariables: (text: string) => text,
    ...change,
  } as unknown as PanelProps<Options>;
  return render(<Panel {...props} />);
} // prettier-ignore
