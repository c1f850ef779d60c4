import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { RadioButtonGroup, useStyles2, useTheme2 } from '@grafana/ui';
import { SeriesPlot } from '../../ui/plot';
import { duration } from './duration';
import { Foot } from './Foot';
import { Legend } from './Legend';
import type { TimingOptions } from './options';
import { BAR_HEIGHT, PartBars } from './PartBars';
import { amongIds, amongs, type Among } from './parts';
import { viewOf, type TimingView } from './view-model';

const choices = amongIds.map((value) => ({ value, label: amongs[value] }));
const HEAD = 34;
const FOOT = 28;

/** Where the time of requests went, for all of them and for the slowest. */
export function TimingPanel(props: PanelProps<TimingOptions>) {
  const { data, options, width, height, id, fieldConfig } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [chosen, setAmong] = useState<Among>();
  const view = useMemo(() => viewOf(data.series, theme), [data.series, theme]);
  const { custom, state } = view;
  if (state === 'no-data' || state === 'wrong-frames' || !custom) {
    const problem = data.errors?.[0]?.message ?? data.error?.message;
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message={
          problem ??
          (state === 'wrong-frames'
            ? 'This panel shows where time went: use the query “Timing attribution”'
            : 'No requests with a total time in this range')
        }
      />
    );
  }
  const among = chosen ?? options.among;
  const showWhole = options.showWholeRange && state === 'over-time' && height > 280;
  const rest = height - HEAD - FOOT - (showWhole ? amongIds.length * BAR_HEIGHT : 0);
  return (
    <div className={styles.panel} style={{ width, height }}>
      <div className={styles.head}>
        <RadioButtonGroup size="sm" options={choices} value={among} onChange={setAmong} />
        <Legend showPercentiles={options.showPercentiles} />
      </div>
      {showWhole && (
        <PartBars
          label="Mean time over the whole range"
          bars={amongIds.map((one) => ({ name: amongs[one], times: view.whole[one] }))}
          showPercentiles={false}
          width={width}
          chosen={amongs[among]}
        />
      )}
      <div className={styles.main} style={{ height: rest }}>
        <Main {...props} view={view} among={among} height={rest} />
      </div>
      <Foot custom={custom} />
    </div>
  );
}

interface MainProps extends Pick<
  PanelProps<TimingOptions>,
  'options' | 'width' | 'height' | 'timeRange' | 'timeZone'
> {
  readonly view: TimingView;
  readonly among: Among;
}

function Main({ view, among, options, width, height, timeRange, timeZone }: MainProps) {
  const lines = view.lines[among];
  if (view.state === 'groups' || !lines) {
    const bars = view.groups
      .map(({ name, times }) => ({ name, times: times[among] }))
      .sort((a, b) => (b.times?.total ?? -1) - (a.times?.total ?? -1));
    return (
      <PartBars
        label={`Mean time by group, ${amongs[among]}`}
        bars={bars}
        showPercentiles={options.showPercentiles}
        width={width - 12}
      />
    );
  }
  return (
    <SeriesPlot
      label={`Mean time of ${amongs[among].toLowerCase()} over time, by part`}
      layers={lines.parts}
      overlays={options.showPercentiles ? lines.percentiles : []}
      levels={(view.custom?.walls ?? []).map(({ ms, title, clusters }) => ({
        value: ms,
        label: `${duration(ms)} ${title}`,
        isStrong: clusters,
      }))}
      addsUp
      times={view.times}
      stepMs={view.stepMs}
      incomplete={NONE}
      from={timeRange.from.valueOf()}
      to={timeRange.to.valueOf()}
      timeZone={timeZone}
      width={width}
      height={Math.max(0, height)}
    />
  );
}

const NONE: ReadonlySet<number> = new Set();

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column' }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(2),
    minHeight: HEAD,
  }),
  main: css({ flexGrow: 1, overflowY: 'auto', overflowX: 'hidden' }),
});
