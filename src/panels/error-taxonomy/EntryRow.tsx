import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import { runbookUrl, type PanelScope } from '../../ui/panel-scope';
import { ofAllFailures, percent } from '../../ui/percent';
import { Swatch, type Isolate } from '../../ui/plot';
import type { Entry } from './entries';
import { EntryCard } from './EntryCard';
import type { Column } from './groups';
import { IsolateButton } from './IsolateButton';
import { trendText } from './trend';

interface Props {
  readonly entry: Entry;
  readonly isIndented: boolean;
  readonly shown: readonly Column[];
  readonly isolated: ReadonlySet<string>;
  readonly scope: PanelScope;
  readonly time: (ms: number | null) => string;
  readonly onIsolate: Isolate;
  readonly onHighlight: (key: string | undefined) => void;
}

/** One line: its swatch shows the series alone, its name leads to the runbook, and the sign beside it opens the card. */
export function EntryRow({ entry, isIndented, shown, isolated, scope, time, onIsolate, onHighlight }: Props) {
  const styles = useStyles2(getStyles);
  const { key, layer, title, color, pattern } = entry;
  const isAlone = isolated.has(key);
  const isolate = (event: { ctrlKey: boolean; metaKey: boolean }) =>
    layer && onIsolate([key], event.ctrlKey || event.metaKey);
  const trend = trendText(entry.trend);
  const cells: Readonly<Record<Exclude<Column, 'title'>, React.ReactNode>> = {
    value: entry.valueText,
    share: <span title={entry.share === null ? undefined : ofAllFailures(entry.share, entry.counted?.query)}>{entry.shareText}</span>,
    trend: <span title={trend.long}>{trend.short}</span>,
    firstSeen: time(entry.firstSeen),
    lastSeen: time(entry.lastSeen),
    where: <Where entry={entry} />,
    owner: entry.owner || '–',
    fix: <span title={entry.fix}>{entry.fix}</span>,
  };
  return (
    <tr
      className={cx(styles.row, isolated.size > 0 && !isAlone && styles.muted)}
      onPointerEnter={() => onHighlight(layer ? key : undefined)}
      onFocus={() => onHighlight(layer ? key : undefined)}
      onBlur={() => onHighlight(undefined)}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a, button'))) {
          isolate(event);
        }
      }}
    >
      <th scope="row" className={cx(styles.name, isIndented && styles.indented)}>
        <div className={styles.line}>
          {layer ? (
            <IsolateButton title={title} look={entry} isAlone={isAlone} onIsolate={isolate} />
          ) : (
            <span className={styles.sign} title="Has no series of its own in the graph">
              <Swatch color={color} pattern={pattern} />
            </span>
          )}
          <Name entry={entry} scope={scope} />
          <Toggletip content={<EntryCard entry={entry} scope={scope} time={time} />} placement="left">
            <IconButton name="info-circle" size="sm" tooltip={`About ${title}`} />
          </Toggletip>
        </div>
        {!shown.includes('where') && entry.where !== '' && (
          <div className={styles.where}>
            <Where entry={entry} />
          </div>
        )}
      </th>
      {shown.map((column) =>
        column === 'title' ? null : (
          <td key={column} className={styles[column]}>
            {cells[column]}
          </td>
        ),
      )}
    </tr>
  );
} // prettier-ignore

function Name({ entry: { title, card }, scope }: Pick<Props, 'entry' | 'scope'>) {
  const styles = useStyles2(getStyles);
  return card ? (
    <a className={styles.link} href={runbookUrl(card.runbook, scope)} title={title}>
      {title}
    </a>
  ) : (
    <span className={styles.text} title={title}>
      {title}
    </span>
  );
}

function Where({ entry: { where, whereShare } }: Pick<Props, 'entry'>) {
  const text = where === '' ? '–' : whereShare === null ? where : `${where} (${percent(whereShare)})`;
  return <span title={text}>{text}</span>;
}

const getStyles = (theme: GrafanaTheme2) => {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  const number = css({ '&&': { textAlign: 'right' }, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' });
  return {
    row: css({
      borderTop: `1px solid ${theme.colors.border.weak}`,
      '&:hover': { background: theme.colors.action.hover },
    }),
    muted: css({ 'td, th': { color: theme.colors.text.secondary } }),
    name: css({ width: '100%', maxWidth: 0, minWidth: 150, fontWeight: theme.typography.fontWeightRegular }),
    indented: css({ '&&': { paddingLeft: theme.spacing(2.5) } }),
    line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), minWidth: 0 }),
    sign: css({ display: 'flex' }),
    text: css(cut),
    link: css({ ...cut, color: theme.colors.text.primary, '&:hover, &:focus-visible': { color: theme.colors.text.link, textDecoration: 'underline' } }),
    where: css({ ...cut, marginLeft: theme.spacing(2.25), color: theme.colors.text.secondary, 'td&': { maxWidth: 260 } }),
    value: number,
    share: number,
    trend: number,
    firstSeen: number,
    lastSeen: number,
    owner: css({ whiteSpace: 'nowrap' }),
    fix: css({ minWidth: 200, maxWidth: 340, '& > span': { display: '-webkit-box', overflow: 'hidden', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical' } }),
  };
}; // prettier-ignore
