import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { answerNotes } from '../../ui/answer-notes';
import { AnswerNotes, notesHeight } from '../../ui/AnswerNotes';
import { PanelMessage } from '../../ui/PanelMessage';
import { PanelProblem } from '../../ui/PanelProblem';
import { MarkedPlot, MOST_LAYERS, PlotLegend, shownOf, useIsolation, usePanelPlot } from '../../ui/plot';
import { toldOf, type Counted } from './counted';
import { aloneOf, viewAlone } from './drill-down';
import { groupsOf, layersOf, nextSort, type Sort } from './groups';
import { layoutOf, legendHeight, tableHeight } from './layout';
import type { TaxonomyOptions } from './options';
import { TaxonomyTable } from './TaxonomyTable';
import { viewOf, type TaxonomyView } from './view-model';

/** Failed requests by scenario over time with what each of them is, and a mark for each episode. */
export function ErrorTaxonomyPanel(props: PanelProps<TaxonomyOptions>) {
  const { data, width, height } = props;
  const theme = useTheme2();
  const view = useMemo(() => viewOf(data.series, theme), [data.series, theme]);
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
  if (view.state !== 'failures') {
    return <NothingFailed {...props} view={view} />;
  }
  return <Failures {...props} view={view} />;
} // prettier-ignore

/** How much of the height a list may take, as Grafana’s legends. */
const LEGEND = 0.35;

const WANTED =
  'This panel shows series over time: use the query “Failures over time”, and “Error taxonomy” beside it for the table';

interface Props extends PanelProps<TaxonomyOptions> {
  readonly view: TaxonomyView;
}

function NothingFailed({ data, width, height, view: { state, counted } }: Props) {
  const styles = useStyles2(getStyles);
  const notes = useMemo(() => answerNotes(data), [data]);
  const below = notesHeight(notes, height);
  return (
    <div className={styles.column}>
      <PanelMessage isGood={state === 'nothing-failed'} width={width} height={height - below}>
        {state === 'nothing-failed'
          ? `No failed requests in this range${counted.length > 0 ? ` (${toldOf(counted, answeredWords)})` : ''}.`
          : `None of the selected scenarios in this range; ${toldOf(counted.filter(isFailing), otherwiseWords)}.`}
      </PanelMessage>
      {below > 0 && <AnswerNotes notes={notes} />}
    </div>
  );
}

type Totals = Counted['totals'];
const answeredWords = ({ succeeded }: Totals) => `${succeeded.toLocaleString()} answered`;
const isFailing = ({ totals: { failed, masked } }: Counted) => failed + masked > 0;
const otherwiseWords = ({ failed, masked }: Totals) =>
  `${(failed + masked).toLocaleString()} requests failed otherwise or had an error that was masked`;

function Failures({ view: whole, ...panel }: Props) {
  const { data, options, width, height } = panel;
  const { legend, families, showEpisodes } = options;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [sort, setSort] = useState<Sort>();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [highlighted, setHighlighted] = useState<string>();
  const { isolated, isolate } = useIsolation();
  // Sorting the table leaves the graph as it is.
  const unsorted = useMemo(() => groupsOf(whole.entries, whole.addsUp), [whole]);
  const folded = useMemo(() => {
    const keys = unsorted.map(({ key }) => key);
    return new Set(keys.filter((key) => (families === 'folded') !== toggled.has(key)));
  }, [unsorted, families, toggled]);
  const alone = useMemo(() => aloneOf(unsorted, folded, isolated), [unsorted, folded, isolated]);
  const view = useMemo(() => viewAlone(whole, alone, theme), [whole, alone, theme]);
  const groups = useMemo(() => groupsOf(view.entries, view.addsUp, sort), [view, sort]);
  const drawn = useMemo(() => layersOf(groupsOf(view.entries, view.addsUp), folded), [view, folded]);
  const layers = useMemo(() => shownOf(drawn, alone), [drawn, alone]);
  const plot = usePanelPlot(panel, showEpisodes ? view.episodes : undefined, view.cards);
  const notes = useMemo(() => notesOf(data, view), [data, view]);
  const below = notesHeight(notes, height);
  const isTable = legend.displayMode === 'table';
  const { place, plot: room, side } = layoutOf({
    width,
    height: height - below,
    placement: legend.placement,
    hasGraph: drawn.length > 0,
    wanted: isTable
      ? tableHeight(view.entries.length + groups.length)
      : Math.min(legendHeight(drawn.length, width), LEGEND * (height - below)),
  });
  const hasSide = legend.showLegend && place !== 'none';
  const fold = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) {
      next.add(key);
    }
    setToggled(next);
  };
  return (
    <div className={styles.column} style={{ width, height }}>
      <div className={place === 'right' ? styles.row : styles.column}>
        {drawn.length > 0 && (
          <div>
            <MarkedPlot
              {...plot}
              label={`Failed requests over time in ${layers.length} series`}
              layers={layers}
              addsUp={view.addsUp}
              times={view.times}
              stepMs={view.stepMs}
              incomplete={view.incomplete}
              highlighted={highlighted}
              width={hasSide ? room.width : width}
              height={hasSide ? room.height : height - below}
            />
          </div>
        )}
        {hasSide && isTable && (
          <TaxonomyTable
            view={view}
            groups={groups}
            folded={folded}
            isolated={alone}
            sort={sort}
            scope={plot.scope}
            timeZone={plot.timeZone}
            width={side.width}
            height={side.height}
            onFold={fold}
            onIsolate={isolate}
            onSort={(by) => setSort(nextSort(sort, by))}
            onHighlight={setHighlighted}
          />
        )}
        {hasSide && !isTable && (
          <div className={styles.legend} style={side}>
            <PlotLegend
              layers={drawn}
              summary={view.summary}
              mode="list"
              placement={place === 'right' ? 'right' : 'bottom'}
              isolated={alone}
              onIsolate={isolate}
            />
          </div>
        )}
      </div>
      {below > 0 && <AnswerNotes notes={notes} />}
    </div>
  );
} // prettier-ignore

function notesOf(data: Props['data'], { leftOut }: TaxonomyView) {
  const notes = answerNotes(data);
  return leftOut === 0
    ? notes
    : [
        ...notes,
        {
          severity: 'warning',
          text: `Only the ${MOST_LAYERS} largest series are drawn, ${leftOut.toLocaleString()} are left out: choose fewer, or split by something with fewer values.`,
        } as const,
      ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  column: css({ display: 'flex', flexDirection: 'column' }),
  row: css({ display: 'flex' }),
  legend: css({ overflow: 'auto', padding: theme.spacing(0.5) }),
});
