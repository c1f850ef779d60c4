import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { AtOnce, CellButton, hiddenText, mostOf, shareOf, type MatrixProps } from './Matrix';

/** What the matrix tells, host by host, where there is no room for columns. */
export function HostList({ view, scope, timeZone }: MatrixProps) {
  const { types, hosts, hiddenHosts, shareTitle } = view;
  const styles = useStyles2(getStyles);
  const most = mostOf(hosts);
  return (
    <ul className={styles.list} aria-label="Failed connections by backend host and type">
      {hosts.map((row) => (
        <li key={row.host} className={styles.host}>
          <strong className={styles.name} title={row.host}>
            {row.host || '(not known)'}
          </strong>
          <dl className={styles.numbers}>
            <div className={styles.number}>
              <dt>{shareTitle}</dt>
              <dd>{shareOf(row)}</dd>
            </div>
            <div className={styles.number}>
              <dt>Connections at once</dt>
              <dd>
                <AtOnce row={row} />
              </dd>
            </div>
          </dl>
          <div className={styles.cells}>
            {types.map((type) => (
              <CellButton
                key={type.id}
                view={view}
                row={row}
                type={type}
                most={most}
                isNamed
                scope={scope}
                timeZone={timeZone}
              />
            ))}
          </div>
        </li>
      ))}
      {hiddenHosts > 0 && <li className={styles.host}>{hiddenText(hiddenHosts)}</li>}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', fontSize: theme.typography.bodySmall.fontSize }),
  host: css({ padding: theme.spacing(0.75, 1), borderTop: `1px solid ${theme.colors.border.weak}` }),
  name: css({ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  numbers: css({
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(3),
    margin: 0,
    color: theme.colors.text.secondary,
    dt: { fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, color: theme.colors.text.primary },
  }),
  number: css({ display: 'flex', gap: theme.spacing(1) }),
  cells: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginTop: theme.spacing(0.5) }),
});
