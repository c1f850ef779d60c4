import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { useStyles2, useTheme2, VizLayout } from '@grafana/ui';
import { answerNotes } from '../../ui/answer-notes';
import { AnswerNotes, notesHeight } from '../../ui/AnswerNotes';
import { PanelMessage } from '../../ui/PanelMessage';
import { PanelProblem } from '../../ui/PanelProblem';
import { MarkedPlot, PlotLegend, shownOf, useIsolation, usePanelPlot } from '../../ui/plot';
import { HostList } from './HostList';
import { Matrix, matrixWidth } from './Matrix';
import type { ConnectionOptions } from './options';
import { viewOf, type ConnectionsView } from './view-model';

/** The graph is left out where less than this would remain for the hosts. */
const LEAST_MATRIX = 140;
const LEAST_GRAPH = 140;
/** Below these not even one host fits under the head of the table. */
const LEAST_HEIGHT = 110;
const LEAST_WIDTH = 200;

/** Failed connections to backends: over time by type, and by host with the evidence. */
export function ConnectionsPanel(props: PanelProps<ConnectionOptions>) {
  const { data, width, height } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const view = useMemo(() => viewOf(data.series, theme), [data.series, theme]);
  const notes = useMemo(() => answerNotes(data), [data]);
  const below = notesHeight(notes, height);
  if (data.state === LoadingState.Loading && data.series.length === 0) {
    return (
      <PanelMessage width={width} height={height}>
        Loading…
      </PanelMessage>
    );
  }
  if (view.state === 'no-data' || view.state === 'wrong-frames') {
    return <PanelProblem panel={props} state={view.state} wanted={WANTED} nothing="No requests in this range" />;
  }
  if (view.state === 'failures' && (height < LEAST_HEIGHT || width < LEAST_WIDTH)) {
    return (
      <PanelMessage width={width} height={height}>
        {briefly(view)}
      </PanelMessage>
    );
  }
  return (
    <div className={styles.panel} style={{ width, height }}>
      {view.state === 'nothing-failed' ? (
        <PanelMessage isGood width={width} height={height - below}>
          No failed connections to backends in this range ({view.answered.toLocaleString()} requests answered).
        </PanelMessage>
      ) : (
        <Failures {...props} height={height - below} view={view} />
      )}
      {below > 0 && <AnswerNotes notes={notes} />}
    </div>
  );
} // prettier-ignore

/** All that fits a tiny panel. */
function briefly({ hosts }: ConnectionsView): string {
  const [worst] = hosts;
  const all = hosts.reduce((sum, { count }) => sum + count, 0);
  const where = worst
    ? `, most at ${worst.host || 'a host that is not known'} (${worst.count.toLocaleString()})`
    : '';
  return `${all.toLocaleString()} failed connections${where}`;
}

const WANTED = 'This panel shows connections to backends: use the query “Backend connection failures”';

interface Props extends PanelProps<ConnectionOptions> {
  readonly view: ConnectionsView;
}

function Failures({ view, ...panel }: Props) {
  const { options, width, height } = panel;
  const styles = useStyles2(getStyles);
  const { legend, showEpisodes, showGraph } = options;
  const { isolated, isolate } = useIsolation();
  const drawn = useMemo(() => view.layers.filter(({ hiddenFrom }) => !hiddenFrom.viz), [view]);
  const layers = useMemo(() => shownOf(drawn, isolated), [drawn, isolated]);
  const plot = usePanelPlot(panel, showEpisodes ? view.episodes : undefined, view.cards);
  const isMatrix = width >= matrixWidth(view.types.length);
  const Hosts = isMatrix ? Matrix : HostList;
  const graph = showGraph ? Math.min(height * 0.5, height - LEAST_MATRIX) : 0;
  // The list of hosts names every type with its colour, too.
  const entries = legend.showLegend && isMatrix ? (
    <VizLayout.Legend placement={legend.placement} maxHeight="40%" maxWidth="40%">
      <PlotLegend
        layers={drawn}
        summary="Total"
        mode={legend.displayMode}
        placement={legend.placement}
        isolated={isolated}
        onIsolate={isolate}
      />
    </VizLayout.Legend>
  ) : null;
  return (
    <>
      {graph >= LEAST_GRAPH && (
        <VizLayout width={width} height={graph} legend={entries}>
          {(plotWidth, plotHeight) => (
            <MarkedPlot
              {...plot}
              label={`Failed connections over time in ${layers.length} types`}
              layers={layers}
              addsUp
              times={view.times}
              stepMs={view.stepMs}
              incomplete={view.incomplete}
              width={plotWidth}
              height={plotHeight}
            />
          )}
        </VizLayout>
      )}
      <div className={styles.matrix} tabIndex={0} role="group" aria-label="Backend hosts">
        <Hosts view={view} scope={plot.scope} timeZone={plot.timeZone} />
      </div>
    </>
  );
} // prettier-ignore

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column' }),
  matrix: css({
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
});
