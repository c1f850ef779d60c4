import React, { useMemo } from 'react';
import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { PanelScope } from '../../ui/panel-scope';
import { percent } from '../../ui/percent';
import type { Isolate } from '../../ui/plot';
import { EntryRow } from './EntryRow';
import { columns, layersOf, type Column, type Group, type Sort } from './groups';
import { IsolateButton } from './IsolateButton';
import { columnsFor } from './layout';
import type { TaxonomyView } from './view-model';

interface Props {
  readonly view: TaxonomyView;
  readonly groups: readonly Group[];
  readonly folded: ReadonlySet<string>;
  readonly isolated: ReadonlySet<string>;
  readonly sort: Sort | undefined;
  readonly scope: PanelScope;
  readonly timeZone: TimeZone;
  readonly width: number;
  readonly height: number;
  readonly onFold: (group: string) => void;
  readonly onIsolate: Isolate;
  readonly onSort: (by: Column) => void;
  readonly onHighlight: (key: string | undefined) => void;
}

const DAY_MS = 86_400_000;

/** What failed, by family: how often, since when, where, whose it is and what to do. It is the graph’s legend, too. */
export function TaxonomyTable(props: Props) {
  const { view, groups, folded, isolated, sort, scope, timeZone, width, height, onFold, onSort, onIsolate } = props;
  const styles = useStyles2(getStyles);
  const fitting = useMemo(() => columnsFor(width, (column) => isKnown(column, view)), [width, view]);
  const shown = columns.filter((column) => fitting.has(column));
  const format = scope.to - scope.from > DAY_MS ? 'MM-DD HH:mm' : 'HH:mm';
  const time = (ms: number | null) => (ms === null ? '–' : dateTimeFormat(ms, { format, timeZone }));
  const titles: Readonly<Record<Column, string>> = {
    title: 'Scenario',
    value: view.summary === 'Total' || view.hasTable ? 'Count' : 'Mean',
    share: 'Share',
    trend: 'Trend',
    firstSeen: 'First seen',
    lastSeen: 'Last seen',
    where: 'Where most',
    owner: 'Owner',
    fix: 'Fix',
  };
  return (
    <div className={styles.scroller} style={{ width, height }} tabIndex={0} role="group" aria-label="What failed">
      <table className={styles.table}>
        <thead>
          <tr>
            {shown.map((column) => (
              <th
                key={column}
                scope="col"
                className={cx(isNumber(column) && styles.number)}
                aria-sort={sort?.by === column ? (sort.desc ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                  {titles[column]}
                  {sort?.by === column && <Icon name={sort.desc ? 'angle-down' : 'angle-up'} size="sm" />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const isFolded = group.hasHeading && folded.has(group.key);
          const [merged] = group.hasHeading ? layersOf([group], new Set([group.key])) : [];
          const keys = group.entries.map(({ key }) => key);
          return (
            <tbody key={group.key} onPointerLeave={() => props.onHighlight(undefined)}>
              {group.hasHeading && (
                <tr
                  className={styles.heading}
                  onPointerEnter={() => props.onHighlight(isFolded ? group.key : undefined)}
                  onClick={({ target, ctrlKey, metaKey }) =>
                    merged && !isControl(target) && onIsolate(keys, ctrlKey || metaKey)
                  }
                >
                  <th scope="rowgroup">
                    <div className={styles.family}>
                      <button
                        type="button"
                        className={styles.fold}
                        aria-expanded={!isFolded}
                        onClick={() => onFold(group.key)}
                      >
                        <Icon name={isFolded ? 'angle-right' : 'angle-down'} size="sm" />
                        {group.title}
                      </button>
                      {merged && (isFolded || keys.length > 1) && (
                        <IsolateButton
                          title={group.title}
                          look={isFolded ? merged : undefined}
                          isAlone={isolated.has(group.key) || keys.every((key) => isolated.has(key))}
                          onIsolate={({ ctrlKey, metaKey }) => onIsolate(keys, ctrlKey || metaKey)}
                        />
                      )}
                    </div>
                  </th>
                  {shown.slice(1).map((column) => (
                    <td key={column} className={styles.number}>
                      {column === 'value'
                        ? sumText(group, view)
                        : column === 'share' && group.share !== null && percent(group.share)}
                    </td>
                  ))}
                </tr>
              )}
              {!isFolded &&
                group.entries
                  .filter(({ layer }) => !layer?.hiddenFrom.legend)
                  .map((entry) => (
                    <EntryRow
                      key={entry.key}
                      entry={entry}
                      isIndented={group.hasHeading}
                      shown={shown}
                      isolated={isolated}
                      scope={scope}
                      time={time}
                      onIsolate={onIsolate}
                      onHighlight={props.onHighlight}
                    />
                  ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
} // prettier-ignore

const isControl = (target: EventTarget) => target instanceof Element && target.closest('a, button') !== null;

const sumText = ({ value, entries: [first] }: Group, { summary, hasTable }: TaxonomyView) =>
  summary === 'Total' || hasTable ? value.toLocaleString() : first?.layer ? '' : '–';

const isNumber = (column: Column) => ['value', 'share', 'trend', 'firstSeen', 'lastSeen'].includes(column);

function isKnown(column: Column, { entries, hasTable }: TaxonomyView): boolean {
  switch (column) {
    case 'title':
    case 'value':
      return true;
    case 'trend':
      return hasTable;
    case 'share':
    case 'firstSeen':
    case 'lastSeen':
      return entries.some((entry) => entry[column] !== null);
    case 'where':
    case 'owner':
    case 'fix':
      return entries.some((entry) => entry[column] !== '');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroller: css({
    overflow: 'auto',
    flexShrink: 0,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.375, 0.75), textAlign: 'left', verticalAlign: 'middle' },
    thead: { position: 'sticky', top: 0, zIndex: 1, background: theme.colors.background.primary },
    'thead th': { whiteSpace: 'nowrap' },
  }),
  number: css({ '&&': { textAlign: 'right' }, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  sort: css({
    padding: 0,
    border: 0,
    background: 'none',
    fontSize: 'inherit',
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { color: theme.colors.text.primary },
  }),
  heading: css({
    color: theme.colors.text.secondary,
    borderTop: `1px solid ${theme.colors.border.weak}`,
    '&:hover': { background: theme.colors.action.hover },
  }),
  family: css({ display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' }),
  fold: css({
    display: 'inline-flex',
    alignItems: 'center',
    padding: 0,
    border: 0,
    background: 'none',
    whiteSpace: 'nowrap',
    fontSize: 'inherit',
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.text.secondary,
    marginRight: theme.spacing(1),
    '&:hover': { color: theme.colors.text.primary },
  }),
});
