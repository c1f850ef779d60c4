import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Toggletip, useStyles2, useTheme2 } from '@grafana/ui';
import type { PanelScope } from '../../ui/panel-scope';
import { Swatch } from '../../ui/plot';
import { Evidence } from './Evidence';
import type { Connections, ConnectionsView, HostRow, Type } from './view-model';

export interface MatrixProps {
  readonly view: Pick<ConnectionsView, 'types' | 'hosts' | 'hiddenHosts' | 'shareTitle' | 'typicalTitle'>;
  readonly scope: PanelScope;
  readonly timeZone: TimeZone;
}

/** Pixels that are needed for the columns beside the types’, and for a type’s. */
const [BESIDE, TYPE] = [320, 80] as const;
/** Below this a list tells the same, so that nothing is out of sight. */
export const matrixWidth = (types: number) => BESIDE + types * TYPE;

/** Hosts by types of failure. A cell opens its evidence; darker is more, and the number says how many. */
export function Matrix({ view, scope, timeZone }: MatrixProps) {
  const { types, hosts, hiddenHosts, shareTitle } = view;
  const styles = useStyles2(getStyles);
  const most = mostOf(hosts);
  return (
    <table className={styles.table} aria-label="Failed connections by backend host and type">
      <thead>
        <tr>
          <th scope="col" className={styles.stays}>
            Backend host
          </th>
          <th scope="col" className={styles.type}>
            {shareTitle}
          </th>
          {types.map(({ id, title, layer }) => (
            <th key={id} scope="col" className={styles.type}>
              <Swatch color={layer.color} pattern={layer.pattern} /> {title}
            </th>
          ))}
          <th scope="col" className={styles.type} title="Estimated from the time of the backend, at the busiest">
            Connections at once
          </th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((row) => (
          <tr key={row.host}>
            <th scope="row" className={cx(styles.stays, styles.host)} title={row.host}>
              {row.host || '(not known)'}
            </th>
            <td className={styles.number}>{shareOf(row)}</td>
            {types.map((type) => (
              <td key={type.id}>
                <CellButton view={view} row={row} type={type} most={most} scope={scope} timeZone={timeZone} />
              </td>
            ))}
            <td className={styles.number}>
              <AtOnce row={row} />
            </td>
          </tr>
        ))}
      </tbody>
      {hiddenHosts > 0 && (
        <tfoot>
          <tr>
            <td colSpan={types.length + 3}>{hiddenText(hiddenHosts)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
} // prettier-ignore

/** Connections at the same time, gateway by gateway. */
export function AtOnce({ row: { connections } }: { readonly row: HostRow }) {
  return connections.length === 0
    ? 'not known'
    : connections.map((one) => (
        <div key={one.gateway} title={one.gateway}>
          {connectionsText(one)}
        </div>
      ));
}

export const mostOf = (hosts: readonly HostRow[]): number =>
  Math.max(1, ...hosts.flatMap(({ cells }) => [...cells.values()].map(({ count }) => count)));

export const hiddenText = (hosts: number) =>
  `${hosts.toLocaleString()} more hosts with fewer failures are not shown.`;

interface CellProps extends MatrixProps {
  readonly row: HostRow;
  readonly type: Type;
  readonly most: number;
  /** Write the type beside the number. */
  readonly isNamed?: boolean;
}

export function CellButton({ view, row, type, most, isNamed = false, scope, timeZone }: CellProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const cell = row.cells.get(type.id);
  if (!cell) {
    return null;
  }
  const strength = Math.round(20 + 60 * (cell.count / most));
  return (
    <Toggletip
      content={
        <Evidence
          cell={cell}
          typicalTitle={view.typicalTitle}
          type={type}
          host={row.host}
          scope={scope}
          timeZone={timeZone}
        />
      }
      placement="bottom"
    >
      <button
        type="button"
        className={cx(styles.cell, isNamed && styles.named)}
        style={{
          background: isNamed
            ? theme.colors.background.secondary
            : `color-mix(in srgb, ${theme.colors.error.main} ${strength}%, ${theme.colors.background.primary})`,
        }}
        aria-label={`${row.host}: ${type.title}, ${cell.count.toLocaleString()} requests`}
      >
        {isNamed && (
          <>
            <Swatch color={type.layer.color} pattern={type.layer.pattern} /> {type.title}{' '}
          </>
        )}
        {cell.count.toLocaleString()}
      </button>
    </Toggletip>
  );
}

export function shareOf({ count, calls }: HostRow): string {
  if (!calls) {
    return 'not known';
  }
  const percent = (100 * count) / calls;
  return percent < 0.1 ? '< 0.1 %' : `${percent.toFixed(1)} %`;
}

export function connectionsText({ from, to, limit }: Connections): string {
  if (from === null || to === null) {
    return 'too few rows tell';
  }
  const range = from === to ? from.toLocaleString() : `${from.toLocaleString()}–${to.toLocaleString()}`;
  return `about ${range}${limit === null ? '' : ` of ${limit.toLocaleString()}`}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.5, 1), verticalAlign: 'middle' },
    thead: { position: 'sticky', top: 0, zIndex: 1, background: theme.colors.background.primary },
    'tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  // Where there are very many types, they are scrolled past it.
  stays: css({ position: 'sticky', left: 0, background: theme.colors.background.primary }),
  host: css({
    maxWidth: theme.spacing(40),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightRegular,
  }),
  number: css({ textAlign: 'right', whiteSpace: 'nowrap' }),
  type: css({ textAlign: 'center', maxWidth: theme.spacing(16) }),
  cell: css({
    width: '100%',
    minWidth: theme.spacing(6),
    padding: theme.spacing(0.5),
    color: theme.colors.text.maxContrast,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.borderRadius(1),
  }),
  named: css({
    width: 'auto',
    minWidth: 0,
    padding: theme.spacing(0.25, 0.75),
    textAlign: 'left',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
