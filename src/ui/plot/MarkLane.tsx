import React from 'react';
import { css, cx } from '@emotion/css';
import {
  dateTimeFormat,
  formattedValueToString,
  getValueFormat,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import { Icon, Toggletip, useStyles2 } from '@grafana/ui';
import { CardFrame } from '../CardFrame';
import type { PanelScope } from '../panel-scope';
import { AnnotationCard } from './AnnotationCard';
import { EpisodeCard } from './EpisodeCard';
import type { LaneLayout } from './lane-layout';
import type { LaneMark } from './lane-mark';

export const ROW_HEIGHT = 27;
/** The least that a finger or a pointer hits well. */
const MARK_HEIGHT = 24;
const MOST_LISTED = 50;
/** Less has no room for a word, pixels. */
const LEAST_NAME = 60;
/** Of the button for those that do not fit, left of the plot. */
const MORE_WIDTH = 54;

interface Props {
  readonly layout: LaneLayout<LaneMark>;
  readonly scope: PanelScope;
  readonly timeZone: TimeZone;
  readonly width: number;
}

export function laneHeight({ placed }: LaneLayout<LaneMark>): number {
  return placed.length === 0 ? 0 : (Math.max(...placed.map(({ row }) => row)) + 1) * ROW_HEIGHT;
}

/** One button for each episode or annotation, above the time that it is about; it opens a card. */
export function MarkLane({ layout: { placed, hidden }, scope, timeZone, width }: Props) {
  const styles = useStyles2(getStyles);
  const format = scope.to - scope.from > DAY_MS ? 'MM-DD HH:mm' : 'HH:mm';
  const time = (ms: number) => dateTimeFormat(ms, { format, timeZone });
  const spanOf = ({ from, to, ongoing }: LaneMark) =>
    ongoing ? `${time(from)}–now` : to > from ? `${time(from)}–${time(to)}` : time(from);
  return (
    <div
      className={styles.lane}
      style={{ height: laneHeight({ placed, hidden }), width }}
      role="group"
      aria-label="Episodes"
    >
      {placed.map(({ mark, left, width: markWidth, span: stretch, row }) => {
        const span = spanOf(mark);
        const title = `${mark.title}, ${span}`;
        return (
          <Toggletip key={mark.key} content={<Card mark={mark} scope={scope} span={span} />} placement="bottom-start">
            <button
              type="button"
              className={cx(
                styles.mark,
                mark.kind === 'annotation' && styles.annotation,
                markWidth < LEAST_NAME && styles.short,
              )}
              style={{ left, top: row * ROW_HEIGHT, width: markWidth, borderColor: mark.color }}
              aria-label={
                mark.kind === 'episode'
                  ? `${title}, ${mark.episode.count.toLocaleString()} requests`
                  : `Annotation: ${title}`
              }
              title={title}
            >
              {markWidth >= LEAST_NAME ? title : briefly(mark)}
              <span className={styles.span} style={{ ...stretch, background: mark.color }} />
            </button>
          </Toggletip>
        );
      })}
      {hidden.length > 0 && (
        <Toggletip content={<More marks={hidden} spanOf={spanOf} />} placement="bottom-start">
          <button
            type="button"
            className={styles.more}
            aria-label={moreText(hidden.length)}
            title={moreText(hidden.length)}
          >
            +{hidden.length}
          </button>
        </Toggletip>
      )}
    </div>
  );
} // prettier-ignore

/** What fits a mark without room for its name: how many requests, which its colour and the table beside it name. */
const briefly = (mark: LaneMark) =>
  mark.kind === 'episode' ? (
    formattedValueToString(getValueFormat('short')(mark.episode.count, 0))
  ) : (
    <Icon name="comment-alt" size="sm" />
  );

const moreText = (marks: number) =>
  `${marks} more ${marks === 1 ? 'mark, which does' : 'marks, which do'} not fit`;

interface CardProps {
  readonly mark: LaneMark;
  readonly scope: PanelScope;
  readonly span: string;
}

function Card({ mark, scope, span }: CardProps) {
  return mark.kind === 'episode' ? (
    <EpisodeCard mark={mark.episode} scope={scope} span={span} />
  ) : (
    <AnnotationCard mark={mark.annotation} scope={scope} span={span} />
  );
}

interface MoreProps {
  readonly marks: readonly LaneMark[];
  readonly spanOf: (mark: LaneMark) => string;
}

function More({ marks, spanOf }: MoreProps) {
  return (
    <CardFrame title={moreText(marks.length)}>
      <p>A shorter range leaves more room.</p>
      <ul>
        {marks.slice(0, MOST_LISTED).map((mark) => (
          <li key={mark.key}>
            {mark.title}, {spanOf(mark)}
          </li>
        ))}
      </ul>
    </CardFrame>
  );
}

const DAY_MS = 86_400_000;

const getStyles = (theme: GrafanaTheme2) => ({
  lane: css({ position: 'relative', flexShrink: 0 }),
  mark: css({
    position: 'absolute',
    height: MARK_HEIGHT,
    padding: theme.spacing(0, 0.5),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    lineHeight: 1.2,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
    background: theme.colors.background.secondary,
    border: '1px solid',
    borderRadius: theme.shape.borderRadius(1),
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.secondary) },
  }),
  annotation: css({ borderStyle: 'dashed' }),
  short: css({ '&&': { padding: 0, textAlign: 'center' } }),
  span: css({ position: 'absolute', bottom: 0, height: 4, minWidth: 4 }),
  more: css({
    position: 'absolute',
    left: 0,
    bottom: ROW_HEIGHT - MARK_HEIGHT,
    width: MORE_WIDTH,
    height: MARK_HEIGHT,
    padding: 0,
    textAlign: 'right',
    border: 0,
    background: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.link,
  }),
});
