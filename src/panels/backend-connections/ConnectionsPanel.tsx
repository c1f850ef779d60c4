import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { MarkedPlot } from '../../ui/plot';
import { Matrix } from './Matrix';
import type { ConnectionOptions } from './options';
import { viewOf } from './view-model';

/** The graph is left out where less than this would remain for the hosts. */
const LEAST_MATRIX = 140;
const LEAST_GRAPH = 140;

/** Failed connections to backends: over time by type, and by host with the evidence. */
export function ConnectionsPanel(props: PanelProps<ConnectionOptions>) {
  const { data, options, width, height, timeRange, timeZone, id, fieldConfig } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const view = useMemo(() => viewOf(data.series, theme), [data.series, theme]);
  if (view.state === 'no-data' || view.state === 'wrong-frames') {
    const problem = data.errors?.[0]?.message ?? data.error?.message;
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message={
          problem ??
          (view.state === 'wrong-frames'
            ? 'This panel shows connections to backends: use the query “Backend connection failures”'
            : 'No requests in this range')
        }
      />
    );
  }
  if (view.state === 'nothing-failed') {
    return (
      <div className={styles.goodNews} style={{ width, height }} role="status">
        No failed connections to backends in this range ({view.answered.toLocaleString()} requests answered).
      </div>
    );
  }
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const graph = options.showGraph ? Math.min(height * 0.45, height - LEAST_MATRIX) : 0;
  return (
    <div className={styles.panel} style={{ width, height }}>
      {graph >= LEAST_GRAPH && (
        <MarkedPlot
          label={`Failed connections over time in ${view.layers.length} types`}
          marks={options.showEpisodes ? view.marks : []}
          layers={view.layers}
          addsUp
          times={view.times}
          stepMs={view.stepMs}
          incomplete={view.incomplete}
          from={from}
          to={to}
          timeZone={timeZone}
          width={width}
          height={graph}
        />
      )}
      <div className={styles.matrix}>
        <Matrix view={view} from={from} to={to} timeZone={timeZone} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column' }),
  matrix: css({ flexGrow: 1, minHeight: 0, overflow: 'auto' }),
  goodNews: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    color: theme.colors.success.text,
    ...theme.typography.h4,
  }),
});
