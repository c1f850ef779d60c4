import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useStyles2, useTheme2, VizLegend, VizLayout, type VizLegendItem } from '@grafana/ui';
import { formatOf, MarkedPlot } from '../../ui/plot';
import { LEGEND_MODES, type TaxonomyOptions } from './options';
import { viewOf } from './view-model';

/** Failed requests by scenario over time, with a mark for each episode that leads to its remedy. */
export function ErrorTaxonomyPanel(props: PanelProps<TaxonomyOptions>) {
  const { data, options, width, height, timeRange, timeZone, id, fieldConfig } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [isolated, setIsolated] = useState<string>();
  const [sort, setSort] = useState<Sort>();
  const view = useMemo(() => viewOf(data.series, theme), [data.series, theme]);

  if (view.state === 'no-data') {
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message={data.errors?.[0]?.message ?? data.error?.message ?? 'No requests in this range'}
      />
    );
  }
  if (view.state === 'wrong-frames') {
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message="This panel shows series over time: use the query “Failures over time”"
        needsTimeField
        needsNumberField
      />
    );
  }
  if (view.state === 'nothing-failed') {
    return (
      <div className={styles.goodNews} style={{ width, height }} role="status">
        No failed requests in this range
        {view.totals && ` (${view.totals.succeeded.toLocaleString()} answered)`}.
      </div>
    );
  }
  if (view.state === 'none-selected') {
    const otherwise = (view.totals?.failed ?? 0) + (view.totals?.masked ?? 0);
    return (
      <div className={styles.noneSelected} style={{ width, height }} role="status">
        None of the selected scenarios in this range; {otherwise.toLocaleString()} requests failed otherwise
        or had an error that was masked.
      </div>
    );
  }

  const chosen = view.layers.filter(({ name }) => name === isolated);
  const layers = chosen.length > 0 ? chosen : view.layers;
  const format = formatOf(view.layers, theme);
  const items: VizLegendItem[] = view.layers.map(({ name, color, total, mean }) => {
    const numeric = view.summary === 'Total' ? total : mean;
    const text = view.summary === 'Total' ? total.toLocaleString() : format(mean);
    return {
      label: name,
      color,
      yAxis: 1,
      disabled: chosen.length > 0 && isolated !== name,
      getDisplayValues: () => [{ numeric, text, title: view.summary }],
    };
  });
  const legend = options.legend.showLegend && (
    <VizLayout.Legend placement={options.legend.placement} maxHeight="35%" maxWidth="40%">
      <VizLegend
        items={items}
        displayMode={LEGEND_MODES[options.legend.displayMode]}
        placement={options.legend.placement}
        isSortable
        {...(sort && { sortBy: sort.by, sortDesc: sort.desc })}
        onToggleSort={(by) => setSort(nextSort(sort, by))}
        onLabelClick={({ label }) => setIsolated(label === isolated ? undefined : label)}
      />
    </VizLayout.Legend>
  );

  return (
    <VizLayout width={width} height={height} legend={legend || null}>
      {(plotWidth, plotHeight) => (
        <MarkedPlot
          label={`Failed requests over time in ${layers.length} series`}
          marks={options.showEpisodes ? view.marks : []}
          layers={layers}
          addsUp={view.addsUp}
          times={view.times}
          stepMs={view.stepMs}
          incomplete={view.incomplete}
          from={timeRange.from.valueOf()}
          to={timeRange.to.valueOf()}
          timeZone={timeZone}
          width={plotWidth}
          height={plotHeight}
        />
      )}
    </VizLayout>
  );
}

interface Sort {
  readonly by: string;
  readonly desc: boolean;
}

/** As in Grafana’s own legends: the largest first, then the smallest, then as the series come. */
function nextSort(sort: Sort | undefined, by: string): Sort | undefined {
  return sort?.by !== by ? { by, desc: true } : sort.desc ? { by, desc: false } : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  noneSelected: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
  goodNews: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.colors.success.text,
    ...theme.typography.h4,
  }),
});
