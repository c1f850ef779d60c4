import React, { useEffect, useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { EventBusSrv, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import type { FailureChoice } from '../../../src/core/query';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery } from '../../../src/datasource/query';
import { useQuery } from './use-query';
import { WorkbenchPanel, type PanelDefinition } from './WorkbenchPanel';

interface DashboardPanel extends PanelDefinition {
  readonly id: number;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly GatewaylensQuery[];
}

interface ViewProps {
  readonly datasource: GatewaylensDataSource;
  readonly range: TimeRange;
  readonly onRange: (range: { from: number; to: number }) => void;
}

const ROW = 38;

/** A bundled dashboard by the name of its file, laid out on Grafana's grid of 24 columns. */
export function DashboardView({ name, datasource, range, onRange }: ViewProps & { readonly name: string }) {
  const styles = useStyles2(getStyles);
  const [panels, setPanels] = useState<readonly DashboardPanel[]>([]);
  const [width, setWidth] = useState(window.innerWidth - 32);
  useEffect(() => {
    void fetch(`/public/plugins/gatewaylens-apim-app/dashboards/${name}.json`)
      .then((answer) => answer.json() as Promise<{ panels: DashboardPanel[] }>)
      .then((dashboard) => setPanels(dashboard.panels.map(withAllChosen)));
    const onResize = () => setWidth(window.innerWidth - 32);
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [name]);
  const eventBus = useMemo(() => new EventBusSrv(), []);
  const narrow = width < 768; // Grafana stacks panels on narrow screens
  return (
    <div className={styles.grid}>
      {panels.map((panel) => (
        <DashboardPanelView
          key={panel.id}
          panel={panel}
          datasource={datasource}
          eventBus={eventBus}
          range={range}
          onRange={onRange}
          width={narrow ? width : (width * panel.gridPos.w) / 24 - 8}
          height={panel.gridPos.h * ROW}
        />
      ))}
    </div>
  );
}

const isVariable = (value: string) => value.startsWith('$');

/** The workbench has no variables: each stands for all. */
function withAllChosen(panel: DashboardPanel): DashboardPanel {
  const targets = panel.targets.map((target) => {
    const { where = [], scenarios = [] } = target as Partial<FailureChoice>;
    return {
      ...target,
      where: where.filter(({ values }) => !values.some(isVariable)),
      ...('scenarios' in target ? { scenarios: scenarios.filter((id) => !isVariable(id)) } : {}),
    };
  });
  return { ...panel, targets };
}

interface PanelViewProps extends ViewProps {
  readonly panel: DashboardPanel;
  readonly eventBus: EventBusSrv;
  readonly width: number;
  readonly height: number;
}

function DashboardPanelView({ panel, datasource, eventBus, range, onRange, width, height }: PanelViewProps) {
  const { series, error, state } = useQuery(datasource, panel.targets, range);
  if (error) {
    return <Alert title={error} />;
  }
  return (
    <WorkbenchPanel
      panel={panel}
      series={series}
      state={state}
      range={range}
      width={width}
      height={height}
      eventBus={eventBus}
      onRange={onRange}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
