import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useStyles2, useTheme2, VizLegend, VizLayout, type VizLegendItem } from '@grafana/ui';
import { EpisodeLane, laneHeight } from './EpisodeLane';
import { LEGEND_MODES, type TaxonomyOptions } from './options';
import { StackedBars } from './StackedBars';
import { viewOf } from './view-model';

/** Failed requests by scenario over time, with a mark for each episode that leads to its remedy. */
export function ErrorTaxonomyPanel(props: PanelProps<TaxonomyOptions>) {
  const { data, options, width, height, timeRange, timeZone, id, fieldConfig } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [isolated, setIsolated] = useState<string>();
  const view = useMemo(
    () => viewOf(data.series, (name) => theme.visualization.getColorByName(name)),
    [data.series, theme],
  );

  if (view.state === 'no-data') {
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message="No requests in this range"
      />
    );
  }
  if (view.state === 'wrong-frames') {
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message="This panel shows series over time: use the query “Failures by scenario”"
        needsTimeField
        needsNumberField
      />
    );
  }
  if (view.state === 'nothing-failed') {
    return (
      <div className={styles.goodNews} style={{ width, height }} role="status">
        No failed requests in this range ({view.succeeded.toLocaleString()} answered).
      </div>
    );
  }

  const layers = view.layers.filter(({ name }) => isolated === undefined || name === isolated);
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const items: VizLegendItem[] = view.layers.map(({ name, color, total }) => ({
    label: name,
    color,
    yAxis: 1,
    disabled: isolated !== undefined && isolated !== name,
    getDisplayValues: () => [{ numeric: total, text: total.toLocaleString(), title: 'Total' }],
  }));
  const lane = options.showEpisodes ? view.marks : [];
  const laneTop = laneHeight(lane);
  const legend = options.legend.showLegend && (
    <VizLayout.Legend placement={options.legend.placement} maxHeight="35%" maxWidth="40%">
      <VizLegend
        items={items}
        displayMode={LEGEND_MODES[options.legend.displayMode]}
        placement={options.legend.placement}
        onLabelClick={({ label }) => setIsolated(label === isolated ? undefined : label)}
      />
    </VizLayout.Legend>
  );

  return (
    <VizLayout width={width} height={height} legend={legend || null}>
      {(plotWidth, plotHeight) => (
        <>
          {lane.length > 0 && (
            <EpisodeLane
              marks={lane}
              unmarked={view.unmarked}
              from={from}
              to={to}
              timeZone={timeZone}
              width={plotWidth}
            />
          )}
          <StackedBars
            layers={layers}
            times={view.times}
            stepMs={view.stepMs}
            from={from}
            to={to}
            timeZone={timeZone}
            width={plotWidth}
            height={Math.max(0, plotHeight - laneTop)}
          />
        </>
      )}
    </VizLayout>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  goodNews: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.colors.success.text,
    ...theme.typography.h4,
  }),
});
