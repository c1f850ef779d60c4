import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { RadioButtonGroup, useStyles2, useTheme2 } from '@grafana/ui';
import { answerNotes } from '../../ui/answer-notes';
import { AnswerNotes, notesHeight } from '../../ui/AnswerNotes';
import { PanelMessage } from '../../ui/PanelMessage';
import { PanelProblem } from '../../ui/PanelProblem';
import { FOOT, Foot } from './Foot';
import { OverTime } from './OverTime';
import type { TimingOptions } from './options';
import { BAR_HEIGHT, PartBars } from './PartBars';
import { PartLegend } from './PartLegend';
import { amongIds, amongs, type Among } from './parts';
import { viewOf } from './view-model';

const choices = amongIds.map((value) => ({ value, label: amongs[value] }));
const HEAD = 34;
/** Below these there is room for the graph alone. */
const LEAST_HEIGHT = 180;
const LEAST_WIDTH = 220;
/** Below this the name of a group has no room beside its bar. */
const NARROW = 420;
/** From here on the bars of the whole range fit above the graph. */
const ROOMY = 280;

/** Where the time of requests went, for all of them and for the slowest. */
export function TimingPanel(props: PanelProps<TimingOptions>) {
  const { data, options, width, height } = props;
  const { legend, showPercentiles, showWholeRange } = options;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [chosen, setAmong] = useState<Among>();
  const view = useMemo(() => viewOf(data.series, theme), [data.series, theme]);
  const notes = useMemo(() => answerNotes(data), [data]);
  const { custom, state, looks, format, groups } = view;
  if (data.state === LoadingState.Loading && data.series.length === 0) {
    return (
      <PanelMessage width={width} height={height}>
        Loading…
      </PanelMessage>
    );
  }
  if (state === 'no-data' || state === 'wrong-frames' || !custom) {
    const problem = state === 'wrong-frames' ? state : 'no-data';
    return <PanelProblem panel={props} state={problem} wanted={WANTED} nothing={NOTHING} />;
  }
  const among = chosen ?? options.among;
  const isTiny = height < LEAST_HEIGHT || width < LEAST_WIDTH;
  const showWhole = showWholeRange && state === 'over-time' && height > ROOMY && !isTiny;
  const below = notesHeight(notes, height);
  const rest =
    height - below - (isTiny ? 0 : HEAD + FOOT) - (showWhole ? amongIds.length * BAR_HEIGHT : 0);
  const barLook = { looks, format, width };
  return (
    <div className={styles.panel} style={{ width, height }}>
      {!isTiny && (
        <div className={styles.head}>
          <RadioButtonGroup size="sm" options={choices} value={among} onChange={setAmong} aria-label="Requests" />
          {state === 'groups' && legend.showLegend && <PartLegend looks={looks} isEstimated={view.isEstimated} showPercentiles={showPercentiles} />}
        </div>
      )}
      {showWhole && (
        <PartBars
          label="Mean time over the whole range"
          bars={amongIds.map((one) => ({ id: one, name: amongs[one], times: view.whole[one] }))}
          showPercentiles={false}
          chosen={among}
          {...barLook}
        />
      )}
      {state === 'groups' ? (
        <div className={styles.bars} style={{ height: rest }} tabIndex={0} role="group" aria-label="Groups">
          <PartBars
            label={`Mean time by group, ${amongs[among]}`}
            bars={groups
              .map(({ id, name, times }) => ({ id, name, times: times[among] }))
              .sort((a, b) => (b.times?.total ?? -1) - (a.times?.total ?? -1))
              .slice(0, MOST_GROUPS)}
            walls={custom.walls.flatMap(({ ms, clusters }) => (clusters ? [ms] : []))}
            showPercentiles={showPercentiles}
            {...barLook}
            width={width - 12}
            isNarrow={width < NARROW}
          />
          {groups.length > MOST_GROUPS && <p>{groups.length - MOST_GROUPS} more groups are not shown.</p>}
        </div>
      ) : (
        <OverTime panel={props} view={view} among={among} height={rest} hasLegend={!isTiny} />
      )}
      {!isTiny && <Foot custom={custom} />}
      {below > 0 && <AnswerNotes notes={notes} />}
    </div>
  );
} // prettier-ignore

const WANTED = 'This panel shows where time went: use the query “Timing attribution”';
const NOTHING = 'No requests in this range';
/** More bars than this nobody can read, and a browser cannot draw. */
const MOST_GROUPS = 500;

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column' }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: HEAD,
  }),
  bars: css({
    flexGrow: 1,
    overflowY: 'auto',
    overflowX: 'hidden',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
});
